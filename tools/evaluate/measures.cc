#include "tools/evaluate/measures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "corpus/diagnostic.h"

namespace versus {

double Tally::precision() const {
  if (predicted == 0) return listed == 0 ? 1.0 : 0.0;
  return static_cast<double>(right) / predicted;
}

double Tally::recall() const { return listed == 0 ? 1.0 : static_cast<double>(found) / listed; }

double Tally::f1() const {
  double sum = precision() + recall();
  return sum == 0 ? 0.0 : 2 * precision() * recall() / sum;
}

void Tally::add(const Tally& other) {
  listed += other.listed;
  found += other.found;
  predicted += other.predicted;
  right += other.right;
}

bool floors_hold(const std::vector<Measure>& measures, const std::filesystem::path& floors) {
  constexpr double kPrinted = 5e-5;  // floors are written with four decimals
  std::ifstream stream(floors);
  if (!stream) throw Error(fmt::format("{}: cannot be read", floors.string()));
  bool hold = true;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    std::size_t tab = line.find('\t');
    if (tab == std::string::npos) throw Error(fmt::format("{}:{}: no tab in '{}'", floors.string(), number, line));
    std::string name = line.substr(0, tab);
    double floor = std::strtod(line.c_str() + tab + 1, nullptr);
    auto measure = std::find_if(measures.begin(), measures.end(), [&](const Measure& m) { return m.name == name; });
    if (measure == measures.end()) {
      fmt::print(stderr, "{}:{}: no measure is called '{}'\n", floors.string(), number, name);
      hold = false;
    } else if (measure->value + kPrinted < floor) {
      fmt::print(stderr, "{} is {:.4f}, under its floor {:.4f}\n", name, measure->value, floor);
      hold = false;
    }
  }
  return hold;
}

}  // namespace versus
