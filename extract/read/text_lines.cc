#include "extract/read/text_lines.h"

#include <algorithm>
#include <array>

namespace versus {
namespace {

constexpr std::uint32_t kLongLine = 140;  // nobody wraps by hand beyond this
constexpr std::size_t kMaxHeading = 100;  // code points
constexpr std::size_t kMaxHeadingWords = 14;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

TextLine read_line(std::string_view text, std::string_view bytes) {
  TextLine line;
  auto begin = static_cast<std::uint32_t>(bytes.data() - text.data());
  std::size_t i = 0;
  if (bytes.starts_with("\xEF\xBB\xBF")) i = 3;
  auto nbsp = [&](std::size_t at) { return bytes.substr(at, 2) == "\u00A0"; };
  while (i < bytes.size() && (is_blank(bytes[i]) || nbsp(i))) {
    line.indent = bytes[i] == '\t' ? line.indent + 8 - line.indent % 8 : line.indent + 1;
    i += nbsp(i) ? 2 : 1;
  }
  std::size_t end = bytes.size();
  while (end > i && (is_blank(bytes[end - 1]) || (end > i + 1 && nbsp(end - 2))))
    end -= is_blank(bytes[end - 1]) ? 1 : 2;
  line.content = {begin + static_cast<std::uint32_t>(i), begin + static_cast<std::uint32_t>(std::max(i, end))};
  line.width = static_cast<std::uint32_t>(count_code_points(bytes.substr(i, line.content.size())));
  return line;
}

// Slides: most gaps are two or more blank lines, and what stands between them is short.
bool has_slide_layout(const std::vector<TextLine>& lines) {
  std::size_t wide = 0;
  std::size_t narrow = 0;
  std::size_t blank = 0;
  std::size_t long_lines = 0;
  std::size_t text = 0;
  for (const TextLine& line : lines) {
    if (line.content.empty()) {
      ++blank;
      continue;
    }
    if (text > 0 && blank >= 2) ++wide;
    if (text > 0 && blank == 1) ++narrow;
    blank = 0;
    ++text;
    if (line.width > 160) ++long_lines;
  }
  return wide >= 8 && wide >= 2 * narrow && long_lines * 10 <= text;
}

bool has_restructured_text(std::string_view text, const std::vector<TextLine>& lines) {
  int signs = 0;
  for (const TextLine& line : lines) {
    std::string_view content = text.substr(line.content.begin, line.content.size());
    if (content.starts_with(".. ") && content.size() > 4) {
      if (content.find("::") != std::string_view::npos || content[3] == '_' || content[3] == '[') signs += 2;
    }
    if (content.starts_with(":") && content.find(":`") != std::string_view::npos) ++signs;
    if (content.find("`_") != std::string_view::npos || content.find("``") != std::string_view::npos) {
      if (!content.starts_with("```")) ++signs;
    }
    if (content.starts_with("```") || content.starts_with("## ")) return false;
    if (signs >= 3) return true;
  }
  return false;
}

std::uint32_t find_wrap_width(const std::vector<TextLine>& lines) {
  std::vector<std::uint32_t> widths;  // of lines that another line follows
  std::size_t long_lines = 0;
  std::size_t text = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].content.empty()) continue;
    ++text;
    if (lines[i].width > kLongLine) ++long_lines;
    if (i + 1 < lines.size() && !lines[i + 1].content.empty()) widths.push_back(lines[i].width + lines[i].indent);
  }
  if (widths.size() < 3 || long_lines * 20 > text) return 0;
  auto high = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 19 / 20);
  std::nth_element(widths.begin(), high, widths.end());
  return *high < 40 || *high > kLongLine ? 0 : *high;
}

}  // namespace

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<TextLine> text_lines(std::string_view text, const LineIndex& index) {
  std::vector<TextLine> lines;
  lines.reserve(static_cast<std::size_t>(index.size()));
  for (int number = 1; number <= index.size(); ++number) lines.push_back(read_line(text, index.line(number)));
  return lines;
}

TextLayout text_layout(std::string_view text, const std::vector<TextLine>& lines) {
  TextLayout layout;
  layout.is_slides = has_slide_layout(lines);
  layout.is_restructured_text = !layout.is_slides && has_restructured_text(text, lines);
  layout.wrap_width = find_wrap_width(lines);
  return layout;
}

bool is_soft_break(std::string_view text, const TextLine& line, const TextLine& next, const TextLayout& layout) {
  if (layout.is_slides || layout.is_restructured_text) return true;
  if (layout.wrap_width == 0) return false;
  std::string_view content = text.substr(next.content.begin, next.content.size());
  std::size_t word = count_code_points(content.substr(0, content.find_first_of(" \t")));
  return line.indent + line.width + 1 + word + 2 >= layout.wrap_width;
}

bool is_rule(std::string_view content) {
  constexpr std::string_view kRules = "=-~^\"'`#*+._:";
  return content.size() >= 3 && kRules.find(content[0]) != std::string_view::npos &&
         content.find_first_not_of(content[0]) == std::string_view::npos;
}

bool looks_like_heading(std::string_view content) {
  if (content.size() < 2 || count_code_points(content) > kMaxHeading) return false;
  char last = content.back();
  if (last == '.' || last == ',' || last == ';' || last == '|') return false;
  if (is_lower(content[0]) || content.find("://") != std::string_view::npos) return false;
  if (content[0] == '@' || content[0] == '<' || content[0] == '|') return false;
  std::size_t words = 0;
  std::size_t long_words = 0;
  std::size_t capitals = 0;
  bool letters = false;
  for (std::size_t i = 0; i < content.size();) {
    while (i < content.size() && content[i] == ' ') ++i;
    std::size_t begin = i;
    while (i < content.size() && content[i] != ' ') ++i;
    if (i == begin) continue;
    ++words;
    char c = content[begin];
    letters = letters || is_upper(c) || is_lower(c) || !is_ascii(c);
    if (i - begin < 4 && !is_upper(c)) continue;
    ++long_words;
    if (is_upper(c) || is_digit(c) || !is_ascii(c)) ++capitals;
  }
  if (!letters || words > kMaxHeadingWords) return false;
  if (last == '?') return true;
  return words <= 4 || (long_words > 0 && capitals * 3 >= long_words * 2);
}

}  // namespace versus
