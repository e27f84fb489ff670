// Names that only their use in the text can tell.
//
// A title "A or B?", "A, B and C side by side" names a comparison without saying so, and "Setup and Usage" does not.
// What tells them apart is how the text uses the words: a name keeps its capital inside a sentence ("slower than
// Flask"), or looks like no other word wherever it stands ("FastAPI", "AV1"); beside one of these, the head of a table
// is believed too. The same holds for the short form of a long name: after "Kindle Paperwhite vs. Kobo Libra 2", "the
// Kindle" and "the A1" are names, "the Home app" is not short for Home Assistant. Guessing short forms from the words
// alone was rejected: every vendor would stand for its product.
#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "extract/find/names.h"
#include "extract/find/subjects.h"

namespace versus {
namespace {

constexpr std::size_t kLongestName = 4;  // words

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) { return is_upper(c) || is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// A capital or digit where an ordinary word has none: "FastAPI", "openHAB", "AV1", "H.264".
bool is_peculiar(std::string_view word) {
  if (std::none_of(word.begin(), word.end(), [](char c) { return is_upper(c) || is_lower(c); })) return false;
  return std::any_of(word.begin() + 1, word.end(), [](char c) { return is_upper(c) || is_digit(c); });
}

bool is_marked(std::string_view word) { return !word.empty() && (is_upper(word[0]) || is_peculiar(word)); }

/// Where a name stands in a text as a whole word, calling `see(begin, end)`.
template <typename See>
void each_occurrence(std::string_view text, std::string_view name, See see) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size())) {
    std::size_t end = at + name.size();
    bool whole = (at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]));
    if (whole) see(at, end);
  }
}

bool inside_a_sentence(std::string_view text, std::size_t begin) {
  if (begin < 2 || text[begin - 1] != ' ') return false;
  char before = text[begin - 2];
  return is_lower(before) || before == ',';
}

bool is_read(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item || block.kind == BlockKind::caption;
}

/// How a text uses words that may be a name: nowhere telling, as the whole of a head or first cell of a table, as a
/// name.
enum class Use { none, head, name };

/// A language that writes its nouns with capitals tells nothing by them.
Use use_of(std::string_view name, const Document& document) {
  int uses = 0, inside = 0, heads = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::comment || block.kind == BlockKind::boilerplate) continue;
    if (block.text.text() == document.title) continue;
    each_occurrence(block.text.text(), name, [&](std::size_t begin, std::size_t) {
      ++uses;
      if (is_read(block) && inside_a_sentence(block.text.text(), begin)) ++inside;
    });
    if (!block.table) continue;
    for (const Cell& cell : block.table->cells) {
      each_occurrence(cell.text.text(), name, [&](std::size_t, std::size_t) { ++uses; });
      bool at_edge = cell.is_header || cell.row == 0 || cell.column == 0;
      if (at_edge && base_name(cell.text.text()) == name) ++heads;
    }
  }
  std::vector<std::string_view> words = split_words(name);
  bool peculiar = std::any_of(words.begin(), words.end(), [](std::string_view word) { return is_peculiar(word); });
  bool capitals_tell = !document.language.starts_with("de");
  if (peculiar ? uses > 0 : capitals_tell && inside > 0) return Use::name;
  return heads > 0 ? Use::head : Use::none;
}

bool joins(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kJoins = {"or", "and", "&", "against", "oder", "und"};
  return std::find(kJoins.begin(), kJoins.end(), word) != kJoins.end();
}

void append_word(std::string& name, std::string_view word) {
  if (!name.empty()) name += ' ';
  name += word;
}

/// The run of marked words that ends before (or begins at) `at`; comma-separated runs become several names.
std::vector<std::string> run_before(const std::vector<std::string_view>& words, std::size_t at) {
  std::vector<std::string> names;
  std::size_t end = at;
  while (end > 0) {
    std::size_t begin = end;
    while (begin > 0 && (begin == end || words[begin - 1].back() != ',') && end - begin < kLongestName &&
           is_marked(words[begin - 1]) && words[begin - 1].back() != ':')
      --begin;
    if (begin == end) break;
    std::string name;
    for (std::size_t i = begin; i < end; ++i) append_word(name, words[i]);
    if (name.back() == ',') name.pop_back();
    names.insert(names.begin(), name);
    if (begin == 0 || words[begin - 1].back() != ',') break;
    end = begin;
  }
  return names;
}

std::string run_after(const std::vector<std::string_view>& words, std::size_t at) {
  std::string name;
  for (std::size_t i = at; i < words.size() && i - at < kLongestName && is_marked(words[i]); ++i) {
    append_word(name, words[i]);
    if (!is_word(name.back()) && name.back() != '+' && name.back() != '#') {
      name.pop_back();
      break;
    }
  }
  return name;
}

bool is_function_word(std::string_view word) {
  static constexpr std::array<std::string_view, 28> kWords = {
      "is",   "was",     "has",     "had",  "can",   "and",     "or",  "but",  "than", "in",
      "on",   "for",     "with",    "at",   "to",    "as",      "if",  "does", "will", "when",
      "from", "because", "whereas", "also", "while", "without", "are", "by"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// "the Kindle.", "The A1 is": the word alone, after an article, stands for the thing. A following noun makes it a part
/// of something else ("the Home app").
bool stands_alone(std::string_view word, std::string_view full_name, const Document& document) {
  bool alone = false;
  for (const Block& block : document.blocks) {
    if (!is_read(block)) continue;
    const std::string& text = block.text.text();
    each_occurrence(text, word, [&](std::size_t begin, std::size_t end) {
      if (begin < 4 || fold_case(std::string_view(text).substr(begin - 4, 4)) != "the ") return;
      std::size_t in_full = full_name.find(word);
      if (begin >= in_full && std::string_view(text).substr(begin - in_full, full_name.size()) == full_name) return;
      std::size_t next = end;
      while (next < text.size() && text[next] == ' ') ++next;
      std::size_t next_end = next;
      while (next_end < text.size() && is_word(text[next_end])) ++next_end;
      std::string_view after = std::string_view(text).substr(next, next_end - next);
      if (after.empty() || is_function_word(after) || is_peculiar(word)) alone = true;
    });
  }
  return alone;
}

}  // namespace

std::vector<std::string> names_joined_in_title(const Document& document) {
  std::vector<std::string_view> words = split_words(document.title);
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    std::string word = fold_case(words[i]);
    bool compared = (word == "with" || word == "to") && fold_case(words[i - 1]) == "compared";
    if (!compared && !joins(word)) continue;
    std::vector<std::string> names = run_before(words, compared ? i - 1 : i);
    std::string last = run_after(words, i + 1);
    if (names.empty() || last.empty()) continue;
    names.push_back(last);
    bool any = false, all = true;
    for (const std::string& name : names) {
      Use use = looks_like_proper_name(name) ? use_of(base_name(name), document) : Use::none;
      any = any || use == Use::name;
      all = all && use != Use::none;
    }
    if (all && any) return names;
  }
  return {};
}

void add_short_names(const Document& document, Subjects& subjects) {
  struct ShortName {
    std::string text;
    int subject;
  };
  std::vector<ShortName> found;
  for (std::size_t i = 0; i < subjects.all.size(); ++i) {
    const Subject& subject = subjects.all[i];
    if (!subject.compared || !subject.entity_id.empty()) continue;
    std::string_view name = base_name(subject.name);
    std::vector<std::string_view> words = split_words(name);
    if (words.size() < 2) continue;
    for (std::string_view word : {words.front(), words.back()})
      if (word.size() >= 2 && is_marked(word) && stands_alone(word, name, document))
        found.push_back({std::string(word), static_cast<int>(i)});
  }
  for (const ShortName& name : found) {
    auto same = [&](const ShortName& other) { return other.text == name.text && other.subject != name.subject; };
    if (std::none_of(found.begin(), found.end(), same)) subjects.add_surface(name.text, name.subject);
  }
}

}  // namespace versus
