#include "corpus/decoration.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text.h"
#include "corpus/value.h"

namespace versus {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_symbol_to_drop(char32_t c) {
  return c == 0xAE || c == 0xA9 || c == 0x2122 || c == 0x2120 || c == 0x200D || c == 0x20E3 ||
         (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c <= 0xE007F) || (c >= 0x1F1E6 && c <= 0x1F1FF) ||
         (c >= 0x2190 && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI));
}

// Of the tags that stand in names: "<path>" is a placeholder.
bool is_tag(std::string_view inside) {
  static constexpr std::array<std::string_view, 17> kTags = {
      "b", "i", "em", "strong", "code", "br", "sup", "sub", "a", "span", "small", "img", "kbd", "u", "s", "p", "div"};
  if (inside.starts_with('/')) inside.remove_prefix(1);
  std::string name = fold_case(inside.substr(0, inside.find_first_of(" /")));
  return std::find(kTags.begin(), kTags.end(), name) != kTags.end();
}

// The length of an HTML entity or tag at `at`, or 0; `text` is what it stands for.
std::size_t markup_at(std::string_view s, std::size_t at, std::string_view& text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEntities = {{{"&amp;", "&"},
                                                                                              {"&lt;", "<"},
                                                                                              {"&gt;", ">"},
                                                                                              {"&quot;", "\""},
                                                                                              {"&#39;", "'"},
                                                                                              {"&nbsp;", " "},
                                                                                              {"&reg;", ""},
                                                                                              {"&trade;", ""}}};
  for (const auto& [entity, meaning] : kEntities) {
    if (s.substr(at).starts_with(entity)) {
      text = meaning;
      return entity.size();
    }
  }
  if (s[at] == '<' && at + 2 < s.size() && (is_alpha(s[at + 1]) || s[at + 1] == '/')) {
    std::size_t end = s.find('>', at);
    if (end != std::string_view::npos && is_tag(s.substr(at + 1, end - at - 1))) {
      text = " ";
      return end + 1 - at;
    }
  }
  for (std::string_view mark : {"(R)", "(r)", "(TM)", "(tm)", "(c)"}) {
    if (s.substr(at).starts_with(mark) && at > 0) {
      text = "";
      return mark.size();
    }
  }
  return 0;
}

// "2.1", "3.x", "2.x/3.x", "v1.2.3-beta1", "2+", "2019", "17 LTS": digits first, nothing but a version.
bool is_version(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  for (std::string_view word : {"version", "ver.", "ver", "release"}) {
    if (starts_with_folded(s, word)) {
      s.remove_prefix(word.size());
      break;
    }
  }
  while (!s.empty() && (s.front() == ' ' || s.front() == '~' || s.front() == '>' || s.front() == '='))
    s.remove_prefix(1);
  if (!s.empty() && (s.front() == 'v' || s.front() == 'V')) s.remove_prefix(1);
  if (s.empty() || !is_digit(s.front()) || s.size() > 24) return false;
  constexpr std::size_t kLongestNumber = 4;  // "2019"; "68000" is no version
  for (std::size_t run = 0; char c : s) {
    run = is_digit(c) ? run + 1 : 0;
    if (run > kLongestNumber) return false;
  }
  std::string folded = fold_case(s);
  std::string_view rest = folded;
  while (!rest.empty()) {
    bool matched = false;
    for (std::string_view word : {"beta", "alpha", "preview", "nightly", "stable", "latest", "lts", "rc", "sp", "ga",
                                  "and above", "or later", "and later", "and up"}) {
      if (rest.starts_with(word)) {
        rest.remove_prefix(word.size());
        matched = true;
        break;
      }
    }
    if (matched) continue;
    char c = rest.front();
    if (!is_digit(c) && c != '.' && c != 'x' && c != '+' && c != '-' && c != '/' && c != ' ' && c != '*' && c != 'v')
      return false;
    rest.remove_prefix(1);
  }
  return true;
}

std::string plain_version(std::string_view s) {
  for (std::string_view word : {"version", "ver.", "ver", "release"}) {
    if (starts_with_folded(s, word)) s.remove_prefix(word.size());
  }
  std::string out = fold_space(s);
  if (!out.empty() && (out.front() == 'v' || out.front() == 'V')) out.erase(0, 1);
  return out;
}

}  // namespace

std::string clean_name(std::string_view surface) {
  std::string out;
  std::size_t at = 0;
  while (at < surface.size()) {
    std::string_view meaning;
    if (std::size_t length = markup_at(surface, at, meaning)) {
      out += meaning;
      at += length;
      continue;
    }
    std::size_t before = at;
    char32_t c = next_code_point(surface, at);
    if (!is_symbol_to_drop(c)) out.append(surface.substr(before, at - before));
  }
  out = fold_space(out);
  while (!out.empty() && (out.back() == ':' || out.back() == '*' || out.back() == ' ')) out.pop_back();
  while (!out.empty() && (out.front() == '*' || out.front() == ' ')) out.erase(0, 1);
  return out;
}

Undecorated take_off_decoration(std::string_view clean) {
  Undecorated out{std::string(clean), ""};
  for (int round = 0; round < 3; ++round) {
    std::string& name = out.name;
    if (name.size() > 2 && (name.back() == ')' || name.back() == ']')) {
      std::size_t open = name.find_last_of(name.back() == ')' ? '(' : '[');
      if (open == std::string::npos || open == 0) return out;
      std::string inside = name.substr(open + 1, name.size() - open - 2);
      if (is_version(inside) && !find_scale(name)) out.version = plain_version(inside);
      name = fold_space(name.substr(0, open));
      continue;
    }
    std::size_t cut = name.find_last_of(" -");
    bool taken = false;
    while (cut != std::string::npos && cut > 0) {
      if (is_version(std::string_view(name).substr(cut + 1))) {
        out.version = plain_version(std::string_view(name).substr(cut + 1));
        name = fold_space(name.substr(0, cut));
        taken = true;  // and look further left: "17 LTS", "version 3"
      }
      cut = cut == 0 ? std::string::npos : name.find_last_of(" -", std::min(cut, name.size()) - 1);
      if (taken && (cut == std::string::npos || !is_version(std::string_view(name).substr(cut + 1)))) break;
    }
    if (!taken) return out;
  }
  return out;
}

Undecorated take_off_glued_version(std::string_view clean) {
  std::size_t end = clean.size();
  while (end > 0 && (is_digit(clean[end - 1]) || (clean[end - 1] == '.' && end < clean.size()))) --end;
  bool glued = end >= 3 && end < clean.size() && clean.size() - end <= 4 && is_alpha(clean[end - 1]);
  if (!glued) return {std::string(clean), ""};
  return {std::string(clean.substr(0, end)), std::string(clean.substr(end))};
}

}  // namespace versus
