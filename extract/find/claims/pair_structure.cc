// How a sentence compares, whatever its words: the part of the linear model's features that the lexicon gives.

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "extract/find/claims/buckets.h"
#include "extract/find/claims/tokens.h"

namespace versus {
namespace {

enum Cue : std::uint64_t {
  kNoCue,
  kFirst,
  kSecond,
  kOther,
  kMore,
  kMoreUnknown,
  kQuantity,
  kMost,
  kThanCue,
  kNot,
  kBeats,
  kWins,
  kStandardCue,
  kInsteadCue,
  kOverCue,
  kBut,
  kPrefers,
  kSameCue,
  kDifferentCue,
  kLacks,
  kShines,
  kLags,
  kPraise,
  kSigned,
  kBurdenCue,
  kAsCue,
  kLikeCue,
  kIf,
  kQuestionMark,
  kComma,
  kThen,
  kThat
};

// What a token is to a comparison. Signs stand for words, so that "faster" is known from "quicker".
std::uint64_t cue_of(const ClaimTokens& tokens, const ClaimToken& token) {
  const Word& word = *token.word;
  auto with = [](Cue cue, int sign) { return cue + 32 * static_cast<std::uint64_t>(sign > 0 ? 1 : sign < 0 ? 2 : 0); };
  if (token.mention >= 0) return token.mention == 0 ? kFirst : kSecond;
  if (token.punctuation != 0) {
    if (token.punctuation == '?') return kQuestionMark;
    return token.punctuation == ',' || token.punctuation == ';' ? kComma : kNoCue;
  }
  if (word.is(kComparative)) return word.quantity != 0 ? with(kQuantity, word.quantity) : with(kMore, word.polarity);
  if (token.comparative_form) return kMoreUnknown;
  if (word.classes != 0) {
    if (word.is(kSuperlative)) return with(kMost, word.quantity != 0 ? word.quantity : word.polarity);
    if (word.is(kThan)) return kThanCue;
    if (word.is(kNegator)) return kNot;
    if (word.is(kBeat)) return with(kBeats, word.polarity);
    if (word.is(kWin)) return kWins;
    if (word.is(kStandard | kUnlike)) return kStandardCue;
    if (word.is(kInstead)) return kInsteadCue;
    if (word.is(kOver)) return kOverCue;
    if (word.is(kContrast)) return kBut;
    if (word.is(kPrefer)) return kPrefers;
    if (word.is(kSame)) return kSameCue;
    if (word.is(kDifferent)) return kDifferentCue;
    if (word.is(kLack)) return kLacks;
    if (word.is(kShine)) return kShines;
    if (word.is(kLag)) return kLags;
    if (word.is(kEvaluation)) return kPraise;
    if (word.is(kAdjective | kPolarNoun | kPolarVerb)) return with(kSigned, word.own_polarity);
    if (word.is(kInverted)) return kBurdenCue;
    if (word.is(kAs)) return kAsCue;
    if (word.is(kLike)) return kLikeCue;
    if (word.is(kCondition)) return kIf;
  }
  if (token.folded_size != 4) return kNoCue;
  std::string_view text = tokens.text(token);
  return text == "then" ? kThen : text == "that" ? kThat : kNoCue;
}

// A name other than the two: a capital that no sentence begins with.
bool is_other_name(const ClaimTokens& tokens, std::size_t i) {
  const ClaimToken& token = tokens.tokens[i];
  if (i == 0 || token.mention >= 0 || !token.capital || token.folded_size < 2 || token.word->classes != 0) return false;
  char before = tokens.tokens[i - 1].punctuation;
  return before != '.' && before != '?' && before != '!' && before != ':' && before != '"';
}

// Who is named at each token: nobody, the first, the second, another.
std::vector<std::uint8_t> parties_of(const ClaimTokens& tokens) {
  std::vector<std::uint8_t> parties(tokens.tokens.size());
  for (std::size_t i = 0; i < parties.size(); ++i) {
    int mention = tokens.tokens[i].mention;
    parties[i] = mention >= 0 ? (mention == 0 ? 1 : 2) : is_other_name(tokens, i) ? 3 : 0;
  }
  return parties;
}

// The cues in their order: with commas, without, and with the names of others.
void set_cues(Buckets& buckets, const ClaimTokens& tokens, const std::vector<std::uint8_t>& parties,
              std::uint64_t alone) {
  std::vector<std::uint64_t> cues, without_commas, with_names;
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (parties[i] == 3) {
      if (with_names.empty() || with_names.back() != kOther) with_names.push_back(kOther);
      continue;
    }
    std::uint64_t cue = cue_of(tokens, tokens.tokens[i]);
    if (cue == kNoCue) continue;
    cues.push_back(cue);
    if (cue == kComma) continue;
    without_commas.push_back(cue);
    with_names.push_back(cue);
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

Opponent opponent_after(const ClaimTokens& tokens, const std::vector<std::uint8_t>& parties, std::size_t from) {
  constexpr std::size_t kOpponentReach = 13;
  Opponent found;
  for (std::size_t k = from; k < tokens.tokens.size() && k < from + kOpponentReach; ++k) {
    const ClaimToken& token = tokens.tokens[k];
    if (token.is(kThan | kStandard | kOver | kAs)) {
      if (found.joint == 0) found.joint = token.is(kThan) ? 1 : 2;
      continue;
    }
    if (token.punctuation == ';' || token.punctuation == '.' || token.is(kContrast)) break;
    found.party = parties[k];
    if (found.party != 0) break;
    if (found.joint != 0) ++found.between;
  }
  return found;
}

// Each comparative with the names around it, from coarse to fine: "A C+ than B", "N C- than A".
void set_frames(Buckets& buckets, const ClaimTokens& tokens, const std::vector<std::uint8_t>& parties,
                std::uint64_t alone) {
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
    if (std::uint64_t party = parties[i]; party != 0) {
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
    Opponent opponent = opponent_after(tokens, parties, i + 1);
    std::uint64_t hash = mix(mix(hash_of("frame"), alone), way);
    hash = mix(mix(hash, before), opponent.party * 4 + opponent.joint);
    set(hash);
    hash = mix(hash, static_cast<std::uint64_t>(sign) + 2);
    set(hash);
    hash = mix(hash, since_negator < kNegatorReach ? 1 : 0);
    set(hash);
    set(mix(mix(hash, 1), (doubted ? 1u : 0u) + (question ? 2u : 0u) + (open ? 4u : 0u)));
    set(mix(mix(mix(hash, 2), std::min<std::uint64_t>(opponent.between, 3)), std::min<std::uint64_t>(parts, 2)));
    set(mix(mix(hash, 3), earlier));
  }
}

// "Google Maps": is the first, or the second, no more than a part of a name?
void set_parts_of_names(Buckets& buckets, const std::vector<std::uint8_t>& parties, std::uint64_t alone) {
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (parties[i] != 1 && parties[i] != 2) continue;
    std::uint64_t hash = mix(mix(hash_of("part of name"), alone), parties[i]);
    bool after = i + 1 < parties.size() && parties[i + 1] == 3;
    bool before = i > 0 && parties[i - 1] == 3;
    buckets.set(FeatureKind::structure, mix(hash, (after ? 1u : 0u) + (before ? 2u : 0u)));
  }
}

}  // namespace

void set_structure(Buckets& buckets, const ClaimTokens& tokens, std::uint64_t alone) {
  std::vector<std::uint8_t> parties = parties_of(tokens);
  set_cues(buckets, tokens, parties, alone);
  set_signs(buckets, tokens, alone);
  set_frames(buckets, tokens, parties, alone);
  set_parts_of_names(buckets, parties, alone);
}

}  // namespace versus
