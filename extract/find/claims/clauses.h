// The clauses of a sentence and who each of them speaks of.
#pragma once

#include <string_view>
#include <vector>

#include "extract/find/claims/claim.h"

namespace versus {

struct Clause {
  int begin = 0;  // tokens
  int end = 0;
  bool contrasted = false;       // opened by while, whereas, but ...
  bool conditional = false;      // if, whether: says nothing for certain
  bool excluded = false;         // a question, a condition, what used to be: no claim is made in it
  bool subordinate = false;      // because, when, which
  bool intro = false;            // "Compared with Y," "Unlike Y,": names the standard of the next clause
  bool own_subject = false;      // its subject is named in it, not carried over
  bool unknown_subject = false;  // something else than an entity is spoken of
  int subject = -1;
  int subject_mention = -1;
  int co_subject_mention = -1;  // "A and B are ..."
  int verb = -1;                // first verb after the subject; -1: none
};

/// Everything the patterns look at.
struct SentenceView {
  std::string_view sentence;
  const std::vector<ClaimMention>& mentions;
  const ClaimContext& context;
  ClaimTokens tokens;
  std::vector<Clause> clauses;
  std::string_view label;  // "Performance" in "Performance: X is faster than Y"
  bool is_question = false;
  int measured_sign = 0;  // -1: the label, or the feature of the row, is a cost ("Memory: less than Y")

  int size() const { return static_cast<int>(tokens.tokens.size()); }
  const ClaimToken& token(int i) const { return tokens.tokens[static_cast<std::size_t>(i)]; }
  std::string_view folded(int i) const { return tokens.text(token(i)); }
  bool is(int i, std::uint64_t classes) const { return i >= 0 && i < size() && token(i).is(classes); }
  bool is_mention(int i) const { return i >= 0 && i < size() && token(i).mention >= 0; }
  bool is_word(int i) const { return i >= 0 && i < size() && token(i).punctuation == 0 && token(i).mention < 0; }
  int subject_of(int mention) const { return mentions[static_cast<std::size_t>(mention)].subject; }
  std::string_view slice(int begin, int end) const;  // the sentence from token to token
};

SentenceView view_sentence(std::string_view sentence, const std::vector<ClaimMention>& mentions,
                           const ClaimContext& context, const ClaimLexicon& lexicon);

/// read_claims (claim.h) of a sentence that is laid out already.
std::vector<Claim> read_claims(const SentenceView& view, int* spoken_of = nullptr);

}  // namespace versus
