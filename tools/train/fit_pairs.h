// Fits the linear model of claims with liblinear.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/find/claims/lexicon.h"
#include "tools/train/examples.h"

namespace versus {

struct PairWeights {
  std::vector<std::int8_t> weights;  // kPairLabels * kPairBuckets
  double scale = 1;                  // what one step is worth
};

/// One against the rest, L2-regularised squared hinge loss (Fan et al. 2008), quantised to 8 bits.
///
/// An example counts once for each fifth of its annotators who agree on a label, from two fifths on: one annotator of
/// five is noise. The sentence with its comparatives turned round is learnt too.
///
/// With `others`, what only holds of `examples` is learnt in weights of its own (Daume 2007, "Frustratingly easy domain
/// adaptation"): sentences found by a search for two names compare them seldom, those of articles and reviews often.
/// These weights are added only where `for_examples`; the program's model is what all share.
PairWeights fit_pairs(const std::vector<const Example*>& examples, const std::vector<const Example*>& others,
                      const ClaimLexicon& lexicon, double cost, bool for_examples);

}  // namespace versus
