#include "extract/find/winners.h"

#include <algorithm>
#include <set>

#include "corpus/text.h"
#include "extract/find/names.h"

namespace versus {
namespace {

constexpr std::size_t kLongestVerdict = 8;  // words; what is longer argues

bool same_name(std::string_view a, std::string_view b) {
  std::string left = squashed_key(a);
  return !left.empty() && (left == squashed_key(b) || left == squashed_key(base_name(b)) ||
                           squashed_key(base_name(a)) == squashed_key(base_name(b)));
}

/// Only joining signs and words between the mentions: "PostgreSQL + Redis", "Go or Python".
bool only_joins(std::string_view text, const std::vector<SubjectMention>& mentions) {
  std::string rest;
  std::size_t at = 0;
  for (const SubjectMention& mention : mentions) {
    rest += std::string(text.substr(at, mention.begin - at)) + ' ';
    at = mention.end;
  }
  rest += text.substr(at);
  std::string key = name_key(rest);
  for (std::string_view word : split_words(key))
    if (word != "and" && word != "or" && word != "und" && word != "oder" && word != "+") return false;
  return true;
}

}  // namespace

std::optional<Winner> read_winner(std::string_view text, const std::vector<std::string>& candidates,
                                  const Subjects& subjects) {
  std::string_view name = trim_name(text);
  if (name.empty()) return std::nullopt;
  std::string key = name_key(name);
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (same_name(name, candidates[i])) return Winner{false, std::string(name), static_cast<int>(i)};
  const Vocabulary* vocabulary = subjects.vocabulary;
  if (vocabulary && (vocabulary->has_word("tie", key) || vocabulary->has_word("tie", name_key(base_name(name)))))
    return Winner{true, "", -1};
  auto candidate_of = [&](std::string_view surface) {
    int subject = subjects.find(surface);
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (same_name(surface, candidates[i]) || (subject >= 0 && subjects.find(candidates[i]) == subject))
        return static_cast<int>(i);
    return -1;
  };
  if (subjects.find(name) >= 0 || (vocabulary && vocabulary->find_entity(name)))
    return Winner{false, std::string(name), candidate_of(name)};
  std::vector<SubjectMention> mentions = subjects.find_mentions(name);
  if (mentions.empty()) return std::nullopt;
  std::set<int> distinct;
  for (const SubjectMention& mention : mentions) distinct.insert(mention.subject);
  if (distinct.size() > 1) {
    if (!only_joins(name, mentions)) return std::nullopt;
    bool all = distinct.size() == candidates.size() && candidates.size() >= 2;
    return all ? Winner{true, "", -1} : Winner{false, std::string(name), -1};
  }
  if (split_words(name).size() > kLongestVerdict || mentions.front().begin > 0) return std::nullopt;
  std::string_view mention = name.substr(mentions.front().begin, mentions.front().end - mentions.front().begin);
  return Winner{false, std::string(mention), candidate_of(mention)};
}

FeatureRow advantage_row(const Winner& winner, const std::vector<std::string>& candidates, SpannedText value) {
  FeatureRow row;
  row.kind = RowKind::advantage;
  row.value = std::move(value);
  row.direction = winner.tie ? Direction::equal : Direction::better;
  row.entity = winner.tie && !candidates.empty() ? candidates.front() : winner.name;
  if (candidates.size() == 2) {
    bool first_wins = winner.tie || winner.candidate == 0;
    if (winner.tie || winner.candidate >= 0) row.opponent = candidates[first_wins ? 1 : 0];
  } else if (candidates.size() > 2) {
    row.candidates = candidates;
  }
  return row;
}

}  // namespace versus
