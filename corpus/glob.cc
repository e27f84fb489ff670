#include "corpus/glob.h"

#include <cstddef>

namespace versus {
namespace {

// One set: "[a-z]..." -> whether `c` is in it; `length` becomes the set's length, 0 when the bracket never closes.
bool matches_set(std::string_view pattern, char c, std::size_t& length) {
  std::size_t i = 1;
  bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  bool found = false;
  std::size_t first = i;
  for (; i < pattern.size() && (pattern[i] != ']' || i == first); ++i) {
    if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
      found = found || (pattern[i] <= c && c <= pattern[i + 2]);
      i += 2;
    } else {
      found = found || pattern[i] == c;
    }
  }
  length = i < pattern.size() ? i + 1 : 0;
  return found != negated && c != '/';
}

// Does one pattern element match the character, and how long is it?
bool matches_one(std::string_view pattern, char c, std::size_t& length) {
  length = 1;
  if (pattern[0] == '?') return c != '/';
  if (pattern[0] == '[') {
    bool found = matches_set(pattern, c, length);
    if (length > 0) return found;
    length = 1;
  }
  return pattern[0] == c;
}

// Greedy with one way back per kind of star: linear in practice, at worst the product of the lengths.
bool matches(std::string_view pattern, std::string_view text) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t p = 0, t = 0;
  std::size_t star = kNone, star_text = 0, deep = kNone, deep_text = 0;
  for (;;) {
    if (pattern.substr(p, 2) == "**") {
      p += 2;
      if (p < pattern.size() && pattern[p] == '/') ++p;  // "**/x" matches "x" too
      deep = p, deep_text = t, star = kNone;
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p, star_text = t;
      continue;
    }
    if (p == pattern.size() && t == text.size()) return true;
    std::size_t length = 0;
    if (p < pattern.size() && t < text.size() && matches_one(pattern.substr(p), text[t], length)) {
      p += length, ++t;
    } else if (star != kNone && star_text < text.size() && text[star_text] != '/') {
      p = star, t = ++star_text;
    } else if (deep != kNone && deep_text < text.size()) {
      p = deep, t = ++deep_text, star = kNone;
    } else {
      return false;
    }
  }
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  if (pattern.find('/') == std::string_view::npos && pattern.find("**") == std::string_view::npos)
    return matches(pattern, path.substr(path.rfind('/') + 1));
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  return matches(pattern, path);
}

}  // namespace versus
