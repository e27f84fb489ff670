#include "extract/find/claims/pair.h"

namespace versus {

PairVerdict judge_pair(const PairInSentence& pair, const ClaimLexicon& lexicon) {
  std::vector<ClaimMention> mentions = {{pair.a_begin, pair.a_end, 0}, {pair.b_begin, pair.b_end, 1}};
  ClaimContext context;
  context.keep_questions = true;
  int votes = 0;
  for (const Claim& claim : read_claims(pair.sentence, mentions, context, lexicon)) {
    if (claim.object < 0) continue;
    int sign = claim.direction == Direction::better ? 1 : claim.direction == Direction::worse ? -1 : 0;
    votes += claim.subject == 0 ? sign : -sign;
  }
  return {votes > 0 ? PairLabel::better : votes < 0 ? PairLabel::worse : PairLabel::none, 1.0};
}

}  // namespace versus
