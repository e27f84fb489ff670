// Two things named in a sentence: does it prefer one?
#pragma once

#include <cstddef>
#include <string_view>

#include "extract/find/claims/claim.h"

namespace versus {

/// A sentence and the places of two things in it, the first mentioned first. Bytes of the sentence.
struct PairInSentence {
  std::string_view sentence;
  std::size_t a_begin = 0;
  std::size_t a_end = 0;
  std::size_t b_begin = 0;
  std::size_t b_end = 0;
};

enum class PairLabel { better, worse, none };  // of the first against the second

struct PairVerdict {
  PairLabel label = PairLabel::none;
  double margin = 0;  // by how much the label leads; larger is surer
};

PairVerdict judge_pair(const PairInSentence& pair, const ClaimLexicon& lexicon);

}  // namespace versus
