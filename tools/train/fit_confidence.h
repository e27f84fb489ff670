// Fits the logistic regression that a claim's confidence is.
#pragma once

#include <string>
#include <vector>

#include "extract/find/claims/judge.h"
#include "tools/train/examples.h"

namespace versus {

/// A claim, or a pair's label, with whether a person agrees.
struct Rated {
  ConfidenceInputs inputs{};
  bool right = false;
  std::size_t fold = 0;
  std::size_t label = 2;  // of a pair: what the system says
  bool verdict = false;   // a pair's label: what the published measures count
};

/// Logistic regression, ridge 1, by Newton's method.
std::vector<double> fit_confidence(const std::vector<const Rated*>& data);

/// The label that the system gives a pair.
Rated rate_pair(const Example& example, const PairScores& scores, const ClaimLexicon& lexicon);

/// The claims of labelled sentences: the grammar's and the model's, likely or not.
std::vector<Rated> rate_sentences(const std::string& file, const ClaimModel& model, std::size_t folds,
                                  const ClaimLexicon& lexicon);

std::size_t fold_of(std::string_view sentence, std::size_t folds);  // by a hash of the text

}  // namespace versus
