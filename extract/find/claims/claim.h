// Claims of one sentence: who is said to be better, worse, equal or different, at what.
//
//   "PyTorch usually has better performance but is not as portable as Keras."
//     PyTorch better than Keras at "performance", hedged; PyTorch worse than Keras at "portable", negated
//
// A pure function of the sentence, the entities mentioned in it, what stood before it, and the lexicon.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/feature_row.h"
#include "extract/find/claims/lexicon.h"
#include "extract/find/claims/tokens.h"

namespace versus {

/// How a claim was recognised; its confidence rests on this.
enum class ClaimPattern {
  comparative_than,      // "X is faster than Y"
  comparative_standard,  // "compared with Y, X is faster", "unlike Y, X is faster"
  comparative_contrast,  // "X is faster, while Y ..."
  comparative_implied,   // "X is faster": the document compares two
  as_as,                 // "X is (not) as fast as Y"
  beats,                 // "X outperforms Y", "X lags behind Y"
  prefers,               // "prefer X to Y", "X is a better choice"
  superlative,           // "X is the fastest": the document compares two
  contrast,              // "X excels at A, while Y struggles"
  same,                  // "X and Y are similar", "both are fast"
  different,             // "X differs from Y"
  learned,               // none of these: the linear model alone
  attribute,             // "X has a high-level API"
};
inline constexpr int kClaimPatterns = static_cast<int>(ClaimPattern::attribute) + 1;
std::string_view claim_pattern_name(ClaimPattern pattern);

struct Claim {
  int subject = -1;          // subject numbers of the mentions and the context; never -1
  int object = -1;           // -1: nobody is named or implied
  int subject_mention = -1;  // index into the mentions; -1: carried over from the context
  int object_mention = -1;
  Direction direction = Direction::none;
  ClaimPattern pattern = ClaimPattern::attribute;
  std::string feature;  // the compared phrase in the sentence's words, or the lexicon's noun for it ("faster": speed)
  bool hedged = false;
  bool negated = false;
  bool doubted = false;  // somebody's view, a question or a wish stands around it
  bool implied = false;  // the sentence does not name the opponent
  double confidence = 0;

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// What stood before the sentence. Subject numbers, -1: none.
struct ClaimContext {
  int previous_subject = -1;         // what "it" stands for
  int previous_other = -1;           // "the latter", when the sentence before named two
  int heading_subject = -1;          // the one entity that the heading above names
  int default_subject = -1;          // the entity of a cell or list entry: the sentence may leave it out
  std::vector<int> compared;         // exactly two: each is the other's implied opponent
  std::vector<int> candidates;       // all that the document compares: the model speaks of no others
  bool compared_by_heading = false;  // the two are no more than the article's subject and the heading's
  std::string_view feature;          // the feature of the cell's row
  bool keep_questions = false;
};

/// The claims of a sentence, in order of their cues. Questions, teasers and conditions give none. Two claims of one
/// sentence never repeat each other.
/// `spoken_of` becomes the subject of its first clause, -1 when that is nobody.
std::vector<Claim> read_claims(std::string_view sentence, const std::vector<ClaimMention>& mentions,
                               const ClaimContext& context, const ClaimLexicon& lexicon, int* spoken_of = nullptr);

}  // namespace versus
