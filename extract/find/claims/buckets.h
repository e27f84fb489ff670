// Features of the linear model hashed into buckets (Weinberger et al. 2009), and what features are hashed from.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/find/claims/hash_index.h"
#include "extract/find/claims/pair.h"

namespace versus {

inline std::uint64_t mix(std::uint64_t hash, std::uint64_t more) {
  hash ^= more + 0x9E3779B97F4A7C15ull + (hash << 6) + (hash >> 2);
  hash *= 0xBF58476D1CE4E5B9ull;
  return hash ^ (hash >> 29);
}

enum class FeatureKind { word, structure };

/// The buckets that are set, each once: a bit for each tells which were. Words never fall on those of structure: what
/// few features say for sure is not blurred by the many that hardly occur twice.
class Buckets {
 public:
  Buckets() : seen_(bits()) { found_.reserve(kUsual); }

  void set(FeatureKind kind, std::uint64_t hash) {
    auto number = static_cast<std::uint32_t>(hash >> 32);
    std::uint32_t bucket =
        kind == FeatureKind::word ? number % kWordBuckets : kWordBuckets + number % kStructureBuckets;
    std::uint64_t& word = seen_[bucket / 64];
    std::uint64_t bit = 1ull << (bucket % 64);
    if ((word & bit) != 0) return;
    word |= bit;
    found_.push_back(bucket);
  }

  /// N-grams up to `longest` of the hashes [begin, end); `where` keeps those of one place apart from another's.
  void set_ngrams(FeatureKind kind, const std::vector<std::uint64_t>& items, std::size_t begin, std::size_t end,
                  std::size_t longest, std::uint64_t where) {
    for (std::size_t i = begin; i < end; ++i) {
      std::uint64_t hash = mix(where, 1);
      for (std::size_t n = 0; n < longest && i + n < end; ++n) {
        hash = mix(hash, items[i + n]);
        set(kind, hash);
      }
    }
  }

  std::vector<std::uint32_t> take() {
    for (std::uint32_t bucket : found_) seen_[bucket / 64] = 0;
    return std::move(found_);
  }

 private:
  static constexpr std::size_t kUsual = 512;  // features of a sentence of some forty words
  static constexpr std::uint32_t kStructureBuckets = kPairBuckets / 4;
  static constexpr std::uint32_t kWordBuckets = kPairBuckets - kStructureBuckets;

  using Bits = std::array<std::uint64_t, kPairBuckets / 64>;

  static Bits& bits() {
    thread_local Bits all{};  // zero between sentences
    return all;
  }

  Bits& seen_;
  std::vector<std::uint32_t> found_;
};

/// How the sentence compares, whatever its words: the order of its cues, the signs of its parts, who stands around each
/// comparative. `alone`: 1 when only one of the two is named, for that says something else.
void set_structure(Buckets& buckets, const ClaimTokens& tokens, std::uint64_t alone);

}  // namespace versus
