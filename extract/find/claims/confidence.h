// How sure a claim is: a logistic regression over how it was recognised and whether the linear model agrees, fitted on
// sentences that neither was made from (weights/README.md).
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "extract/find/claims/claim.h"
#include "extract/find/claims/pair.h"

namespace versus {

inline constexpr std::size_t kConfidenceInputs = 2 + kClaimPatterns + 17;
using ConfidenceInputs = std::array<double, kConfidenceInputs>;

/// What a sentence holds besides the claim that makes it less sure.
struct SentenceFlags {
  bool question = false;
  bool conditional = false;
  bool doubted = false;  // somebody's view
  bool negated = false;
  bool several = false;  // more than one comparative
};
SentenceFlags flags_of(const ClaimTokens& tokens);

/// What the model alone says of a pair, without a claim of the grammar.
ConfidenceInputs confidence_inputs(const PairScores& scores, const SentenceFlags& flags);

/// A claim; `scores` when its entities, or the only one named, were judged by the model, with the claim's subject and
/// object in the order of mention (`turned`: the object is named first).
ConfidenceInputs confidence_inputs(const Claim& claim, const PairScores* scores, bool turned,
                                   const SentenceFlags& flags);

double confidence_of(const ConfidenceInputs& inputs, std::span<const double> weights);  // 0-1
std::span<const double> shipped_confidence_weights();

}  // namespace versus
