// versus-evaluate: measures the program against what a person says. One mode, one file.
#include "tools/evaluate/modes.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "corpus/diagnostic.h"

namespace versus {
namespace {

constexpr std::array kModes = {
    Mode{"rows", "a dataset's rows and claims against annotated documents", declare_rows},
    Mode{"names", "pairs of names that are the same, composite, related or different", declare_names},
    Mode{"features", "feature names of tables that the vocabulary knows", declare_features},
    Mode{"claims", "sentences with labelled claims or pairs, each judged alone", declare_claims},
};

int run(int argc, char** argv) {
  CLI::App app("measures versus against annotated data", "versus-evaluate");
  app.require_subcommand(1);
  app.footer("Exit status: 0 every floor holds; 1 a measure is under its floor; 2 usage or unreadable input.");
  std::vector<std::pair<CLI::App*, Evaluate>> declared;
  for (const Mode& mode : kModes) {
    CLI::App* sub = app.add_subcommand(std::string(mode.name), std::string(mode.summary));
    declared.emplace_back(sub, mode.declare(*sub));
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  for (const auto& [sub, evaluate] : declared)
    if (sub->parsed()) return evaluate();
  return 2;
}

}  // namespace
}  // namespace versus

int main(int argc, char** argv) {
  try {
    return versus::run(argc, argv);
  } catch (const std::exception& error) {
    fmt::print(stderr, "versus-evaluate: {}\n", error.what());
    return 2;
  }
}
