#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "corpus/suggest.h"
#include "corpus/text.h"
#include "score/diff_sources.h"
#include "score/schema.h"
#include "tools/versus/commands.h"

namespace versus {
namespace {

const FeatureRecord& find_feature(const Dataset& dataset, const std::string& name) {
  std::string key = squashed_key(name);
  for (const FeatureRecord& feature : dataset.features) {
    if (feature.feature_id == name || squashed_key(feature.label) == key) return feature;
  }
  std::vector<std::string> labels;
  for (const FeatureRecord& feature : dataset.features) {
    for (const std::string& alias : feature.aliases) {
      if (squashed_key(alias) == key) return feature;
    }
    labels.push_back(feature.label);
  }
  std::string near = nearest(name, labels);
  throw Error(fmt::format("'{}' is no feature of the dataset{}", name,
                          near.empty() ? "" : fmt::format(": did you mean '{}'?", near)));
}

bool is_about(const RowRecord& row, const std::string& entity_id) {
  return entity_id.empty() || row.entity_id == entity_id || row.opponent_id == entity_id ||
         std::find(row.candidates.begin(), row.candidates.end(), entity_id) != row.candidates.end();
}

std::string relation_words(const RowRecord& row) {
  std::string out;
  if (row.direction == "better" || row.direction == "worse") out = row.direction + " than";
  if (row.direction == "equal") out = "as good as";
  if (row.direction == "different") out = "differs from";
  if (!out.empty()) out += " " + (row.opponent.empty() ? "the others" : row.opponent);
  return out;
}

void print_row(const RowRecord& row) {
  std::vector<std::string> words{row.kind};
  std::string relation = relation_words(row);
  if (!relation.empty()) words.push_back(relation);
  if (row.kind != "claim" && !row.value.empty()) words.push_back(row.value);
  if (row.scale_low && row.scale_high) {
    words.push_back(fmt::format("on {}-{}", row.scale_low->to_string(), row.scale_high->to_string()));
  }
  if (row.hedged) words.push_back("hedged");
  if (row.relation != "exact") words.push_back(fmt::format("{} of \"{}\"", row.relation, row.feature_surface));
  fmt::print("    {}\n", strip_control(fmt::format("{}", fmt::join(words, ", "))));
  fmt::print("      {}\n", strip_control(fmt::format("{}:{}  \"{}\"", row.source, row.line, row.quote)));
}

int show(const std::string& folder, const std::string& feature_name, const std::string& entity_name) {
  Dataset dataset = read_dataset(folder);
  const FeatureRecord& feature = find_feature(dataset, feature_name);
  std::string entity_id = entity_name.empty() ? "" : find_entity(dataset, entity_name).entity_id;
  std::vector<std::string> cells;
  for (const MatrixRecord& cell : dataset.matrix) {
    if (cell.feature_id != feature.feature_id || (!entity_id.empty() && cell.entity_id != entity_id)) continue;
    const EntityRecord& entity = find_entity(dataset, cell.entity_id);
    fmt::print("{}\n",
               strip_control(fmt::format("{} - {}: {} ({} {}, {})", feature.label, entity.label, cell.summary,
                                         cell.n_sources, cell.n_sources == 1 ? "source" : "sources", cell.state)));
    for (const RowRecord& row : dataset.rows) {
      if (row.feature_id == feature.feature_id && is_about(row, cell.entity_id)) print_row(row);
    }
  }
  for (const ConflictRecord& conflict : dataset.conflicts) {
    if (conflict.feature_id != feature.feature_id) continue;
    bool counts = entity_id.empty() || conflict.entity_id == entity_id || conflict.opponent_id == entity_id;
    if (counts)
      fmt::print("{}\n", strip_control(fmt::format("conflict, {}: {}", conflict.conflict_class, conflict.detail)));
  }
  return 0;
}

}  // namespace

Run declare_show(CLI::App& app) {
  struct Options {
    std::string folder, feature, entity;
  };
  auto options = std::make_shared<Options>();
  app.add_option("DATASET", options->folder, "the dataset's folder")->required();
  app.add_option("FEATURE", options->feature, "a feature: its name, another name the sources use, or its id")
      ->required();
  app.add_option("ENTITY", options->entity, "one entity's cell alone");
  return [options](const Context&) { return show(options->folder, options->feature, options->entity); };
}

}  // namespace versus
