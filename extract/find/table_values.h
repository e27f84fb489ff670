// What kind of row a cell gives: a rating when the value or something about the table states its scale.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/feature_row.h"

namespace versus {

struct CellValue {
  RowKind kind = RowKind::text;
  std::optional<Scale> scale;
};

/// `scales`: texts that may state the scale of a bare number, nearest first (feature, head of the thing, corner,
/// caption, lead-in). A bare number is a rating only within a scale that one of them states.
CellValue judge_value(const std::string& text, const std::vector<std::string>& scales);

}  // namespace versus
