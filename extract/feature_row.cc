#include "extract/feature_row.h"

namespace versus {

std::string_view row_kind_name(RowKind kind) {
  switch (kind) {
    case RowKind::text: return "text";
    case RowKind::rating: return "rating";
    case RowKind::advantage: return "advantage";
    case RowKind::claim: return "claim";
    case RowKind::stated_total: return "stated_total";
  }
  return "text";
}

std::string_view direction_name(Direction direction) {
  switch (direction) {
    case Direction::none: return "";
    case Direction::better: return "better";
    case Direction::worse: return "worse";
    case Direction::equal: return "equal";
    case Direction::different: return "different";
    case Direction::attribute: return "attribute";
  }
  return "";
}

}  // namespace versus
