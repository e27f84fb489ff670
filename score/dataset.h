// The unified dataset: every table of it as plain records, and the merge that makes them.
//
// The merge takes documents of any number, in any order and grouping (twice, too), and gives the same records: they are
// sorted by content-derived ids, never by path or by arrival. `source` is the only field that a renamed file changes.
// The columns of each table, in the order they are written, are in schema.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/span.h"
#include "corpus/value.h"
#include "corpus/vocabulary.h"
#include "normalize/normalized_row.h"
#include "score/config.h"

namespace versus {

struct DocumentRecord {
  std::string doc_id, source;
  std::vector<std::string> also_at;  // other paths of the same bytes
  std::string duplicate_of;          // doc_id of the document that this one is a near-copy of; it does not vote
  std::string sha256;
  std::int64_t bytes = 0;
  std::string media, offsets_in, encoding, title, author, published, language, url;
  std::int64_t n_rows = 0;
  std::string status;  // used | no_rows | near_copy | unusable
};

struct TableRecord {
  std::string table_id, doc_id;
  std::int64_t ordinal = 0, line = 0, n_rows = 0, n_columns = 0;
  std::string orientation, header;
  std::string continued_from;  // table_id
};

struct EntityRecord {
  std::string entity_id, label, kind;
  std::vector<std::string> aliases;  // other surfaces that the documents use
};

struct FeatureRecord {
  std::string feature_id, label;
  std::vector<std::string> aliases;
};

struct FeatureLinkRecord {
  std::string surface, feature_id, relation, method;
  double score = 0;
};

struct RowRecord {
  std::string row_id, doc_id, source, kind;
  std::string entity, entity_id, entity_surface, entity_version;
  bool entity_inferred = false;
  std::string opponent, opponent_id, opponent_surface;
  std::vector<std::string> candidates;  // entity ids
  std::string feature, feature_id, feature_surface, relation, section;
  std::string value, value_type;
  std::optional<Decimal> value_num, value_num_high, scale_low, scale_high;
  std::string unit, direction;
  bool hedged = false, negated = false;
  double confidence = 1;
  std::string finder, table_id;
  std::optional<std::int64_t> table_row, table_column;
  std::int64_t line = 0, byte_start = 0, byte_end = 0;
  std::vector<Span> segments;
  std::string quote;
  std::string bound;  // not a column: "<", "~" ... of the value
};

/// One vote: what one document says of one feature and one pair of entities (entity_a < entity_b).
struct OutcomeRecord {
  std::string outcome_id, doc_id, source, feature_id, entity_a, entity_b;
  std::string result;    // a | tie | b
  std::string kind;      // advantage | rating | claim
  std::string strength;  // explicit | derived
  std::vector<std::string> row_ids;
};

struct MatrixRecord {
  std::string feature_id, entity_id, summary;
  std::string state;  // single | agree | differ | conflict
  std::int64_t n_sources = 0;
  std::vector<std::string> row_ids;
};

struct ScoreRecord {
  std::string score_id, scope, metric, entity_id, opponent_id;
  std::optional<double> value, low, high;
  std::int64_t n = 0, n_sources = 0;
  std::string method, reason;  // reason: why value or interval is missing
  std::vector<std::string> flags;
};

struct ConflictRecord {
  std::string conflict_id;
  std::string conflict_class;  // stated_mismatch | intra_source | contradict | fact
  std::string feature_id, entity_id, opponent_id;
  std::vector<std::string> row_ids;
  std::string detail, explanation;
};

struct DiagnosticRecord {
  std::string source, severity;
  std::int64_t line = 0;
  std::string code, message;
};

struct Dataset {
  std::vector<DocumentRecord> documents;
  std::vector<TableRecord> tables;
  std::vector<EntityRecord> entities;
  std::vector<FeatureRecord> features;
  std::vector<FeatureLinkRecord> feature_links;
  std::vector<RowRecord> rows;
  std::vector<OutcomeRecord> outcomes;
  std::vector<MatrixRecord> matrix;
  std::vector<ScoreRecord> scores;
  std::vector<ConflictRecord> conflicts;
  std::vector<DiagnosticRecord> diagnostics;
  Config config;
};

/// Documents -> the dataset with all that is derived from it.
Dataset merge_documents(std::vector<NormalizedDocument> documents, const Vocabulary& vocabulary,
                        const Config& config = {});

/// Writes every file of the dataset into `folder`, which exists and is empty (the command makes the write atomic).
/// Throws Error with the file and the system's reason.
void write_dataset(const Dataset& dataset, const std::filesystem::path& folder);

}  // namespace versus
