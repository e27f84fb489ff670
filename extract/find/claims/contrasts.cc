// "X excels at A, while Y struggles": two clauses, two entities, one praised. And the claims without an opponent:
// "X has a high-level API".

#include <algorithm>
#include <cstdlib>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

struct Sentiment {
  int strength = 0;
  int at = -1;  // the token that decides it
};

// How well a clause speaks of its subject. Cue verbs weigh 2, words that are good or bad by themselves 1.
Sentiment sentiment_of(const SentenceView& view, const Clause& clause) {
  Sentiment found;
  int heaviest = 0;
  for (int i = std::max(clause.begin, clause.verb); i < clause.end; ++i) {
    const ClaimToken& token = view.token(i);
    if (token.mention >= 0 || token.punctuation != 0) continue;
    int weight = 0;
    const Word& word = *token.word;
    if (word.is(kShine | kLag | kLack | kEvaluation)) {
      weight = 2 * word.polarity;
    } else if (word.is(kFavor | kBurden)) {
      weight = word.polarity;
    } else if (word.is(kAdjective)) {
      weight = word.own_polarity;
    } else if (word.is(kComparative)) {
      weight = meaning_of(view, i, clause.end).polarity;
    }
    if (weight == 0) continue;
    if (is_negated(view, clause.begin, i)) weight = -weight;
    found.strength += weight;
    if (std::abs(weight) > heaviest) {
      heaviest = std::abs(weight);
      found.at = i;
    }
  }
  return found;
}

Claim contrast_claim(const SentenceView& view, const Clause& clause, const Clause& other, const Sentiment& sentiment,
                     Direction direction) {
  Claim claim;
  claim.subject = clause.subject;
  claim.subject_mention = clause.subject_mention;
  claim.object = other.subject;
  claim.object_mention = other.subject_mention;
  claim.direction = direction;
  claim.pattern = ClaimPattern::contrast;
  claim.hedged = is_hedged(view, clause, clause.end);
  claim.negated = sentiment.at >= 0 && is_negated(view, clause.begin, sentiment.at);
  int verb =
      sentiment.at >= 0 && view.is(sentiment.at, kShine | kLag | kFavor | kBurden | kLack) ? sentiment.at : clause.verb;
  claim.feature = object_feature(view, verb >= 0 ? verb : clause.begin, clause.end);
  if (claim.feature.empty()) claim.feature = subject_aspect(view, clause);
  return claim;
}

}  // namespace

void find_contrasts(const SentenceView& view, std::vector<Claim>& claims) {
  for (std::size_t c = 0; c + 1 < view.clauses.size(); ++c) {
    const Clause& left = view.clauses[c];
    const Clause& right = view.clauses[c + 1];
    bool contrasted = right.contrasted || (left.contrasted && c == 0);
    if (!contrasted || is_excluded(view, left) || is_excluded(view, right)) continue;
    if (!left.own_subject || !right.own_subject || left.subject == right.subject) continue;
    if (left.verb < 0 || right.verb < 0) continue;
    bool compared = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.object >= 0 &&
             (claim.subject_mention == left.subject_mention || claim.subject_mention == right.subject_mention);
    });
    Sentiment a = sentiment_of(view, left);
    Sentiment b = sentiment_of(view, right);
    if (a.strength >= 2 && b.strength >= 2) {
      add_claim(claims, contrast_claim(view, left, right, a, Direction::better));
      add_claim(claims, contrast_claim(view, right, left, b, Direction::better));
    } else if (!compared && a.strength - b.strength >= 2) {
      add_claim(claims, a.strength > 0 ? contrast_claim(view, left, right, a, Direction::better)
                                       : contrast_claim(view, right, left, b, Direction::worse));
    } else if (!compared && b.strength - a.strength >= 2) {
      add_claim(claims, b.strength > 0 ? contrast_claim(view, right, left, b, Direction::better)
                                       : contrast_claim(view, left, right, a, Direction::worse));
    }
  }
}

void find_attributes(const SentenceView& view, std::vector<Claim>& claims) {
  for (const Clause& clause : view.clauses) {
    if (is_excluded(view, clause) || clause.intro || clause.subordinate) continue;
    if (clause.subject < 0 || clause.verb < 0 || clause.unknown_subject) continue;
    bool named = clause.own_subject;
    int at = -1;
    for (int i = clause.begin; i < clause.verb && named && at < 0; ++i)
      if (view.token(i).mention == clause.subject_mention) at = i;
    if (named && (at < 0 || at >= clause.verb)) continue;
    bool spoken = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.subject == clause.subject || claim.object == clause.subject;
    });
    if (spoken) continue;
    Claim claim;
    claim.subject = clause.subject;
    claim.subject_mention = clause.subject_mention;
    claim.direction = Direction::attribute;
    claim.pattern = ClaimPattern::attribute;
    claim.hedged = is_hedged(view, clause, clause.end);
    claim.negated = is_negated(view, clause.begin, std::min(clause.end, clause.verb + 3));
    claim.feature = object_feature(view, clause.verb, clause.end);
    if (claim.feature.empty()) continue;
    add_claim(claims, claim);
  }
}

}  // namespace versus
