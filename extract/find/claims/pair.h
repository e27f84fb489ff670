// The second voice: a linear model over n-grams and the grammar's own claims, for two things named in a sentence.
//
// Method: entity-masked word n-grams before, between and after the two, n-grams over the sequence of entities and cue
// classes, hashed into 2^16 buckets; one weight per bucket and label, 8 bits each (weights/README.md says from what
// they were trained). The first mentioned is A: that makes one label of "A is better than B" and "B is worse than A".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/find/claims/claim.h"

namespace versus {

/// A sentence and the places of two things in it, the first mentioned first. Bytes of the sentence. An empty second
/// place: only the first is named, and compared with one that the document speaks of.
struct PairInSentence {
  std::string_view sentence;
  std::size_t a_begin = 0;
  std::size_t a_end = 0;
  std::size_t b_begin = 0;
  std::size_t b_end = 0;

  bool names_both() const { return b_end > b_begin; }
};

enum class PairLabel { better, worse, none };  // of the first against the second
inline constexpr std::size_t kPairLabels = 3;
inline constexpr std::size_t kPairBuckets = 1 << 16;

/// The buckets that are set, each once, in no order.
std::vector<std::uint32_t> pair_features(const PairInSentence& pair, const ClaimLexicon& lexicon);

/// The same of a sentence that was read already: mention 0 is the first thing, mention 1 the second, there are no
/// others. `claims`: the grammar's, with `first` as the subject number of the first.
std::vector<std::uint32_t> pair_features(const ClaimTokens& tokens, bool both, const std::vector<Claim>& claims,
                                         int first);

/// What each of a sentence's `n` buckets counts: long sentences have no louder voice.
double length_weight(std::size_t n);

using PairScores = std::array<double, kPairLabels>;

/// Weights label by label: kPairLabels * kPairBuckets bytes, each times `scale`.
PairScores score_pair(const std::vector<std::uint32_t>& features, std::span<const std::int8_t> weights, double scale);

/// The weights compiled into the program.
std::span<const std::int8_t> shipped_pair_weights();
double shipped_pair_scale();

struct PairVerdict {
  PairLabel label = PairLabel::none;
  double margin = 0;  // by how much the label's score leads
};
PairVerdict verdict_of(const PairScores& scores);
PairVerdict judge_pair(const PairInSentence& pair, const ClaimLexicon& lexicon);

}  // namespace versus
