// The words that claims are recognised by, compiled once from the vocabulary's lists claim-*.tsv: comparatives,
// superlatives, words that are good or bad by themselves, nouns of which more is worse, and cue phrases ("falls
// behind", "compared to", "usually"). A phrase of several words is matched longest first.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "extract/find/claims/hash_index.h"

namespace versus {

/// What a word can be; a word may be several ("while", "like", "over").
enum WordClass : std::uint64_t {
  kComparative = 1ull << 0,   // faster, better, more
  kSuperlative = 1ull << 1,   // fastest, best, most
  kThan = 1ull << 2,          //
  kStandard = 1ull << 3,      // compared to, versus, relative to
  kOver = 1ull << 4,          // "X over Y"
  kInstead = 1ull << 5,       // instead of, rather than
  kUnlike = 1ull << 6,        //
  kLike = 1ull << 7,          // like, as with
  kAs = 1ull << 8,            //
  kSame = 1ull << 9,          // same, similar, on par
  kDifferent = 1ull << 10,    // differs, different
  kBeat = 1ull << 11,         // outperforms (+), lags behind (-): takes the other as its object
  kLack = 1ull << 12,         // lacks, does not support
  kShine = 1ull << 13,        // excels, wins: needs no object
  kLag = 1ull << 14,          // struggles, suffers
  kFavor = 1ull << 15,        // favors, simplifies: good for it, weakly
  kBurden = 1ull << 16,       // demands, forces: bad for it, weakly
  kPrefer = 1ull << 17,       // prefer, choose: takes the winner as its object
  kChoice = 1ull << 18,       // choice, option, fit
  kContrast = 1ull << 19,     // while, whereas, but
  kBecause = 1ull << 20,      //
  kCondition = 1ull << 21,    // if, whether
  kWhen = 1ull << 22,         // when, where
  kQuestion = 1ull << 23,     // which, who, how
  kRelative = 1ull << 24,     // which, that
  kHedge = 1ull << 25,        // usually, may, seems
  kNegator = 1ull << 26,      // not, never
  kCopula = 1ull << 27,       // is, becomes, looks
  kHave = 1ull << 28,         // has, offers, requires: takes what is compared as its object
  kAux = 1ull << 29,          // can, will
  kBoth = 1ull << 30,         //
  kPronoun = 1ull << 31,      // it, they
  kFormer = 1ull << 32,       //
  kLatter = 1ull << 33,       //
  kPreposition = 1ull << 34,  //
  kDeterminer = 1ull << 35,   // the, much, significantly: may stand before a comparative
  kConjunction = 1ull << 36,  // and, or
  kFiller = 1ull << 37,       // others, competitors, you: a standard that names nobody
  kPast = 1ull << 38,         // than before, than ever
  kEvaluation = 1ull << 39,   // great choice, strong contender
  kInverted = 1ull << 40,     // cost, latency: more is worse
  kAdjective = 1ull << 41,    // good or bad by itself
  kAdverb = 1ull << 42,       //
  kPolarNoun = 1ull << 43,    // bugs (-), advantage (+)
  kWin = 1ull << 44,          // has the edge, comes out on top: better than the other of two
  kConsume = 1ull << 45,      // requires, costs: more of anything is worse
  kGive = 1ull << 46,         // offers, has: more of a resource is better
  kTimes = 1ull << 47,        // twice, 10 times
  kHistory = 1ull << 48,      // version, previous, ago: a thing against itself
  kPolarVerb = 1ull << 49,    // breaks (-)
  kResource = 1ull << 50,     // memory: inverted unless it is given
  kDoubt = 1ull << 51,        // would, think, said: somebody's view, not a finding
  kAvoid = 1ull << 52,        // saves, catches, prevents: more of what is bad is good
  kRival = 1ull << 53,        // rivals, comes close to: said of nothing, its object is the best
  kOpen = 1ull << 54,         // not necessarily, wouldn't say: what follows is neither said nor denied
  kUnit = 1ull << 55,         // seconds, hours
  kLeave = 1ull << 56,        // leaves ... behind
  kMove = 1ull << 57,         // switch from X to Y, replace X with Y, drop X for Y
  kVerb = kCopula | kHave | kAux | kBeat | kLack | kShine | kLag | kFavor | kBurden,
};

struct Word {
  std::uint64_t classes = 0;
  std::int8_t polarity = 0;      // of a comparative or superlative alone, or of a cue
  std::int8_t quantity = 0;      // 1: more of something, -1: less of it
  std::int8_t own_polarity = 0;  // good or bad by itself (adjective, adverb, noun)
  std::string_view feature;      // "faster" -> "speed"; the lexicon keeps it

  bool is(std::uint64_t wanted) const { return (classes & wanted) != 0; }
};

class ClaimLexicon {
 public:
  /// Reads the lists claim-comparatives, claim-superlatives, claim-polarity, claim-inverted and claim-cues.
  explicit ClaimLexicon(const Vocabulary& vocabulary);
  ClaimLexicon(const ClaimLexicon&) = delete;  // words point into it
  ClaimLexicon& operator=(const ClaimLexicon&) = delete;

  /// The number a folded token (lower case, no apostrophes) goes by, or -1: it begins or continues no entry.
  int token_id(std::string_view folded) const;

  /// The longest entry that the tokens `ids` begin with: its word and how many tokens it takes (0: none).
  struct Match {
    const Word* word = nullptr;
    int tokens = 0;
  };
  Match match(const int* ids, int count) const;

 private:
  Word& add(std::string_view phrase);
  std::string_view keep(std::string_view feature);
  void add_plurals(const Vocabulary& vocabulary);
  int intern(std::string_view token);
  int step_from(int node, int token) const;  // -1: no phrase goes on so
  bool knows(std::string_view token) const;  // as a word by itself

  HashIndex ids_;                    // of tokens_
  std::vector<std::string> tokens_;  // by number
  HashIndex steps_;                  // (node, token) to the next node; node 0 is the root
  std::vector<std::uint64_t> keys_;  // by node: node before and token, packed
  std::vector<int> first_;           // by token: the node after the root, -1: none
  struct Node {
    std::int32_t word = -1;  // index into words_
    bool goes_on = false;
  };
  std::vector<Node> nodes_;
  std::deque<std::string> features_;  // what words' `feature` is of
  std::vector<Word> words_;
};

}  // namespace versus
