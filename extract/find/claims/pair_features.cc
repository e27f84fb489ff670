#include <algorithm>

#include "extract/find/claims/buckets.h"
#include "extract/find/claims/clauses.h"
#include "extract/find/claims/pair.h"
#include "extract/find/claims/tokens.h"

namespace versus {
namespace {

constexpr std::size_t kReach = 12;  // words before A and after B that are looked at

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
    buckets.set(FeatureKind::structure, hash);
    buckets.set(FeatureKind::structure, mix(hash, static_cast<std::uint64_t>(claim.pattern) + 10));
    buckets.set(FeatureKind::structure, mix(hash, 100 + (claim.negated ? 1u : 0u)));
    buckets.set(FeatureKind::structure, mix(hash, 200 + (claim.hedged ? 1u : 0u)));
  }
  if (!any) buckets.set(FeatureKind::structure, hash_of("no claim"));
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
  buckets.set_ngrams(FeatureKind::word, words, a > kReach ? a - kReach : 0, a + 1, 2, kind("before"));
  if (both) {
    buckets.set_ngrams(FeatureKind::word, words, a, b + 1, 2, kind("between"));
    buckets.set_ngrams(FeatureKind::word, words, b, std::min(words.size(), b + 1 + kReach), 2, kind("after"));
    buckets.set(FeatureKind::word, mix(hash_of("distance"), std::min<std::size_t>(6, (b - a) / 3)));
  } else {
    buckets.set_ngrams(FeatureKind::word, words, a, std::min(words.size(), a + 1 + kReach), 2, kind("after"));
  }
  if (both) {
    buckets.set_ngrams(FeatureKind::word, stems, a, b + 1, 2, kind("stems between"));
  } else {
    buckets.set_ngrams(FeatureKind::word, stems, a, std::min(words.size(), a + 1 + kReach), 2, kind("stems after"));
  }
  set_structure(buckets, tokens, alone);
  set_claims(buckets, claims, first, both, question);
  buckets.set(FeatureKind::structure, kind("bias"));
  return buckets.take();
}

}  // namespace versus
