#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "corpus/text.h"
#include "tools/evaluate/compare.h"
#include "tools/evaluate/match.h"

namespace versus {
namespace {

constexpr double kSameSentence = 0.5;  // share of words that two quotes of one sentence have in common

std::string turned(const std::string& direction) {
  if (direction == "better") return "worse";
  if (direction == "worse") return "better";
  return direction;
}

std::set<std::string> names_of_all(const Gold& gold, const std::string& name, const std::vector<std::string>& others) {
  std::set<std::string> names = gold.names_of(name);
  for (const std::string& other : others) {
    std::set<std::string> more = gold.names_of(other);
    names.insert(more.begin(), more.end());
  }
  return names;
}

bool same_claim(const Gold& gold, const GoldClaim& listed, const FoundRow& found) {
  std::set<std::string> subjects = names_of_all(gold, listed.subject, listed.other_subjects);
  std::set<std::string> objects = names_of_all(gold, listed.object, listed.other_objects);
  std::set<std::string> directions(listed.other_directions.begin(), listed.other_directions.end());
  directions.insert(listed.direction);
  std::string subject = comparison_key(found.entity), object = comparison_key(found.opponent);
  if (directions.contains(found.direction) && subjects.contains(subject) && objects.contains(object)) return true;
  return !object.empty() && found.direction != "attribute" && directions.contains(turned(found.direction)) &&
         subjects.contains(object) && objects.contains(subject);
}

struct Pair {
  double strength;
  std::size_t found, listed;
};

std::vector<Pair> possible_pairs(const Gold& gold, const std::vector<FoundRow>& claims) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    std::string quote = comparison_key(claims[i].quote);
    for (std::size_t j = 0; j < gold.claims.size(); ++j) {
      const GoldClaim& listed = gold.claims[j];
      double same = overlap(quote, comparison_key(listed.quote));
      if (same < kSameSentence || !same_claim(gold, listed, claims[i])) continue;
      if (shares_a_word(listed.feature, claims[i].feature)) same += 0.2;
      pairs.push_back({same - (listed.optional ? 0.5 : 0), i, j});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.strength > b.strength; });
  return pairs;
}

bool is_attribute(const std::string& direction) { return direction == "attribute" || direction.empty(); }

bool contains_words(const std::string& key, const std::string& part) {
  return (" " + key + " ").find(" " + part + " ") != std::string::npos;
}

}  // namespace

ClaimResult match_claims(const Gold& gold, const std::vector<FoundRow>& claims, Log& log) {
  std::map<std::size_t, std::size_t> of_found, of_listed;
  std::set<std::size_t> repeated, repeats;
  std::vector<Pair> pairs = possible_pairs(gold, claims);
  for (const Pair& pair : pairs)
    if (!of_found.contains(pair.found) && !of_listed.contains(pair.listed))
      of_found[pair.found] = pair.listed, of_listed[pair.listed] = pair.found;
  for (const Pair& pair : pairs)
    if (!of_found.contains(pair.found) && !repeats.contains(pair.found) && repeated.insert(pair.listed).second)
      repeats.insert(pair.found);

  ClaimResult result;
  for (std::size_t j = 0; j < gold.claims.size(); ++j) {
    const GoldClaim& claim = gold.claims[j];
    bool attribute = is_attribute(claim.direction);
    if (claim.optional || (attribute && gold.claims_annotated != ClaimsAnnotated::all)) continue;
    Tally& tally = attribute ? result.attribute : result.comparative;
    ++tally.listed;
    if (of_listed.contains(j)) {
      ++tally.found;
    } else {
      log.push_back(fmt::format("missed    claim | {} {} {} | {} | {}", claim.subject, claim.direction, claim.object,
                                claim.feature, claim.quote));
    }
  }
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const FoundRow& claim = claims[i];
    bool attribute = is_attribute(claim.direction);
    if (repeats.contains(i) || (attribute && gold.claims_annotated != ClaimsAnnotated::all)) continue;
    auto match = of_found.find(i);
    if (match != of_found.end() && gold.claims[match->second].optional) continue;
    Tally& tally = attribute ? result.attribute : result.comparative;
    ++tally.predicted;
    if (match == of_found.end()) {
      log.push_back(fmt::format("false     claim | {} {} {} | {} | {}", claim.entity, claim.direction, claim.opponent,
                                claim.feature, claim.quote));
      continue;
    }
    ++tally.right;
    const GoldClaim& listed = gold.claims[match->second];
    result.feature.add({shares_a_word(listed.feature, claim.feature) ? 1 : 0, 1});
    result.hedge.add({listed.hedged == claim.hedged ? 1 : 0, 1});
    result.negation.add({listed.negated == claim.negated ? 1 : 0, 1});
  }
  return result;
}

Share kept_out(const Gold& gold, const std::vector<FoundRow>& rows, Log& log) {
  std::set<std::string> values;
  for (const GoldRow& row : gold.rows) {
    values.insert(comparison_key(row.value));
    for (const std::string& value : row.other_values) values.insert(comparison_key(value));
    for (const std::string& part : row.parts) values.insert(comparison_key(part));
  }
  Share share;
  for (const MustNot& must_not : gold.must_not) {
    std::string text = comparison_key(must_not.text);
    auto breaks = [&](const std::string& key) {
      std::size_t words = split_words(text).size(), others = split_words(key).size();
      return key == text || (words >= 3 && contains_words(key, text)) || (others >= 3 && contains_words(text, key));
    };
    bool broken = false;
    for (const FoundRow& row : rows) {
      std::string value = comparison_key(row.value), quote = comparison_key(row.quote);
      bool in_value = must_not.in_value && row.kind != "claim" && !values.contains(value) && breaks(value);
      bool in_quote = must_not.in_quote && !values.contains(quote) && breaks(quote);
      if (!broken && (in_value || in_quote))
        log.push_back(fmt::format("must not  {} | {} ({})", row.feature, row.value, must_not.why));
      broken = broken || in_value || in_quote;
    }
    share.add({broken ? 0 : 1, 1});
  }
  return share;
}

}  // namespace versus
