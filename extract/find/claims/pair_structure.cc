// How a sentence compares, whatever its words: the part of the linear model's features that the lexicon gives.

#include <algorithm>
#include <array>
#include <string>

#include "extract/find/claims/buckets.h"
#include "extract/find/claims/tokens.h"

namespace versus {
namespace {

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

// A name other than the two: a capital that no sentence begins with.
bool is_other_name(const ClaimTokens& tokens, std::size_t i) {
  const ClaimToken& token = tokens.tokens[i];
  if (i == 0 || token.mention >= 0 || !token.capital || token.folded_size < 2 || token.word->classes != 0) return false;
  char before = tokens.tokens[i - 1].punctuation;
  return before != '.' && before != '?' && before != '!' && before != ':' && before != '"';
}

// The cues in their order: with commas, without, and with the names of others.
void set_cues(Buckets& buckets, const ClaimTokens& tokens, std::uint64_t alone) {
  std::vector<std::uint64_t> cues, without_commas, with_names;
  const std::uint64_t other = hash_of("N");
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    if (is_other_name(tokens, i)) {
      if (with_names.empty() || with_names.back() != other) with_names.push_back(other);
      continue;
    }
    std::string cue = cue_of(tokens, tokens.tokens[i]);
    if (cue.empty()) continue;
    cues.push_back(hash_of(cue));
    if (cue == ",") continue;
    without_commas.push_back(cues.back());
    with_names.push_back(cues.back());
  }
  auto set = [&](const std::vector<std::uint64_t>& items, std::size_t longest, std::string_view name) {
    buckets.set_ngrams(FeatureKind::structure, items, 0, items.size(), longest, mix(hash_of(name), alone));
  };
  set(cues, 4, "cues");
  set(without_commas, 6, "plain cues");
  set(with_names, 4, "named cues");
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
    buckets.set(FeatureKind::structure, mix(mix(hash_of("sign of part"), k + 3 * alone), sign));
    all = mix(all, sign);
  }
  buckets.set(FeatureKind::structure, all);
  buckets.set(FeatureKind::structure, mix(all, contrasted ? 1 : 0));
}

// Who stands at a place of a comparison: the first, the second, another name, nobody.
std::uint64_t party_at(const ClaimTokens& tokens, std::size_t i) {
  const ClaimToken& token = tokens.tokens[i];
  if (token.mention >= 0) return token.mention == 0 ? 1 : 2;
  return is_other_name(tokens, i) ? 3 : 0;
}

// The way a word compares, 0: it does not.
std::uint64_t comparing(const ClaimToken& token) {
  if (token.is(kSuperlative)) return 1;
  if (token.is(kComparative)) return 2;
  if (token.is(kBeat)) return 3;
  if (token.is(kLack)) return 4;
  if (token.is(kWin)) return 5;
  if (token.is(kPrefer)) return 6;
  return token.comparative_form ? 7 : 0;
}

// Whom a comparison is with, from the word after it on.
struct Opponent {
  std::uint64_t party = 0;
  std::uint64_t joint = 0;    // 1: than, 2: compared with, over, as
  std::uint64_t between = 0;  // words that part them
};

Opponent opponent_after(const ClaimTokens& tokens, std::size_t from) {
  constexpr std::size_t kOpponentReach = 13;
  Opponent found;
  for (std::size_t k = from; k < tokens.tokens.size() && k < from + kOpponentReach; ++k) {
    const ClaimToken& token = tokens.tokens[k];
    if (token.is(kThan | kStandard | kOver | kAs)) {
      if (found.joint == 0) found.joint = token.is(kThan) ? 1 : 2;
      continue;
    }
    if (token.punctuation == ';' || token.punctuation == '.' || token.is(kContrast)) break;
    found.party = party_at(tokens, k);
    if (found.party != 0) break;
    if (found.joint != 0) ++found.between;
  }
  return found;
}

// Each comparative with the names around it, from coarse to fine: "A C+ than B", "N C- than A".
void set_frames(Buckets& buckets, const ClaimTokens& tokens, std::uint64_t alone) {
  constexpr int kNegatorReach = 6;
  bool doubted = false;
  bool question = false;
  bool open = false;
  for (const ClaimToken& token : tokens.tokens) {
    doubted = doubted || token.is(kDoubt | kCondition);
    question = question || token.punctuation == '?';
    open = open || token.is(kOpen);
  }
  auto set = [&](std::uint64_t hash) { buckets.set(FeatureKind::structure, hash); };
  std::uint64_t before = 0;   // the nearest name
  std::uint64_t earlier = 0;  // another before it
  std::uint64_t parts = 0;    // of the sentence since the nearest name
  int since_negator = kNegatorReach;
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const ClaimToken& token = tokens.tokens[i];
    if (std::uint64_t party = party_at(tokens, i); party != 0) {
      if (party != before) earlier = before;
      before = party;
      parts = 0;
    }
    if (token.punctuation == ',' || token.punctuation == ';' || token.punctuation == '.' ||
        token.is(kContrast | kConjunction))
      ++parts;
    since_negator = token.is(kNegator) ? 0 : since_negator + 1;
    std::uint64_t way = comparing(token);
    if (way == 0) continue;
    int sign = token.word->quantity != 0 ? token.word->quantity : token.word->polarity;
    Opponent opponent = opponent_after(tokens, i + 1);
    std::uint64_t hash = mix(mix(hash_of("frame"), alone), way);
    hash = mix(mix(hash, before), opponent.party * 4 + opponent.joint);
    set(hash);
    hash = mix(hash, static_cast<std::uint64_t>(sign + 2));
    set(hash);
    hash = mix(hash, since_negator < kNegatorReach ? 1 : 0);
    set(hash);
    set(mix(mix(hash, 1), (doubted ? 1u : 0u) + (question ? 2u : 0u) + (open ? 4u : 0u)));
    set(mix(mix(mix(hash, 2), std::min<std::uint64_t>(opponent.between, 3)), std::min<std::uint64_t>(parts, 2)));
    set(mix(mix(hash, 3), earlier));
  }
}

// "Google Maps": is the first, or the second, no more than a part of a name?
void set_parts_of_names(Buckets& buckets, const ClaimTokens& tokens, std::uint64_t alone) {
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    if (tokens.tokens[i].mention < 0) continue;
    std::uint64_t hash = mix(mix(hash_of("part of name"), alone), party_at(tokens, i));
    bool after = i + 1 < tokens.tokens.size() && is_other_name(tokens, i + 1);
    bool before = i > 0 && is_other_name(tokens, i - 1);
    buckets.set(FeatureKind::structure, mix(hash, (after ? 1u : 0u) + (before ? 2u : 0u)));
  }
}

}  // namespace

void set_structure(Buckets& buckets, const ClaimTokens& tokens, std::uint64_t alone) {
  set_cues(buckets, tokens, alone);
  set_signs(buckets, tokens, alone);
  set_frames(buckets, tokens, alone);
  set_parts_of_names(buckets, tokens, alone);
}

}  // namespace versus
