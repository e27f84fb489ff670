#include "extract/find/names.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "corpus/value.h"

namespace versus {
namespace {

bool is_ascii_alnum(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Emoji, arrows, bullets, check marks: symbols that decorate a name without being part of it.
bool is_decoration(char32_t c) {
  return c == 0x200D || (c >= 0x2000 && c <= 0x206F) || (c >= 0x2190 && c <= 0x2BFF) || (c >= 0xFE00 && c <= 0xFE0F) ||
         c == 0x3000 || c == 0xA0 || c == 0xB7 || c == 0xAB || c == 0xBB || (c >= 0x1F000 && c <= 0x1FAFF) ||
         c == 0xE0067 || c == 0xFEFF;
}

std::string_view drop_decoration_in_front(std::string_view text) {
  while (!text.empty()) {
    std::size_t offset = 0;
    char32_t c = next_code_point(text, offset);
    bool drop = c == ' ' || c == '\t' || c == '\n' || c == '*' || c == '_' || c == '`' || c == '"' || c == '\'' ||
                c == '>' || is_decoration(c);
    if (c == '_' && text.size() > 1 && is_ascii_alnum(text[1])) drop = text.back() == '_';
    if (!drop) break;
    text.remove_prefix(offset);
  }
  return text;
}

std::string_view drop_decoration_behind(std::string_view text) {
  while (!text.empty()) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    std::size_t offset = begin;
    char32_t c = next_code_point(text, offset);
    bool drop = c == ' ' || c == '\t' || c == '\n' || c == '`' || c == '"' || c == '\'' || c == ':' || c == '*' ||
                is_decoration(c);
    if (c == '*' && text.size() == 1) drop = false;
    if (!drop) break;
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

std::string_view drop_list_number(std::string_view text) {
  std::size_t i = 0;
  bool parenthesis = i < text.size() && text[i] == '(';
  if (parenthesis) ++i;
  std::size_t first = i;
  while (i < text.size() && is_digit(text[i]) && i - first < 3) ++i;
  if (i == first) return text;
  bool closed = i < text.size() && (parenthesis ? text[i] == ')' : text[i] == '.' || text[i] == ')');
  if (!closed || i + 1 >= text.size() || is_digit(text[i + 1]) || (text[i] == '.' && text[i + 1] != ' ')) return text;
  return text.substr(i + 1);
}

std::string_view drop_shortcode(std::string_view text) {
  if (text.size() < 4 || text[0] != ':') return text;
  std::size_t i = 1;
  while (i < text.size() && (is_ascii_alnum(text[i]) || text[i] == '_' || text[i] == '-' || text[i] == '+')) ++i;
  if (i > 1 && i + 1 < text.size() && text[i] == ':') return text.substr(i + 1);
  return text;
}

bool is_version(std::string_view word) {
  if (word.empty()) return false;
  if ((word[0] == 'v' || word[0] == 'V') && word.size() > 1) word.remove_prefix(1);
  if (!is_digit(word[0])) return false;
  return std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.' || c == 'x' || c == 'X'; });
}

std::size_t count_letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return is_lower(c) || is_upper(c) || is_high(c); }));
}

}  // namespace

std::string_view trim_name(std::string_view text) {
  std::string_view before;
  do {
    before = text;
    text = drop_decoration_in_front(text);
    text = drop_shortcode(text);
    text = drop_list_number(text);
    text = drop_decoration_behind(text);
  } while (text.size() != before.size());
  return text;
}

std::string_view base_name(std::string_view text) {
  std::string_view name = trim_name(text);
  for (bool changed = true; changed;) {
    changed = false;
    if (name.size() > 2 && (name.back() == ')' || name.back() == ']' || name.back() == '}')) {
      char open = name.back() == ')' ? '(' : name.back() == ']' ? '[' : '{';
      std::size_t at = name.rfind(open);
      if (at != std::string_view::npos && at > 0) {
        std::string_view shorter = trim_name(name.substr(0, at));
        if (!shorter.empty()) name = shorter, changed = true;
      }
    }
    std::size_t space = name.rfind(' ');
    if (space != std::string_view::npos && is_version(name.substr(space + 1))) {
      std::string_view shorter = trim_name(name.substr(0, space));
      if (!shorter.empty()) name = shorter, changed = true;
    }
  }
  return name;
}

bool looks_like_prose(std::string_view text) {
  std::vector<std::string_view> words = split_words(text);
  if (words.size() >= 7) return true;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    char last = words[i].back();
    if ((last == '.' || last == ';' || last == '!' || last == '?') && words[i].size() > 3) return true;
  }
  return words.size() >= 4 && (text.back() == '.' || text.back() == '!' || text.back() == '?');
}

bool looks_like_name(std::string_view text) {
  std::string_view name = trim_name(text);
  if (name.empty() || name.size() > 60 || count_letters(name) == 0) return false;
  std::string_view base = base_name(name);
  std::vector<std::string_view> words = split_words(base);
  if (words.size() > 6 || looks_like_prose(base)) return false;
  char last = base.back();
  if (last == '.' || last == '?' || last == '!' || last == ',' || last == ';') return false;
  if (is_digit(base[0]) && count_letters(base) < 3) return false;
  return parse_value(name).type == ValueType::text;
}

bool looks_like_proper_name(std::string_view text) {
  if (!looks_like_name(text)) return false;
  std::string_view base = base_name(text);
  std::vector<std::string_view> words = split_words(base);
  if (words.size() == 1) return true;
  static constexpr std::array kSmall = {"of", "the", "and", "for", "on", "in", "a", "to", "with", "by", "&", "+", "/"};
  for (std::string_view word : words) {
    bool small = std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
    bool marked =
        std::any_of(word.begin(), word.end(), [](char c) { return is_upper(c) || is_digit(c) || is_high(c); });
    if (!small && !marked) return false;
  }
  return true;
}

}  // namespace versus
