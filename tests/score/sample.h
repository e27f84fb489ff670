// Small documents to merge, made by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/normalized_row.h"

namespace versus::sample {

inline NameLink known(std::string id, std::string label) {
  return {label, std::move(id), label, Relation::exact, "vocabulary", 1, ""};
}

inline NameLink unknown(std::string surface, std::string id) {
  return {std::move(surface), std::move(id), "", Relation::unknown, "folded", 0, ""};
}

inline NormalizedDocument document(const std::string& name) {
  NormalizedDocument out;
  out.source = name + ".txt";
  out.doc_id = "d_" + name;
  out.sha256 = name;
  out.bytes = 100;
  out.media = "text/plain";
  out.encoding = "UTF-8";
  return out;
}

/// Adds a row at the next free place of the document.
inline NormalizedRow& add(NormalizedDocument& document, RowKind kind, NameLink entity, NameLink feature,
                          const std::string& value) {
  auto at = static_cast<std::uint32_t>(document.rows.size() * 10);
  NormalizedRow row;
  row.row_id = "r_" + document.sha256 + "_" + std::to_string(document.rows.size());
  row.row.kind = kind;
  row.row.entity = entity.surface;
  row.row.feature = feature.surface;
  row.row.finder = "sample";
  row.row.evidence.segments = {{at, at + 9}};
  row.row.evidence.quote = value;
  row.row.evidence.line = static_cast<int>(document.rows.size()) + 1;
  row.entity = std::move(entity);
  row.feature = feature;
  row.feature_links = {std::move(feature)};
  row.value = value;
  document.rows.push_back(std::move(row));
  return document.rows.back();
}

inline NormalizedRow& rating(NormalizedDocument& document, NameLink entity, NameLink feature, int value,
                             int high = 10) {
  NormalizedRow& row = add(document, RowKind::rating, std::move(entity), std::move(feature), std::to_string(value));
  row.typed.type = ValueType::rating;
  row.typed.number = Decimal{value, 0};
  row.row.scale = Scale{{1, 0}, {high, 0}};
  row.row.evidence.table = 0;
  return row;
}

inline NormalizedRow& advantage(NormalizedDocument& document, NameLink winner, NameLink loser, NameLink feature,
                                Direction direction = Direction::better) {
  std::string value = direction == Direction::equal ? "tie" : winner.surface;
  NormalizedRow& row = add(document, RowKind::advantage, std::move(winner), std::move(feature), value);
  row.row.direction = direction;
  row.row.opponent = loser.surface;
  row.opponent = std::move(loser);
  return row;
}

inline NormalizedRow& claim(NormalizedDocument& document, NameLink entity, NameLink opponent, NameLink feature,
                            Direction direction) {
  NormalizedRow& row = advantage(document, std::move(entity), std::move(opponent), std::move(feature), direction);
  row.row.kind = RowKind::claim;
  row.value = "a sentence";
  return row;
}

}  // namespace versus::sample
