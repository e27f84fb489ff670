// The commands of `versus`. Adding one: a file beside this that declares it, a line here and in commands.cc.
#pragma once

#include <functional>
#include <span>
#include <string>

namespace CLI {
class App;
}

namespace versus {

/// What the options before the command decide.
struct Context {
  bool quiet = false;
  bool verbose = false;
  bool color = false;     // stdout may be coloured
  bool progress = false;  // stderr is a terminal that may show progress
};

/// Runs a parsed command line; returns the exit status. Throws Error (exit status 2).
using Run = std::function<int(const Context&)>;

struct Command {
  const char* name;
  const char* synopsis;  // the arguments, as in the overview: "SRC... -o DIR"
  const char* summary;   // one line
  const char* examples;  // lines of help
  const char* exit_statuses;
  Run (*declare)(CLI::App&);  // adds the options; what they set lives in the function returned
};

std::span<const Command> commands();

Run declare_build(CLI::App& app);
Run declare_check(CLI::App& app);
Run declare_extract(CLI::App& app);
Run declare_merge(CLI::App& app);
Run declare_names(CLI::App& app);
Run declare_diff(CLI::App& app);
Run declare_show(CLI::App& app);
Run declare_report(CLI::App& app);
Run declare_read(CLI::App& app);
Run declare_tables(CLI::App& app);

}  // namespace versus
