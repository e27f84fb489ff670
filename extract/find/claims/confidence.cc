#include "extract/find/claims/confidence.h"

#include <algorithm>
#include <cmath>

namespace versus {
namespace {

constexpr double kLargestMargin = 3;   // beyond it nothing is learnt
constexpr double kClearMargin = 0.75;  // from here on more of it says something else

double lead_of(const PairScores& scores, std::size_t label) {
  double other = -1e9;
  for (std::size_t k = 0; k < kPairLabels; ++k)
    if (k != label) other = std::max(other, scores[k]);
  return std::clamp(scores[label] - other, -kLargestMargin, kLargestMargin);
}

std::size_t label_of(const Claim& claim, bool turned) {
  if (claim.direction == Direction::better) return turned ? 1 : 0;
  if (claim.direction == Direction::worse) return turned ? 0 : 1;
  return 2;
}

void set_flags(double* more, const SentenceFlags& flags) {
  more[11] = flags.question ? 1 : 0;
  more[12] = flags.conditional ? 1 : 0;
  more[13] = flags.doubted ? 1 : 0;
  more[14] = flags.negated ? 1 : 0;
  more[15] = flags.several ? 1 : 0;
}

}  // namespace

SentenceFlags flags_of(const ClaimTokens& tokens) {
  SentenceFlags flags;
  int comparatives = 0;
  for (const ClaimToken& token : tokens.tokens) {
    flags.question = flags.question || token.punctuation == '?';
    flags.conditional = flags.conditional || token.is(kCondition);
    flags.doubted = flags.doubted || token.is(kDoubt);
    flags.negated = flags.negated || token.is(kNegator);
    comparatives += token.is(kComparative) ? 1 : 0;
  }
  flags.several = comparatives > 1;
  return flags;
}

ConfidenceInputs confidence_inputs(const PairScores& scores, const SentenceFlags& flags) {
  ConfidenceInputs inputs{};
  PairVerdict verdict = verdict_of(scores);
  inputs[0] = 1;
  inputs[1] = 1;  // the model alone
  double* more = inputs.data() + 2 + kClaimPatterns;
  more[0] = std::min(verdict.margin, kLargestMargin);
  more[1] = 1;
  more[2] = verdict.label == PairLabel::none ? 1 : 0;
  more[16] = std::max(0.0, more[0] - kClearMargin);
  set_flags(more, flags);
  return inputs;
}

ConfidenceInputs confidence_inputs(const Claim& claim, const PairScores* scores, bool turned,
                                   const SentenceFlags& flags) {
  ConfidenceInputs inputs{};
  inputs[0] = 1;
  inputs[2 + static_cast<std::size_t>(claim.pattern)] = 1;
  double* more = inputs.data() + 2 + kClaimPatterns;
  if (scores != nullptr) {
    std::size_t label = label_of(claim, turned);
    bool both = claim.object_mention >= 0;
    more[both ? 0 : 9] = lead_of(*scores, label);
    more[both ? 1 : 10] = 1;
    if (both) more[16] = std::max(0.0, more[0] - kClearMargin);
    more[2] = label == 2 ? 1 : 0;
  }
  more[3] = claim.hedged ? 1 : 0;
  more[4] = claim.negated ? 1 : 0;
  more[5] = claim.implied ? 1 : 0;
  more[6] = claim.subject_mention < 0 ? 1 : 0;
  more[7] = claim.doubted ? 1 : 0;
  more[8] = claim.direction == Direction::worse ? 1 : 0;
  set_flags(more, flags);
  return inputs;
}

double confidence_of(const ConfidenceInputs& inputs, std::span<const double> weights) {
  double sum = 0;
  for (std::size_t k = 0; k < kConfidenceInputs; ++k) sum += inputs[k] * weights[k];
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace versus
