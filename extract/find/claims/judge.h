// What the grammar and the linear model say of a sentence, weighed against each other: the claims that stand, each with
// its confidence.
//
// The grammar's claims are precise where a pattern fits; the model speaks of every two things that a sentence names, or
// of the one that it names where the document compares it with another. A logistic regression over how a claim was
// recognised and whether the model agrees says how sure it is (weights/README.md: what it was fitted on).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/find/claims/claim.h"
#include "extract/find/claims/clauses.h"
#include "extract/find/claims/confidence.h"

namespace versus {

struct ClaimModel {
  std::span<const std::int8_t> pairs;  // kPairLabels * kPairBuckets
  double scale = 1;
  std::span<const double> confidence;  // kConfidenceInputs
};
ClaimModel shipped_claim_model();

struct WeighedClaim {
  Claim claim;
  ConfidenceInputs inputs{};
};

/// The grammar's claims (`claims`: what read_claims gave) and those that only the model makes, unlikely ones too.
std::vector<WeighedClaim> weigh_claims(const SentenceView& view, const std::vector<Claim>& claims,
                                       const ClaimLexicon& lexicon, const ClaimModel& model);

/// The claims of a sentence that are likely enough to be right, with their confidence; else like read_claims.
std::vector<Claim> judge_claims(std::string_view sentence, const std::vector<ClaimMention>& mentions,
                                const ClaimContext& context, const ClaimLexicon& lexicon, const ClaimModel& model,
                                int* spoken_of = nullptr);

}  // namespace versus
