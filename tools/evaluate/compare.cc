#include "tools/evaluate/compare.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <utility>

#include "corpus/text.h"

namespace versus {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 19> kSymbols = {{
    {"✅", " yes "},
    {"✔", " yes "},
    {"✓", " yes "},
    {"☑", " yes "},
    {"🟢", " yes "},
    {":white_check_mark:", " yes "},
    {":heavy_check_mark:", " yes "},
    {"❌", " no "},
    {"✗", " no "},
    {"✘", " no "},
    {"✕", " no "},
    {"✖", " no "},
    {"🔴", " no "},
    {":x:", " no "},
    {"⚠", " partial "},
    {"🟡", " partial "},
    {"🔶", " partial "},
    {":warning:", " partial "},
    {"\uFE0F", ""},
}};

std::string replace_symbols(std::string_view text) {
  std::string replaced(text);
  for (const auto& [symbol, word] : kSymbols)
    for (std::size_t at = replaced.find(symbol); at != std::string::npos; at = replaced.find(symbol, at + word.size()))
      replaced.replace(at, symbol.size(), word);
  return replaced;
}

int count_of(std::string_view text, std::string_view symbol) {
  int count = 0;
  for (std::size_t at = text.find(symbol); at != std::string_view::npos; at = text.find(symbol, at + symbol.size()))
    ++count;
  return count;
}

}  // namespace

std::string comparison_key(std::string_view text) {
  std::string key = name_key(replace_symbols(text));
  return key.empty() ? fold_case(fold_space(text)) : key;
}

double overlap(std::string_view key_a, std::string_view key_b) {
  std::vector<std::string_view> a = split_words(key_a), b = split_words(key_b);
  std::size_t longer = std::max(a.size(), b.size());
  std::map<std::string_view, int> left;
  for (std::string_view word : a) ++left[word];
  int common = 0;
  for (std::string_view word : b)
    if (auto found = left.find(word); found != left.end() && found->second-- > 0) ++common;
  return longer == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(longer);
}

std::optional<double> first_number(std::string_view text) {
  if (int stars = count_of(text, "★") + count_of(text, "⭐"); stars > 0) return stars;
  std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos) return std::nullopt;
  std::string number(text.substr(digit, text.find_first_not_of("0123456789.,", digit) - digit));
  std::replace(number.begin(), number.end(), ',', '.');
  double value = std::strtod(number.c_str(), nullptr);
  return digit > 0 && text[digit - 1] == '-' ? -value : value;
}

bool shares_a_word(std::string_view phrase_a, std::string_view phrase_b) {
  constexpr std::size_t kShortest = 3, kPrefix = 4;
  std::string key_a = comparison_key(phrase_a), key_b = comparison_key(phrase_b);
  for (std::string_view a : split_words(key_a))
    for (std::string_view b : split_words(key_b))
      if (std::min(a.size(), b.size()) >= kShortest && a.substr(0, kPrefix) == b.substr(0, kPrefix)) return true;
  return false;
}

}  // namespace versus
