#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "corpus/walk.h"
#include "score/dataset.h"
#include "tools/versus/cache.h"
#include "tools/versus/commands.h"
#include "tools/versus/input.h"
#include "tools/versus/process_files.h"
#include "tools/versus/progress.h"
#include "tools/versus/replace_folder.h"
#include "tools/versus/same_files.h"
#include "tools/versus/state.h"
#include "tools/versus/summary.h"

namespace versus {
namespace {

namespace fs = std::filesystem;

struct BuildOptions {
  std::vector<fs::path> sources;
  fs::path folder;
  WalkOptions walk;
  std::vector<fs::path> vocabularies;
  fs::path config;
  unsigned jobs = 0;
  bool no_cache = false, dry_run = false, check = false, strict = false, json = false;
};

void say(const std::string& source, const Diagnostic& diagnostic) {
  std::string place = diagnostic.line > 0 ? fmt::format("{}:{}", source, diagnostic.line) : source;
  fmt::print(stderr, "versus: {}\n", strip_control(fmt::format("{}: {}", place, diagnostic.message)));
}

// Files that gave no document travel as documents without bytes: the merge keeps their diagnostics.
std::vector<NormalizedDocument> with_problems(std::vector<NormalizedDocument> documents,
                                              const std::vector<WalkProblem>& problems) {
  for (const WalkProblem& problem : problems) {
    NormalizedDocument& document = documents.emplace_back();
    document.source = problem.source;
    document.usable = false;
    document.diagnostics.push_back(problem.diagnostic);
  }
  return documents;
}

// Says what could not be used and counts it. With -v says every warning.
std::size_t report_unusable(const std::vector<NormalizedDocument>& documents, const Context& context) {
  std::size_t unusable = 0;
  for (const NormalizedDocument& document : documents) {
    bool counts = false;
    for (const Diagnostic& diagnostic : document.diagnostics) {
      bool is_reason = !document.usable && diagnostic.severity != Severity::note;
      counts = counts || is_reason;
      if (!context.quiet && (is_reason || (context.verbose && diagnostic.severity != Severity::note)))
        say(document.source, diagnostic);
    }
    unusable += counts ? 1 : 0;
  }
  return unusable;
}

std::string_view change_name(Change change) {
  switch (change) {
    case Change::fresh: return "new";
    case Change::changed: return "changed";
    case Change::read_again: return "read again";
    case Change::reused: return "reused";
  }
  return "";
}

int print_plan(const Changes& changes) {
  for (const FileChange& file : changes.files)
    fmt::print("{:<10}  {}\n", change_name(file.change), strip_control(file.source));
  for (const std::string& source : changes.removed) fmt::print("{:<10}  {}\n", "removed", strip_control(source));
  return 0;
}

int run_build(const BuildOptions& options, const Context& context) {
  heal_folder(options.folder);
  refuse_foreign_folder(options.folder);
  Config config = load_config(options.config);
  LoadedVocabulary loaded(options.vocabularies, config.tie_words);
  const Vocabulary& vocabulary = loaded.get();
  WalkResult found = walk(options.sources, options.walk);
  if (found.files.empty()) throw Error("no documents found");
  Cache cache = options.no_cache ? Cache() : Cache::load(cache_file(options.folder), vocabulary);
  std::optional<Previous> previous = read_previous(options.folder);

  std::vector<ProcessedFile> files;
  {
    Progress progress(found.files.size(), context.progress ? Progress::Show::yes : Progress::Show::no);
    files = process_files(found.files, vocabulary, cache, options.jobs,
                          [&](const std::string& source) { progress.step(source); });
  }
  Changes changes = compare(files, previous);
  if (options.dry_run) return print_plan(changes);

  std::vector<NormalizedDocument> documents;
  for (ProcessedFile& file : files) documents.push_back(std::move(file.document));
  bool any_usable =
      std::any_of(documents.begin(), documents.end(), [](const auto& document) { return document.usable; });
  documents = with_problems(std::move(documents), found.problems);
  std::size_t unusable = report_unusable(documents, context);
  if (!any_usable) throw Error("none of the documents can be used; nothing was written");
  if (options.strict && unusable > 0)
    throw Error(fmt::format("{} of the documents cannot be used (--strict); nothing was written", unusable));

  Dataset dataset = merge_documents(documents, vocabulary, config);
  if (options.check) {
    bool is_same = same_as_written(dataset, options.folder);
    if (!context.quiet)
      fmt::print("{}: {}\n", strip_control(options.folder.string()), is_same ? "up to date" : "would change");
    return is_same ? 0 : 1;
  }
  replace_folder(options.folder, [&](const fs::path& stage) {
    write_dataset(dataset, stage);
    write_state(stage, options.folder, documents, found.files, maker(vocabulary));
  });
  Summary summary = summarize(dataset, changes, unusable, previous);
  if (options.json)
    fmt::print("{}", summary_json(summary, options.folder));
  else if (!context.quiet)
    fmt::print("{}", summary_text(summary, options.folder));
  return unusable > 0 ? 3 : 0;
}

}  // namespace

Run declare_build(CLI::App& app) {
  auto options = std::make_shared<BuildOptions>();
  app.add_option("SRC", options->sources, "files and folders to read; - for standard input")->required();
  app.add_option("-o,--output", options->folder, "the dataset's folder")->required();
  app.add_option("-j,--jobs", options->jobs, "threads; by default one per processor")->check(CLI::Range(1, 1024));
  auto one_each = [](CLI::Option* option) { option->expected(1)->take_all(); };
  one_each(app.add_option("--vocabulary", options->vocabularies, "a folder of names of your own (may be repeated)"));
  app.add_option("--config", options->config, "settings; by default versus.toml here, when there is one");
  one_each(app.add_option("--include", options->walk.include, "read only what matches this glob (may be repeated)"));
  one_each(app.add_option("--exclude", options->walk.exclude, "leave out what matches this glob (may be repeated)"));
  app.add_flag("--no-cache", options->no_cache, "read every document again");
  app.add_flag("--dry-run", options->dry_run, "say what would be read, reused and dropped; write nothing");
  app.add_flag("--check", options->check, "exit 1 if the dataset would change; write nothing");
  app.add_flag("--strict", options->strict, "a document that cannot be used is exit 2; nothing is written then");
  app.add_flag("--json", options->json, "the summary as one JSON object");
  return [options](const Context& context) {
    if (options->jobs == 0) options->jobs = std::max(1U, std::thread::hardware_concurrency());
    return run_build(*options, context);
  };
}

}  // namespace versus
