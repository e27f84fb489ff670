// "X excels at A, while Y struggles": two clauses, two entities, one praised. And the claims without an opponent:
// "X has a high-level API".

#include <algorithm>
#include <cstdlib>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

struct Sentiment {
  int strength = 0;
  bool strong = false;  // by a cue that says so outright
  int at = -1;          // the token that decides it
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
    } else if (word.is(kAdjective | kPolarVerb)) {
      weight = word.own_polarity;
    } else if (word.is(kComparative)) {
      weight = meaning_of(view, clause, i, clause.end).polarity;
    }
    if (weight == 0) continue;
    if (is_negated(view, clause.begin, i)) weight = -weight;
    found.strength += weight;
    found.strong = found.strong || weight >= 2;
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

// "X writes a lock file, Y does not.": the second clause says only that it does or does not.
bool is_ellipsis(const SentenceView& view, const Clause& clause, bool& negated) {
  bool verb = false;
  negated = false;
  bool named = false;
  for (int i = clause.begin; i < clause.end; ++i) {
    if (view.token(i).mention >= 0) {
      if (named) return false;
      named = true;
      continue;
    }
    if (view.token(i).punctuation != 0) continue;
    if (view.is(i, kAux | kCopula) || view.folded(i) == "has" || view.folded(i) == "have") verb = true;
    if (view.is(i, kNegator)) {
      negated = !negated;
      if (view.folded(i).size() > 3) verb = true;  // "doesn't"
    }
    if (!view.is(i, kAux | kCopula | kNegator | kDeterminer | kContrast | kConjunction | kPast | kHedge) &&
        view.folded(i) != "has" && view.folded(i) != "alone" && view.folded(i) != "ever")
      return false;
  }
  return verb && named;
}

// "Needs a server", "adds 70 kB", "gives you trouble": what is said is a cost.
bool costs(const SentenceView& view, const Clause& clause) {
  if (view.is(clause.verb, kConsume | kBurden | kLag)) return true;
  for (int k = clause.verb + 1; k < clause.end; ++k)
    if (view.is(k, kInverted) || (view.is(k, kPolarNoun) && view.token(k).word->own_polarity < 0)) return true;
  return false;
}

void find_ellipses(const SentenceView& view, std::vector<Claim>& claims) {
  for (std::size_t c = 0; c + 1 < view.clauses.size(); ++c) {
    const Clause& left = view.clauses[c];
    const Clause& right = view.clauses[c + 1];
    bool negated = false;
    if (left.excluded || right.excluded || !left.own_subject || left.verb < 0) continue;
    if (right.subject < 0 || right.subject == left.subject || !is_ellipsis(view, right, negated)) continue;
    bool left_negated = is_negated(view, left.begin, std::min(left.end, left.verb + 2));
    if (negated == left_negated) continue;
    Sentiment said = sentiment_of(view, left);
    if (said.strength == 0 && said.at >= 0) continue;
    // of what the one has and the other lacks
    int sign = (left_negated ? -said.strength : said.strength) < 0 || costs(view, left) ? -1 : 1;
    const Clause& winner = negated == (sign > 0) ? left : right;
    const Clause& loser = &winner == &left ? right : left;
    Claim claim;
    claim.subject = winner.subject;
    claim.subject_mention = winner.subject_mention;
    claim.object = loser.subject;
    claim.object_mention = loser.subject_mention;
    claim.direction = Direction::better;
    claim.pattern = ClaimPattern::contrast;
    claim.feature = object_feature(view, left.verb, left.end);
    add_claim(claims, claim);
  }
}

// What a clause says of its subject, for or against it: better, worse, or no more than a difference.
Direction direction_said(const SentenceView& view, const Clause& clause) {
  Sentiment said = sentiment_of(view, clause);
  if (said.strength != 0) return said.strength > 0 ? Direction::better : Direction::worse;
  if (clause.verb < 0) return Direction::different;
  bool negated = is_negated(view, clause.begin, std::min(clause.end, clause.verb + 2));
  bool can = view.is(clause.verb, kGive | kHave | kAux) && !view.is(clause.verb, kConsume | kBurden);
  if (negated) return can ? Direction::worse : Direction::different;
  return can ? Direction::better : Direction::different;
}

bool speaks_of_pair(const std::vector<Claim>& claims, int a, int b) {
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    return (claim.subject == a && claim.object == b) || (claim.subject == b && claim.object == a);
  });
}

bool names_a_thing(std::string_view word) {
  return word == "something" || word == "which" || word == "that" || word == "thing" || word == "what";
}

// "X can do A, which Y cannot", "a problem you won't have with Y", "offers what Y only promises": what is said of X in
// the clause before is denied of Y.
void find_denials(const SentenceView& view, std::vector<Claim>& claims) {
  for (const Clause& clause : view.clauses) {
    if (clause.subject < 0 || clause.unknown_subject || clause.verb < 0 || clause.intro || clause.excluded) continue;
    for (int i = clause.verb + 2; i + 1 < view.size(); ++i) {
      if (view.token(i).punctuation == '.' || view.token(i).punctuation == ';' || view.is(i, kContrast)) break;
      int opener = -1;  // the word that stands for what was said
      bool after_comma = view.token(i).punctuation == ',' || view.token(i).punctuation == '-';
      if (after_comma) {
        int k = i + 1;
        while (k < view.size() && k < i + 3 && (view.is(k, kDeterminer) || view.is(k, kAdjective))) ++k;
        bool noun = k > i + 1 && view.is_word(k) && !view.is(k, kVerb | kPreposition | kConjunction);
        if (k < view.size() && view.is_word(k) && (names_a_thing(view.folded(k)) || noun)) opener = k;
      } else if (view.folded(i) == "that" || view.folded(i) == "what") {
        opener = i;
      }
      if (opener < 0) continue;
      int mention = -1;
      for (int k = opener + 1; k < view.size() && k <= opener + 6 && mention < 0; ++k) {
        if (view.token(k).punctuation != 0) break;
        if (view.token(k).mention >= 0 && view.subject_of(view.token(k).mention) != clause.subject) mention = k;
      }
      if (mention < 0) continue;
      bool denied = false;
      for (int k = opener + 1; k < view.size() && k <= mention + 4; ++k) {
        if (view.token(k).punctuation == ',' || view.token(k).punctuation == '.') break;
        std::string_view word = view.folded(k);
        denied = denied || view.is(k, kNegator | kLack) || (k > mention && (word == "only" || word == "merely")) ||
                 (k > mention && word == "leaves");
      }
      if (!denied || speaks_of_pair(claims, clause.subject, view.subject_of(view.token(mention).mention))) continue;
      Sentiment said = sentiment_of(view, clause);
      bool bad =
          (view.is(opener, kPolarNoun) && view.token(opener).word->own_polarity < 0) || view.is(opener, kInverted);
      bool negated = is_negated(view, clause.begin, std::min(clause.end, clause.verb + 2));
      Claim claim;
      claim.subject = clause.subject;
      claim.subject_mention = clause.subject_mention;
      claim.object_mention = view.token(mention).mention;
      claim.object = view.subject_of(claim.object_mention);
      claim.direction = bad || (said.strength < 0 && !negated) ? Direction::worse : Direction::better;
      claim.pattern = ClaimPattern::contrast;
      claim.hedged = is_hedged(view, clause, clause.verb);
      claim.feature = object_feature(view, clause.verb, std::min(i, clause.end));
      if (claim.feature.empty()) claim.feature = subject_aspect(view, clause);
      add_claim(claims, claim);
      break;
    }
  }
}

// "Unlike Y, X runs as a normal user", "X needs no servers, unlike Y".
void find_unlike(const SentenceView& view, std::vector<Claim>& claims) {
  for (std::size_t c = 0; c < view.clauses.size(); ++c) {
    const Clause& clause = view.clauses[c];
    if (clause.subject < 0 || clause.unknown_subject || clause.verb < 0 || clause.intro || clause.excluded) continue;
    // "Unlike Y, where there is none in sight, X still has one": what stands between speaks of Y
    std::size_t intro = c;
    while (intro > 0 && !view.clauses[intro].intro && (intro == c || !view.clauses[intro].own_subject)) --intro;
    int from = view.clauses[intro].intro && clause.own_subject ? view.clauses[intro].begin : clause.verb;
    int to = c + 1 < view.clauses.size() && view.clauses[c + 1].intro ? view.clauses[c + 1].end : clause.end;
    for (int i = from; i < to; ++i) {
      if (!view.is(i, kUnlike) || (i > clause.begin && i < clause.verb)) continue;
      for (int mention : joined_mentions(view, i + 1, 4)) {
        int object = view.subject_of(mention);
        if (object == clause.subject || speaks_of_pair(claims, clause.subject, object)) continue;
        Claim claim;
        claim.subject = clause.subject;
        claim.subject_mention = clause.subject_mention;
        claim.object = object;
        claim.object_mention = mention;
        claim.direction = direction_said(view, clause);
        claim.pattern = ClaimPattern::contrast;
        claim.hedged = is_hedged(view, clause, clause.verb);
        claim.feature = object_feature(view, clause.verb, i > clause.verb ? std::min(i, clause.end) : clause.end);
        if (claim.feature.empty()) claim.feature = subject_aspect(view, clause);
        add_claim(claims, claim);
      }
    }
  }
}

}  // namespace

void find_contrasts(const SentenceView& view, std::vector<Claim>& claims) {
  find_ellipses(view, claims);
  find_unlike(view, claims);
  find_denials(view, claims);
  for (std::size_t c = 0; c + 1 < view.clauses.size(); ++c) {
    const Clause& left = view.clauses[c];
    const Clause& right = view.clauses[c + 1];
    char between = view.token(right.begin - 1).punctuation;
    bool contrasted = right.contrasted || (left.contrasted && c == 0) || between == ',' || between == ';';
    if (!contrasted || right.subordinate || left.excluded || right.excluded) continue;
    if (!left.own_subject || !right.own_subject || left.subject == right.subject) continue;
    if (left.verb < 0 || right.verb < 0) continue;
    bool compared = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.object >= 0 &&
             (claim.subject_mention == left.subject_mention || claim.subject_mention == right.subject_mention);
    });
    Sentiment a = sentiment_of(view, left);
    Sentiment b = sentiment_of(view, right);
    bool one_outright = a.strength > 0 && b.strength > 0 && a.strong != b.strong;
    if (one_outright) {
      if (!compared) {
        add_claim(claims, a.strong ? contrast_claim(view, left, right, a, Direction::better)
                                   : contrast_claim(view, right, left, b, Direction::better));
      }
    } else if (a.strength >= 2 && b.strength >= 2 && a.strong == b.strong) {
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

namespace {

// A clause without a name whose first word may stand for anything: "this is a difference", "some have been adopted",
// "it is difficult to reproduce". "It", "they" and "its" at the start speak of whoever was spoken of.
bool is_loose_pronoun(const SentenceView& view, const Clause& clause) {
  if (view.context.default_subject >= 0) return false;
  int first = clause.begin;
  while (first < clause.end && (view.token(first).punctuation != 0 || view.is(first, kConjunction | kContrast)))
    ++first;
  if (first >= clause.end || !view.is(first, kPronoun)) return false;  // no subject at all: the one before
  std::string_view word = view.folded(first);
  if (word == "this" || word == "these") return true;
  if (word != "it" || !view.is(clause.verb, kCopula)) return false;
  for (int i = clause.verb + 1; i < clause.end && i <= clause.verb + 4; ++i)
    if (view.folded(i) == "to" || view.folded(i) == "that") return true;  // "it is difficult to"
  return false;
}

// "X is a message broker": its type. "The debugger of X is superb": the debugger.
std::string attribute_feature(const SentenceView& view, const Clause& clause) {
  bool fixed = !view.context.feature.empty() || !view.label.empty();
  if (view.is(clause.verb, kCopula) && !fixed) {
    if (std::string aspect = subject_aspect(view, clause); !aspect.empty()) return aspect;
    std::string_view article = clause.verb + 1 < clause.end ? view.folded(clause.verb + 1) : std::string_view();
    bool defines = article == "a" || article == "an";
    for (int i = clause.verb + 1; i < clause.end && i < clause.verb + 6; ++i) {
      if (view.is(i, kPreposition | kRelative)) break;
      bool praises = view.is(i, kAdjective) && view.token(i).word->own_polarity != 0;  // "a mature bundler"
      defines = defines && !view.is(i, kChoice | kEvaluation) && !praises;
    }
    // "is a log that can handle high throughput": what it does
    if (const Clause* next = clause.end < view.size() ? &clause + 1 : nullptr;
        defines && next != nullptr && next->begin == clause.end && view.is(next->begin, kRelative)) {
      if (std::string does = object_feature(view, next->begin, next->end); !does.empty()) return does;
    }
    if (view.is(clause.verb + 1, kAdjective) && !view.token(clause.verb + 1).word->feature.empty() &&
        clause.verb + 1 < clause.end && (clause.verb + 2 >= clause.end || !view.is_word(clause.verb + 2)))
      return std::string(view.token(clause.verb + 1).word->feature);  // "is fast": speed
    if (defines) return "type";
  }
  return object_feature(view, clause.verb, clause.end);
}

}  // namespace

void find_attributes(const SentenceView& view, std::vector<Claim>& claims) {
  for (const Clause& clause : view.clauses) {
    if (clause.excluded || clause.intro || clause.subordinate) continue;
    if (clause.subject < 0 || clause.verb < 0 || clause.unknown_subject) continue;
    bool comparing = false;
    for (int i = 0; i < view.size(); ++i) comparing = comparing || view.is(i, kThan | kComparative | kStandard | kOver);
    if (comparing || !view.is(clause.verb, kCopula | kHave | kAux | kShine | kFavor | kLack | kBurden | kHedge | kLag))
      continue;
    bool important = false;  // "it is important to": nobody is spoken of
    for (int i = clause.begin; i < std::min(clause.end, clause.begin + 6); ++i) {
      std::string_view word = view.folded(i);
      important = important || word == "important" || word == "worth" || word == "crucial" || word == "essential" ||
                  word == "clear" || word == "necessary" || word == "note";
    }
    if (important) continue;
    bool named = clause.own_subject;
    if (!named && is_loose_pronoun(view, clause)) continue;
    if (named) {  // "a comparison of X ...": the verb must be plain
      for (int i = clause.begin + 1; i < clause.verb; ++i)
        if (view.token(i).mention == clause.subject_mention && view.is(i - 1, kPreposition) &&
            !view.is(clause.verb, kCopula | kAux))
          important = true;
      if (important) continue;
    }
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
    claim.feature = attribute_feature(view, clause);
    if (claim.feature.empty()) continue;
    add_claim(claims, claim);
  }
}

}  // namespace versus
