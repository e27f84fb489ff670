// Plain text as lines: what each one looks like on its own, and how the whole is laid out.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/span.h"
#include "corpus/text.h"

namespace versus {

struct TextLine {
  Span content;              // without indentation and trailing white space; empty for a blank line
  std::uint32_t indent = 0;  // columns, tabs to multiples of 8
  std::uint32_t width = 0;   // code points of the content
};

std::vector<TextLine> text_lines(std::string_view text, const LineIndex& index);

struct TextLayout {
  bool is_slides = false;             // cells of slides, parted by several blank lines
  bool is_restructured_text = false;  // directives, roles, literal blocks
  std::uint32_t wrap_width = 0;       // lines were broken here; 0: every line stands for itself
};
TextLayout text_layout(std::string_view text, const std::vector<TextLine>& lines);

/// Was `line` broken before `next` only because the next word did not fit?
bool is_soft_break(std::string_view text, const TextLine& line, const TextLine& next, const TextLayout& layout);

/// "-----", "=====", "~~~~": one punctuation character, three times or more.
bool is_rule(std::string_view content);

/// May this line be a heading between paragraphs? Short, no sentence, "Title Case" or few words.
bool looks_like_heading(std::string_view content);

std::size_t count_code_points(std::string_view text);

}  // namespace versus
