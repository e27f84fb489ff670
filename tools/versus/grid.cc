#include "tools/versus/grid.h"

namespace versus {
namespace {

std::vector<std::string> row_of(const Table& table, int row) {
  std::vector<std::string> cells;
  for (int column = 0; column < table.n_columns; ++column) {
    const Cell* cell = table.at(row, column);
    cells.push_back(cell ? cell->text.text() : std::string());
  }
  return cells;
}

bool is_hidden_row(const Table& table, int row) {
  bool any = false;
  for (int column = 0; column < table.n_columns; ++column) {
    const Cell* cell = table.at(row, column);
    if (cell && !cell->is_hidden) return false;
    any = any || cell;
  }
  return any;
}

}  // namespace

std::vector<std::vector<std::string>> grid_of(const Table& table) {
  std::vector<std::vector<std::string>> rows;
  for (int row = 0; row < table.n_rows; ++row) rows.push_back(row_of(table, row));
  return rows;
}

std::vector<std::vector<std::string>> visible_grid_of(const Table& table) {
  std::vector<std::vector<std::string>> rows;
  for (int row = 0; row < table.n_rows; ++row)
    if (!is_hidden_row(table, row)) rows.push_back(row_of(table, row));
  return rows;
}

}  // namespace versus
