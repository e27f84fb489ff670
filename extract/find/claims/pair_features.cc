#include <algorithm>
#include <array>
#include <string>

#include "extract/find/claims/clauses.h"
#include "extract/find/claims/pair.h"
#include "extract/find/claims/tokens.h"

namespace versus {
namespace {

constexpr std::size_t kReach = 12;  // words before A and after B that are looked at

std::uint64_t mix(std::uint64_t hash, std::uint64_t more) {
  hash ^= more + 0x9E3779B97F4A7C15ull + (hash << 6) + (hash >> 2);
  hash *= 0xBF58476D1CE4E5B9ull;
  return hash ^ (hash >> 29);
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ull;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

// The buckets that are set, each once: a bit for each tells which were.
class Buckets {
 public:
  Buckets() { found_.reserve(kUsual); }
  void set(std::uint64_t hash) {
    std::uint32_t bucket = static_cast<std::uint32_t>(mix(hash, 0) >> 7) % kPairBuckets;
    std::uint64_t& word = seen()[bucket / 64];
    std::uint64_t bit = 1ull << (bucket % 64);
    if ((word & bit) != 0) return;
    word |= bit;
    found_.push_back(bucket);
  }
  std::vector<std::uint32_t> take() {
    for (std::uint32_t bucket : found_) seen()[bucket / 64] = 0;
    return std::move(found_);
  }

 private:
  static constexpr std::size_t kUsual = 512;  // features of a sentence of some forty words

  static std::array<std::uint64_t, kPairBuckets / 64>& seen() {
    thread_local std::array<std::uint64_t, kPairBuckets / 64> bits{};  // all zero between sentences
    return bits;
  }

  std::vector<std::uint32_t> found_;
};

// N-grams up to `longest` of the hashes [begin, end).
void set_ngrams(Buckets& buckets, const std::vector<std::uint64_t>& words, std::size_t begin, std::size_t end,
                std::size_t longest, std::uint64_t kind) {
  for (std::size_t i = begin; i < end; ++i) {
    std::uint64_t hash = mix(kind, 1);
    for (std::size_t n = 0; n < longest && i + n < end; ++n) {
      hash = mix(hash, words[i + n]);
      buckets.set(mix(hash, n));
    }
  }
}

// What a token is to a comparison; empty: nothing. Signs stand for words, so that "faster" is known from "quicker".
std::string cue_of(const ClaimTokens& tokens, const ClaimToken& token) {
  const Word& word = *token.word;
  auto sign = [](int polarity) { return polarity > 0 ? "+" : polarity < 0 ? "-" : "0"; };
  if (token.mention >= 0) return token.mention == 0 ? "A" : "B";
  if (word.is(kComparative))
    return std::string("C") + sign(word.quantity != 0 ? word.quantity : word.polarity) +
           (word.quantity != 0 ? "q" : "");
  if (token.comparative_form) return "C?";
  if (word.is(kSuperlative)) return std::string("S") + sign(word.quantity != 0 ? word.quantity : word.polarity);
  if (word.is(kThan)) return "than";
  if (word.is(kNegator)) return "not";
  if (word.is(kBeat)) return std::string("beat") + sign(word.polarity);
  if (word.is(kWin)) return "win";
  if (word.is(kStandard | kUnlike)) return "standard";
  if (word.is(kInstead)) return "instead";
  if (word.is(kOver)) return "over";
  if (word.is(kContrast)) return "but";
  if (word.is(kPrefer)) return "prefer";
  if (word.is(kSame)) return "same";
  if (word.is(kDifferent)) return "different";
  if (word.is(kLack)) return "lack";
  if (word.is(kShine)) return "shine";
  if (word.is(kLag)) return "lag";
  if (word.is(kEvaluation)) return "praise";
  if (word.is(kAdjective | kPolarNoun | kPolarVerb)) return std::string("P") + sign(word.own_polarity);
  if (word.is(kInverted)) return "I";
  if (word.is(kAs)) return "as";
  if (word.is(kLike)) return "like";
  if (word.is(kCondition)) return "if";
  if (token.punctuation == '?') return "?";
  if (token.punctuation == ',' || token.punctuation == ';') return ",";
  std::string_view text = tokens.text(token);
  if (text == "then" || text == "that") return std::string(text);
  return {};
}

void set_cues(Buckets& buckets, const ClaimTokens& tokens, std::uint64_t alone) {
  std::vector<std::uint64_t> cues;
  std::vector<std::uint64_t> without_commas;
  for (const ClaimToken& token : tokens.tokens) {
    std::string cue = cue_of(tokens, token);
    if (cue.empty()) continue;
    cues.push_back(hash_of(cue));
    if (cue != ",") without_commas.push_back(cues.back());
  }
  set_ngrams(buckets, cues, 0, cues.size(), 4, mix(hash_of("cues"), alone));
  set_ngrams(buckets, without_commas, 0, without_commas.size(), 6, mix(hash_of("plain cues"), alone));
}

// How the words before, between and after the two speak: the sum of their signs, denied ones turned round.
void set_signs(Buckets& buckets, const ClaimTokens& tokens, std::uint64_t alone) {
  std::array<int, 3> sums{};
  std::size_t part = 0;
  bool contrasted = false;
  int denied = 0;  // words that a negator still reaches
  for (const ClaimToken& token : tokens.tokens) {
    if (token.mention >= 0) {
      part = std::min<std::size_t>(2, part + 1);
      denied = 0;
      continue;
    }
    const Word& word = *token.word;
    if (token.punctuation != 0 || word.is(kContrast)) denied = 0;
    contrasted = contrasted || (word.is(kContrast) && part > 0);
    if (word.is(kNegator)) {
      denied = 4;
      continue;
    }
    int sign = word.own_polarity;
    if (word.is(kShine | kLag | kLack | kEvaluation | kFavor | kBurden | kWin)) sign = word.polarity;
    sums[part] += denied > 0 ? -sign : sign;
    --denied;
  }
  std::uint64_t all = mix(hash_of("signs"), alone);
  for (std::size_t k = 0; k < sums.size(); ++k) {
    std::uint64_t sign = sums[k] > 0 ? 1u : sums[k] < 0 ? 2u : 0u;
    buckets.set(mix(mix(hash_of("sign of part"), k + 3 * alone), sign));
    all = mix(all, sign);
  }
  buckets.set(all);
  buckets.set(mix(all, contrasted ? 1 : 0));
}

void set_claims(Buckets& buckets, const std::vector<Claim>& claims, int first, bool both, bool question) {
  bool any = false;
  for (const Claim& claim : claims) {
    if (claim.object < 0) continue;
    bool named = claim.subject_mention >= 0 && claim.object_mention >= 0;
    int direction = static_cast<int>(claim.direction);
    if (claim.subject != first && direction <= 2) direction = 3 - direction;  // better and worse change places
    std::uint64_t kind = static_cast<std::uint64_t>(direction) * 2 + (named ? 1 : 0);
    kind += (both ? 0u : 100u) + (question ? 200u : 0u) + (claim.doubted ? 400u : 0u);
    std::uint64_t hash = mix(hash_of("claim"), kind);
    any = true;
    buckets.set(hash);
    buckets.set(mix(hash, static_cast<std::uint64_t>(claim.pattern) + 10));
    buckets.set(mix(hash, 100 + (claim.negated ? 1u : 0u)));
    buckets.set(mix(hash, 200 + (claim.hedged ? 1u : 0u)));
  }
  if (!any) buckets.set(hash_of("no claim"));
}

}  // namespace

std::vector<std::uint32_t> pair_features(const PairInSentence& pair, const ClaimLexicon& lexicon) {
  std::vector<ClaimMention> mentions = {{pair.a_begin, pair.a_end, 0}};
  if (pair.names_both()) mentions.push_back({pair.b_begin, pair.b_end, 1});
  ClaimContext context;
  context.keep_questions = true;
  context.compared = {0, 1};
  SentenceView view = view_sentence(pair.sentence, mentions, context, lexicon);
  return pair_features(view.tokens, pair.names_both(), read_claims(view), 0);
}

std::vector<std::uint32_t> pair_features(const ClaimTokens& tokens, bool both, const std::vector<Claim>& claims,
                                         int first) {
  std::vector<std::uint64_t> words;
  std::vector<std::uint64_t> stems;
  words.reserve(tokens.tokens.size());
  stems.reserve(tokens.tokens.size());
  std::size_t a = 0;
  std::size_t b = 0;
  bool question = false;
  for (const ClaimToken& token : tokens.tokens) {
    if (token.mention >= 0) {
      (token.mention == 0 ? a : b) = words.size();
      words.push_back(token.mention == 0 ? 'A' : 'B');
    } else if (token.punctuation != 0) {
      question = question || token.punctuation == '?';
      words.push_back(static_cast<std::uint64_t>(token.punctuation) + 1000);
    } else {
      words.push_back(token.number ? 2000 : hash_of(tokens.text(token)));
    }
    std::string_view text =
        token.mention >= 0 || token.punctuation != 0 || token.number ? std::string_view() : tokens.text(token);
    stems.push_back(text.empty() ? words.back() : hash_of(text.substr(0, 5)));
  }
  Buckets buckets;
  std::uint64_t alone = both ? 0 : 1;  // what says "better" of one says less of two
  auto kind = [&](std::string_view name) { return mix(hash_of(name), alone); };
  set_ngrams(buckets, words, a > kReach ? a - kReach : 0, a + 1, 3, kind("before"));
  if (both) {
    set_ngrams(buckets, words, a, b + 1, 3, kind("between"));
    set_ngrams(buckets, words, b, std::min(words.size(), b + 1 + kReach), 3, kind("after"));
    buckets.set(mix(hash_of("distance"), std::min<std::size_t>(6, (b - a) / 3)));
  } else {
    set_ngrams(buckets, words, a, std::min(words.size(), a + 1 + kReach), 3, kind("after"));
  }
  set_ngrams(buckets, words, 0, words.size(), 2, kind("all"));
  if (both) {
    set_ngrams(buckets, stems, a, b + 1, 2, kind("stems between"));
    set_ngrams(buckets, stems, b, std::min(words.size(), b + 1 + kReach), 2, kind("stems after"));
  } else {
    set_ngrams(buckets, stems, a, std::min(words.size(), a + 1 + kReach), 2, kind("stems after"));
  }
  set_cues(buckets, tokens, alone);
  set_signs(buckets, tokens, alone);
  set_claims(buckets, claims, first, both, question);
  buckets.set(kind("bias"));
  return buckets.take();
}

}  // namespace versus
