// "X and Y are similar", "both offer high performance", "like Y, X ...", "X differs from Y".

#include <algorithm>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

std::string feature_of_same(const SentenceView& view, const Clause& clause, int i, int stop) {
  if (!view.context.feature.empty()) return std::string(view.context.feature);
  if (!view.label.empty()) return std::string(view.label);
  for (int k = i; k < clause.end; ++k) {
    std::string_view word = view.folded(k);
    if (word == "in" || word == "terms") {
      std::string found = object_feature(view, k, clause.end);
      if (!found.empty()) return found;
    }
  }
  int from = i + 1;
  int to = from;
  while (to < stop && view.is_word(to) && !view.is(to, kPreposition | kAs | kThan | kStandard) &&
         view.folded(to) != "to")
    ++to;
  if (to > from) return std::string(view.slice(from, to));
  if (std::string aspect = subject_aspect(view, clause); !aspect.empty()) return aspect;
  return std::string(view.slice(i, i + 1));
}

// "X is similar to Y", "X has the same speed as Y", "X and Y are similar"; different likewise.
void read_same(const SentenceView& view, std::size_t c, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[c];
  bool different = view.is(i, kDifferent);
  Claim claim;
  claim.negated = is_denied(view, clause, i);
  claim.hedged = is_hedged(view, clause, i);
  claim.direction = different == claim.negated ? Direction::equal : Direction::different;
  // "not on the same level": under it
  std::string_view measure = i + 1 < clause.end ? view.folded(i + 1) : std::string_view();
  bool level = measure == "level" || measure == "league" || measure == "class" || measure == "speed" ||
               measure == "quality" || measure == "standard" || measure == "heights";
  if (claim.negated && !different && level) claim.direction = Direction::worse;
  claim.pattern = different ? ClaimPattern::different : ClaimPattern::same;
  int joint = -1;
  for (int k = i + 1; k < clause.end && k <= i + 7 && joint < 0; ++k) {
    std::string_view word = view.folded(k);
    bool near = k <= i + 2 && (word == "with" || word == "from" || view.is(k, kThan));
    if (view.is(k, kAs) || word == "to" || near) joint = k;
    if (view.token(k).punctuation != 0) break;
  }
  // "identical in X and Y", "hardly any difference between X and Y", "nothing between X and Y"
  for (int k = view.folded(i).ends_with("between") ? i : i + 1; k < clause.end && k <= i + 7; ++k) {
    if (view.token(k).punctuation != 0) break;
    bool opens = k == i || view.is(k, kPreposition);
    if (!opens || !(view.is_mention(k + 1) || view.is(k + 1, kDeterminer | kBoth))) continue;
    std::vector<int> pair = joined_mentions(view, k + 1, 3);
    int said = i - 1;
    while (said > clause.begin && view.is(said, kDeterminer)) --said;
    bool noun = view.folded(i) == "same" || view.folded(i) == "the same";
    if (pair.size() != 2 || (noun && !view.is(said, kCopula))) break;
    set_pair(view, claim, pair[0], pair[1]);
    bool counts = view.folded(i).ends_with("between") || view.folded(k) == "between";
    bool measured = !counts || (clause.verb >= 0 && clause.verb >= i - 2 && clause.verb < i &&
                                view.is(clause.verb, kCopula) && !view.folded(clause.begin).starts_with("there"));
    claim.feature = counts ? opening_topic(view, clause) : std::string();
    if (claim.feature.empty() && view.folded(i + 1) == "in") claim.feature = object_feature(view, i + 1, clause.end);
    if (claim.feature.empty() && measured) claim.feature = subject_aspect(view, clause);
    if (claim.feature.empty() && counts) claim.feature = object_after(view, clause, k + 1);
    if (claim.feature.empty())
      claim.feature = counts ? std::string(view.slice(i, i + 1)) : feature_of_same(view, clause, i, k);
    add_claim(claims, claim);
    return;
  }
  bool of_them = view.folded(i).ends_with("between") &&
                 (view.folded(std::min(i + 1, view.size() - 1)) == "them" || view.is(i + 1, kBoth));
  if (of_them && view.context.compared.size() == 2) {  // "there's nothing to choose between them"
    claim.subject = view.context.compared[0];
    claim.object = view.context.compared[1];
    claim.feature = opening_topic(view, clause);
    if (claim.feature.empty()) claim.feature = std::string(view.slice(i, i + 1));
    add_claim(claims, claim);
    return;
  }
  if (view.folded(i) == "alike" && view.is_mention(i - 1) && view.is(i - 2, kConjunction) && view.is_mention(i - 3)) {
    set_pair(view, claim, view.token(i - 3).mention, view.token(i - 1).mention);
    claim.feature = subject_aspect(view, clause);
    if (claim.feature.empty()) claim.feature = kOverall;
    add_claim(claims, claim);
    return;
  }
  // "measured on the same machine": the circumstances are the same
  int opener = view.is(i - 1, kDeterminer) ? i - 2 : i - 1;
  if (view.folded(i).ends_with("same") && joint < 0 && !level && opener > clause.begin && view.is(opener, kPreposition))
    return;
  int first = -1;
  for (int k = clause.begin; k < i && first < 0; ++k) first = view.token(k).mention;
  int subject = first >= 0                                                     ? view.subject_of(first)
                : !clause.unknown_subject || view.context.default_subject >= 0 ? clause.subject
                                                                               : -1;
  claim.subject = subject;
  claim.subject_mention = first >= 0 ? first : clause.subject_mention;
  std::vector<int> objects = joint >= 0 ? joined_mentions(view, joint + 1, 5) : std::vector<int>();
  claim.feature = feature_of_same(view, clause, i, joint >= 0 ? joint : clause.end);
  if (!objects.empty() && subject >= 0) {
    for (int object : objects) {
      claim.object = view.subject_of(object);
      claim.object_mention = object;
      add_claim(claims, claim);
    }
    return;
  }
  if (claim.direction == Direction::worse && subject >= 0 && joint < 0) {  // "it doesn't reach the same speed"
    claim.object = implied_opponent(view, c, subject);
    claim.object_mention = -1;
    if (claim.object >= 0) add_claim(claims, claim);
    return;
  }
  // "X and Y offer a similar pace"; nothing is equal to something else that is not named
  if (joint >= 0 && view.is(joint, kThan)) return;
  if (clause.co_subject_mention >= 0 && first >= 0 && !different && !claim.negated) {
    claim.object_mention = clause.co_subject_mention;
    claim.object = view.subject_of(clause.co_subject_mention);
    add_claim(claims, claim);
  }
}

// "I couldn't tell X and Y apart."
void read_apart(const SentenceView& view, std::size_t c, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[c];
  int apart = -1;
  for (int k = i + 1; k < clause.end && k < i + 9 && apart < 0; ++k)
    if (view.folded(k) == "apart") apart = k;
  if (apart < 0) return;
  std::vector<int> pair = joined_mentions(view, i + 1, 3);
  if (pair.size() != 2) return;
  bool denied = is_denied(view, clause, i);
  for (int k = clause.begin; k < i; ++k)
    denied = denied || view.folded(k) == "hard" || view.folded(k) == "difficult" || view.folded(k) == "impossible";
  Claim claim;
  set_pair(view, claim, pair[0], pair[1]);
  claim.direction = denied ? Direction::equal : Direction::different;
  claim.negated = denied;
  claim.hedged = is_hedged(view, clause, i);
  claim.pattern = denied ? ClaimPattern::same : ClaimPattern::different;
  claim.feature = opening_topic(view, clause);
  if (claim.feature.empty()) claim.feature = object_after(view, clause, apart);
  if (claim.feature.empty()) claim.feature = std::string(view.slice(i, apart + 1));
  add_claim(claims, claim);
}

// "Both default to eager execution": of the two that the document compares, or of "both X and Y".
void read_both(const SentenceView& view, std::size_t c, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[c];
  std::vector<int> pair = joined_mentions(view, i + 1, 2);
  if (pair.size() == 2 && i > clause.begin) {  // "compile times are long in both X and Y"
    Claim claim;
    claim.pattern = ClaimPattern::same;
    claim.direction = Direction::equal;
    claim.hedged = is_hedged(view, clause, i);
    claim.negated = is_negated(view, clause.begin, i);
    set_pair(view, claim, pair[0], pair[1]);
    claim.feature = subject_aspect(view, clause);
    if (view.is(clause.verb, kCopula) && clause.verb < i && !claim.feature.empty() && !claim.negated)
      add_claim(claims, claim);
    return;
  }
  bool counts = view.folded(i) == "the two" || view.folded(i) == "these two";
  if (counts && !view.is(i + 1, kVerb)) return;
  for (int k = clause.begin; k < clause.end; ++k)
    if (view.is(k, kDifferent) || view.is(k, kQuestion & ~static_cast<std::uint64_t>(kRelative))) return;
  Claim claim;
  claim.pattern = ClaimPattern::same;
  claim.direction = Direction::equal;
  claim.hedged = is_hedged(view, clause, i);
  if (clause.subject_mention >= 0 && clause.co_subject_mention >= 0) {
    set_pair(view, claim, clause.subject_mention, clause.co_subject_mention);
  } else if (view.context.compared.size() == 2 && clause.subject_mention < 0) {
    for (int k = clause.begin; k < i; ++k)
      if (view.is_word(k) && !view.is(k, kDeterminer | kConjunction | kContrast | kPreposition)) return;
    claim.subject = view.context.compared[0];
    claim.object = view.context.compared[1];
  } else {
    return;
  }
  int verb = -1;
  for (int k = i + 1; k < clause.end && verb < 0; ++k)
    if (view.is(k, kVerb) && !view.is(k, kPreposition)) verb = k;
  claim.negated = is_negated(view, clause.begin, verb >= 0 ? std::min(clause.end, verb + 2) : clause.end);
  claim.feature = object_feature(view, verb >= 0 ? verb : i + 1, clause.end);
  add_claim(claims, claim);
}

// "Neither X nor Y locks versions": equal. "Neither X nor Y gives you what Z does": Z is better than each.
void read_neither(const SentenceView& view, std::size_t c, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[c];
  auto named_at = [&](int k) { return view.is(k, kDeterminer) ? k + 1 : k; };
  int a = view.is_mention(named_at(i + 1)) ? named_at(i + 1) : -1;
  int b = a >= 0 && view.folded(a + 1) == "nor" && view.is_mention(named_at(a + 2)) ? named_at(a + 2) : -1;
  if (i > clause.begin + 1) return;
  if (a < 0 && view.is(i + 1, kVerb) && view.context.compared.size() == 2) {  // "neither has an edge"
    Claim claim;
    claim.subject = view.context.compared[0];
    claim.object = view.context.compared[1];
    claim.direction = Direction::equal;
    claim.negated = true;
    claim.hedged = is_hedged(view, clause, clause.end);
    claim.pattern = ClaimPattern::same;
    claim.feature = object_feature(view, i + 1, clause.end);
    add_claim(claims, claim);
    return;
  }
  if (b < 0) return;
  Claim claim;
  claim.negated = true;
  claim.hedged = is_hedged(view, clause, clause.end);
  claim.pattern = ClaimPattern::same;
  claim.subject_mention = view.token(a).mention;
  claim.subject = view.subject_of(claim.subject_mention);
  claim.feature = object_feature(view, b, clause.end);
  for (int k = b + 1; k < view.size(); ++k) {
    if (view.token(k).mention < 0 || !(view.is(k - 1, kRelative | kAs | kThan))) continue;
    claim.direction = Direction::worse;
    claim.object_mention = view.token(k).mention;
    claim.object = view.subject_of(claim.object_mention);
    add_claim(claims, claim);
    claim.subject_mention = view.token(b).mention;
    claim.subject = view.subject_of(claim.subject_mention);
    add_claim(claims, claim);
    return;
  }
  claim.direction = Direction::equal;
  claim.object_mention = view.token(b).mention;
  claim.object = view.subject_of(claim.object_mention);
  add_claim(claims, claim);
}

// "Like Y, X symlinks them."
void read_like(const SentenceView& view, std::size_t c, std::vector<Claim>& claims) {
  const Clause& intro = view.clauses[c];
  const Clause& main = view.clauses[c + 1];
  int first = intro.begin;
  while (first < intro.end && !view.is(first, kLike)) ++first;
  if (first == intro.end || main.subject < 0) return;
  for (int object : joined_mentions(view, first + 1, 3)) {
    Claim claim;
    claim.subject = main.subject;
    claim.subject_mention = main.subject_mention;
    claim.object = view.subject_of(object);
    claim.object_mention = object;
    claim.direction = Direction::equal;
    claim.pattern = ClaimPattern::same;
    claim.hedged = is_hedged(view, main, main.end);
    claim.negated = is_negated(view, main.begin, main.end);
    claim.feature = object_feature(view, main.verb >= 0 ? main.verb : main.begin, main.end);
    add_claim(claims, claim);
  }
}

}  // namespace

void find_equalities(const SentenceView& view, std::vector<Claim>& claims) {
  for (std::size_t c = 0; c < view.clauses.size(); ++c) {
    const Clause& clause = view.clauses[c];
    if (clause.excluded) continue;
    if (clause.intro) {
      if (c + 1 < view.clauses.size()) read_like(view, c, claims);
      continue;
    }
    for (int i = clause.begin; i < clause.end; ++i) {
      if (view.folded(i) == "neither" && i + 3 < view.size()) read_neither(view, c, i, claims);
      if (view.is(i, kSame | kDifferent)) read_same(view, c, i, claims);
      if (view.folded(i) == "tell" || view.folded(i) == "telling") read_apart(view, c, i, claims);
      if (view.is(i, kBoth) && (clause.verb < 0 || i <= clause.verb + 1 || clause.subject_mention < 0))
        read_both(view, c, i, claims);
    }
  }
}

}  // namespace versus
