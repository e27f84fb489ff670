// The only user of toml++. Every key is one line in a list that knows its type and range.
#include "score/config.h"

#include <fmt/format.h>

#include <toml++/toml.h>

#include <fstream>
#include <functional>
#include <iterator>

#include "corpus/diagnostic.h"
#include "corpus/suggest.h"

namespace versus {
namespace {

/// Where a value stands, for messages.
struct Place {
  std::string file;
  std::string key;
  std::size_t line = 0;

  [[noreturn]] void fail(const std::string& what) const { throw Error(fmt::format("{}:{}: {}", file, line, what)); }
  [[noreturn]] void fail_value(const std::string& wanted) const { fail(fmt::format("'{}' is not {}", key, wanted)); }
};

using Set = std::function<void(Config&, const toml::node&, const Place&)>;

Set text(std::string Config::*member) {
  return [member](Config& config, const toml::node& node, const Place& place) {
    auto value = node.value_exact<std::string>();
    if (!value) place.fail_value("a text");
    config.*member = *value;
  };
}

bool is_package_name(const std::string& name) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string::npos;
}

void set_name(Config& config, const toml::node& node, const Place& place) {
  auto value = node.value_exact<std::string>();
  if (!value || !is_package_name(*value)) place.fail_value("a name of lower-case letters, digits, '-', '_' and '.'");
  config.name = *value;
}

Set share(double Config::*member) {
  return [member](Config& config, const toml::node& node, const Place& place) {
    auto value = node.is_number() ? node.value<double>() : std::nullopt;
    if (!value || !(*value >= 0) || !(*value <= 1)) place.fail_value("a number from 0 to 1");
    config.*member = *value;
  };
}

void set_bootstrap(Config& config, const toml::node& node, const Place& place) {
  auto value = node.value_exact<std::int64_t>();
  if (!value || *value < 100 || *value > 100000) place.fail_value("a whole number from 100 to 100000");
  config.bootstrap = *value;
}

void set_seed(Config& config, const toml::node& node, const Place& place) {
  auto value = node.value_exact<std::int64_t>();
  if (!value || *value < 0) place.fail_value("a whole number from 0");
  config.seed = static_cast<std::uint64_t>(*value);
}

void set_tie_words(Config& config, const toml::node& node, const Place& place) {
  const toml::array* list = node.as_array();
  if (!list) place.fail_value("a list of words");
  config.tie_words.clear();
  for (const toml::node& item : *list) {
    auto word = item.value_exact<std::string>();
    bool is_word = word && !word->empty() && word->find_first_of("\t\r\n") == std::string::npos;
    if (!is_word) place.fail_value("a list of words");
    config.tie_words.push_back(*word);
  }
}

const std::map<std::string, std::map<std::string, Set>>& sections() {
  static const std::map<std::string, std::map<std::string, Set>> all{
      {"dataset",
       {{"name", set_name},
        {"title", text(&Config::title)},
        {"description", text(&Config::description)},
        {"homepage", text(&Config::homepage)},
        {"version", text(&Config::version)},
        {"license", text(&Config::license)}}},
      {"words", {{"tie", set_tie_words}}},
      {"thresholds",
       {{"number_tolerance", share(&Config::number_tolerance)},
        {"rating_gap", share(&Config::rating_gap)},
        {"near_copy", share(&Config::near_copy)}}},
      {"scores", {{"bootstrap", set_bootstrap}, {"seed", set_seed}}},
      {"weights", {}}};  // any source may stand there
  return all;
}

template <class Map>
[[noreturn]] void unknown_key(const Place& place, const std::string& name, const Map& known) {
  std::vector<std::string> names;
  for (const auto& [key, value] : known) names.push_back(key);
  std::string near = nearest(name, names);
  if (!near.empty()) place.fail(fmt::format("unknown key '{}': did you mean '{}'?", place.key, near));
  place.fail(fmt::format("unknown key '{}'; there is {}", place.key, fmt::join(names, ", ")));
}

void read_weight(Config& config, const std::string& source, const toml::node& node, const Place& place) {
  auto value = node.is_number() ? node.value<double>() : std::nullopt;
  if (!value || !(*value >= 0) || !(*value <= 1000)) place.fail_value("a weight from 0 to 1000");
  config.source_weights[source] = *value;
}

}  // namespace

Config parse_config(std::string_view content, std::string_view file_name) {
  std::string file(file_name);
  toml::table root;
  try {
    root = toml::parse(content, file_name);
  } catch (const toml::parse_error& error) {
    throw Error(fmt::format("{}:{}: {}", file, error.source().begin.line, error.description()));
  }
  Config config;
  for (const auto& [section_key, section] : root) {
    std::string name(section_key.str());
    Place place{file, name, section_key.source().begin.line};
    auto known = sections().find(name);
    if (known == sections().end()) unknown_key(place, name, sections());
    const toml::table* table = section.as_table();
    if (!table) place.fail_value("a section: write [" + name + "] on a line of its own");
    for (const auto& [key, node] : *table) {
      std::string key_name(key.str());
      Place key_place{file, name + "." + key_name, key.source().begin.line};
      if (name == "weights") {
        read_weight(config, key_name, node, key_place);
        continue;
      }
      auto set = known->second.find(key_name);
      if (set == known->second.end()) unknown_key(key_place, key_name, known->second);
      set->second(config, node, key_place);
    }
  }
  return config;
}

Config read_config(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(fmt::format("{}: cannot be read", file.string()));
  std::string content{std::istreambuf_iterator<char>(in), {}};
  return parse_config(content, file.string());
}

}  // namespace versus
