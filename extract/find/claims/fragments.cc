// What slides, rankings and table notes say without a verb: "Throughput: X first, Y second", "Logs: sluggish in X,
// snappy in Y", "Dark mode - X yes, Y no".

#include <algorithm>
#include <array>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

// The words that a sentence without a verb gives to one thing.
struct Share {
  int mention = -1;
  int rank = 0;  // 1: first
  int sign = 0;  // of its adjectives, of yes and no
};

bool parts(const SentenceView& view, int i) {
  char sign = view.token(i).punctuation;
  bool spaced = i > 0 && view.token(i - 1).end < view.token(i).begin;
  return sign == ',' || sign == ';' || sign == '-' || (sign == '/' && spaced);
}

// A verb that something is done to. "Login required" has none.
bool says_something(const SentenceView& view, int i) {
  if (!view.is(i, kVerb) || view.is(i, kPreposition | kHedge)) return false;
  return !view.is(i, kHave) || (i + 1 < view.size() && (view.is_word(i + 1) || view.is_mention(i + 1)));
}

int rank_of(std::string_view word) {
  constexpr std::array<std::string_view, 5> kRanks = {"first", "second", "third", "fourth", "fifth"};
  auto at = std::find(kRanks.begin(), kRanks.end(), word);
  if (at != kRanks.end()) return static_cast<int>(at - kRanks.begin()) + 1;
  return word == "last" || word == "dead last" ? 99 : 0;
}

// "X a distant second": nothing but that between the name and its place.
bool follows_name(const SentenceView& view, int i) {
  int k = i - 1;
  while (k >= 0 && view.is_word(k) && (view.is(k, kDeterminer) || view.is(k, kAdjective) || k == i - 1)) --k;
  return view.is_mention(k);
}

void read_word(const SentenceView& view, int i, Share& share) {
  std::string_view word = view.folded(i);
  if (int rank = rank_of(word); rank != 0 && share.rank == 0 && follows_name(view, i)) share.rank = rank;
  bool denied = view.is(i - 1, kNegator);
  if (word == "yes") share.sign += 1;
  bool alone = i + 1 >= view.size() || !view.is_word(i + 1);
  if (word == "no" && alone) share.sign -= 1;
  if (view.is(i, kAdjective))
    share.sign += denied ? -view.token(i).word->own_polarity : view.token(i).word->own_polarity;
}

// Parts without a name go to the name before them.
std::vector<Share> shares_of(const SentenceView& view, int begin) {
  std::vector<Share> shares;
  for (int from = begin; from < view.size();) {
    int to = from;
    while (to < view.size() && !parts(view, to)) ++to;
    int named = -1;
    int names = 0;
    for (int i = from; i < to; ++i)
      if (view.token(i).mention >= 0) {
        named = view.token(i).mention;
        ++names;
      }
    if (names > 1) return {};
    if (names == 1) {
      bool known = !shares.empty() && view.subject_of(shares.back().mention) == view.subject_of(named);
      if (!known) shares.push_back({named, 0, 0});
    }
    for (int i = from; i < to && !shares.empty(); ++i)
      if (view.is_word(i)) read_word(view, i, shares.back());
    from = to + 1;
  }
  return shares;
}

}  // namespace

void find_fragments(const SentenceView& view, std::vector<Claim>& claims) {
  if (view.is_question || view.mentions.size() < 2 || !claims.empty()) return;
  int begin = view.clauses.front().begin;
  for (int i = begin; i < view.size(); ++i)
    if (says_something(view, i)) return;
  // "Dark mode - X yes": the words before the first name
  std::string feature(!view.context.feature.empty() ? view.context.feature : view.label);
  std::vector<Share> shares = shares_of(view, begin);
  if (shares.size() < 2) return;
  if (feature.empty())
    for (int i = begin; i < view.size() && view.token(i).mention < 0; ++i)
      if (parts(view, i) && i > begin) {
        feature = std::string(view.slice(begin, i));
        break;
      }
  for (std::size_t k = 0; k + 1 < shares.size(); ++k) {
    const Share& a = shares[k];
    const Share& b = shares[k + 1];
    bool ranked = a.rank != 0 && b.rank != 0 && a.rank != b.rank;
    bool opposed = a.sign * b.sign < 0;
    if (!ranked && !opposed) continue;
    Claim claim;
    set_pair(view, claim, a.mention, b.mention);
    claim.direction = (ranked ? a.rank < b.rank : a.sign > 0) ? Direction::better : Direction::worse;
    claim.pattern = ClaimPattern::contrast;
    claim.hedged = is_hedged(view, view.clauses.front(), view.clauses.front().end);
    claim.feature = feature.empty() ? std::string(kOverall) : feature;
    add_claim(claims, claim);
  }
}

}  // namespace versus
