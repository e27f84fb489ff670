// Where two sources agree, contradict each other, or are silent: one pair of entities, per canonical feature.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "score/dataset.h"

namespace versus {

enum class SourceDiffKind { contradict, differ, fact, related, only_left, only_right, text_only, agree, fact_agree };
std::string_view kind_name(SourceDiffKind kind);  // "only-left"

/// What one source says of a feature and the pair.
struct SourceSide {
  std::optional<int> result;           // 1: entity_a, 0: tie, -1: entity_b
  std::vector<const RowRecord*> rows;  // those behind the result; without one, all about the pair
};

struct SourceDiffLine {
  SourceDiffKind kind = SourceDiffKind::agree;
  std::string feature_id, feature;
  SourceSide left, right;
  std::vector<std::string> related;  // related: labels of the other side's features; the line is about one side
  bool is_left = false;              // related: which side this line is about
  bool claims_alone = false;         // a side knows the feature from claims alone: counted apart
};

struct SourceDiff {
  std::string left, right;  // sources
  std::string entity_a, entity_b;
  std::string label_a, label_b;
  std::vector<SourceDiffLine> lines;  // as SourceDiffKind orders them, then by label

  std::size_t count(SourceDiffKind kind, bool claims_alone, std::optional<bool> is_left = std::nullopt) const;
  /// Anything but agreement?
  bool has_differences() const;
};

/// The document a user names by its path, the end of its path, its file name or its doc_id. Throws Error with the
/// nearest names.
const DocumentRecord& find_document(const Dataset& dataset, const std::string& name);

/// The entity a user names by id, label or alias. Throws Error.
const EntityRecord& find_entity(const Dataset& dataset, const std::string& name);

/// The pair both sources speak of most. Empty: they share none.
std::optional<std::pair<std::string, std::string>> commonest_pair(const Dataset& dataset, const std::string& left_id,
                                                                  const std::string& right_id);

/// Throws Error when the sources share no pair of entities.
SourceDiff diff_sources(const Dataset& dataset, const DocumentRecord& left, const DocumentRecord& right,
                        std::optional<std::pair<std::string, std::string>> pair, const Vocabulary& vocabulary);

}  // namespace versus
