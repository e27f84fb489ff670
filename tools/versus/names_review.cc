#include "tools/versus/names_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
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
};

std::vector<std::string> trigrams_of(std::string_view label) {
  std::string key = "  " + name_key(label) + " ";
  std::vector<std::string> out;
  for (std::size_t i = 0; i + 3 <= key.size(); ++i) out.push_back(key.substr(i, 3));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// The names that a suggestion may come from: those of the dataset and, by any of their aliases, those of the
/// vocabulary. By trigram, since most of the thousands share none with a name that is looked up.
class NameSearch {
 public:
  struct Hit {
    std::size_t name = 0;
    double similarity = 0;
  };

  /// `name` may be added by several surfaces.
  void add(std::size_t name, std::string_view surface) {
    std::vector<std::string> trigrams = trigrams_of(surface);
    for (const std::string& trigram : trigrams) surfaces_with_[trigram].push_back(surfaces_.size());
    surfaces_.push_back({name, trigrams.size()});
  }

  /// The most alike (Dice over trigrams) but `self`, the first added of equals; nothing at or below `at_least`.
  std::optional<Hit> nearest(std::string_view surface, std::size_t self, double at_least) const {
    std::vector<std::string> trigrams = trigrams_of(surface);
    std::map<std::size_t, std::size_t> shared;  // surface -> trigrams in common
    for (const std::string& trigram : trigrams) {
      auto found = surfaces_with_.find(trigram);
      if (found == surfaces_with_.end()) continue;
      for (std::size_t at : found->second) ++shared[at];
    }
    std::optional<Hit> best;
    for (const auto& [at, common] : shared) {
      const Surface& other = surfaces_[at];
      if (other.name == self) continue;
      double dice = 2.0 * static_cast<double>(common) / static_cast<double>(trigrams.size() + other.n_trigrams);
      if (dice > (best ? best->similarity : at_least)) best = {other.name, dice};
    }
    return best;
  }

 private:
  struct Surface {
    std::size_t name = 0, n_trigrams = 0;
  };
  std::vector<Surface> surfaces_;
  std::map<std::string, std::vector<std::size_t>> surfaces_with_;
};

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const auto& x) { return b.contains(x); }));
}

std::vector<Name> names_of(const Dataset& dataset, const Vocabulary& vocabulary, bool entities) {
  std::map<std::string, Name> names;
  auto add = [&](const std::string& id, const std::string& label, const std::vector<std::string>& aliases, bool known) {
    names[id] = {entities ? "entity" : "feature", id, label, aliases, known, 0, {}, {}};
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

// Names of the vocabulary that no row of the dataset has: the right one is often there.
template <class Entry>
void add_unused(const std::deque<Entry>& entries, const char* what, std::vector<Name>& names) {
  std::set<std::string> used;
  for (const Name& name : names) used.insert(name.id);
  for (const Entry& entry : entries) {
    if (!used.contains(entry.id)) names.push_back({what, entry.id, entry.label, {}, true, 0, {}, {}});
  }
}

NameSearch search_of(const std::vector<Name>& names, const Vocabulary& vocabulary, bool entities) {
  NameSearch search;
  for (std::size_t i = 0; i < names.size(); ++i) {
    search.add(i, names[i].label);
    const EntityEntry* entity = entities ? vocabulary.entity(names[i].id) : nullptr;
    const FeatureEntry* feature = entities ? nullptr : vocabulary.feature(names[i].id);
    const std::vector<std::string> none;
    for (const std::string& alias : entity ? entity->aliases : feature ? feature->aliases : none) search.add(i, alias);
  }
  return search;
}

std::string line_of(std::size_t at, const std::vector<Name>& all, const NameSearch& search) {
  const Name& name = all[at];
  std::optional<NameSearch::Hit> hit = search.nearest(name.label, at, kWorthShowing);
  std::string aliases;
  for (const std::string& alias : name.aliases) {
    if (!name_key(alias).empty()) aliases += (aliases.empty() ? "" : "; ") + cell(alias);
  }
  std::string evidence = "\t\t\t";
  if (hit) {
    const Name& nearest = all[hit->name];
    evidence = fmt::format("{}\t{:.2f}\t{}\t{}", cell(nearest.label), hit->similarity,
                           shared(name.documents, nearest.documents), shared(name.tables, nearest.tables));
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
      "# this file in a folder and build with --vocabulary FOLDER. ?nearest, of these names and of the vocabulary, "
      "only\n"
      "# looks alike; names that stand in one table (?same_tables) are not the same.\n"
      "what\tlabel\taliases\tid\tsame_as\t?rows\t?documents\t?nearest\t?similarity\t?shared_documents\t?same_tables\n";
  for (bool entities : {true, false}) {
    std::vector<Name> all = names_of(dataset, vocabulary, entities);
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!all[i].known && all[i].rows > 0 && !name_key(all[i].label).empty()) unknown.push_back(i);
    }
    std::stable_sort(unknown.begin(), unknown.end(), [&](auto a, auto b) { return all[a].rows > all[b].rows; });
    if (entities) {
      add_unused(vocabulary.entities(), "entity", all);
    } else {
      add_unused(vocabulary.features(), "feature", all);
    }
    NameSearch search = search_of(all, vocabulary, entities);
    for (std::size_t at : unknown) out += line_of(at, all, search);
  }
  std::string apart = apart_lines(dataset, vocabulary);
  if (!apart.empty()) out += "# Taken for ?nearest by a rule. Without its '#', a line keeps its name apart.\n" + apart;
  return out;
}

}  // namespace versus
