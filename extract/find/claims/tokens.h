// The tokens of one sentence as claims see them: words with what the lexicon knows of them, mentions of entities as one
// token each, punctuation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/find/claims/lexicon.h"

namespace versus {

/// An entity named in a sentence. Offsets are bytes of the sentence.
struct ClaimMention {
  std::size_t begin = 0;
  std::size_t end = 0;
  int subject = 0;  // whoever reads the claims knows what the number stands for
};

struct ClaimToken {
  std::uint32_t begin = 0;  // bytes of the sentence
  std::uint32_t end = 0;
  const Word* word = nullptr;  // never null: a word without classes when the lexicon does not know it
  std::int32_t mention = -1;   // index into the mentions
  char punctuation = 0;        // ',' ';' ':' '(' ')' '-' (a dash between spaces) '.' '?' '!' '"' '/'
  bool number = false;
  bool capital = false;           // begins with a capital of ASCII
  bool comparative_form = false;  // unknown, but looks like "grippier"
  std::uint32_t folded_begin = 0;
  std::uint32_t folded_size = 0;

  bool is(std::uint64_t classes) const { return word->is(classes); }
};

struct ClaimTokens {
  std::vector<ClaimToken> tokens;
  std::string folded;  // lower case, apostrophes dropped, a space between words

  std::string_view text(const ClaimToken& token) const {
    return std::string_view(folded).substr(token.folded_begin, token.folded_size);
  }
};

/// `mentions` in order, not overlapping. Lexicon phrases become one token; they never reach into a mention.
ClaimTokens read_tokens(std::string_view sentence, const std::vector<ClaimMention>& mentions,
                        const ClaimLexicon& lexicon);

}  // namespace versus
