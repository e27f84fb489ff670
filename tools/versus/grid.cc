#include "tools/versus/grid.h"

namespace versus {

std::vector<std::vector<std::string>> grid_of(const Table& table) {
  std::vector<std::vector<std::string>> rows;
  for (int row = 0; row < table.n_rows; ++row) {
    std::vector<std::string>& cells = rows.emplace_back();
    for (int column = 0; column < table.n_columns; ++column) {
      const Cell* cell = table.at(row, column);
      cells.push_back(cell ? cell->text.text() : std::string());
    }
  }
  return rows;
}

}  // namespace versus
