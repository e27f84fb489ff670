// The reduce of `extract | merge`.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "corpus/text.h"
#include "tools/versus/cache.h"
#include "tools/versus/commands.h"
#include "tools/versus/input.h"
#include "tools/versus/replace_folder.h"
#include "tools/versus/shard_lines.h"
#include "tools/versus/state.h"
#include "tools/versus/summary.h"

namespace versus {
namespace {

struct MergeOptions {
  std::vector<std::filesystem::path> files;
  std::filesystem::path folder, config;
  std::vector<std::filesystem::path> vocabularies;
  bool is_partial = false, json = false;
};

int merge_into_dataset(const Shard& shard, const MergeOptions& options, const Context& context) {
  heal_folder(options.folder);
  refuse_foreign_folder(options.folder);
  Config config = load_config(options.config);
  LoadedVocabulary vocabulary(options.vocabularies, config.tie_words);
  std::vector<NormalizedDocument> documents = shard.documents();
  auto is_usable = [](const NormalizedDocument& document) { return document.usable; };
  auto usable = static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), is_usable));
  if (usable == 0) throw Error("none of the documents can be used; nothing was written");
  std::size_t unusable = documents.size() - usable + shard.bad_records();
  std::optional<Previous> previous = read_previous(options.folder);
  Dataset dataset = merge_documents(documents, vocabulary.get(), config);
  replace_folder(options.folder, [&](const std::filesystem::path& stage) {
    write_dataset(dataset, stage);
    write_state(stage, options.folder, documents, {}, shard.made_by());
  });
  Summary summary = summarize(dataset, {}, unusable, previous);
  if (options.json)
    fmt::print("{}", summary_json(summary, options.folder));
  else if (!context.quiet)
    fmt::print("{}", summary_text(summary, options.folder));
  return unusable > 0 ? 3 : 0;
}

int run_merge(const MergeOptions& options, const Context& context) {
  if (options.is_partial == !options.folder.empty()) throw Error("merge needs either -o DIR or --partial");
  Shard shard;
  for (const auto& file : options.files) shard.add(read_bytes(file), file.string());
  if (options.files.empty()) shard.add(read_bytes("-"), "standard input");
  if (!options.is_partial) return merge_into_dataset(shard, options, context);
  std::string text = shard.to_text();
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw Error("cannot write to standard output");
  return 0;
}

}  // namespace

Run declare_merge(CLI::App& app) {
  auto options = std::make_shared<MergeOptions>();
  app.add_option("SHARD", options->files, "what `versus extract` printed; standard input when none is named");
  app.add_option("-o,--output", options->folder, "the dataset's folder");
  app.add_flag("--partial", options->is_partial, "shards into one shard, on standard output");
  app.add_option("--vocabulary", options->vocabularies, "a folder of names of your own (may be repeated)")
      ->expected(1)
      ->take_all();
  app.add_option("--config", options->config, "settings; by default versus.toml here, when there is one");
  app.add_flag("--json", options->json, "the summary as one JSON object");
  return [options](const Context& context) { return run_merge(*options, context); };
}

}  // namespace versus
