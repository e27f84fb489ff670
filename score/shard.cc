// The line's keys stand in one fixed order and nothing is left out but defaults of rows (most fields of most rows are
// empty), so the same document is always the same bytes. Spans of values are not kept: the evidence is.
#include "score/shard.h"

#include <simdjson.h>

#include <array>
#include <limits>

#include "score/json_text.h"

namespace versus {
namespace {

namespace dom = simdjson::dom;

// ---- enums by name ---------------------------------------------------------------------------------------------

constexpr std::array kKinds{RowKind::text, RowKind::rating, RowKind::advantage, RowKind::claim, RowKind::stated_total};
constexpr std::array kDirections{Direction::none,  Direction::better,    Direction::worse,
                                 Direction::equal, Direction::different, Direction::attribute};
constexpr std::array kRelations{Relation::exact,     Relation::variant, Relation::synonym,
                                Relation::composite, Relation::related, Relation::unknown};
constexpr std::array kTypes{ValueType::text,   ValueType::yes,   ValueType::no,     ValueType::partial,
                            ValueType::number, ValueType::range, ValueType::rating, ValueType::missing};
constexpr std::array kSeverities{Severity::note, Severity::warning, Severity::error};

std::string_view orientation_name(Orientation orientation) {
  switch (orientation) {
    case Orientation::none: return "";
    case Orientation::entities_in_columns: return "entities_in_columns";
    case Orientation::entities_in_rows: return "entities_in_rows";
  }
  return "";
}
constexpr std::array kOrientations{Orientation::none, Orientation::entities_in_columns, Orientation::entities_in_rows};

template <class Enum, std::size_t N>
Enum named(const std::array<Enum, N>& all, std::string_view (*name)(Enum), std::string_view text) {
  for (Enum value : all) {
    if (name(value) == text) return value;
  }
  throw Error("unknown word '" + std::string(text) + "'");
}

// ---- writing ---------------------------------------------------------------------------------------------------

/// An object whose empty members are left out.
struct Sparse {
  JsonObject object;
  explicit Sparse(std::string& out) : object(out) {}
  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) object.add(key, value);
  }
  template <class Integer>
  void integer(std::string_view key, Integer value, Integer absent) {
    if (value != absent) object.add(key, value);
  }
  void real(std::string_view key, double value) {  // shortest text that reads back as the same double
    char digits[40];
    auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    object.add_raw(key, std::string_view(digits, static_cast<std::size_t>(end - digits)));
  }
};

void append_decimal(std::string& out, const Decimal& decimal) {
  out += '[' + std::to_string(decimal.digits) + ',' + std::to_string(decimal.decimals) + ']';
}

void append_scale(std::string& out, const Scale& scale) {
  out += '[';
  append_decimal(out, scale.low);
  out += ',';
  append_decimal(out, scale.high);
  out += ']';
}

void append_link(std::string& out, const NameLink& link) {
  Sparse sparse(out);
  sparse.text("surface", link.surface);
  sparse.text("id", link.id);
  sparse.text("label", link.label);
  sparse.text("relation", relation_name(link.relation));
  sparse.text("method", link.method);
  sparse.real("score", link.score);
  sparse.text("version", link.version);
  sparse.object.close();
}

void append_value(std::string& out, const Value& value) {
  Sparse sparse(out);
  sparse.text("type", value_type_name(value.type));
  if (value.number) sparse.object.start("number"), append_decimal(out, *value.number);
  if (value.high) sparse.object.start("high"), append_decimal(out, *value.high);
  sparse.text("unit", value.unit);
  sparse.text("bound", value.bound);
  if (value.scale) sparse.object.start("scale"), append_scale(out, *value.scale);
  sparse.object.close();
}

void append_evidence(std::string& out, const Evidence& evidence) {
  Sparse sparse(out);
  sparse.object.start("segments");
  append_json_list(out, evidence.segments, [&](const Span& span) {
    out += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ']';
  });
  sparse.text("quote", evidence.quote);
  sparse.integer("line", evidence.line, 0);
  sparse.integer("table", evidence.table, -1);
  sparse.integer("row", evidence.table_row, -1);
  sparse.integer("column", evidence.table_column, -1);
  sparse.object.close();
}

void append_row(std::string& out, const NormalizedRow& normalized) {
  const FeatureRow& row = normalized.row;
  Sparse sparse(out);
  sparse.text("row_id", normalized.row_id);
  sparse.text("kind", row_kind_name(row.kind));
  sparse.text("entity_surface", row.entity);
  sparse.integer("entity_inferred", row.entity_inferred, false);
  sparse.text("opponent_surface", row.opponent);
  if (!row.candidates.empty()) {
    sparse.object.start("candidate_surfaces");
    append_json_list(out, row.candidates, [&](const std::string& text) { append_json_string(out, text); });
  }
  sparse.text("feature_surface", row.feature);
  sparse.text("section", row.section);
  sparse.text("value", normalized.value);
  if (row.scale) sparse.object.start("scale"), append_scale(out, *row.scale);
  sparse.text("direction", direction_name(row.direction));
  sparse.integer("hedged", row.hedged, false);
  sparse.integer("negated", row.negated, false);
  sparse.text("finder", row.finder);
  sparse.real("confidence", row.confidence);
  sparse.object.start("evidence"), append_evidence(out, row.evidence);
  sparse.object.start("entity"), append_link(out, normalized.entity);
  if (!normalized.opponent.id.empty()) sparse.object.start("opponent"), append_link(out, normalized.opponent);
  auto links = [&](std::string_view key, const std::vector<NameLink>& list) {
    if (list.empty()) return;
    sparse.object.start(key);
    append_json_list(out, list, [&](const NameLink& link) { append_link(out, link); });
  };
  links("candidates", normalized.candidates);
  sparse.object.start("feature"), append_link(out, normalized.feature);
  links("feature_links", normalized.feature_links);
  sparse.object.start("typed"), append_value(out, normalized.typed);
  sparse.object.close();
}

// ---- reading ---------------------------------------------------------------------------------------------------

std::string text_of(dom::object object, std::string_view key) {
  std::string_view text;
  auto error = object[key].get(text);
  if (error == simdjson::NO_SUCH_FIELD) return {};
  if (error) throw Error("'" + std::string(key) + "' is not text");
  return std::string(text);
}

template <class Number>
Number number_of(dom::object object, std::string_view key, Number absent) {
  auto element = object[key];
  if (element.error() == simdjson::NO_SUCH_FIELD) return absent;
  if constexpr (std::is_same_v<Number, bool>) {
    bool value = false;
    if (element.get(value)) throw Error("'" + std::string(key) + "' is not true or false");
    return value;
  } else if constexpr (std::is_floating_point_v<Number>) {
    double value = 0;
    if (element.get(value)) throw Error("'" + std::string(key) + "' is not a number");
    return value;
  } else {
    std::int64_t value = 0;
    if (element.get(value) || value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
      throw Error("'" + std::string(key) + "' is not an integer in range");
    }
    return static_cast<Number>(value);
  }
}

template <class Read>
void each(dom::object object, std::string_view key, Read read) {
  auto element = object[key];
  if (element.error() == simdjson::NO_SUCH_FIELD) return;
  dom::array list;
  if (element.get(list)) throw Error("'" + std::string(key) + "' is not a list");
  for (dom::element item : list) read(item);
}

std::optional<dom::element> member(dom::object object, std::string_view key) {
  dom::element element;
  if (object[key].get(element)) return std::nullopt;
  return element;
}

dom::object object_of(dom::element element, std::string_view what) {
  dom::object object;
  if (element.get(object)) throw Error("'" + std::string(what) + "' is not an object");
  return object;
}

std::vector<std::string> texts_of(dom::object object, std::string_view key) {
  std::vector<std::string> out;
  each(object, key, [&](dom::element item) {
    std::string_view text;
    if (item.get(text)) throw Error("'" + std::string(key) + "' holds something else than text");
    out.emplace_back(text);
  });
  return out;
}

template <std::size_t N>
std::array<std::int64_t, N> integers_of(dom::element element) {
  std::array<std::int64_t, N> out{};
  dom::array list;
  if (element.get(list) || list.size() != N) throw Error("a list of " + std::to_string(N) + " integers expected");
  std::size_t i = 0;
  for (dom::element item : list) {
    if (item.get(out[i++])) throw Error("a list of " + std::to_string(N) + " integers expected");
  }
  return out;
}

Decimal decimal_of(dom::element element) {
  auto parts = integers_of<2>(element);
  if (parts[1] < -20 || parts[1] > 20) throw Error("a decimal has between 0 and 20 decimals");
  return {parts[0], static_cast<int>(parts[1])};
}

Scale scale_of(dom::element element) {
  dom::array list;
  if (element.get(list) || list.size() != 2) throw Error("a scale is a list of two decimals");
  return {decimal_of(list.at(0)), decimal_of(list.at(1))};
}

NameLink link_of(dom::element element) {
  dom::object object = object_of(element, "name");
  NameLink link;
  link.surface = text_of(object, "surface");
  link.id = text_of(object, "id");
  link.label = text_of(object, "label");
  link.relation = named(kRelations, relation_name, text_of(object, "relation"));
  link.method = text_of(object, "method");
  link.score = number_of(object, "score", 0.0);
  link.version = text_of(object, "version");
  return link;
}

Value value_of(dom::element element) {
  dom::object object = object_of(element, "typed");
  Value value;
  value.type = named(kTypes, value_type_name, text_of(object, "type"));
  if (auto number = member(object, "number")) value.number = decimal_of(*number);
  if (auto high = member(object, "high")) value.high = decimal_of(*high);
  value.unit = text_of(object, "unit");
  value.bound = text_of(object, "bound");
  if (auto scale = member(object, "scale")) value.scale = scale_of(*scale);
  return value;
}

Evidence evidence_of(dom::element element) {
  dom::object object = object_of(element, "evidence");
  Evidence evidence;
  each(object, "segments", [&](dom::element item) {
    auto span = integers_of<2>(item);
    if (span[0] < 0 || span[1] < span[0] || span[1] > std::numeric_limits<std::uint32_t>::max()) {
      throw Error("a segment is not a byte range");
    }
    evidence.segments.push_back({static_cast<std::uint32_t>(span[0]), static_cast<std::uint32_t>(span[1])});
  });
  evidence.quote = text_of(object, "quote");
  evidence.line = number_of(object, "line", 0);
  evidence.table = number_of(object, "table", -1);
  evidence.table_row = number_of(object, "row", -1);
  evidence.table_column = number_of(object, "column", -1);
  return evidence;
}

NormalizedRow row_of(dom::element element) {
  dom::object object = object_of(element, "row");
  NormalizedRow out;
  FeatureRow& row = out.row;
  out.row_id = text_of(object, "row_id");
  row.kind = named(kKinds, row_kind_name, text_of(object, "kind"));
  row.entity = text_of(object, "entity_surface");
  row.entity_inferred = number_of(object, "entity_inferred", false);
  row.opponent = text_of(object, "opponent_surface");
  row.candidates = texts_of(object, "candidate_surfaces");
  row.feature = text_of(object, "feature_surface");
  row.section = text_of(object, "section");
  out.value = text_of(object, "value");
  if (auto scale = member(object, "scale")) row.scale = scale_of(*scale);
  row.direction = named(kDirections, direction_name, text_of(object, "direction"));
  row.hedged = number_of(object, "hedged", false);
  row.negated = number_of(object, "negated", false);
  row.finder = text_of(object, "finder");
  row.confidence = number_of(object, "confidence", 1.0);
  if (auto evidence = member(object, "evidence")) row.evidence = evidence_of(*evidence);
  if (auto link = member(object, "entity")) out.entity = link_of(*link);
  if (auto link = member(object, "opponent")) out.opponent = link_of(*link);
  each(object, "candidates", [&](dom::element item) { out.candidates.push_back(link_of(item)); });
  if (auto link = member(object, "feature")) out.feature = link_of(*link);
  each(object, "feature_links", [&](dom::element item) { out.feature_links.push_back(link_of(item)); });
  if (auto value = member(object, "typed")) out.typed = value_of(*value);
  return out;
}

TableSummary table_of(dom::element element) {
  dom::object object = object_of(element, "table");
  TableSummary table;
  table.ordinal = number_of(object, "ordinal", 0);
  table.line = number_of(object, "line", 0);
  table.n_rows = number_of(object, "n_rows", 0);
  table.n_columns = number_of(object, "n_columns", 0);
  table.orientation = named(kOrientations, orientation_name, text_of(object, "orientation"));
  table.header = text_of(object, "header");
  table.continued_from = number_of(object, "continued_from", -1);
  return table;
}

Diagnostic diagnostic_of(dom::element element) {
  dom::object object = object_of(element, "diagnostic");
  return {named(kSeverities, severity_name, text_of(object, "severity")), number_of(object, "line", 0),
          text_of(object, "code"), text_of(object, "message")};
}

NormalizedDocument document_of(dom::object object) {
  NormalizedDocument out;
  out.source = text_of(object, "source");
  out.doc_id = text_of(object, "doc_id");
  out.sha256 = text_of(object, "sha256");
  std::uint64_t bytes = 0;
  if (object["bytes"].get(bytes)) throw Error("'bytes' is not a size");
  out.bytes = bytes;
  out.media = text_of(object, "media");
  std::string offsets_in = text_of(object, "offsets_in");
  if (offsets_in != "file" && offsets_in != "decoded") throw Error("'offsets_in' is neither file nor decoded");
  out.offsets_in = offsets_in == "file" ? OffsetsIn::file : OffsetsIn::decoded;
  out.encoding = text_of(object, "encoding");
  out.title = text_of(object, "title");
  out.author = text_of(object, "author");
  out.published = text_of(object, "published");
  out.language = text_of(object, "language");
  out.url = text_of(object, "url");
  each(object, "shingles", [&](dom::element item) {
    std::uint64_t hash = 0;
    if (item.get(hash)) throw Error("'shingles' holds something else than hashes");
    out.shingles.push_back(hash);
  });
  out.usable = number_of(object, "usable", true);
  each(object, "tables", [&](dom::element item) { out.tables.push_back(table_of(item)); });
  each(object, "rows", [&](dom::element item) { out.rows.push_back(row_of(item)); });
  each(object, "diagnostics", [&](dom::element item) { out.diagnostics.push_back(diagnostic_of(item)); });
  return out;
}

}  // namespace

std::string to_json_line(const NormalizedDocument& document) {
  std::string out;
  JsonObject object(out);
  object.add("source", document.source).add("doc_id", document.doc_id).add("sha256", document.sha256);
  object.add("bytes", document.bytes).add("media", document.media);
  object.add("offsets_in", document.offsets_in == OffsetsIn::file ? "file" : "decoded");
  object.add("encoding", document.encoding).add("title", document.title).add("author", document.author);
  object.add("published", document.published).add("language", document.language).add("url", document.url);
  object.start("shingles");
  append_json_list(out, document.shingles, [&](std::uint64_t hash) { out += std::to_string(hash); });
  object.add("usable", document.usable);
  object.start("tables");
  append_json_list(out, document.tables, [&](const TableSummary& table) {
    JsonObject item(out);
    item.add("ordinal", table.ordinal).add("line", table.line).add("n_rows", table.n_rows);
    item.add("n_columns", table.n_columns).add("orientation", orientation_name(table.orientation));
    item.add("header", table.header).add("continued_from", table.continued_from).close();
  });
  object.start("rows");
  append_json_list(out, document.rows, [&](const NormalizedRow& row) { append_row(out, row); });
  object.start("diagnostics");
  append_json_list(out, document.diagnostics, [&](const Diagnostic& diagnostic) {
    JsonObject item(out);
    item.add("severity", severity_name(diagnostic.severity)).add("line", diagnostic.line);
    item.add("code", diagnostic.code).add("message", diagnostic.message).close();
  });
  object.close();
  return out;
}

NormalizedDocument from_json_line(std::string_view line) {
  thread_local dom::parser parser;
  dom::element root;
  simdjson::padded_string padded(line);
  if (auto error = parser.parse(padded).get(root)) {
    throw Error(std::string("not a document line: ") + simdjson::error_message(error));
  }
  dom::object object;
  if (root.get(object)) throw Error("not a document line: no JSON object");
  try {
    return document_of(object);
  } catch (const Error& error) {
    throw Error(std::string("not a document line: ") + error.what());
  }
}

}  // namespace versus
