// The matrix as people read it: features down, entities across, what most sources speak of first.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "score/write/write.h"

namespace versus {

struct WideMatrix {
  std::vector<std::string> features;  // ids, those with the most cells first
  std::vector<std::string> entities;
  std::map<std::pair<std::string, std::string>, const MatrixRecord*> cells;  // by feature and entity
};
WideMatrix widen(const Dataset& dataset);

/// The header of matrix.csv: feature_id, feature, then the entities' labels, each name once.
std::vector<std::string> matrix_columns(const Dataset& dataset);

/// Appends one CSV field, quoted where needed.
void append_csv_text(std::string& out, std::string_view text);

}  // namespace versus
