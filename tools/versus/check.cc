#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "tools/versus/check_dataset.h"
#include "tools/versus/commands.h"
#include "tools/versus/input.h"

namespace versus {
namespace {

namespace fs = std::filesystem;

struct CheckOptions {
  fs::path dataset;
  std::vector<fs::path> sources, vocabularies;
};

void say(const std::string& line) { fmt::print("{}\n", strip_control(line)); }

int check_vocabulary(const std::vector<fs::path>& folders, const Context& context) {
  LoadedVocabulary vocabulary(folders);
  Diagnostics problems = vocabulary.get().check();
  int errors = 0;
  for (const Diagnostic& problem : problems) {
    if (problem.severity != Severity::note) ++errors;
    say(problem.message);
  }
  if (!context.quiet) say(errors > 0 ? fmt::format("{} problems", errors) : "the vocabulary is consistent");
  return errors > 0 ? 1 : 0;
}

int run_check(const CheckOptions& options, const Context& context) {
  CheckResult result = check_dataset(options.dataset, options.sources);
  for (const std::string& problem : result.problems) say(problem);
  for (const std::string& source : result.not_found)
    say(fmt::format("{}: the source is not there; its quotes were not checked (--sources)", source));
  if (!context.quiet)
    say(fmt::format("{}: {} records, {} of {} quotes checked in {} documents; {}", options.dataset.string(),
                    result.records, result.quotes_checked, result.quotes, result.documents_checked,
                    result.problems.empty() ? "no problems" : fmt::format("{} problems", result.problems.size())));
  return result.problems.empty() && result.not_found.empty() ? 0 : 1;
}

}  // namespace

Run declare_check(CLI::App& app) {
  auto options = std::make_shared<CheckOptions>();
  app.add_option("DATASET", options->dataset, "the dataset's folder");
  app.add_option("--sources", options->sources, "where the articles lie now; by default where they were read")
      ->expected(1)
      ->take_all();
  app.add_option("--vocabulary", options->vocabularies, "check these names instead (over the shipped ones)")
      ->expected(1)
      ->take_all();
  return [options](const Context& context) {
    if (options->dataset.empty() == options->vocabularies.empty())
      throw Error("check needs either a DATASET or --vocabulary DIR");
    return options->dataset.empty() ? check_vocabulary(options->vocabularies, context) : run_check(*options, context);
  };
}

}  // namespace versus
