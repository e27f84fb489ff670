// A table as rows of strings.
#pragma once

#include <string>
#include <vector>

#include "extract/table.h"

namespace versus {

/// n_rows rows of n_columns strings; every slot that a cell covers repeats its text, an empty slot is "".
std::vector<std::vector<std::string>> grid_of(const Table& table);

}  // namespace versus
