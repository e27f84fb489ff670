// The lines of an article outside its tables: headings, bullets and the lines of paragraphs, each cut into a sign, a
// label and the rest.
//
//   "✅ **Mature**: longest record"   sign plus, label "Mature", rest "longest record"
//   "(-) Spotty documentation"        sign minus, no label, rest "Spotty documentation"
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/document.h"

namespace versus {

enum class Sign { none, plus, minus, neutral };

struct Part {
  std::size_t begin = 0;  // bytes of the block's text
  std::size_t end = 0;
  bool empty() const { return begin >= end; }
};

struct ListLine {
  enum class Kind { heading, bullet, paragraph };
  Kind kind = Kind::paragraph;
  int block = 0;
  int level = 0;  // heading: 1-6; bullet: depth from 1
  int list = -1;
  Sign sign = Sign::none;
  Part all;    // without the sign
  Part label;  // empty: none
  Part rest;   // after the label; all of it when there is no label
  bool label_is_bold = false;
  bool starts_block = false;
  bool is_whole_block = false;  // a paragraph of this one line
};

/// In reading order; nothing from tables, code, comments and boilerplate. Paragraphs are cut at their line breaks and
/// before each bold label ("**Pros:** ... **Cons:** ...").
std::vector<ListLine> read_lines(const Document& document);

}  // namespace versus
