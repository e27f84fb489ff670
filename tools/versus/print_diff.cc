#include "tools/versus/print_diff.h"

#include <fnmatch.h>

#include <algorithm>

#include "corpus/text.h"

namespace versus {

bool matches_feature(const DiffPrint& how, const std::string& feature_id, const std::string& label) {
  if (how.feature_glob.empty()) return true;
  std::string glob = fold_case(how.feature_glob);
  return fnmatch(glob.c_str(), feature_id.c_str(), 0) == 0 || fnmatch(glob.c_str(), fold_case(label).c_str(), 0) == 0;
}

std::string painted(const DiffPrint& how, char sign, const std::string& text) {
  std::string clean = strip_control(text);
  if (!how.color || how.format != DiffFormat::text) return clean;
  const char* code = sign == '+' ? "32" : sign == '-' || sign == 'x' ? "31" : sign == '~' ? "33" : "2";
  return std::string("\x1b[") + code + "m" + clean + "\x1b[0m";
}

std::string quoted_line(const RowRecord& row, const Dataset& dataset) {
  if (row.table_id.empty() || !row.table_row) return row.quote;
  std::vector<const RowRecord*> cells;
  for (const RowRecord& other : dataset.rows) {
    if (other.table_id == row.table_id && other.table_row == row.table_row) cells.push_back(&other);
  }
  std::sort(cells.begin(), cells.end(), [](const RowRecord* x, const RowRecord* y) {
    return std::tie(x->table_column, x->byte_start, x->row_id) < std::tie(y->table_column, y->byte_start, y->row_id);
  });
  std::string out = row.feature_surface;
  std::optional<std::int64_t> column;
  for (const RowRecord* cell : cells) {
    if (cell->table_column == column) continue;
    column = cell->table_column;
    out += " | " + cell->quote;
  }
  return out;
}

}  // namespace versus
