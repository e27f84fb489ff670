#include "extract/find/claims/pair.h"

#include <algorithm>
#include <cmath>

namespace versus {

double length_weight(std::size_t n) { return 1.0 / std::sqrt(static_cast<double>(std::max<std::size_t>(1, n))); }

PairScores score_pair(const std::vector<std::uint32_t>& features, std::span<const std::int8_t> weights, double scale) {
  std::array<long, kPairLabels> sums{};
  for (std::uint32_t feature : features)
    for (std::size_t label = 0; label < kPairLabels; ++label) sums[label] += weights[label * kPairBuckets + feature];
  PairScores scores{};
  for (std::size_t label = 0; label < kPairLabels; ++label)
    scores[label] = static_cast<double>(sums[label]) * scale * length_weight(features.size());
  return scores;
}

PairVerdict verdict_of(const PairScores& scores) {
  std::size_t best = 0;
  for (std::size_t label = 1; label < kPairLabels; ++label)
    if (scores[label] > scores[best]) best = label;
  double second = -1e300;
  for (std::size_t label = 0; label < kPairLabels; ++label)
    if (label != best) second = std::max(second, scores[label]);
  return {static_cast<PairLabel>(best), scores[best] - second};
}

PairVerdict judge_pair(const PairInSentence& pair, const ClaimLexicon& lexicon) {
  return verdict_of(score_pair(pair_features(pair, lexicon), shipped_pair_weights(), shipped_pair_scale()));
}

}  // namespace versus
