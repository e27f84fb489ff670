// How sure a claim is: a logistic regression over how it was recognised and whether the linear model agrees, fitted on
// sentences that neither was made from (weights/README.md).
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "extract/find/claims/claim.h"
#include "extract/find/claims/pair.h"

namespace versus {

inline constexpr std::size_t kConfidenceInputs = 2 + kClaimPatterns + 9;
using ConfidenceInputs = std::array<double, kConfidenceInputs>;

/// What the model alone says of a pair, without a claim of the grammar.
ConfidenceInputs confidence_inputs(const PairScores& scores);

/// A claim; `scores` when both of its entities are named in the sentence, with the claim's subject and object in the
/// order of mention (`turned`: the object is named first).
ConfidenceInputs confidence_inputs(const Claim& claim, const PairScores* scores, bool turned);

double confidence_of(const ConfidenceInputs& inputs, std::span<const double> weights);  // 0-1
std::span<const double> shipped_confidence_weights();

/// The scores of the pair that a claim compares, or nothing when not both are named.
struct ClaimScores {
  bool found = false;
  bool turned = false;
  PairScores scores{};
};
ClaimScores score_claim(const Claim& claim, std::string_view sentence, const std::vector<ClaimMention>& mentions,
                        const ClaimLexicon& lexicon, std::span<const std::int8_t> weights, double scale);

/// Sets the confidence of each claim of a sentence.
void rate_claims(std::vector<Claim>& claims, std::string_view sentence, const std::vector<ClaimMention>& mentions,
                 const ClaimLexicon& lexicon);

}  // namespace versus
