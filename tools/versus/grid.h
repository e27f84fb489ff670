// A table as rows of strings.
#pragma once

#include <string>
#include <vector>

#include "extract/table.h"

namespace versus {

/// n_rows rows of n_columns strings; every slot that a cell covers repeats its text, an empty slot is "".
std::vector<std::vector<std::string>> grid_of(const Table& table);

/// The same without the rows that the page hides.
std::vector<std::vector<std::string>> visible_grid_of(const Table& table);

}  // namespace versus
