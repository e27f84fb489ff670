#include "extract/read/table_builder.h"

#include <algorithm>

namespace versus {
namespace {

// Grids are clipped to what a person could have written.
constexpr int kMaxColumns = 1000;
constexpr std::size_t kMaxSlots = 8'000'000;

}  // namespace

Table build_table(std::string_view source, const std::vector<RowLines>& rows, int header_rows, int n_columns,
                  const InlineOptions& options) {
  Table table;
  if (n_columns == 0) {
    for (const RowLines& row : rows) {
      int width = 0;
      for (const CellLines& cell : row) width += cell.column_span;
      n_columns = std::max(n_columns, width);
    }
  }
  table.n_columns = std::min(n_columns, kMaxColumns);
  if (table.n_columns == 0 || rows.empty()) return table;
  std::size_t max_rows = kMaxSlots / static_cast<std::size_t>(table.n_columns);
  table.n_rows = static_cast<int>(std::min(rows.size(), max_rows));
  table.header_rows = std::min(header_rows, table.n_rows);
  table.grid.assign(static_cast<std::size_t>(table.n_rows) * static_cast<std::size_t>(table.n_columns), -1);
  auto slot = [&](int row, int column) -> std::int32_t& {
    return table.grid[static_cast<std::size_t>(row) * static_cast<std::size_t>(table.n_columns) +
                      static_cast<std::size_t>(column)];
  };
  for (int r = 0; r < table.n_rows; ++r) {
    int column = 0;
    for (const CellLines& lines : rows[static_cast<std::size_t>(r)]) {
      while (column < table.n_columns && slot(r, column) >= 0) ++column;
      if (column >= table.n_columns) break;
      InlineText content = read_inline(source, lines.lines, options);
      Cell cell;
      cell.text = std::move(content.text);
      cell.marks = std::move(content.marks);
      cell.is_header = r < table.header_rows;
      cell.row = r;
      cell.column = column;
      cell.column_span = std::min(lines.column_span, table.n_columns - column);
      cell.row_span = std::min(lines.row_span, table.n_rows - r);
      auto index = static_cast<std::int32_t>(table.cells.size());
      for (int y = r; y < r + cell.row_span; ++y)
        for (int x = column; x < column + cell.column_span; ++x)
          if (slot(y, x) < 0) slot(y, x) = index;
      column += cell.column_span;
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace versus
