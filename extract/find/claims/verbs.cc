// "X outperforms Y", "X lags behind Y", "X lacks F", "I prefer X to Y", "X is preferred".

#include <algorithm>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

// "outlives", "outscored": out- before a verb says that it is done better.
bool is_out_verb(const SentenceView& view, int i) {
  if (!view.is_word(i) || view.token(i).word->classes != 0) return false;
  std::string_view word = view.folded(i);
  return word.size() >= 6 && word.starts_with("out") && view.is_mention(i + 1) && i > 0 &&
         (view.is_mention(i - 1) || view.is(i - 1, kAux | kHedge | kAdverb) || view.folded(i - 1) == "to");
}

// Whoever is named first before the verb `i`, else the clause's subject; -1: something else is spoken of.
void set_speaker(const SentenceView& view, const Clause& clause, int i, Claim& claim) {
  int named = -1;
  for (int k = clause.begin; k < i && named < 0; ++k) named = view.token(k).mention;
  claim.subject_mention = named >= 0 ? named : clause.subject_mention;
  claim.subject = named >= 0 ? view.subject_of(named) : clause.unknown_subject ? -1 : clause.subject;
}

// "X beats Y in F"; "X is outperformed by Y" turns it round.
void read_beat(const SentenceView& view, std::size_t clause_index, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[clause_index];
  bool passive = view.folded(std::min(i + 1, view.size() - 1)) == "by";
  std::vector<int> objects = joined_mentions(view, passive ? i + 2 : i + 1, 5);
  if (objects.empty() && (passive || !view.is(i, kLag | kWin))) return;
  Claim claim;
  set_speaker(view, clause, i, claim);
  if (claim.subject < 0) return;
  claim.negated = is_negated(view, clause.begin, i);
  claim.hedged = is_hedged(view, clause, i);
  int polarity =
      (is_out_verb(view, i) ? 1 : view.token(i).word->polarity) * (passive ? -1 : 1) * (claim.negated ? -1 : 1);
  claim.direction = polarity > 0 ? Direction::better : Direction::worse;
  claim.pattern = ClaimPattern::beats;
  claim.feature = topic_of(view, clause);
  if (claim.feature.empty() || !view.context.feature.empty() || !view.label.empty())
    claim.feature = object_after(view, clause, i + 1);
  if (claim.feature.empty()) claim.feature = subject_aspect(view, clause);
  if (claim.feature.empty()) claim.feature = kOverall;
  for (int object : objects) {
    claim.object = view.subject_of(object);
    claim.object_mention = object;
    add_claim(claims, claim);
  }
  if (!objects.empty()) return;
  claim.object = implied_opponent(view, clause_index, claim.subject);  // "X trails in", than the other of two
  if (claim.object >= 0) add_claim(claims, claim);
}

// "X leaves Y behind in extensions."
void read_leave(const SentenceView& view, std::size_t clause_index, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[clause_index];
  int left = view.is(i + 1, kDeterminer) ? i + 2 : i + 1;
  if (!view.is_mention(left) || left + 1 >= clause.end) return;
  int at = left + 1;
  while (at < clause.end && at < left + 4 && view.is(at, kDeterminer | kAdverb)) ++at;
  std::string_view word = view.folded(at < clause.end ? at : left);
  std::string_view last = at + 2 < clause.end ? view.folded(at + 2) : std::string_view();
  if (word != "behind" && word != "standing" && word != "trailing" && last != "dust") return;
  Claim claim;
  set_speaker(view, clause, i, claim);
  claim.object_mention = view.token(left).mention;
  claim.object = view.subject_of(claim.object_mention);
  claim.negated = is_negated(view, clause.begin, i);
  claim.direction = claim.negated ? Direction::worse : Direction::better;
  claim.hedged = is_hedged(view, clause, i);
  claim.pattern = ClaimPattern::beats;
  claim.feature = object_after(view, clause, at + 1);
  if (claim.feature.empty()) claim.feature = subject_aspect(view, clause);
  if (claim.feature.empty()) claim.feature = kOverall;
  add_claim(claims, claim);
}

// "Exactly-once delivery favours X": for X, and against the other of two.
void read_favor(const SentenceView& view, std::size_t clause_index, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[clause_index];
  std::string_view verb = view.folded(i);
  bool favors = verb.starts_with("favor") || verb.starts_with("favour");
  if (!favors || !view.is_mention(i + 1) || view.is(i + 2, kOver | kInstead)) return;
  for (int k = clause.begin; k < i; ++k)
    if (view.token(k).mention >= 0 || view.is(k, kPronoun | kFiller)) return;
  Claim claim;
  claim.subject_mention = view.token(i + 1).mention;
  claim.subject = view.subject_of(claim.subject_mention);
  for (int mention = 0; mention < static_cast<int>(view.mentions.size()); ++mention)
    if (view.subject_of(mention) != claim.subject && claim.object_mention < 0) claim.object_mention = mention;
  claim.object = claim.object_mention >= 0 ? view.subject_of(claim.object_mention)
                                           : implied_opponent(view, clause_index, claim.subject);
  if (claim.object < 0) return;
  claim.negated = is_negated(view, clause.begin, i);
  claim.hedged = is_hedged(view, clause, i);
  claim.direction = claim.negated ? Direction::worse : Direction::better;
  claim.pattern = ClaimPattern::prefers;
  claim.feature = std::string(view.slice(clause.begin, i));
  add_claim(claims, claim);
}

// "X lacks F": worse than the other of two.
void read_lack(const SentenceView& view, std::size_t clause_index, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[clause_index];
  if (view.is_mention(i - 1) && view.is(i - 2, kRelative) && clause_index > 0) return;
  if (view.folded(std::max(0, i - 1)) == "i" || view.folded(std::max(0, i - 1)) == "we") return;
  bool thing = view.folded(std::max(0, i - 2)) == "something";
  if (view.is_mention(i - 1) && (view.is(i - 2, kRelative) || thing)) {  // "X has an interface that Y does not offer"
    Claim turned;
    turned.subject = clause.subject;
    turned.subject_mention = clause.subject_mention;
    turned.object_mention = view.token(i - 1).mention;
    turned.object = view.subject_of(turned.object_mention);
    turned.direction = Direction::better;
    turned.pattern = ClaimPattern::beats;
    turned.hedged = is_hedged(view, clause, i);
    turned.negated = true;
    if (clause.verb >= 0) turned.feature = object_feature(view, clause.verb, i - 2);
    if (turned.subject >= 0) add_claim(claims, turned);
    return;
  }
  if (clause.subject < 0 || clause.unknown_subject) return;
  if (clause.subject_mention >= 0 && clause.own_subject) {
    bool before = false;
    for (int k = clause.begin; k < i; ++k) before = before || view.token(k).mention == clause.subject_mention;
    if (!before) return;
  }
  int object_mention = -1;  // "lacks the plugins that Y has"
  for (int k = i + 1; k < view.size() && k < i + 10 && object_mention < 0; ++k)
    if (view.is(k, kRelative | kStandard | kUnlike) && view.is_mention(k + 1))
      object_mention = view.token(k + 1).mention;
  if (clause.subordinate && object_mention < 0) return;
  int from = i + 1;
  while (from < clause.end && view.is(from, kDeterminer)) ++from;
  for (int k = from; k < clause.end && k < from + 4; ++k)
    if (view.is(k, kInverted) || (view.is(k, kPolarNoun) && view.token(k).word->own_polarity < 0)) return;
  Claim claim;
  claim.subject = clause.subject;
  claim.subject_mention = clause.subject_mention;
  claim.object_mention = object_mention;
  claim.object =
      object_mention >= 0 ? view.subject_of(object_mention) : implied_opponent(view, clause_index, clause.subject);
  // "has no row limit": a want only where it is known to be good
  bool wanted = false;
  for (int k = from; k < clause.end && k < from + 4; ++k)
    wanted = wanted || (view.is(k, kPolarNoun) && view.token(k).word->own_polarity > 0);
  bool has_no = view.folded(i).ends_with(" no");
  if (has_no && !wanted && object_mention < 0) claim.object = -1;
  claim.direction = claim.object >= 0 ? Direction::worse : Direction::attribute;
  claim.hedged = is_hedged(view, clause, i);
  claim.negated =
      view.folded(i).find("no") != std::string_view::npos || view.folded(i).find("not") != std::string_view::npos;
  claim.pattern = ClaimPattern::beats;
  claim.feature = object_feature(view, i, clause.end);
  add_claim(claims, claim);
}

bool is_choosing(std::string_view verb) {
  return verb == "favour" || verb == "prefer" || verb == "prefers" || verb == "preferred" || verb == "recommend" ||
         verb == "recommends" || verb == "choose" || verb == "chose" || verb == "would choose" || verb == "favor" ||
         verb == "love" || verb == "opt for" || verb == "go with" || verb == "opted for" || verb == "went with" ||
         verb == "pick" || verb == "recommended" || verb == "chosen";
}

void read_prefer(const SentenceView& view, std::size_t clause_index, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[clause_index];
  std::string_view verb = view.folded(i);
  Claim claim;
  claim.pattern = ClaimPattern::prefers;
  claim.negated = is_denied(view, clause, i);
  claim.hedged = is_hedged(view, clause, i);
  claim.direction = claim.negated ? Direction::worse : Direction::better;
  claim.feature = object_after(view, clause, i + 1);
  if (claim.feature.empty()) claim.feature = "preference";
  // "prefer X over Y", "use X instead of Y"
  int winner = -1;
  for (int k = i + 1; k < clause.end && k <= i + 6 && winner < 0; ++k) {
    if (view.is(k, kOver | kInstead | kThan | kBecause | kContrast)) break;
    if (view.token(k).mention >= 0) winner = k;
  }
  if (winner >= 0) {
    for (int k = winner + 1; k < view.size() && k <= winner + 6; ++k) {
      bool rather_than = view.is(k, kThan) && view.folded(std::max(0, i - 1)) == "rather";
      bool names =
          view.is_mention(k + 1) || (view.is(k + 1, kDeterminer) && (view.is_mention(k + 2) || view.is_mention(k + 3)));
      bool to = view.folded(k) == "to" && verb.starts_with("prefer") && names;
      if (!view.is(k, kOver | kInstead) && !rather_than && !to) continue;
      std::vector<int> objects = joined_mentions(view, k + 1, 4);
      claim.subject_mention = view.token(winner).mention;
      claim.subject = view.subject_of(claim.subject_mention);
      for (int object : objects) {
        claim.object = view.subject_of(object);
        claim.object_mention = object;
        add_claim(claims, claim);
      }
      return;
    }
    // "I will prefer X for F"
    bool speaker = false;
    for (int k = clause.begin; k < i; ++k) speaker = speaker || view.folded(k) == "i" || view.folded(k) == "we";
    claim.subject_mention = view.token(winner).mention;
    claim.subject = view.subject_of(claim.subject_mention);
    claim.object = implied_opponent(view, clause_index, claim.subject);
    if (speaker && is_choosing(verb) && verb.starts_with("prefer") && claim.object >= 0) add_claim(claims, claim);
    return;
  }
  // "X is preferred", "X is the recommended choice"
  bool passive = (verb == "preferred" || verb == "recommended") && (view.is(i - 1, kCopula) || view.is(i - 2, kCopula));
  if (passive && clause.subject >= 0 && !clause.unknown_subject && clause.verb >= 0 && clause.verb < i) {
    claim.subject = clause.subject;
    claim.subject_mention = clause.subject_mention;
    claim.object = implied_opponent(view, clause_index, clause.subject);
    if (claim.object >= 0) add_claim(claims, claim);
  }
}

// "X wins on A, Y on B and Z on C": each at its own.
void read_gaps(const SentenceView& view, const Claim& first, int preposition, std::vector<Claim>& claims) {
  std::string_view word = view.folded(preposition);
  for (int k = preposition + 2; k + 2 < view.size(); ++k) {
    if (view.token(k).mention < 0 || view.folded(k + 1) != word) continue;
    bool joined = view.is(k - 1, kConjunction | kContrast) || view.token(k - 1).punctuation == ',' ||
                  view.token(k - 1).punctuation == ';';
    int subject = view.subject_of(view.token(k).mention);
    if (!joined || subject == first.subject) continue;
    Claim claim = first;
    claim.subject = subject;
    claim.subject_mention = view.token(k).mention;
    claim.object = names_several(view) ? -1 : first.subject;
    claim.object_mention = claim.object >= 0 ? first.subject_mention : -1;
    int end = k + 2;
    while (end < view.size() && view.token(end).punctuation == 0 && view.token(end).mention < 0) ++end;
    if (end < view.size() && view.token(end).mention >= 0 && view.is(end - 1, kConjunction)) --end;
    claim.feature = object_feature(view, k + 1, end);
    if (claim.feature.empty()) continue;
    add_claim(claims, claim);
  }
}

// "Nobody regrets swapping X for Y": Y. "Nobody would trade X for Y": X.
void find_regrets(const SentenceView& view, std::vector<Claim>& claims) {
  Move move = find_move(view);
  if (move.to < 0 || move.from < 0 || view.is_question) return;
  Clause opening = view.clauses.front();
  opening.end = move.begin;
  bool none = speaks_of_none(view, opening, move.begin) || view.folded(opening.begin) == "few";
  if (!none) return;
  bool regret = false;
  bool would = false;
  for (int k = opening.begin; k < move.begin; ++k) {
    regret = regret || view.folded(k).starts_with("regret");
    would = would || view.folded(k) == "would" || view.folded(k) == "wants" || view.folded(k) == "will";
  }
  if (!regret && !would) return;
  Claim claim;
  set_pair(view, claim, regret ? move.to : move.from, regret ? move.from : move.to);
  claim.direction = Direction::better;
  claim.pattern = ClaimPattern::prefers;
  claim.negated = true;
  claim.hedged = is_hedged(view, view.clauses.front(), move.begin);
  claim.feature = "preference";
  add_claim(claims, claim);
}

// "X has the edge in F": better than the other of two.
void read_win(const SentenceView& view, std::size_t clause_index, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[clause_index];
  if (clause.subject < 0 || clause.unknown_subject) return;
  if (view.folded(i) == "wins" && view.is(i - 1, kAdjective)) return;  // "quick wins"
  for (int k = clause.begin; k < i; ++k)
    if (view.folded(k) == "neither") return;  // said of both
  int subject_mention = clause.subject_mention;
  if (view.is_mention(i - 1)) subject_mention = view.token(i - 1).mention;  // "gives X an edge"
  Claim claim;
  claim.subject = subject_mention >= 0 ? view.subject_of(subject_mention) : clause.subject;
  claim.subject_mention = subject_mention;
  claim.object = implied_opponent(view, clause_index, claim.subject);
  bool several = names_several(view);
  if (several) claim.object = -1;  // against the others
  if (claim.object < 0 && !several) return;
  claim.negated = is_negated(view, clause.begin, i);
  claim.hedged = is_hedged(view, clause, i);
  claim.direction = claim.negated ? Direction::worse : Direction::better;
  claim.pattern = ClaimPattern::beats;
  claim.feature = object_after(view, clause, i + 1);
  if (claim.feature.empty()) claim.feature = topic_of(view, clause);
  if (claim.feature.empty()) claim.feature = object_feature(view, i, clause.end);
  if (claim.feature.empty()) claim.feature = kOverall;
  add_claim(claims, claim);
  if (!claim.negated && i + 1 < view.size() && view.is(i + 1, kPreposition)) read_gaps(view, claim, i + 1, claims);
}

// "I would rather read X code than Y code."
void read_rather(const SentenceView& view, std::size_t clause_index, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[clause_index];
  int winner = -1;
  int than = -1;
  for (int k = i + 1; k < view.size() && k < i + 14 && than < 0; ++k) {
    if (view.token(k).mention >= 0 && winner < 0) winner = k;
    if (view.is(k, kThan)) than = k;
  }
  if (winner < 0 || than < winner) return;
  Claim claim;
  claim.subject_mention = view.token(winner).mention;
  claim.subject = view.subject_of(claim.subject_mention);
  claim.pattern = ClaimPattern::prefers;
  claim.direction = Direction::better;
  claim.hedged = is_hedged(view, clause, i);
  claim.feature = std::string(view.slice(i + 1, winner));
  if (claim.feature.empty()) claim.feature = "preference";
  for (int object : joined_mentions(view, than + 1, 5)) {
    claim.object = view.subject_of(object);
    claim.object_mention = object;
    add_claim(claims, claim);
  }
}

}  // namespace

void find_verbs(const SentenceView& view, std::vector<Claim>& claims) {
  find_regrets(view, claims);
  for (std::size_t c = 0; c < view.clauses.size(); ++c) {
    const Clause& clause = view.clauses[c];
    if (clause.excluded || clause.intro) continue;
    for (int i = clause.begin; i < clause.end; ++i) {
      if (view.is(i, kBeat) || is_out_verb(view, i)) read_beat(view, c, i, claims);
      if (view.folded(i) == "rather" && view.is(i - 1, kAux | kDeterminer)) read_rather(view, c, i, claims);
      if (view.is(i, kLeave)) read_leave(view, c, i, claims);
      if (view.is(i, kFavor | kPrefer)) read_favor(view, c, i, claims);
      if (view.is(i, kLack)) read_lack(view, c, i, claims);
      if (view.is(i, kWin)) read_win(view, c, i, claims);
      if (view.is(i, kPrefer)) read_prefer(view, c, i, claims);
    }
  }
}

}  // namespace versus
