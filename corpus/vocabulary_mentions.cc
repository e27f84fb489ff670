// Known names in running text: one pass over its words, the longest name at each place.
//
// Two things make a name in running text less certain than a cell that holds nothing else. Ordinary words are names too
// (list `ordinary`: Go, Rust, Make): they count in their own capitalisation only, and where every word could be
// capitalised - at the start of a sentence, in a title - only beside a word that goes with names ("Go is ...", "vs
// Rust"). And names are parts of identifiers ("keras.layers", "node-redis", "https://vue.js/x"), which mean something
// else.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text.h"
#include "corpus/vocabulary_builder.h"
#include "corpus/vocabulary_data.h"

namespace versus {
namespace {

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string key;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return is_digit(c) || is_lower(c) || is_upper(c); }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

constexpr std::string_view kRightQuote = "\xE2\x80\x99";

// The words of a text as name_key would cut them, with their places.
std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  auto next_is_alnum = [&](std::size_t i) { return i < text.size() && (is_alnum(text[i]) || is_high(text[i])); };
  while (at < text.size()) {
    char c = text[at];
    bool dot = c == '.' && at + 1 < text.size() && (is_lower(text[at + 1]) || is_upper(text[at + 1])) &&
               (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(');
    if (!is_alnum(c) && !is_high(c) && !dot) {
      ++at;
      continue;
    }
    Token token{at, at, {}};
    if (dot) {
      token.key += '.';
      ++at;
    }
    while (at < text.size()) {
      c = text[at];
      if (is_alnum(c)) {
        token.key += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        token.end = ++at;
      } else if (is_high(c)) {
        std::size_t quote = text.substr(at).starts_with(kRightQuote) ? kRightQuote.size() : 0;
        if (quote && next_is_alnum(at + quote) && !(text[at + quote] == 's' && !next_is_alnum(at + quote + 1))) {
          at += quote;
          continue;
        }
        std::size_t after = at;
        next_code_point(text, after);
        std::string key = name_key(text.substr(at, after - at));
        if (key.empty()) break;
        token.key += key;
        token.end = at = after;
      } else if (c == '\'' && next_is_alnum(at + 1) && !(text[at + 1] == 's' && !next_is_alnum(at + 2))) {
        ++at;
      } else if (c == '.' && at > token.begin && is_digit(text[at - 1]) && at + 1 < text.size() &&
                 is_digit(text[at + 1])) {
        token.key += '.';
        ++at;
      } else if ((c == '+' || c == '#') && !token.key.empty()) {
        std::size_t run = at;
        while (run < text.size() && text[run] == c) ++run;
        if (c == '+' && run - at == 1 && next_is_alnum(run)) break;
        token.key.append(run - at, c);
        token.end = at = run;
        break;
      } else {
        break;
      }
    }
    if (token.end > token.begin) {
      tokens.push_back(std::move(token));
    } else {
      std::size_t after = token.begin;
      next_code_point(text, after);
      at = std::max(at, after);
    }
  }
  return tokens;
}

bool starts_sentence(std::string_view text, std::size_t begin) {
  constexpr std::string_view kOpening = "\"'(*_ ";
  std::size_t i = begin;
  while (i > 0 && kOpening.find(text[i - 1]) != std::string_view::npos) --i;
  if (i == 0) return true;
  constexpr std::string_view kStops = ".!?:;\n|";
  return kStops.find(text[i - 1]) != std::string_view::npos || text.substr(0, i).ends_with("\xE2\x80\xA2") ||
         text.substr(0, i).ends_with("\xE2\x80\x9C");
}

// No word but short ones begins in lower case: capitals say nothing here.
bool looks_like_title(std::string_view text, const std::vector<Token>& tokens) {
  if (tokens.size() < 3) return false;
  return std::none_of(tokens.begin(), tokens.end(),
                      [&](const Token& token) { return is_lower(text[token.begin]) && token.end - token.begin >= 4; });
}

bool is_chunk_end(char c) { return c == ' ' || c == '\n' || c == '\t' || c == ',' || c == '(' || c == ')' || c == ';'; }

// Is the name [begin, end) only a piece of an identifier, path or address?
bool is_inside_identifier(const Vocabulary& vocabulary, std::string_view text, std::size_t begin, std::size_t end) {
  char before = begin > 0 ? text[begin - 1] : ' ';
  char after = end < text.size() ? text[end] : ' ';
  char second = end + 1 < text.size() ? text[end + 1] : ' ';
  if (before == '_' || before == '@' || before == '$' || before == '\\' || before == '.') return true;
  if (after == '_' || after == '@' || (after == '.' && (is_lower(second) || second == '_'))) return true;
  if (after == ':' && second == ':') return true;
  std::size_t from = begin;
  while (from > 0 && !is_chunk_end(text[from - 1])) --from;
  std::size_t to = end;
  while (to < text.size() && !is_chunk_end(text[to])) ++to;
  std::string_view chunk = text.substr(from, to - from);
  if (chunk.find("://") != std::string_view::npos || chunk.starts_with("www.") || chunk.starts_with("/") ||
      chunk.starts_with("./") || chunk.starts_with("~/") || chunk.starts_with("--")) {
    return true;
  }
  bool hyphen_before = before == '-' && begin > 1 && is_alnum(text[begin - 2]);
  bool hyphen_after = after == '-' && is_alnum(second);
  if (!hyphen_before && !hyphen_after) return false;
  if (std::any_of(chunk.begin(), chunk.end(), is_upper)) return false;
  if (hyphen_before) return true;
  std::size_t word_end = end + 1;
  while (word_end < text.size() && is_alnum(text[word_end])) ++word_end;
  return !vocabulary.has_word("after-hyphen", text.substr(end + 1, word_end - end - 1));
}

// Does an ordinary word's neighbour make it a name?
bool has_name_context(const Vocabulary& vocabulary, std::string_view text, const std::vector<Token>& tokens,
                      std::size_t first, std::size_t last) {
  std::size_t end = tokens[last].end;
  if (end >= text.size() || text[end] == ':' || text[end] == '|') return true;
  if (first > 0 && vocabulary.has_word("before-name", tokens[first - 1].key)) return true;
  if (last + 1 >= tokens.size()) return tokens.size() == last - first + 1;
  return is_digit(tokens[last + 1].key.front()) || vocabulary.has_word("after-name", tokens[last + 1].key);
}

// Capitals inside a name are where people put a space: "PyTorch" -> "py torch".
std::string split_at_capitals(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (i > 1 && is_upper(name[i]) && is_lower(name[i - 1]) && i + 1 < name.size() && is_lower(name[i + 1])) out += ' ';
    out += name[i];
  }
  return out;
}

}  // namespace

std::vector<NameMention> Vocabulary::find_mentions(std::string_view text) const {
  const MentionTrie& trie = data_->mentions;
  std::vector<NameMention> mentions;
  std::vector<Token> tokens = tokenize(text);
  std::optional<bool> title;
  for (std::size_t i = 0; i < tokens.size();) {
    std::uint32_t node = 0;
    std::size_t taken = 0;
    const EntityEntry* entry = nullptr;
    for (std::size_t j = i; j < tokens.size(); ++j) {
      auto word = trie.words.find(tokens[j].key);
      if (word == trie.words.end()) break;
      auto next = trie.next.find(static_cast<std::uint64_t>(node) << 32 | word->second);
      if (next == trie.next.end()) break;
      node = next->second;
      const MentionTrie::Node& here = trie.nodes[node];
      if (!here.entry) continue;
      std::string_view surface = text.substr(tokens[i].begin, tokens[j].end - tokens[i].begin);
      if (here.needs_own_case) {
        if (std::find(here.forms.begin(), here.forms.end(), surface) == here.forms.end()) continue;
        if (!title) title = looks_like_title(text, tokens);
        if ((*title || starts_sentence(text, tokens[i].begin)) && !has_name_context(*this, text, tokens, i, j))
          continue;
      }
      if (is_inside_identifier(*this, text, tokens[i].begin, tokens[j].end)) continue;
      entry = here.entry;
      taken = j - i + 1;
    }
    if (!entry) {
      ++i;
      continue;
    }
    mentions.push_back({tokens[i].begin, tokens[i + taken - 1].end, entry});
    i += taken;
  }
  return mentions;
}

void VocabularyBuilder::index_mentions() {
  constexpr std::size_t kShortName = 2;  // "TF", "Go", "PG": lower case or at random they are something else
  MentionTrie& trie = data_->mentions;
  const auto& ordinary = data_->words["ordinary"].by_word;
  auto add = [&](std::string_view phrase, const Owner<EntityEntry>& owner, bool written) {
    std::uint32_t node = 0;
    for (std::string_view part : split_words(phrase)) {
      auto word = static_cast<std::uint32_t>(trie.words.size());
      word = trie.words.try_emplace(std::string(part), word).first->second;
      auto fresh = static_cast<std::uint32_t>(trie.nodes.size());
      auto [at, added] = trie.next.try_emplace(static_cast<std::uint64_t>(node) << 32 | word, fresh);
      if (added) trie.nodes.emplace_back();
      node = at->second;
    }
    MentionTrie::Node& target = trie.nodes[node];
    if (target.entry && !written) return;
    target.entry = owner.entry;
    std::size_t letters = static_cast<std::size_t>(std::count_if(phrase.begin(), phrase.end(), is_alnum));
    target.needs_own_case = letters <= kShortName || ordinary.contains(phrase);
    if (letters == 1 && phrase.size() == 1) target.entry = nullptr;  // "C", "R": only the document's tables can tell
    target.forms = {owner.surface};
    if (name_key(owner.entry->label) == phrase) target.forms.push_back(owner.entry->label);
  };
  std::vector<std::pair<std::string_view, const Owner<EntityEntry>*>> names;
  for (const auto& [key, owner] : data_->entities.by_key) names.emplace_back(key, &owner);
  std::sort(names.begin(), names.end());
  // Concepts ("containers", "unit testing") are compared in titles and table heads; in running text they are words.
  std::erase_if(names, [](const auto& name) { return name.second->entry->kind == "concept"; });
  for (const auto& [key, owner] : names) add(key, *owner, true);
  for (const auto& [key, owner] : names) {
    if (key.find(' ') != std::string_view::npos) {
      std::string squashed = squashed_key(key);
      if (!ordinary.contains(squashed)) add(squashed, *owner, false);
    } else if (std::string split = split_at_capitals(owner->surface); split != owner->surface) {
      add(name_key(split), *owner, false);
    }
  }
}

}  // namespace versus
