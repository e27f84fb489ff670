#include "tools/versus/names_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "corpus/text.h"

namespace versus {
namespace {

// Below this, Dice over trigrams pairs names that share an ending only. It suggests; a person decides.
constexpr double kWorthShowing = 0.5;

struct Name {
  std::string what, id, label;
  std::vector<std::string> aliases;
  bool known = false;
  std::size_t rows = 0;
  std::set<std::string> documents, tables;
  std::vector<std::string> trigrams;  // sorted, each once
};

std::vector<std::string> trigrams_of(std::string_view label) {
  std::string key = "  " + name_key(label) + " ";
  std::vector<std::string> out;
  for (std::size_t i = 0; i + 3 <= key.size(); ++i) out.push_back(key.substr(i, 3));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

double dice(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return a.empty() || b.empty() ? 0
                                : 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const auto& x) { return b.contains(x); }));
}

std::vector<Name> names_of(const Dataset& dataset, const Vocabulary& vocabulary, bool entities) {
  std::map<std::string, Name> names;
  auto add = [&](const std::string& id, const std::string& label, const std::vector<std::string>& aliases, bool known) {
    names[id] = {entities ? "entity" : "feature", id, label, aliases, known, 0, {}, {}, trigrams_of(label)};
  };
  if (entities) {
    for (const auto& e : dataset.entities) add(e.entity_id, e.label, e.aliases, vocabulary.entity(e.entity_id));
  } else {
    for (const auto& f : dataset.features) add(f.feature_id, f.label, f.aliases, vocabulary.feature(f.feature_id));
  }
  for (const RowRecord& row : dataset.rows) {
    auto ids = entities ? std::vector<std::string>{row.entity_id, row.opponent_id} : std::vector{row.feature_id};
    for (const std::string& id : ids) {
      auto name = names.find(id);
      if (name == names.end()) continue;
      ++name->second.rows;
      name->second.documents.insert(row.doc_id);
      if (!row.table_id.empty()) name->second.tables.insert(row.table_id);
    }
  }
  std::vector<Name> out;
  for (auto& [id, name] : names) out.push_back(std::move(name));
  return out;
}

// A name that a list or a column would break is written without it.
std::string cell(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == ';' || c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return fold_space(strip_control(text));
}

std::string line_of(const Name& name, const std::vector<Name>& all) {
  const Name* nearest = nullptr;
  double best = kWorthShowing;
  for (const Name& other : all) {
    double similarity = other.id == name.id ? 0 : dice(name.trigrams, other.trigrams);
    if (similarity > best) {
      best = similarity;
      nearest = &other;
    }
  }
  std::string aliases;
  for (const std::string& alias : name.aliases) {
    if (!name_key(alias).empty()) aliases += (aliases.empty() ? "" : "; ") + cell(alias);
  }
  std::string evidence = "\t\t\t";
  if (nearest) {
    evidence = fmt::format("{}\t{:.2f}\t{}\t{}", cell(nearest->label), best, shared(name.documents, nearest->documents),
                           shared(name.tables, nearest->tables));
  }
  return fmt::format("#{}\t{}\t{}\t{}\t\t{}\t{}\t{}\n", name.what, cell(name.label), aliases, name.id, name.rows,
                     name.documents.size(), evidence);
}

std::string apart_lines(const Dataset& dataset, const Vocabulary& vocabulary) {
  std::set<std::string> lines;
  for (const FeatureLinkRecord& link : dataset.feature_links) {
    const FeatureEntry* entry = vocabulary.feature(link.feature_id);
    bool rule = link.method == "token-set" || link.method == "core" || link.method == "squashed";
    if (!entry || !rule || link.relation == "composite" || link.relation == "related") continue;
    std::string key = name_key(link.surface);
    std::replace(key.begin(), key.end(), ' ', '-');
    lines.insert(fmt::format("#feature\t{}\t\t{}\t\t\t\t{}\t{:.2f}\t\t\n", cell(link.surface), key, cell(entry->label),
                             link.score));
  }
  std::string out;
  for (const std::string& line : lines) out += line;
  return out;
}

}  // namespace

std::string review_names(const Dataset& dataset, const Vocabulary& vocabulary) {
  std::string out =
      "# Names that no vocabulary knows. To decide about one, take the '#' before its line away, then: write the name "
      "it\n"
      "# is another word for under same_as (label or id), or change the label it is shown by, or give it aliases. "
      "Save\n"
      "# this file in a folder and build with --vocabulary FOLDER. ?nearest only looks alike; names that stand in one\n"
      "# table (?same_tables) are not the same.\n"
      "what\tlabel\taliases\tid\tsame_as\t?rows\t?documents\t?nearest\t?similarity\t?shared_documents\t?same_tables\n";
  for (bool entities : {true, false}) {
    std::vector<Name> all = names_of(dataset, vocabulary, entities);
    std::vector<Name> unknown;
    std::copy_if(all.begin(), all.end(), std::back_inserter(unknown),
                 [](const Name& n) { return !n.known && n.rows > 0 && !name_key(n.label).empty(); });
    std::stable_sort(unknown.begin(), unknown.end(), [](const Name& a, const Name& b) { return a.rows > b.rows; });
    for (const Name& name : unknown) out += line_of(name, all);
  }
  std::string apart = apart_lines(dataset, vocabulary);
  if (!apart.empty()) out += "# Taken for ?nearest by a rule. Without its '#', a line keeps its name apart.\n" + apart;
  return out;
}

}  // namespace versus
