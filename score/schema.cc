// A column is a name and a pointer to a member: the type of the member decides how it is written, typed and read.
#include "score/schema.h"

#include <simdjson.h>

#include <fstream>
#include <iterator>
#include <set>

#include "score/json_text.h"

namespace versus {
namespace {

namespace dom = simdjson::dom;

template <class Record>
using Member =
    std::variant<std::string Record::*, std::int64_t Record::*, std::optional<std::int64_t> Record::*, bool Record::*,
                 double Record::*, std::optional<double> Record::*, std::optional<Decimal> Record::*,
                 std::vector<std::string> Record::*, std::vector<Span> Record::*>;

template <class Record>
struct Column {
  std::string_view name;
  Member<Record> member;
  bool is_required = false;
  std::string_view references = {};
  std::string_view description = {};
};

template <class Record>
struct Schema {
  std::string_view name;
  std::string_view description;
  std::vector<std::string_view> primary_key;
  std::vector<Record> Dataset::*records;
  std::vector<Column<Record>> columns;
};

constexpr bool kRequired = true;
constexpr bool kOptional = false;

const Schema<DocumentRecord>& documents_schema() {
  using R = DocumentRecord;
  static const Schema<R> schema{
      "documents",
      "One line per document read.",
      {"doc_id"},
      &Dataset::documents,
      {{"doc_id", &R::doc_id, kRequired, "", "d_ and 16 hex digits of the SHA-256 of the bytes"},
       {"source", &R::source, kRequired, "", "path of the document, as found"},
       {"also_at", &R::also_at, kOptional, "", "other paths of the same bytes"},
       {"duplicate_of", &R::duplicate_of, kOptional, "documents",
        "the document that this one is a near-copy of; a near-copy does not vote"},
       {"sha256", &R::sha256, kRequired},
       {"bytes", &R::bytes, kRequired, "", "size of the file as stored"},
       {"media", &R::media},
       {"offsets_in", &R::offsets_in, kRequired, "",
        "what byte offsets count in: the file as it is, or the text decoded from it"},
       {"encoding", &R::encoding},
       {"title", &R::title},
       {"author", &R::author},
       {"published", &R::published, kOptional, "", "as far as the document says"},
       {"language", &R::language},
       {"url", &R::url},
       {"n_rows", &R::n_rows, kRequired},
       {"status", &R::status, kRequired, "", "used, no_rows, near_copy or unusable"}}};
  return schema;
}

const Schema<TableRecord>& tables_schema() {
  using R = TableRecord;
  static const Schema<R> schema{
      "tables",
      "One line per table of a document, a comparison or not.",
      {"table_id"},
      &Dataset::tables,
      {{"table_id", &R::table_id, kRequired},
       {"doc_id", &R::doc_id, kRequired, "documents"},
       {"ordinal", &R::ordinal, kRequired, "", "0 for the document's first table"},
       {"line", &R::line, kRequired},
       {"n_rows", &R::n_rows, kRequired},
       {"n_columns", &R::n_columns, kRequired},
       {"orientation", &R::orientation, kOptional, "", "entities_in_columns, entities_in_rows; missing: no comparison"},
       {"header", &R::header},
       {"continued_from", &R::continued_from, kOptional, "tables"}}};
  return schema;
}

const Schema<EntityRecord>& entities_schema() {
  using R = EntityRecord;
  static const Schema<R> schema{"entities",
                                "What is compared, under one name each.",
                                {"entity_id"},
                                &Dataset::entities,
                                {{"entity_id", &R::entity_id, kRequired},
                                 {"label", &R::label, kRequired},
                                 {"kind", &R::kind},
                                 {"aliases", &R::aliases, kOptional, "", "other names that the documents use for it"}}};
  return schema;
}

const Schema<FeatureRecord>& features_schema() {
  using R = FeatureRecord;
  static const Schema<R> schema{"features",
                                "What is compared about them, under one name each.",
                                {"feature_id"},
                                &Dataset::features,
                                {{"feature_id", &R::feature_id, kRequired},
                                 {"label", &R::label, kRequired},
                                 {"aliases", &R::aliases, kOptional, "", "other names that the documents use for it"}}};
  return schema;
}

const Schema<FeatureLinkRecord>& feature_links_schema() {
  using R = FeatureLinkRecord;
  static const Schema<R> schema{
      "feature_links",
      "How the documents' feature names were understood.",
      {"surface", "feature_id"},
      &Dataset::feature_links,
      {{"surface", &R::surface, kRequired},
       {"feature_id", &R::feature_id, kRequired, "features"},
       {"relation", &R::relation, kRequired, "", "exact, variant, synonym, composite, related or unknown"},
       {"method", &R::method},
       {"score", &R::score, kRequired}}};
  return schema;
}

const Schema<RowRecord>& rows_schema() {
  using R = RowRecord;
  static const Schema<R> schema{
      "rows",
      "One line per statement of a document, with the bytes it stands at.",
      {"row_id"},
      &Dataset::rows,
      {{"row_id", &R::row_id, kRequired},
       {"doc_id", &R::doc_id, kRequired, "documents"},
       {"source", &R::source, kRequired},
       {"kind", &R::kind, kRequired, "", "text, rating, advantage, claim or stated_total"},
       {"entity", &R::entity},
       {"entity_id", &R::entity_id, kOptional, "entities"},
       {"entity_surface", &R::entity_surface},
       {"entity_version", &R::entity_version},
       {"entity_inferred", &R::entity_inferred, kRequired, "", "no header names the entity"},
       {"opponent", &R::opponent},
       {"opponent_id", &R::opponent_id, kOptional, "entities"},
       {"opponent_surface", &R::opponent_surface},
       {"candidates", &R::candidates, kOptional, "", "entity ids, when more than two are compared"},
       {"feature", &R::feature},
       {"feature_id", &R::feature_id, kOptional, "features"},
       {"feature_surface", &R::feature_surface},
       {"relation", &R::relation},
       {"section", &R::section, kOptional, "", "heading or section row above"},
       {"value", &R::value},
       {"value_type", &R::value_type, kRequired},
       {"value_num", &R::value_num},
       {"value_num_high", &R::value_num_high},
       {"scale_low", &R::scale_low},
       {"scale_high", &R::scale_high},
       {"unit", &R::unit},
       {"direction", &R::direction, kOptional, "", "of entity against opponent, after negation"},
       {"hedged", &R::hedged, kRequired},
       {"negated", &R::negated, kRequired},
       {"confidence", &R::confidence, kRequired},
       {"finder", &R::finder},
       {"table_id", &R::table_id, kOptional, "tables"},
       {"table_row", &R::table_row, kOptional, "", "from 0"},
       {"table_column", &R::table_column, kOptional, "", "from 0"},
       {"line", &R::line, kRequired},
       {"byte_start", &R::byte_start, kRequired},
       {"byte_end", &R::byte_end, kRequired},
       {"segments", &R::segments, kRequired, "", "[begin, end) byte ranges, more than one where a cell is broken"},
       {"quote", &R::quote}}};
  return schema;
}

const Schema<OutcomeRecord>& outcomes_schema() {
  using R = OutcomeRecord;
  static const Schema<R> schema{"outcomes",
                                "One vote per source, feature and pair of entities.",
                                {"outcome_id"},
                                &Dataset::outcomes,
                                {{"outcome_id", &R::outcome_id, kRequired},
                                 {"source", &R::source, kRequired},
                                 {"feature_id", &R::feature_id, kRequired, "features"},
                                 {"entity_a", &R::entity_a, kRequired, "entities"},
                                 {"entity_b", &R::entity_b, kRequired, "entities"},
                                 {"result", &R::result, kRequired, "", "a, tie or b"},
                                 {"kind", &R::kind, kRequired, "", "advantage, rating or claim"},
                                 {"strength", &R::strength, kRequired, "", "explicit or derived"},
                                 {"row_ids", &R::row_ids, kRequired}}};
  return schema;
}

const Schema<MatrixRecord>& matrix_schema() {
  using R = MatrixRecord;
  static const Schema<R> schema{"matrix",
                                "One line per feature and entity: what the sources say together.",
                                {"feature_id", "entity_id"},
                                &Dataset::matrix,
                                {{"feature_id", &R::feature_id, kRequired, "features"},
                                 {"entity_id", &R::entity_id, kRequired, "entities"},
                                 {"summary", &R::summary},
                                 {"state", &R::state, kRequired, "", "single, agree, differ or conflict"},
                                 {"n_sources", &R::n_sources, kRequired},
                                 {"row_ids", &R::row_ids, kRequired}}};
  return schema;
}

const Schema<ScoreRecord>& scores_schema() {
  using R = ScoreRecord;
  static const Schema<R> schema{
      "scores",
      "Derived numbers, each with its interval, its n, and the reason when something is missing.",
      {"score_id"},
      &Dataset::scores,
      {{"score_id", &R::score_id, kRequired},
       {"scope", &R::scope, kRequired, "", "all, document:ID, documents:ID+ID or feature:ID"},
       {"metric", &R::metric, kRequired},
       {"entity_id", &R::entity_id, kOptional, "entities"},
       {"opponent_id", &R::opponent_id, kOptional, "entities"},
       {"value", &R::value},
       {"low", &R::low},
       {"high", &R::high},
       {"n", &R::n, kRequired},
       {"n_sources", &R::n_sources, kRequired},
       {"method", &R::method},
       {"reason", &R::reason, kOptional, "", "why value or interval is missing"},
       {"flags", &R::flags}}};
  return schema;
}

const Schema<ConflictRecord>& conflicts_schema() {
  using R = ConflictRecord;
  static const Schema<R> schema{
      "conflicts",
      "What does not fit together.",
      {"conflict_id"},
      &Dataset::conflicts,
      {{"conflict_id", &R::conflict_id, kRequired},
       {"class", &R::conflict_class, kRequired, "", "stated_mismatch, intra_source, contradict or fact"},
       {"feature_id", &R::feature_id, kOptional, "features"},
       {"entity_id", &R::entity_id, kOptional, "entities"},
       {"opponent_id", &R::opponent_id, kOptional, "entities"},
       {"row_ids", &R::row_ids, kRequired},
       {"detail", &R::detail},
       {"explanation", &R::explanation}}};
  return schema;
}

const Schema<DiagnosticRecord>& diagnostics_schema() {
  using R = DiagnosticRecord;
  static const Schema<R> schema{"diagnostics",
                                "What could not be used or understood.",
                                {},
                                &Dataset::diagnostics,
                                {{"source", &R::source, kRequired},
                                 {"severity", &R::severity, kRequired, "", "note, warning or error"},
                                 {"line", &R::line, kOptional, "", "0: the document as a whole"},
                                 {"code", &R::code, kRequired},
                                 {"message", &R::message, kRequired}}};
  return schema;
}

/// Calls `visit` with every schema, in the order of the design.
template <class Visit>
void each_schema(Visit visit) {
  visit(documents_schema());
  visit(tables_schema());
  visit(entities_schema());
  visit(features_schema());
  visit(feature_links_schema());
  visit(rows_schema());
  visit(outcomes_schema());
  visit(matrix_schema());
  visit(scores_schema());
  visit(conflicts_schema());
  visit(diagnostics_schema());
}

// ---- members to fields -----------------------------------------------------------------------------------------

ColumnType type_of(const std::string&) { return ColumnType::string; }
ColumnType type_of(std::int64_t) { return ColumnType::integer; }
ColumnType type_of(const std::optional<std::int64_t>&) { return ColumnType::integer; }
ColumnType type_of(bool) { return ColumnType::boolean; }
ColumnType type_of(double) { return ColumnType::number; }
ColumnType type_of(const std::optional<double>&) { return ColumnType::number; }
ColumnType type_of(const std::optional<Decimal>&) { return ColumnType::number; }
template <class Element>
ColumnType type_of(const std::vector<Element>&) {
  return ColumnType::list;
}

std::string print(const Decimal& decimal) {
  if (decimal.decimals > 6) return format_number(decimal.to_double());
  std::string text = decimal.to_string();
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

Field field_of(const std::string& text) { return text.empty() ? Field() : Field(text); }
Field field_of(std::int64_t value) { return value; }
Field field_of(const std::optional<std::int64_t>& value) { return value ? Field(*value) : Field(); }
Field field_of(bool value) { return value; }
Field field_of(double value) { return Number{format_number(value)}; }
Field field_of(const std::optional<double>& value) { return value ? field_of(*value) : Field(); }
Field field_of(const std::optional<Decimal>& value) { return value ? Field(Number{print(*value)}) : Field(); }
Field field_of(const std::vector<std::string>& list) {
  if (list.empty()) return {};
  std::string out;
  append_json_list(out, list, [&](const std::string& text) { append_json_string(out, text); });
  return Json{out};
}
Field field_of(const std::vector<Span>& list) {
  if (list.empty()) return {};
  std::string out;
  append_json_list(out, list, [&](const Span& span) {
    out += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ']';
  });
  return Json{out};
}

// ---- JSON to members -------------------------------------------------------------------------------------------

void set(std::string& to, dom::element from) {
  std::string_view text;
  if (from.get(text)) throw Error("text expected");
  to = text;
}
void set(std::int64_t& to, dom::element from) {
  if (from.get(to)) throw Error("an integer expected");
}
void set(std::optional<std::int64_t>& to, dom::element from) { set(to.emplace(), from); }
void set(bool& to, dom::element from) {
  if (from.get(to)) throw Error("true or false expected");
}
void set(double& to, dom::element from) {
  if (from.get(to)) throw Error("a number expected");
}
void set(std::optional<double>& to, dom::element from) { set(to.emplace(), from); }
void set(std::optional<Decimal>& to, dom::element from) {
  double value = 0;
  set(value, from);
  to = parse_decimal(format_number(value));
}
void set(std::vector<std::string>& to, dom::element from) {
  dom::array list;
  if (from.get(list)) throw Error("a list expected");
  for (dom::element item : list) set(to.emplace_back(), item);
}
void set(std::vector<Span>& to, dom::element from) {
  dom::array list;
  if (from.get(list)) throw Error("a list expected");
  for (dom::element item : list) {
    dom::array ends;
    std::uint64_t begin = 0, end = 0;
    if (item.get(ends) || ends.size() != 2 || ends.at(0).get(begin) || ends.at(1).get(end)) {
      throw Error("a list of byte ranges expected");
    }
    to.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
}

template <class Record>
Record record_of(const Schema<Record>& schema, dom::object object) {
  Record record;
  for (const Column<Record>& column : schema.columns) {
    dom::element element;
    if (object[column.name].get(element) || element.is_null()) continue;
    try {
      std::visit([&](auto member) { set(record.*member, element); }, column.member);
    } catch (const Error& error) {
      throw Error("'" + std::string(column.name) + "': " + error.what());
    }
  }
  return record;
}

template <class Record>
void read_lines(Dataset& dataset, const Schema<Record>& schema, std::string_view text) {
  dom::parser parser;
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.empty()) continue;
    simdjson::padded_string padded(line);
    dom::object object;
    std::string where = std::string(schema.name) + ".jsonl:" + std::to_string(number) + ": ";
    if (auto error = parser.parse(padded).get(object)) throw Error(where + simdjson::error_message(error));
    try {
      (dataset.*schema.records).push_back(record_of(schema, object));
    } catch (const Error& error) {
      throw Error(where + error.what());
    }
  }
}

}  // namespace

std::vector<TableView> tables_of(const Dataset& dataset) {
  std::vector<TableView> out;
  each_schema([&](const auto& schema) {
    const auto& records = dataset.*schema.records;
    using Record = typename std::decay_t<decltype(records)>::value_type;
    TableView view{schema.name, schema.description, {}, schema.primary_key, records.size(), {}};
    for (const Column<Record>& column : schema.columns) {
      ColumnType type = std::visit([](auto member) { return type_of(Record().*member); }, column.member);
      view.columns.push_back({column.name, type, column.is_required, column.references, column.description});
    }
    view.field = [&schema, &records](std::size_t row, std::size_t column) {
      return std::visit([&](auto member) { return field_of(records[row].*member); }, schema.columns[column].member);
    };
    out.push_back(std::move(view));
  });
  return out;
}

bool read_table(Dataset& dataset, std::string_view name, std::string_view json_lines) {
  bool found = false;
  each_schema([&](const auto& schema) {
    if (schema.name != name) return;
    read_lines(dataset, schema, json_lines);
    found = true;
  });
  return found;
}

namespace {

std::string read_bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(file.parent_path().string() + ": not a dataset (no " + file.filename().string() + ")");
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The settings that the dataset was made with, as datapackage.json keeps them.
Config read_settings(const std::filesystem::path& file) {
  Config config;
  dom::parser parser;
  dom::object package, settings, weights;
  if (parser.parse(simdjson::padded_string(read_bytes_of(file))).get(package)) {
    throw Error(file.string() + ": not JSON");
  }
  auto text = [&](const char* key, std::string& to) {
    dom::element element;
    if (!package[key].get(element)) set(to, element);
  };
  text("name", config.name), text("title", config.title), text("description", config.description);
  text("homepage", config.homepage), text("version", config.version);
  if (package["versus"].get(settings)) return config;
  auto number = [&](const char* key, auto& to) {
    if (settings[key].get(to)) throw Error(file.string() + ": '" + key + "' is missing");
  };
  number("number_tolerance", config.number_tolerance), number("rating_gap", config.rating_gap);
  number("near_copy", config.near_copy), number("bootstrap", config.bootstrap), number("seed", config.seed);
  dom::element words;
  if (!settings["tie_words"].get(words)) set(config.tie_words, words);
  if (!settings["weights"].get(weights)) {
    for (auto [source, weight] : weights) set(config.source_weights[std::string(source)], weight);
  }
  return config;
}

}  // namespace

Dataset read_dataset(const std::filesystem::path& folder) {
  Dataset dataset;
  for (const TableView& table : tables_of(Dataset())) {
    std::filesystem::path file = folder / (std::string(table.name) + ".jsonl");
    read_table(dataset, table.name, read_bytes_of(file));
  }
  dataset.config = read_settings(folder / "datapackage.json");
  for (RowRecord& row : dataset.rows) row.bound = parse_value(row.value).bound;
  return dataset;
}

}  // namespace versus
