// Names in titles. "A vs B vs C" splits at its own words; what is left of the first name and right of the last is cut
// at punctuation and at the small words that titles go on with ("for", "in", "which ..."). Titles with "and", "or",
// "over" name a comparison only beside a word that says so ("difference", "compared", "choose").
#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "extract/find/names.h"
#include "extract/find/subjects.h"

namespace versus {
namespace {

constexpr std::size_t kLongestName = 5;  // words

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 4> kVersus = {"vs", "versus", "vs.", "v.s."};
constexpr std::array<std::string_view, 27> kGoesOn = {
    "for",   "in",   "which",  "who",        "when",        "what",        "according",  "explained", "comparison",
    "how",   "the",  "is",     "are",        "a",           "guide",       "review",     "benchmark", "compared",
    "using", "with", "should", "benchmarks", "performance", "differences", "difference", "detailed",  "–"};
constexpr std::array<std::string_view, 20> kLeadsIn = {
    "comparing", "comparison", "of",  "the",    "between", "using", "compare", "choose",      "choosing", "why",
    "battle",    "with",       "use", "should", "i",       "what",  "are",     "differences", "deciding", "about"};
constexpr std::array<std::string_view, 13> kCues = {"compared",    "comparing", "comparison", "compare",  "difference",
                                                    "differences", "between",   "choose",     "choosing", "better",
                                                    "vergleich",   "why",       "unterschied"};

bool is_separator(std::string_view word) {
  return word == "-" || word == "–" || word == "—" || word == "|" || word == "·" || word == ":" || word == "::";
}

bool ends_phrase(std::string_view word) {
  char last = word.back();
  return last == ':' || last == '?' || last == '!' || last == ';' || (last == '.' && word.size() > 3);
}

std::string_view without_punctuation(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ':' || word.back() == '?' || word.back() == '!' ||
                           word.back() == ';' || word.back() == '.'))
    word.remove_suffix(1);
  return word;
}

std::string join(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (!out.empty()) out += ' ';
    out += i + 1 == end ? without_punctuation(words[i]) : words[i];
  }
  return out;
}

/// The words of a segment cut at commas and "and" into names: "A, B, and C" -> A | B | C.
void add_listed(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end,
                std::vector<std::string>& names) {
  std::size_t from = begin;
  auto flush = [&](std::size_t to) {
    if (to > from && to - from <= kLongestName) {
      std::string name(trim_name(join(words, from, to)));
      if (looks_like_name(name)) names.push_back(name);
    }
    from = to;
  };
  for (std::size_t i = begin; i < end; ++i) {
    std::string folded = fold_case(words[i]);
    if (folded == "and" || folded == "or" || folded == "&" || folded == "und") {
      flush(i);
      from = i + 1;
    } else if (words[i].back() == ',') {
      flush(i + 1);
    }
  }
  flush(end);
}

/// A known name that ends (or starts) the segment wins over counting words.
bool add_known(const std::string& segment, bool at_end, const Vocabulary& vocabulary, std::vector<std::string>& names) {
  std::vector<NameMention> mentions = vocabulary.find_mentions(segment);
  if (mentions.empty()) return false;
  const NameMention& mention = at_end ? mentions.back() : mentions.front();
  if (at_end ? mention.end != segment.size() : mention.begin != 0) return false;
  names.push_back(segment.substr(mention.begin, mention.end - mention.begin));
  return true;
}

void add_left(const std::vector<std::string_view>& words, std::size_t end, const Vocabulary& vocabulary,
              std::vector<std::string>& names) {
  std::size_t begin = end;
  while (begin > 0 && !is_separator(words[begin - 1]) && !ends_phrase(words[begin - 1])) --begin;
  for (std::size_t i = begin; i < end; ++i)
    if (contains(kLeadsIn, fold_case(words[i]))) begin = i + 1;
  if (begin >= end) return;
  bool listed = std::any_of(words.begin() + static_cast<long>(begin), words.begin() + static_cast<long>(end),
                            [](std::string_view word) { return word.back() == ','; });
  if (listed) return add_listed(words, begin, end, names);
  if (add_known(join(words, begin, end), true, vocabulary, names)) return;
  if (end - begin > kLongestName) begin = end - 1;
  names.emplace_back(trim_name(join(words, begin, end)));
}

void add_right(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end,
               const Vocabulary& vocabulary, std::vector<std::string>& names) {
  std::size_t stop = begin;
  for (; stop < end; ++stop) {
    std::string_view word = words[stop];
    if (is_separator(word) || word.front() == '(' || word.front() == '[') break;
    std::string bare = fold_case(without_punctuation(word));
    if (stop > begin && (contains(kGoesOn, bare) || (bare.size() == 4 && bare.starts_with("20")))) break;
    if (ends_phrase(word)) {
      ++stop;
      break;
    }
  }
  if (stop == begin) return;
  if (add_known(join(words, begin, stop), false, vocabulary, names)) return;
  if (stop - begin > kLongestName) stop = begin + 1;
  add_listed(words, begin, stop, names);
}

}  // namespace

std::vector<std::string> names_in_title(std::string_view title, const Vocabulary& vocabulary) {
  std::vector<std::string> names;
  std::vector<std::string_view> words = split_words(title);
  std::vector<std::size_t> marks;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (contains(kVersus, fold_case(words[i]))) marks.push_back(i);
  if (!marks.empty()) {
    add_left(words, marks.front(), vocabulary, names);
    for (std::size_t i = 0; i < marks.size(); ++i)
      add_right(words, marks[i] + 1, i + 1 < marks.size() ? marks[i + 1] : words.size(), vocabulary, names);
    if (names.size() < 2) names.clear();
    return names;
  }
  bool cue = std::any_of(words.begin(), words.end(),
                         [](std::string_view word) { return contains(kCues, fold_case(without_punctuation(word))); });
  if (!cue) return names;
  for (const NameMention& mention : vocabulary.find_mentions(title))
    names.emplace_back(title.substr(mention.begin, mention.end - mention.begin));
  if (names.size() >= 2) return names;
  names.clear();
  // Unknown names: only the plainest form, "between A and B" / "A over B" / "comparing A and B".
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    std::string folded = fold_case(words[i]);
    if (folded != "and" && folded != "over" && folded != "or" && folded != "&") continue;
    std::vector<std::string> pair;
    add_left(words, i, vocabulary, pair);
    add_right(words, i + 1, words.size(), vocabulary, pair);
    if (pair.size() == 2 && looks_like_proper_name(pair[0]) && looks_like_proper_name(pair[1])) return pair;
  }
  return names;
}

}  // namespace versus
