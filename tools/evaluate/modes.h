// The modes of `versus-evaluate`. Adding one: a file beside this that declares it, and a line in main.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace versus {

/// Runs a parsed mode; returns the exit status: 0 every floor holds, 1 a measure fell under its floor.
using Evaluate = std::function<int()>;

struct Mode {
  std::string_view name;
  std::string_view summary;
  Evaluate (*declare)(CLI::App&);  // adds the options; what they set lives in the function returned
};

Evaluate declare_rows(CLI::App& app);
Evaluate declare_claims(CLI::App& app);
Evaluate declare_names(CLI::App& app);
Evaluate declare_features(CLI::App& app);

}  // namespace versus
