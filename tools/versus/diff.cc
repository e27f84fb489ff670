#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "corpus/suggest.h"
#include "score/schema.h"
#include "tools/versus/commands.h"
#include "tools/versus/print_diff.h"

namespace versus {
namespace {

struct DiffOptions {
  bool sources = false;
  std::vector<std::string> arguments;
  std::string pair, format = "text", entity, feature;
  std::vector<std::string> only;
  bool stat = false, brief = false, show_moved = false;
};

const std::vector<std::string> kSourceKinds{"agree",   "contradict", "differ",     "fact",     "fact-agree",
                                            "related", "only-left",  "only-right", "text-only"};
const std::vector<std::string> kBuildKinds{"added", "removed", "changed", "renamed", "moved", "scores"};

DiffPrint how_to_print(const DiffOptions& options, const Context& context, const Dataset& dataset) {
  DiffPrint how;
  how.format = options.format == "jsonl"      ? DiffFormat::jsonl
               : options.format == "markdown" ? DiffFormat::markdown
                                              : DiffFormat::text;
  how.color = context.color;
  how.brief = options.brief;
  how.stat = options.stat;
  how.show_moved = options.show_moved;
  how.feature_glob = options.feature;
  if (!options.entity.empty()) how.entity_id = find_entity(dataset, options.entity).entity_id;
  const std::vector<std::string>& known = options.sources ? kSourceKinds : kBuildKinds;
  for (const std::string& kind : options.only) {
    if (std::find(known.begin(), known.end(), kind) == known.end()) {
      std::string near = nearest(kind, known);
      throw Error(fmt::format("--only: unknown kind '{}'{}; there is {}", kind,
                              near.empty() ? "" : fmt::format(": did you mean '{}'?", near), fmt::join(known, ", ")));
    }
    how.only.insert(kind);
  }
  return how;
}

int diff_two_sources(const DiffOptions& options, const Context& context) {
  if (options.arguments.size() != 3) throw Error("diff --sources takes two sources and a dataset");
  Dataset dataset = read_dataset(options.arguments[2]);
  const DocumentRecord& left = find_document(dataset, options.arguments[0]);
  const DocumentRecord& right = find_document(dataset, options.arguments[1]);
  std::optional<std::pair<std::string, std::string>> pair;
  if (!options.pair.empty()) {
    std::size_t comma = options.pair.find(',');
    if (comma == std::string::npos) throw Error("--pair takes two entities: --pair X,Y");
    pair.emplace(find_entity(dataset, options.pair.substr(0, comma)).entity_id,
                 find_entity(dataset, options.pair.substr(comma + 1)).entity_id);
    if (pair->first == pair->second) throw Error("--pair takes two different entities");
  }
  SourceDiff diff = diff_sources(dataset, left, right, pair, Vocabulary::shipped());
  fmt::print("{}", print(diff, dataset, how_to_print(options, context, dataset)));
  return diff.has_differences() ? 1 : 0;
}

int diff_two_builds(const DiffOptions& options, const Context& context) {
  if (options.arguments.size() != 2) throw Error("diff takes two datasets, or --sources A B DATASET");
  if (!options.pair.empty()) throw Error("--pair belongs to diff --sources");
  Dataset before = read_dataset(options.arguments[0]), after = read_dataset(options.arguments[1]);
  BuildDiff diff = diff_builds(before, after);
  bool is_empty = !diff.has_differences() && !options.show_moved;
  if (is_empty && diff.rows.empty()) return 0;
  fmt::print("{}", print(diff, before, after, how_to_print(options, context, after)));
  return diff.has_differences() ? 1 : 0;
}

}  // namespace

Run declare_diff(CLI::App& app) {
  auto options = std::make_shared<DiffOptions>();
  app.add_option("ARGUMENTS", options->arguments, "OLD NEW, or with --sources: A B DATASET")->required();
  app.add_flag("--sources", options->sources, "compare what two sources of one dataset say");
  app.add_option("--pair", options->pair, "the two entities, as X,Y; else the pair both speak of most");
  app.add_option("--format", options->format, "text, jsonl or markdown")
      ->check(CLI::IsMember({"text", "jsonl", "markdown"}));
  app.add_flag("--stat", options->stat, "a line per source with its number of changes");
  app.add_flag("--brief", options->brief, "the first line alone");
  app.add_option("--only", options->only, "kinds of change, with commas")->delimiter(',');
  app.add_option("--feature", options->feature, "features whose name or id matches this glob");
  app.add_option("--entity", options->entity, "changes about this entity");
  app.add_flag("--show-moved", options->show_moved, "rows that say the same at another place, too");
  return [options](const Context& context) {
    return options->sources ? diff_two_sources(*options, context) : diff_two_builds(*options, context);
  };
}

}  // namespace versus
