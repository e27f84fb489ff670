// Documents -> records. Everything is keyed by content (doc_id, row_id, canonical ids) and sorted by it, so that the
// order, the grouping and the repetition of the inputs leave no trace.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "normalize/resolve.h"
#include "score/dataset.h"
#include "score/derive.h"
#include "score/near_copies.h"

namespace versus {
namespace {

using Documents = std::vector<NormalizedDocument>;

/// One document per doc_id; the smallest path is its source, the others are also_at.
Documents join_same_bytes(Documents documents, std::map<std::string, std::set<std::string>>& paths) {
  std::stable_sort(documents.begin(), documents.end(), [](const auto& x, const auto& y) {
    return std::tie(x.doc_id, x.source, x.media) < std::tie(y.doc_id, y.source, y.media);
  });
  Documents out;
  for (NormalizedDocument& document : documents) {
    paths[document.doc_id].insert(document.source);
    if (out.empty() || out.back().doc_id != document.doc_id) out.push_back(std::move(document));
  }
  return out;
}

std::string table_id(const NormalizedDocument& document, int ordinal) {
  return ordinal < 0 ? "" : "t" + document.doc_id.substr(1) + "_" + std::to_string(ordinal);
}

std::string_view orientation_name(Orientation orientation) {
  switch (orientation) {
    case Orientation::none: return "";
    case Orientation::entities_in_columns: return "entities_in_columns";
    case Orientation::entities_in_rows: return "entities_in_rows";
  }
  return "";
}

DocumentRecord document_record(const NormalizedDocument& document, const std::set<std::string>& paths,
                               const std::string& duplicate_of) {
  DocumentRecord out;
  out.doc_id = document.doc_id;
  out.source = document.source;
  out.also_at.assign(paths.begin(), paths.end());
  std::erase(out.also_at, document.source);
  out.duplicate_of = duplicate_of;
  out.sha256 = document.sha256;
  out.bytes = static_cast<std::int64_t>(document.bytes);
  out.media = document.media;
  out.offsets_in = document.offsets_in == OffsetsIn::file ? "file" : "decoded";
  out.encoding = document.encoding;
  out.title = document.title;
  out.author = document.author;
  out.published = document.published;
  out.language = document.language;
  out.url = document.url;
  out.status = !document.usable        ? "unusable"
               : !duplicate_of.empty() ? "near_copy"
               : document.rows.empty() ? "no_rows"
                                       : "used";
  return out;
}

std::vector<TableRecord> table_records(const NormalizedDocument& document) {
  std::vector<TableRecord> out;
  for (const TableSummary& table : document.tables) {
    out.push_back({table_id(document, table.ordinal), document.doc_id, table.ordinal, table.line, table.n_rows,
                   table.n_columns, std::string(orientation_name(table.orientation)), table.header,
                   table_id(document, table.continued_from)});
  }
  std::sort(out.begin(), out.end(), [](const auto& x, const auto& y) { return x.ordinal < y.ordinal; });
  return out;
}

RowRecord row_record(const NormalizedDocument& document, const NormalizedRow& normalized) {
  const FeatureRow& row = normalized.row;
  const Evidence& evidence = row.evidence;
  RowRecord out;
  out.row_id = normalized.row_id;
  out.doc_id = document.doc_id;
  out.source = document.source;
  out.kind = row_kind_name(row.kind);
  out.entity_id = normalized.entity.id;
  out.entity_surface = row.entity;
  out.entity_version = normalized.entity.version;
  out.entity_inferred = row.entity_inferred;
  out.opponent_id = normalized.opponent.id;
  out.opponent_surface = row.opponent;
  for (const NameLink& link : normalized.candidates) out.candidates.push_back(link.id);
  out.feature_id = normalized.feature.id;
  out.feature_surface = row.feature;
  if (!out.feature_id.empty()) out.relation = relation_name(normalized.feature.relation);
  out.section = row.section;
  out.value = normalized.value;
  out.value_type = value_type_name(normalized.typed.type);
  out.value_num = normalized.typed.number;
  out.value_num_high = normalized.typed.high;
  const std::optional<Scale>& scale = row.scale ? row.scale : normalized.typed.scale;
  if (scale) out.scale_low = scale->low, out.scale_high = scale->high;
  out.unit = normalized.typed.unit;
  out.bound = normalized.typed.bound;
  out.direction = direction_name(row.direction);
  out.hedged = row.hedged;
  out.negated = row.negated;
  out.confidence = row.confidence;
  out.finder = row.finder;
  out.table_id = table_id(document, evidence.table);
  if (evidence.table_row >= 0) out.table_row = evidence.table_row;
  if (evidence.table_column >= 0) out.table_column = evidence.table_column;
  out.line = evidence.line;
  out.segments = evidence.segments;
  if (!evidence.segments.empty()) {
    out.byte_start = evidence.segments.front().begin;
    out.byte_end = evidence.segments.back().end;
  }
  out.quote = evidence.quote;
  return out;
}

/// The rows of one document in reading order, each row_id once.
std::vector<RowRecord> row_records(const NormalizedDocument& document) {
  std::vector<RowRecord> out;
  std::set<std::string> seen;
  for (const NormalizedRow& row : document.rows) {
    if (seen.insert(row.row_id).second) out.push_back(row_record(document, row));
  }
  std::sort(out.begin(), out.end(), [](const RowRecord& x, const RowRecord& y) {
    return std::tie(x.byte_start, x.byte_end, x.kind, x.row_id) < std::tie(y.byte_start, y.byte_end, y.kind, y.row_id);
  });
  return out;
}

// ---- names -------------------------------------------------------------------------------------------------------

/// What the documents call one canonical name.
struct Naming {
  std::string label;
  std::map<std::string, int> surfaces;

  void add(const NameLink& link, int count) {
    if (label.empty()) label = link.label;
    if (!link.surface.empty()) surfaces[link.surface] += count;
  }

  /// The label of the rows' vocabulary, else the commonest surface, then the smallest, else the id.
  std::string choose_label(const std::string& id) const {
    if (!label.empty()) return label;
    const std::string* best = nullptr;
    int most = 0;
    for (const auto& [surface, count] : surfaces) {
      if (count > most) best = &surface, most = count;
    }
    return best ? *best : id;
  }

  std::vector<std::string> aliases(const std::string& chosen) const {
    std::vector<std::string> out;
    for (const auto& [surface, count] : surfaces) {
      if (surface != chosen) out.push_back(surface);
    }
    return out;
  }
};

struct Names {
  std::map<std::string, Naming> entities, features;
  std::map<std::pair<std::string, std::string>, FeatureLinkRecord> links;  // by surface and id

  void add_link(const NameLink& link) {
    FeatureLinkRecord record{link.surface, link.id, std::string(relation_name(link.relation)), link.method, link.score};
    auto [it, is_new] = links.try_emplace({link.surface, link.id}, record);
    if (is_new) return;
    auto order = [](const FeatureLinkRecord& x) { return std::tuple(-x.score, x.relation, x.method); };
    if (order(record) < order(it->second)) it->second = record;
  }

  void add(const NormalizedRow& row) {
    if (!row.entity.id.empty()) entities[row.entity.id].add(row.entity, 1);
    if (!row.opponent.id.empty()) entities[row.opponent.id].add(row.opponent, 1);
    for (const NameLink& link : row.candidates) {
      if (!link.id.empty()) entities[link.id].add(link, 1);
    }
    if (!row.feature.id.empty()) {
      features[row.feature.id].add(row.feature, 1);
      add_link(row.feature);
    }
    for (const NameLink& link : row.feature_links) {
      if (link.id.empty() || link.id == row.feature.id) continue;
      add_link(link);
      if (link.relation == Relation::related) continue;
      Naming& naming = features[link.id];  // a part: its surface is not a name for it
      if (naming.label.empty()) naming.label = link.label;
    }
  }

  /// Related are two features of this dataset: a neighbour that nobody writes about is none.
  void relate_features(const Vocabulary& vocabulary) {
    std::erase_if(links, [&](const auto& link) {
      return link.second.relation == relation_name(Relation::related) && !features.contains(link.first.second);
    });
    for (const auto& [id, naming] : features) {
      for (const auto& [surface, count] : naming.surfaces) {
        for (NameLink& link : related_features({surface, id, "", Relation::exact, "", 1, ""}, vocabulary)) {
          if (features.contains(link.id)) add_link(link);
        }
      }
    }
  }
};

void write_names(Names names, const Vocabulary& vocabulary, Dataset& dataset) {
  names.relate_features(vocabulary);
  std::map<std::string, std::string> entity_labels, feature_labels;
  for (const auto& [id, naming] : names.entities) {
    const EntityEntry* entry = vocabulary.entity(id);
    std::string label = entry ? entry->label : naming.choose_label(id);
    entity_labels[id] = label;
    dataset.entities.push_back({id, label, entry ? entry->kind : "", naming.aliases(label)});
  }
  for (const auto& [id, naming] : names.features) {
    const FeatureEntry* entry = vocabulary.feature(id);  // a user's line may name what only its id leads to
    std::string label = entry ? entry->label : naming.choose_label(id);
    feature_labels[id] = label;
    dataset.features.push_back({id, label, naming.aliases(label)});
  }
  for (const auto& [key, link] : names.links) dataset.feature_links.push_back(link);
  for (RowRecord& row : dataset.rows) {
    if (!row.entity_id.empty()) row.entity = entity_labels[row.entity_id];
    if (!row.opponent_id.empty()) row.opponent = entity_labels[row.opponent_id];
    if (!row.feature_id.empty()) row.feature = feature_labels[row.feature_id];
  }
}

void add_diagnostics(const NormalizedDocument& document, Dataset& dataset) {
  for (const Diagnostic& diagnostic : document.diagnostics) {
    dataset.diagnostics.push_back({document.source, std::string(severity_name(diagnostic.severity)), diagnostic.line,
                                   diagnostic.code, diagnostic.message});
  }
}

void sort_diagnostics(std::vector<DiagnosticRecord>& diagnostics) {
  auto key = [](const DiagnosticRecord& x) { return std::tie(x.source, x.line, x.severity, x.code, x.message); };
  auto before = [&](const auto& x, const auto& y) { return key(x) < key(y); };
  auto same = [&](const auto& x, const auto& y) { return key(x) == key(y); };
  std::sort(diagnostics.begin(), diagnostics.end(), before);
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

}  // namespace

Dataset merge_documents(Documents documents, const Vocabulary& vocabulary, const Config& config) {
  Dataset dataset;
  dataset.config = config;
  std::map<std::string, std::set<std::string>> paths;
  auto without_bytes = [](const NormalizedDocument& document) { return document.doc_id.empty(); };
  for (const NormalizedDocument& document : documents) {
    if (without_bytes(document)) add_diagnostics(document, dataset);  // a file that could not be read
  }
  std::erase_if(documents, without_bytes);
  documents = join_same_bytes(std::move(documents), paths);
  std::map<std::string, std::string> duplicate_of = find_near_copies(documents, config.near_copy);

  Names names;
  for (const NormalizedDocument& document : documents) {
    DocumentRecord record = document_record(document, paths[document.doc_id], duplicate_of[document.doc_id]);
    std::vector<RowRecord> rows = row_records(document);
    record.n_rows = static_cast<std::int64_t>(rows.size());
    dataset.documents.push_back(std::move(record));
    for (TableRecord& table : table_records(document)) dataset.tables.push_back(std::move(table));
    dataset.rows.insert(dataset.rows.end(), rows.begin(), rows.end());
    for (const NormalizedRow& row : document.rows) names.add(row);
    add_diagnostics(document, dataset);
  }
  write_names(names, vocabulary, dataset);
  sort_diagnostics(dataset.diagnostics);
  derive(dataset, vocabulary);
  return dataset;
}

}  // namespace versus
