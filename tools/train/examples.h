// What the linear model learns from: labelled pairs, and the pairs of sentences with labelled claims.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "extract/find/claims/pair.h"

namespace versus {

struct Example {
  std::string sentence;
  std::size_t a_begin = 0, a_end = 0, b_begin = 0, b_end = 0;  // an empty second place: implied (PairInSentence)
  PairLabel label = PairLabel::none;
  std::array<int, kPairLabels> votes{};  // of annotators, by label

  PairInSentence pair() const { return {sentence, a_begin, a_end, b_begin, b_end}; }
};

/// JSON lines in CompSent-19's format: "sentence", "a_span", "b_span" (none: implied), "label", "votes" (none: all for
/// the label). Throws Error with file and line.
std::vector<Example> read_examples(const std::string& file);

/// Sentences with labelled claims (tests/extract/data): each two of their subjects, or the only one named with the
/// other implied. Pairs with claims in both directions, or with none but optional ones, are left out.
std::vector<Example> read_labelled_examples(const std::string& file);

/// The example with its comparatives and its label turned round; an empty sentence: it has none.
Example opposite_of(const Example& example);

}  // namespace versus
