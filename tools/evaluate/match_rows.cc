// Rows are matched greedily: every possible pair gets a strength, the strongest are taken first.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "corpus/text.h"
#include "tools/evaluate/compare.h"
#include "tools/evaluate/match.h"

namespace versus {
namespace {

constexpr double kNearlyEqual = 0.9;     // share of words that two long values have in common
constexpr std::size_t kLong = 5;         // words of a long value
constexpr double kEnoughParts = 0.7;     // of a list that was found part by part
constexpr double kOptionalPenalty = .5;  // a row that must be found is matched first

const std::set<std::string>& tie_words() {
  static const std::set<std::string> words = {"same", "tie",     "tied",       "draw",    "equal",   "both",
                                              "even", "neither", "comparable", "equally", "similar", "no winner"};
  return words;
}

struct Found {
  const FoundRow* row;
  std::string feature, value;
  std::set<std::string> entities;
};

struct Listed {
  const GoldRow* row;
  std::set<std::string> features, values, entities;
};

Listed listed_of(const Gold& gold, const GoldRow& row) {
  Listed listed{&row, {}, {}, gold.names_of(row.entity)};
  std::set<std::string> canonical = gold.names_of(row.canonical_entity);
  listed.entities.insert(canonical.begin(), canonical.end());
  listed.features.insert(comparison_key(row.feature));
  for (const std::string& feature : row.other_features) listed.features.insert(comparison_key(feature));
  if (!row.section.empty()) {
    listed.features.insert(comparison_key(row.section + " " + row.feature));
    listed.features.insert(comparison_key(row.feature + " " + row.section));
  }
  listed.values.insert(comparison_key(row.value));
  for (const std::string& value : row.other_values) listed.values.insert(comparison_key(value));
  if (row.kind == "advantage") {
    std::set<std::string> winner = gold.names_of(row.canonical_value.empty() ? row.value : row.canonical_value);
    listed.values.insert(winner.begin(), winner.end());
  }
  return listed;
}

std::string_view without_number(std::string_view key) {
  std::size_t letter = key.find_first_not_of("0123456789 ");
  return letter == std::string_view::npos ? key : key.substr(letter);
}

bool same_feature(const Listed& listed, const Found& found) {
  return std::any_of(listed.features.begin(), listed.features.end(), [&](const std::string& feature) {
    if (feature == found.feature || without_number(feature) == without_number(found.feature)) return true;
    return std::min(split_words(feature).size(), split_words(found.feature).size()) >= kLong &&
           overlap(feature, found.feature) >= kNearlyEqual;
  });
}

// "Kafka keeps messages" and "keeps messages" are the same value about Kafka.
std::string without_entity(const std::string& value, const std::set<std::string>& entities) {
  for (const std::string& entity : entities)
    if (!entity.empty() && value.size() > entity.size() + 1 && value.starts_with(entity + " "))
      return value.substr(entity.size() + 1);
  return value;
}

// 0: another value; 1: nearly this one; 2: this one.
int same_value(const Listed& listed, const Found& found) {
  if (listed.row->number && found.row->kind != "text")
    if (auto number = first_number(found.row->value)) return std::abs(*number - *listed.row->number) < 1e-6 ? 2 : 0;
  int best = 0;
  for (const std::string& value : listed.values) {
    if (value == found.value) return 2;
    std::size_t shorter = std::min(split_words(value).size(), split_words(found.value).size());
    std::size_t longer = std::max(split_words(value).size(), split_words(found.value).size());
    if (longer >= kLong && overlap(value, found.value) >= kNearlyEqual) best = 1;
    if (shorter >= 2 && without_entity(value, listed.entities) == without_entity(found.value, listed.entities))
      best = 1;
  }
  return best;
}

int same_winner(const Listed& listed, const Found& found) {
  if (listed.values.contains(found.value)) return 2;
  bool tie = std::any_of(listed.values.begin(), listed.values.end(),
                         [](const std::string& value) { return tie_words().contains(value); });
  return tie && tie_words().contains(found.value) ? 2 : 0;
}

bool same_entity(const Listed& listed, const Found& found) {
  return std::any_of(found.entities.begin(), found.entities.end(),
                     [&](const std::string& entity) { return listed.entities.contains(entity); });
}

double strength(const Listed& listed, const Found& found) {
  bool advantage = listed.row->kind == "advantage";
  if (advantage != (found.row->kind == "advantage") || !same_feature(listed, found)) return 0;
  int same = 0;
  if (advantage)
    same = same_winner(listed, found);
  else if (same_entity(listed, found))
    same = same_value(listed, found);
  if (same == 0) return 0;
  bool section = comparison_key(found.row->section) == comparison_key(listed.row->section);
  return same - (listed.row->optional ? kOptionalPenalty : 0) + (section ? 0.1 : 0);
}

struct Pair {
  double strength;
  std::size_t found, listed;
};

// Which part of a list a row is, or none.
std::size_t part_of(const Listed& listed, const Found& found, const std::set<std::size_t>& taken) {
  const std::vector<std::string>& parts = listed.row->parts;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    std::string key = comparison_key(parts[part]);
    bool near = split_words(key).size() >= 4 && overlap(key, found.value) >= kNearlyEqual;
    if (!taken.contains(part) && (key == found.value || near)) return part;
  }
  return parts.size();
}

struct Matching {
  std::vector<const Listed*> of_found;  // what each found row is; null: nothing
  std::vector<bool> whole;              // ... and not only a part of it
  std::vector<bool> listed_found;
};

Matching match(const std::vector<Listed>& listed, const std::vector<Found>& found) {
  Matching matching{std::vector<const Listed*>(found.size()), std::vector<bool>(found.size()),
                    std::vector<bool>(listed.size())};
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < found.size(); ++i)
    for (std::size_t j = 0; j < listed.size(); ++j)
      if (double s = strength(listed[j], found[i]); s > 0) pairs.push_back({s, i, j});
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.strength > b.strength; });
  for (const Pair& pair : pairs) {
    if (matching.of_found[pair.found] != nullptr || matching.listed_found[pair.listed]) continue;
    matching.of_found[pair.found] = &listed[pair.listed];
    matching.whole[pair.found] = matching.listed_found[pair.listed] = true;
  }
  for (std::size_t j = 0; j < listed.size(); ++j) {
    if (matching.listed_found[j] || listed[j].row->parts.size() < 2) continue;
    std::set<std::size_t> taken;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (matching.of_found[i] != nullptr || found[i].row->kind == "advantage") continue;
      if (!same_feature(listed[j], found[i]) || !same_entity(listed[j], found[i])) continue;
      std::size_t part = part_of(listed[j], found[i], taken);
      if (part == listed[j].row->parts.size()) continue;
      taken.insert(part);
      matching.of_found[i] = &listed[j];
    }
    double enough = kEnoughParts * static_cast<double>(listed[j].row->parts.size());
    matching.listed_found[j] = static_cast<double>(taken.size()) >= enough;
  }
  return matching;
}

}  // namespace

RowResult match_rows(const Gold& gold, const std::vector<FoundRow>& rows, Log& log) {
  std::vector<Listed> listed;
  for (const GoldRow& row : gold.rows) listed.push_back(listed_of(gold, row));
  std::vector<Found> found;
  for (const FoundRow& row : rows)
    found.push_back({&row,
                     comparison_key(row.feature),
                     comparison_key(row.value),
                     {comparison_key(row.entity), comparison_key(row.canonical_entity)}});
  Matching matching = match(listed, found);
  RowResult result;
  for (std::size_t j = 0; j < listed.size(); ++j) {
    const GoldRow& row = *listed[j].row;
    if (row.optional) continue;
    ++result.rows.listed;
    result.rows.found += matching.listed_found[j] ? 1 : 0;
    if (!matching.listed_found[j])
      log.push_back(fmt::format("missed    {} | {} | {} | {}", row.kind, row.entity, row.feature, row.value));
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Listed* match = matching.of_found[i];
    const FoundRow& row = *found[i].row;
    if (match != nullptr && match->row->optional) continue;
    ++result.rows.predicted;
    if (match == nullptr) {
      log.push_back(fmt::format("false     {} | {} | {} | {}", row.kind, row.entity, row.feature, row.value));
      continue;
    }
    ++result.rows.right;
    if (!matching.whole[i]) continue;
    result.kind.add({row.kind == match->row->kind ? 1 : 0, 1});
    if (row.kind != match->row->kind)
      log.push_back(fmt::format("kind      {} for {} | {} | {} | {}", row.kind, match->row->kind, row.entity,
                                row.feature, row.value));
    if (row.kind == "advantage") continue;
    bool canonical = comparison_key(row.canonical_entity) == comparison_key(match->row->canonical_entity);
    result.canonical.add({canonical ? 1 : 0, 1});
    if (!canonical)
      log.push_back(fmt::format("canonical {} for {}", row.canonical_entity, match->row->canonical_entity));
  }
  return result;
}

}  // namespace versus
