#include "corpus/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace versus {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 ||
         c == 0xFEFF;
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string valid_only(std::string_view text) {
  std::string out;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t before = offset;
    char32_t c = next_code_point(text, offset);
    if (c != 0xFFFD || offset - before == 3) out.append(text.substr(before, offset - before));
  }
  return out;
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  if (auto byte = static_cast<unsigned char>(text[offset]); byte < 0x80) {
    ++offset;
    return byte;
  }
  utf8proc_int32_t c = -1;
  utf8proc_ssize_t n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset),
                                        static_cast<utf8proc_ssize_t>(text.size() - offset), &c);
  if (n <= 0 || c < 0) {
    ++offset;
    return 0xFFFD;
  }
  offset += static_cast<std::size_t>(n);
  return static_cast<char32_t>(c);
}

void append_code_point(char32_t code_point, std::string& text) {
  if (!utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(code_point))) code_point = 0xFFFD;
  utf8proc_uint8_t bytes[4];
  utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool is_valid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
      continue;
    }
    utf8proc_int32_t c = -1;
    utf8proc_ssize_t n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset),
                                          static_cast<utf8proc_ssize_t>(text.size() - offset), &c);
    if (n <= 0) return false;
    offset += static_cast<std::size_t>(n);
  }
  return true;
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
    return out;
  }
  std::string valid = valid_only(text);
  utf8proc_uint8_t* mapped = nullptr;
  utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(valid.data()), static_cast<utf8proc_ssize_t>(valid.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                     UTF8PROC_IGNORE));
  std::string out;
  if (size >= 0) out.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);
  return out;
}

std::string fold_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t offset = 0;
  bool pending = false;
  while (offset < text.size()) {
    std::size_t before = offset;
    char32_t c = next_code_point(text, offset);
    if (is_space(c)) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out.append(text.substr(before, offset - before));
  }
  return out;
}

std::string name_key(std::string_view text) {
  std::string folded = fold_case(text);
  std::string out;
  out.reserve(folded.size());
  std::size_t offset = 0;
  bool pending = false;
  char32_t previous = ' ';
  while (offset < folded.size()) {
    std::size_t before = offset;
    char32_t c = next_code_point(folded, offset);
    bool keep = true;
    if (c < 0x80) {
      bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
      bool after_letter = previous != ' ' && !pending;
      char32_t next = offset < folded.size() ? static_cast<unsigned char>(folded[offset]) : ' ';
      bool before_letter = (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9');
      keep = alphanumeric || ((c == '+' || c == '#') && after_letter) ||
             (c == '.' && !after_letter && next >= 'a' && next <= 'z' && (out.empty() || pending)) ||
             (c == '.' && previous >= '0' && previous <= '9' && next >= '0' && next <= '9') ||
             (c == '\'' && after_letter && before_letter);
      if (c == '\'' && keep) continue;                                                        // "Cap'n" -> "capn"
      if (c == '+' && keep && next != '+' && previous != '+' && before_letter) keep = false;  // "a+b"
    } else {
      utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
      if (c == 0x2019) continue;
      keep = category <= UTF8PROC_CATEGORY_LO || (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_NO);
    }
    if (!keep) {
      pending = !out.empty();
      previous = ' ';
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out.append(folded, before, offset - before);
    previous = c;
  }
  return out;
}

std::string squashed_key(std::string_view text) {
  std::string key = name_key(text);
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  return key;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t i = 0;
  while (i < text.size()) {
    while (i < text.size() && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n')) ++i;
    std::size_t begin = i;
    while (i < text.size() && text[i] != ' ' && text[i] != '\t' && text[i] != '\n') ++i;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
  }
  return words;
}

std::string strip_control(std::string_view text) {
  std::string out;
  std::size_t offset = 0;
  while (offset < text.size()) {
    std::size_t before = offset;
    char32_t c = next_code_point(text, offset);
    if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7F || (c >= 0x80 && c < 0xA0)) continue;
    out.append(text.substr(before, offset - before));
  }
  return out;
}

bool starts_with_folded(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

LineIndex::LineIndex(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
      starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

int LineIndex::line_of(std::size_t offset) const {
  return static_cast<int>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

std::string_view LineIndex::line(int number) const {
  if (number < 1 || number > size()) return {};
  std::size_t begin = starts_[static_cast<std::size_t>(number) - 1];
  std::size_t end = number < size() ? starts_[static_cast<std::size_t>(number)] : text_.size();
  std::string_view line = text_.substr(begin, end - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

}  // namespace versus
