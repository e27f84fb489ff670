#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "corpus/diagnostic.h"
#include "corpus/suggest.h"
#include "corpus/text.h"
#include "tools/versus/commands.h"

namespace versus {
namespace {

constexpr int kUsageError = 2;

std::string overview() {
  std::string text = "versus - one comparison dataset from many articles\n\n";
  text += "  versus build articles/ -o dataset/                     read a folder, write one dataset\n";
  text += "  versus diff --sources a.html b.md dataset/             where two articles agree and contradict\n";
  text += "  versus diff dataset.old/ dataset/                      what changed between two builds\n\n";
  text += "Usage: versus [--color WHEN] [-q | -v] COMMAND ...\n\n";
  for (const Command& command : commands())
    text += fmt::format("  {:<36} {}\n", fmt::format("{} {}", command.name, command.synopsis), command.summary);
  text += "\n  versus COMMAND --help shows the options of a command.\n\n";
  text += "Exit status: 0 fine; 1 differences found or a check failed; 2 usage, configuration or nothing could be\n";
  text += "done; 3 finished, but some documents could not be used.\n";
  return text;
}

int usage_error(const std::string& message, const std::string& command) {
  fmt::print(stderr, "versus: {}\n", strip_control(message));
  fmt::print(stderr, "try: versus {}{}--help\n", command, command.empty() ? "" : " ");
  return kUsageError;
}

std::string did_you_mean(const std::string& word, const std::vector<std::string>& known) {
  std::string near = nearest(word, known);
  return near.empty() ? std::string() : fmt::format(": did you mean '{}'?", near);
}

// The word that stands where the command belongs, if any.
std::string command_word(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--color") {
      ++i;
    } else if (!arguments[i].starts_with("-")) {
      return arguments[i];
    }
  }
  return {};
}

std::string unexpected_argument(const CLI::App& app, const std::string& word) {
  if (!word.starts_with("-")) return fmt::format("unexpected argument '{}'", word);
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  return fmt::format("unknown option '{}'{}", word, did_you_mean(word, known));
}

bool color_wanted(const std::string& when) {
  if (when == "always") return true;
  const char* no_color = std::getenv("NO_COLOR");
  return when == "auto" && isatty(STDOUT_FILENO) && (no_color == nullptr || *no_color == '\0');
}

int run(const std::vector<std::string>& arguments) {
  CLI::App app;
  app.name("versus");
  app.set_help_flag();
  std::string color = "auto";
  Context context;
  app.add_option("--color", color)->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_flag("-q,--quiet", context.quiet);
  app.add_flag("-v,--verbose", context.verbose);
  bool help = false, version = false;
  app.add_flag("-h,--help", help);
  app.add_flag("--version", version);

  struct Declared {
    CLI::App* app;
    Run run;
  };
  std::vector<Declared> declared;
  std::vector<std::string> names;
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(command.name, fmt::format("versus {} {}\n{}\n\nExamples:\n{}", command.name,
                                                                 command.synopsis, command.summary, command.examples));
    sub->set_help_flag("-h,--help", "show this help");
    sub->fallthrough();  // -q and --color may stand after the command too
    sub->footer(fmt::format("\nExit status: {}.", command.exit_statuses));
    declared.push_back({sub, command.declare(*sub)});
    names.emplace_back(command.name);
  }

  std::string word = command_word(arguments);
  bool known = std::find(names.begin(), names.end(), word) != names.end();
  if (!word.empty() && !known)
    return usage_error(fmt::format("unknown command '{}'{}", word, did_you_mean(word, names)), "");
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them last first
  } catch (const CLI::CallForHelp&) {
    fmt::print("{}\n", app.get_subcommand(word)->help());
    return 0;
  } catch (const CLI::ParseError& error) {
    std::vector<std::string> remaining = app.remaining(true);
    if (remaining.empty()) return usage_error(error.what(), word);
    return usage_error(unexpected_argument(known ? *app.get_subcommand(word) : app, remaining.front()), word);
  }
  if (version) {
    fmt::print("versus {}\n", VERSUS_VERSION);
    return 0;
  }
  if (help || word.empty()) {
    fmt::print(help ? stdout : stderr, "{}", overview());
    return help ? 0 : kUsageError;
  }
  context.color = color_wanted(color);
  context.progress = !context.quiet && isatty(STDERR_FILENO);
  for (const Declared& command : declared)
    if (command.app->parsed()) return command.run(context);
  return kUsageError;
}

}  // namespace
}  // namespace versus

int main(int argc, char** argv) {
  try {
    int status = versus::run({argv + 1, argv + argc});
    if (std::fflush(stdout) != 0) throw versus::Error("cannot write to standard output");
    return status;
  } catch (const std::exception& error) {
    fmt::print(stderr, "versus: {}\n", versus::strip_control(error.what()));
    return versus::kUsageError;
  }
}
