// "X needs half the memory of Y", "X draws barely a third of the power": an amount as a share or multiple of another's.

#include <algorithm>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

// -1: less than the other's, 1: more, 0: no such word.
int factor_of(const SentenceView& view, int i) {
  std::string_view word = view.folded(i);
  if (word == "half" || word == "third" || word == "quarter" || word == "fifth" || word == "tenth" ||
      word == "fraction" || word == "sliver")
    return -1;
  if (word == "twice" || word == "double" || word == "triple" || word == "thrice") return 1;
  bool counted = i > 0 && view.token(i - 1).number;
  return view.is(i, kTimes) && (counted || view.token(i).number) ? 1 : 0;
}

}  // namespace

void find_amounts(const SentenceView& view, std::vector<Claim>& claims) {
  for (std::size_t c = 0; c < view.clauses.size(); ++c) {
    const Clause& clause = view.clauses[c];
    if (clause.excluded || clause.intro || clause.verb < 0) continue;
    for (int i = clause.verb + 1; i + 1 < clause.end; ++i) {
      int factor = factor_of(view, i);
      if (factor == 0) continue;
      int from = i + 1;
      bool linked = false;  // "half the", "a third of the"
      while (from < clause.end &&
             (view.folded(from) == "of" || view.folded(from) == "the" || view.folded(from) == "its")) {
        linked = true;
        ++from;
      }
      if (!linked || from >= clause.end || !view.is_word(from) || view.is(from, kAs | kComparative | kThan)) continue;
      int to = from;
      while (to < clause.end && to < from + 4 && view.is_word(to) &&
             !view.is(to, kPreposition | kRelative | kConjunction | kContrast | kVerb | kPronoun | kThan))
        ++to;
      bool what = view.folded(from) == "what";
      if (to == from && !what) continue;
      bool consumed = false;
      for (int k = clause.verb; k < i; ++k) consumed = consumed || view.is(k, kConsume);
      bool inverted = what || consumed;
      bool given = view.is(clause.verb, kGive) && !consumed;
      bool known = inverted;
      for (int k = from; k < to; ++k) {
        inverted = inverted || (view.is(k, kInverted) && !(given && view.is(k, kResource)));
        known = known || view.is(k, kInverted | kPolarNoun);
      }
      if (to == from + 1 && view.folded(from) == "size") {  // of a community, or of a binary?
        inverted = true;
        for (int k = clause.begin; k < clause.verb; ++k)
          if (view.is(k, kPolarNoun) && view.token(k).word->own_polarity > 0) inverted = false;
      }
      Claim claim;
      for (int k = clause.begin; k < i; ++k)
        if (view.token(k).mention >= 0 && claim.subject_mention < 0) claim.subject_mention = view.token(k).mention;
      if (claim.subject_mention < 0 && !clause.unknown_subject) claim.subject_mention = clause.subject_mention;
      claim.subject = claim.subject_mention >= 0 ? view.subject_of(claim.subject_mention)
                      : clause.unknown_subject   ? -1
                                                 : clause.subject;
      if (claim.subject < 0) continue;
      for (int k = std::max(to, from + 1); k < view.size() && k < to + 7 && claim.object_mention < 0; ++k) {
        if (view.token(k).punctuation != 0 || view.is(k, kContrast)) break;
        int mention = view.token(k).mention;
        if (mention >= 0 && view.subject_of(mention) != claim.subject) claim.object_mention = mention;
      }
      claim.object =
          claim.object_mention >= 0 ? view.subject_of(claim.object_mention) : implied_opponent(view, c, claim.subject);
      if (claim.object < 0 || (claim.object_mention < 0 && !known)) continue;
      bool good = (factor > 0) != inverted;
      claim.direction = good ? Direction::better : Direction::worse;
      claim.hedged = is_hedged(view, clause, i);
      claim.pattern = ClaimPattern::comparative_standard;
      claim.feature = !view.context.feature.empty() ? std::string(view.context.feature)
                      : !view.label.empty()         ? std::string(view.label)
                      : to > from && !what          ? std::string(view.slice(from, to))
                                                    : subject_aspect(view, clause);
      add_claim(claims, claim);
    }
  }
}

}  // namespace versus
