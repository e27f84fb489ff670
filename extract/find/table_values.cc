#include "extract/find/table_values.h"

namespace versus {

CellValue judge_value(const std::string& text, const std::vector<std::string>& scales) {
  Value value = parse_value(text);
  if (value.type == ValueType::rating) return {RowKind::rating, value.scale};
  bool bare = value.type == ValueType::number && value.unit.empty() && value.bound.empty() && value.number;
  if (!bare) return {};
  for (const std::string& stated : scales) {
    std::optional<ScaleInHeader> found = find_scale(stated);
    if (!found) continue;
    if (compare(*value.number, found->scale.low) < 0 || compare(found->scale.high, *value.number) < 0) return {};
    return {RowKind::rating, found->scale};
  }
  return {};
}

}  // namespace versus
