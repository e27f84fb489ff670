#include "extract/find/claims/tokens.h"

#include <array>

#include "corpus/text.h"

namespace versus {
namespace {

const Word kUnknownWord;

// By byte: what an ASCII letter, digit or sign of a word is folded to, 0: no part of a word; other bytes are
// themselves.
constexpr std::array<char, 256> kFolded = [] {
  std::array<char, 256> folded{};
  for (std::size_t c = 0x80; c < 256; ++c) folded[c] = static_cast<char>(c);
  for (char c = 'a'; c <= 'z'; ++c) folded[static_cast<std::size_t>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) folded[static_cast<std::size_t>(c)] = static_cast<char>(c - 'A' + 'a');
  for (char c = '0'; c <= '9'; ++c) folded[static_cast<std::size_t>(c)] = c;
  for (char c : {'_', '+', '#'}) folded[static_cast<std::size_t>(c)] = c;
  return folded;
}();

char folded_byte(char c) { return kFolded[static_cast<unsigned char>(c)]; }
bool is_word_byte(char c) { return folded_byte(c) != 0; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The signs outside ASCII that part words: general punctuation U+2010-U+206F, no-break space, currencies.
struct Sign {
  std::size_t bytes = 0;
  char punctuation = 0;  // 0: space
  bool apostrophe = false;
};
Sign sign_at(std::string_view text, std::size_t i) {
  auto at = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
  if (at(i) == 0xC2 && (at(i + 1) == 0xA0 || at(i + 1) == 0xA3)) return {2, 0, false};  // no-break space, pound
  if (at(i) == 0xE2 && at(i + 1) == 0x82 && at(i + 2) == 0xAC) return {3, 0, false};    // euro
  if (at(i) != 0xE2 || (at(i + 1) != 0x80 && at(i + 1) != 0x81)) return {};
  if (at(i + 1) == 0x80 && (at(i + 2) == 0x99 || at(i + 2) == 0x98)) return {3, 0, true};
  if (at(i + 1) == 0x80 && (at(i + 2) == 0x93 || at(i + 2) == 0x94 || at(i + 2) == 0x95)) return {3, '-', false};
  if (at(i + 1) == 0x80 && (at(i + 2) == 0x9C || at(i + 2) == 0x9D)) return {3, '"', false};
  if (at(i + 1) == 0x80 && (at(i + 2) == 0x90 || at(i + 2) == 0x91)) return {3, 'h', false};  // hyphen
  return {3, 0, false};
}

struct Raw {
  ClaimToken token;
  int id = -1;
};

// "grippier", "mushier": a word the lexicon does not know that is formed like a comparative.
bool looks_comparative(std::string_view word) {
  return word.size() >= 5 && word.size() <= 14 && word.substr(word.size() - 2) == "er";
}

}  // namespace

ClaimTokens read_tokens(std::string_view sentence, const std::vector<ClaimMention>& mentions,
                        const ClaimLexicon& lexicon) {
  ClaimTokens out;
  out.folded.reserve(sentence.size() + 8);
  std::vector<Raw> raw;
  raw.reserve(sentence.size() / 4 + 4);
  std::size_t next_mention = 0;
  std::size_t i = 0;
  auto add_punctuation = [&](char c, std::size_t begin, std::size_t end) {
    Raw item;
    item.token.begin = static_cast<std::uint32_t>(begin);
    item.token.end = static_cast<std::uint32_t>(end);
    item.token.punctuation = c;
    item.token.word = &kUnknownWord;
    raw.push_back(item);
  };
  while (i < sentence.size()) {
    while (next_mention < mentions.size() && mentions[next_mention].begin < i) ++next_mention;
    if (next_mention < mentions.size() && mentions[next_mention].begin == i &&
        mentions[next_mention].end > mentions[next_mention].begin) {
      Raw item;
      item.token.begin = static_cast<std::uint32_t>(i);
      item.token.end = static_cast<std::uint32_t>(mentions[next_mention].end);
      item.token.mention = static_cast<std::int32_t>(next_mention);
      item.token.word = &kUnknownWord;
      raw.push_back(item);
      i = mentions[next_mention].end;
      ++next_mention;
      continue;
    }
    std::size_t stop = next_mention < mentions.size() ? mentions[next_mention].begin : sentence.size();
    char c = sentence[i];
    Sign sign = static_cast<unsigned char>(c) >= 0x80 ? sign_at(sentence, i) : Sign{};
    if (sign.bytes > 0 && !sign.apostrophe) {
      if (sign.punctuation != 0 && sign.punctuation != 'h') add_punctuation(sign.punctuation, i, i + sign.bytes);
      i += sign.bytes;
      continue;
    }
    if (!is_word_byte(c) && !sign.apostrophe && c != '\'') {
      bool spaced_dash = c == '-' && i > 0 && sentence[i - 1] == ' ';
      if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '[' || c == ']' || c == '.' || c == '?' ||
          c == '!' || c == '"' || c == '/' || spaced_dash)
        add_punctuation(c == '[' ? '(' : c == ']' ? ')' : c, i, i + 1);
      if (c == '%' || c == '&') {
        Raw item;
        item.token.begin = static_cast<std::uint32_t>(i);
        item.token.end = static_cast<std::uint32_t>(i + 1);
        item.token.folded_begin = static_cast<std::uint32_t>(out.folded.size());
        item.token.folded_size = 1;
        item.token.word = &kUnknownWord;
        out.folded += c;
        item.id = lexicon.token_id(std::string_view(&c, 1));
        raw.push_back(item);
      }
      ++i;
      continue;
    }
    // A word: letters, digits, marks inside numbers and names ("w.r.t", "1.5"), apostrophes.
    Raw item;
    item.token.begin = static_cast<std::uint32_t>(i);
    item.token.folded_begin = static_cast<std::uint32_t>(out.folded.size());
    item.token.word = &kUnknownWord;
    item.token.number = is_digit(c);
    item.token.capital = c >= 'A' && c <= 'Z';
    bool ascii = true;
    while (i < stop) {
      while (i < stop && static_cast<unsigned char>(sentence[i]) < 0x80 && is_word_byte(sentence[i]))
        out.folded += folded_byte(sentence[i++]);
      if (i >= stop) break;
      c = sentence[i];
      Sign inside = static_cast<unsigned char>(c) >= 0x80 ? sign_at(sentence, i) : Sign{};
      if (c == '\'' || inside.apostrophe) {
        i += inside.apostrophe ? inside.bytes : 1;
        continue;
      }
      if (inside.bytes > 0) break;
      if (c == '.' && i + 1 < stop && is_word_byte(sentence[i + 1]) && i > item.token.begin &&
          static_cast<unsigned char>(sentence[i + 1]) < 0x80) {
        if (is_digit(sentence[i + 1])) out.folded += '.';
        ++i;
        continue;
      }
      if (!is_word_byte(c)) break;
      if (static_cast<unsigned char>(c) >= 0x80) ascii = false;
      out.folded += folded_byte(c);
      ++i;
    }
    item.token.end = static_cast<std::uint32_t>(i);
    item.token.folded_size = static_cast<std::uint32_t>(out.folded.size()) - item.token.folded_begin;
    if (item.token.folded_size == 0) continue;  // a lone apostrophe
    if (!ascii) {
      std::string folded = fold_case(std::string_view(out.folded).substr(item.token.folded_begin));
      out.folded.resize(item.token.folded_begin);
      out.folded += folded;
      item.token.folded_size = static_cast<std::uint32_t>(folded.size());
    }
    item.id = lexicon.token_id(out.text(item.token));
    out.folded += ' ';
    raw.push_back(item);
  }

  // Longest lexicon phrase first.
  out.tokens.reserve(raw.size());
  int ids[6];
  for (std::size_t at = 0; at < raw.size();) {
    int count = 0;
    while (count < 6 && at + static_cast<std::size_t>(count) < raw.size() &&
           raw[at + static_cast<std::size_t>(count)].id >= 0) {
      ids[count] = raw[at + static_cast<std::size_t>(count)].id;
      ++count;
    }
    ClaimLexicon::Match match = lexicon.match(ids, count);
    ClaimToken token = raw[at].token;
    if (match.tokens > 0) {
      const ClaimToken& last = raw[at + static_cast<std::size_t>(match.tokens) - 1].token;
      token.word = match.word;
      token.end = last.end;
      token.folded_size = last.folded_begin + last.folded_size - token.folded_begin;
    } else if (token.mention < 0 && token.punctuation == 0 && !token.number) {
      token.comparative_form = looks_comparative(out.text(token));
    }
    out.tokens.push_back(token);
    at += static_cast<std::size_t>(std::max(1, match.tokens));
  }
  return out;
}

}  // namespace versus
