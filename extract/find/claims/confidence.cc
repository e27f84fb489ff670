#include "extract/find/claims/confidence.h"

#include <algorithm>
#include <cmath>

namespace versus {
namespace {

constexpr double kLargestMargin = 3;  // beyond it nothing is learnt

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

}  // namespace

ConfidenceInputs confidence_inputs(const PairScores& scores) {
  ConfidenceInputs inputs{};
  PairVerdict verdict = verdict_of(scores);
  inputs[0] = 1;
  inputs[1] = 1;  // the model alone
  double* more = inputs.data() + 2 + kClaimPatterns;
  more[0] = std::min(verdict.margin, kLargestMargin);
  more[1] = 1;
  more[2] = verdict.label == PairLabel::none ? 1 : 0;
  return inputs;
}

ConfidenceInputs confidence_inputs(const Claim& claim, const PairScores* scores, bool turned) {
  ConfidenceInputs inputs{};
  inputs[0] = 1;
  inputs[2 + static_cast<std::size_t>(claim.pattern)] = 1;
  double* more = inputs.data() + 2 + kClaimPatterns;
  if (scores != nullptr) {
    std::size_t label = label_of(claim, turned);
    more[0] = lead_of(*scores, label);
    more[1] = 1;
    more[2] = label == 2 ? 1 : 0;
  }
  more[3] = claim.hedged ? 1 : 0;
  more[4] = claim.negated ? 1 : 0;
  more[5] = claim.implied ? 1 : 0;
  more[6] = claim.subject_mention < 0 ? 1 : 0;
  more[7] = claim.doubted ? 1 : 0;
  more[8] = claim.direction == Direction::worse ? 1 : 0;
  return inputs;
}

double confidence_of(const ConfidenceInputs& inputs, std::span<const double> weights) {
  double sum = 0;
  for (std::size_t k = 0; k < kConfidenceInputs; ++k) sum += inputs[k] * weights[k];
  return 1.0 / (1.0 + std::exp(-sum));
}

ClaimScores score_claim(const Claim& claim, std::string_view sentence, const std::vector<ClaimMention>& mentions,
                        const ClaimLexicon& lexicon, std::span<const std::int8_t> weights, double scale) {
  ClaimScores out;
  if (claim.subject_mention < 0 || claim.object_mention < 0 || claim.subject_mention == claim.object_mention)
    return out;
  out.turned = claim.object_mention < claim.subject_mention;
  const ClaimMention& first = mentions[static_cast<std::size_t>(std::min(claim.subject_mention, claim.object_mention))];
  const ClaimMention& second =
      mentions[static_cast<std::size_t>(std::max(claim.subject_mention, claim.object_mention))];
  out.scores =
      score_pair(pair_features({sentence, first.begin, first.end, second.begin, second.end}, lexicon), weights, scale);
  out.found = true;
  return out;
}

void rate_claims(std::vector<Claim>& claims, std::string_view sentence, const std::vector<ClaimMention>& mentions,
                 const ClaimLexicon& lexicon) {
  for (Claim& claim : claims) {
    ClaimScores voice = score_claim(claim, sentence, mentions, lexicon, shipped_pair_weights(), shipped_pair_scale());
    double confidence = confidence_of(confidence_inputs(claim, voice.found ? &voice.scores : nullptr, voice.turned),
                                      shipped_confidence_weights());
    claim.confidence = std::round(confidence * 1000) / 1000;
  }
}

}  // namespace versus
