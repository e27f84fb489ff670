#include <algorithm>
#include <string>

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

class Buckets {
 public:
  void set(std::uint64_t hash) { found_.push_back(static_cast<std::uint32_t>(mix(hash, 0) >> 7) % kPairBuckets); }
  std::vector<std::uint32_t> take() {
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
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

void set_cues(Buckets& buckets, const ClaimTokens& tokens) {
  std::vector<std::uint64_t> cues;
  std::vector<std::uint64_t> without_commas;
  for (const ClaimToken& token : tokens.tokens) {
    std::string cue = cue_of(tokens, token);
    if (cue.empty()) continue;
    cues.push_back(hash_of(cue));
    if (cue != ",") without_commas.push_back(cues.back());
  }
  set_ngrams(buckets, cues, 0, cues.size(), 4, hash_of("cues"));
  set_ngrams(buckets, without_commas, 0, without_commas.size(), 6, hash_of("plain cues"));
}

void set_claims(Buckets& buckets, const PairInSentence& pair, const std::vector<ClaimMention>& mentions,
                const ClaimLexicon& lexicon, bool question) {
  ClaimContext context;
  context.keep_questions = true;
  context.compared = {0, 1};
  bool any = false;
  for (const Claim& claim : read_claims(pair.sentence, mentions, context, lexicon)) {
    if (claim.object < 0) continue;
    bool named = claim.subject_mention >= 0 && claim.object_mention >= 0;
    int direction = static_cast<int>(claim.direction);
    if (claim.subject == 1 && direction <= 2) direction = 3 - direction;  // better and worse change places
    std::uint64_t hash = mix(hash_of("claim"), static_cast<std::uint64_t>(direction) * 2 + (named ? 1 : 0));
    any = true;
    buckets.set(hash);
    buckets.set(mix(hash, static_cast<std::uint64_t>(claim.pattern) + 10));
    buckets.set(mix(hash, 100 + (claim.negated ? 1u : 0u)));
    buckets.set(mix(hash, 200 + (claim.hedged ? 1u : 0u)));
    buckets.set(mix(hash, 300 + (question ? 1u : 0u)));
    buckets.set(mix(hash, 400 + (claim.doubted ? 1u : 0u)));
  }
  if (!any) buckets.set(hash_of("no claim"));
}

}  // namespace

std::vector<std::uint32_t> pair_features(const PairInSentence& pair, const ClaimLexicon& lexicon) {
  std::vector<ClaimMention> mentions = {{pair.a_begin, pair.a_end, 0}, {pair.b_begin, pair.b_end, 1}};
  ClaimTokens tokens = read_tokens(pair.sentence, mentions, lexicon);
  std::vector<std::uint64_t> words;
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
  }
  Buckets buckets;
  set_ngrams(buckets, words, a > kReach ? a - kReach : 0, a + 1, 3, hash_of("before"));
  set_ngrams(buckets, words, a, b + 1, 3, hash_of("between"));
  set_ngrams(buckets, words, b, std::min(words.size(), b + 1 + kReach), 3, hash_of("after"));
  set_ngrams(buckets, words, 0, words.size(), 2, hash_of("all"));
  set_cues(buckets, tokens);
  set_claims(buckets, pair, mentions, lexicon, question);
  buckets.set(mix(hash_of("distance"), std::min<std::size_t>(6, (b - a) / 3)));
  buckets.set(hash_of("bias"));
  return buckets.take();
}

}  // namespace versus
