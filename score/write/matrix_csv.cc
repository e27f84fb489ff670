#include <algorithm>
#include <map>
#include <set>

#include "score/write/matrix_csv.h"

namespace versus {
namespace {

/// Ids by how many cells they have, most first, then by id.
std::vector<std::string> by_coverage(const Dataset& dataset, std::string MatrixRecord::*id) {
  std::map<std::string, int> cells;
  for (const MatrixRecord& cell : dataset.matrix) ++cells[cell.*id];
  std::vector<std::string> out;
  for (const auto& [key, count] : cells) out.push_back(key);
  std::stable_sort(out.begin(), out.end(), [&](const auto& x, const auto& y) { return cells[x] > cells[y]; });
  return out;
}

}  // namespace

WideMatrix widen(const Dataset& dataset) {
  WideMatrix out;
  out.features = by_coverage(dataset, &MatrixRecord::feature_id);
  out.entities = by_coverage(dataset, &MatrixRecord::entity_id);
  for (const MatrixRecord& cell : dataset.matrix) out.cells[{cell.feature_id, cell.entity_id}] = &cell;
  return out;
}

std::vector<std::string> matrix_columns(const Dataset& dataset) {
  std::map<std::string, std::string> labels;
  std::map<std::string, int> uses;
  for (const EntityRecord& entity : dataset.entities) ++uses[labels[entity.entity_id] = entity.label];
  ++uses["feature_id"], ++uses["feature"];
  std::vector<std::string> out{"feature_id", "feature"};
  for (const std::string& id : widen(dataset).entities) {
    const std::string& label = labels[id];
    out.push_back(uses[label] == 1 ? label : label + " [" + id + "]");
  }
  return out;
}

std::string matrix_to_csv(const Dataset& dataset) {
  WideMatrix wide = widen(dataset);
  std::map<std::string, std::string> labels;
  for (const FeatureRecord& feature : dataset.features) labels[feature.feature_id] = feature.label;
  std::string out;
  auto append_line = [&](const std::vector<std::string>& fields) {
    for (const std::string& field : fields) {
      if (&field != &fields.front()) out += ',';
      append_csv_text(out, field);
    }
    out += '\n';
  };
  append_line(matrix_columns(dataset));
  for (const std::string& feature : wide.features) {
    std::vector<std::string> line{feature, labels[feature]};
    for (const std::string& entity : wide.entities) {
      auto cell = wide.cells.find({feature, entity});
      std::string& text = line.emplace_back();
      if (cell == wide.cells.end()) continue;
      text = cell->second->summary;
      if (cell->second->n_sources < 2) continue;
      if (!text.empty()) text += ' ';
      text += '(' + std::to_string(cell->second->n_sources) + ' ' + cell->second->state + ')';
    }
    append_line(line);
  }
  return out;
}

}  // namespace versus
