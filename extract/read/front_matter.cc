#include "extract/read/front_matter.h"

#include <fmt/format.h>

#include <array>

#include "corpus/text.h"

namespace versus {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Cursor {
  std::string_view text;
  std::size_t at = 0;
  std::string_view next() {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    std::string_view line = text.substr(at, end - at);
    at = end < text.size() ? end + 1 : end;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
  }
  bool done() const { return at >= text.size(); }
};

std::string unquoted(std::string_view value) {
  std::string out = fold_space(value);
  if (out.size() >= 2 && (out.front() == '"' || out.front() == '\'') && out.back() == out.front())
    out = out.substr(1, out.size() - 2);
  return out;
}

// "key: value" (YAML) or "key = value" (TOML).
void take_field(std::string_view line, Document& document) {
  std::size_t sign = line.find_first_of(":=");
  if (sign == std::string_view::npos || line.empty() || line.front() == ' ' || line.front() == '#') return;
  std::string key = name_key(line.substr(0, sign));
  std::string value = unquoted(line.substr(sign + 1));
  if (value.empty() || value == "|" || value == ">" || value.front() == '{') return;
  if (value.front() == '[') {
    value = unquoted(std::string_view(value).substr(1, value.find_first_of(",]") - 1));
  }
  if (key == "title" && document.title.empty()) document.title = value;
  if ((key == "author" || key == "authors") && document.author.empty()) document.author = value;
  if ((key == "lang" || key == "language" || key == "locale") && document.language.empty()) document.language = value;
  if ((key == "canonical" || key == "canonical url" || key == "original url") && document.url.empty())
    document.url = value;
  if ((key == "date" || key == "published" || key == "publish date" || key == "pubdate" || key == "published at") &&
      document.published.empty())
    document.published = iso_date(value);
}

int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (starts_with_folded(word, kMonths[i])) return static_cast<int>(i) + 1;
  return 0;
}

std::string format_date(int year, int month, int day) {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace

std::string iso_date(std::string_view text) {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> digits{};
  std::size_t n = 0;
  int month = 0;
  char separator = 0;
  for (std::size_t i = 0; i < text.size() && n < 3 && i < 40;) {
    if (is_digit(text[i])) {
      std::size_t begin = i;
      int value = 0;
      while (i < text.size() && is_digit(text[i]) && i - begin < 5) value = value * 10 + (text[i++] - '0');
      if (n == 0 && i < text.size()) separator = text[i];
      digits[n] = i - begin;
      numbers[n++] = value;
    } else if (is_alpha(text[i])) {
      std::size_t begin = i;
      while (i < text.size() && is_alpha(text[i])) ++i;
      if (month == 0) month = month_of(text.substr(begin, i - begin));
      if (month == 0 && n > 0 && text[begin] == 'T') break;
    } else {
      ++i;
    }
  }
  if (month > 0 && n >= 2) {
    if (digits[0] == 4) return format_date(numbers[0], month, numbers[1]);
    return format_date(numbers[1], month, numbers[0]);
  }
  if (n < 3) return {};
  if (digits[0] == 4) return format_date(numbers[0], numbers[1], numbers[2]);
  if (digits[2] != 4) return {};
  // 12.03.2024 is day first everywhere; 3/12/2024 is only sure when one of the two cannot be a month.
  if (separator == '.' || numbers[0] > 12) return format_date(numbers[2], numbers[1], numbers[0]);
  if (numbers[1] > 12) return format_date(numbers[2], numbers[0], numbers[1]);
  return {};
}

Span read_front_matter(std::string_view text, Document& document) {
  Cursor cursor{text};
  if (text.starts_with("\xEF\xBB\xBF")) cursor.at = 3;
  while (!cursor.done()) {
    std::size_t before = cursor.at;
    if (!cursor.next().empty()) {
      cursor.at = before;
      break;
    }
  }
  auto begin = static_cast<std::uint32_t>(cursor.at);
  std::string_view fence = cursor.next();
  if (fence != "---" && fence != "+++" && fence != ";;;") return {};
  std::size_t body = cursor.at;
  int fields = 0;
  for (int lines = 0; !cursor.done() && lines < 500; ++lines) {
    std::string_view line = cursor.next();
    if (line == fence || (fence == "---" && line == "...")) {
      if (fields == 0) return {};
      auto end = static_cast<std::uint32_t>(cursor.at);
      Cursor again{text.substr(0, cursor.at), body};
      while (!again.done()) take_field(again.next(), document);
      return {begin, end};
    }
    if (line.empty()) {
      if (fields == 0) return {};  // a rule above text
      continue;
    }
    std::size_t sign = line.find_first_of(fence == "+++" ? "=" : ":");
    bool nested = line.front() == ' ' || line.front() == '-' || line.front() == '#' || line.front() == '[' ||
                  line.front() == ']' || line.front() == '\t' || line.front() == '"' || line.front() == '{' ||
                  line.front() == '}';
    bool field = is_alpha(line.front()) && sign != std::string_view::npos && sign < 40;
    if (!field && !nested && fields == 0) return {};
    if (field) ++fields;
  }
  return {};
}

}  // namespace versus
