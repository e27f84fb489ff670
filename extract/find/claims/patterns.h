// The ways a sentence compares, one function each. They add claims; claim.cc runs them in order and keeps the first of
// those that repeat each other.
#pragma once

#include <string>
#include <vector>

#include "extract/find/claims/clauses.h"

namespace versus {

/// The feature of a claim that names none.
inline constexpr std::string_view kOverall = "overall";

/// What a comparative or superlative says: its sign and the words it governs.
struct Meaning {
  int polarity = 0;      // 1 good, -1 bad, 0 says nothing
  int phrase_begin = 0;  // "advanced features" of "more advanced features": tokens; empty when it stands alone
  int phrase_end = 0;
};
Meaning meaning_of(const SentenceView& view, const Clause& clause, int i, int end);

/// Whom something is compared with.
struct Standard {
  enum class Kind { none, named, unnamed, past };  // past: "than before", "than 10": no comparison of entities
  Kind kind = Kind::none;
  int at = -1;  // token of "than", "compared to"
  bool is_than = false;
  std::vector<int> mentions;  // of the sentence
};
Standard find_standard(const SentenceView& view, std::size_t clause, int i);

/// "Switching from X to Y", "replaced X with Y", "dropped X for Y", "since we moved to Y": what is said of the time
/// after is said of Y.
struct Move {
  int from = -1;  // mentions; -1: not named
  int to = -1;    // -1: nobody moves
  int begin = 0;  // tokens, from the verb to the last name
  int end = 0;
};
Move find_move(const SentenceView& view);

/// The mentions from token `i` on that "X, Y and Z" joins, beginning with the first within `reach` tokens.
std::vector<int> joined_mentions(const SentenceView& view, int i, int reach);

/// The other of two compared, or the subject that the neighbouring contrast speaks of; -1: neither.
int implied_opponent(const SentenceView& view, std::size_t clause, int subject);

/// "no better", "hardly any faster": denied, but the opposite is not said.
bool is_levelled(const SentenceView& view, int begin, int i);
bool is_negated(const SentenceView& view, int begin, int i);
/// Denied anywhere before it in its clause: "nobody enjoys X as much as Y", "no company prefers X to Y".
bool is_denied(const SentenceView& view, const Clause& clause, int i);
/// "isn't necessarily faster", "I wouldn't say that it is faster": nothing is said.
bool is_left_open(const SentenceView& view, int i);
/// "Nothing", "nobody", "no other editor": the clause speaks of none of them up to token `i`, and names none.
bool speaks_of_none(const SentenceView& view, const Clause& clause, int i);
/// The nearest verb before token `i` in its clause, -1: none within reach.
int verb_before(const SentenceView& view, const Clause& clause, int i);
/// Three or more are named in the sentence.
bool names_several(const SentenceView& view);
/// "$500 less than", "40 euros more": the word before token `i` ends a sum of money.
bool counts_money(const SentenceView& view, int i);
bool is_hedged(const SentenceView& view, const Clause& clause, int i);

/// The words that name what is compared at the comparative `i`.
std::string comparative_feature(const SentenceView& view, const Clause& clause, int i, const Meaning& meaning,
                                const Standard& standard);
/// The object of the verb `i`: "a high-level API" without its article.
std::string object_feature(const SentenceView& view, int i, int end);
/// "On uptime, ..." at the beginning of a clause: "uptime".
std::string opening_topic(const SentenceView& view, const Clause& clause);
/// The same of the clause or the one before it, or "egress fees" of "egress fees are where X ...".
std::string topic_of(const SentenceView& view, const Clause& clause);
/// What is said to be compared after token `from`: "in speed", "for small teams".
std::string object_after(const SentenceView& view, const Clause& clause, int from);
/// The words of the subject besides its name: "debugging" in "Keras's debugging is".
std::string subject_aspect(const SentenceView& view, const Clause& clause);

/// The two mentions that a claim is about.
void set_pair(const SentenceView& view, Claim& claim, int subject_mention, int object_mention);

void add_claim(std::vector<Claim>& claims, Claim claim);

/// Feature, hedge and negation of a claim that no pattern made: what the sentence measures or praises.
void describe_claim(const SentenceView& view, Claim& claim);

void find_comparatives(const SentenceView& view, std::vector<Claim>& claims);
void find_amounts(const SentenceView& view, std::vector<Claim>& claims);     // half the memory of
void find_unrivalled(const SentenceView& view, std::vector<Claim>& claims);  // nothing beats
void find_measured(const SentenceView& view, std::vector<Claim>& claims);    // in two seconds, in a minute
void find_fragments(const SentenceView& view, std::vector<Claim>& claims);   // X first, Y second
void find_as_as(const SentenceView& view, std::vector<Claim>& claims);
void find_verbs(const SentenceView& view, std::vector<Claim>& claims);       // beats, lacks, prefers
void find_equalities(const SentenceView& view, std::vector<Claim>& claims);  // same, both, like, different
void find_contrasts(const SentenceView& view, std::vector<Claim>& claims);
void find_attributes(const SentenceView& view, std::vector<Claim>& claims);

}  // namespace versus
