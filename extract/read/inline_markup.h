// Visible text of one run of lightly marked up text (Markdown, or plain text that quotes Markdown, HTML or RST), with
// the place of every character.
//
//   "**Fast** &amp; `small` [1](u)<br>free"  ->  text "Fast & small 1 free", marks bold, code, link, line_break
//
// Emphasis, links, code spans and tags follow the CommonMark specification; each pass is linear in the input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/span.h"
#include "corpus/spanned_text.h"
#include "extract/table.h"

namespace versus {

/// Link reference definitions: label key -> address.
using LinkReferences = std::unordered_map<std::string, std::string>;

/// The key a link label is looked up by.
std::string link_label_key(std::string_view label);

enum class InlineSyntax {
  markdown,          // everything CommonMark, GFM and the common extensions mark up
  plain,             // text: emphasis at word edges, code spans, links, known HTML tags, entities
  restructured_text  // plain, and roles, literals, hyperlink references
};

struct InlineOptions {
  InlineSyntax syntax = InlineSyntax::markdown;
  const LinkReferences* references = nullptr;
  bool table_cell = false;  // "\|" is a pipe, in code too
};

struct InlineText {
  SpannedText text;
  std::vector<Mark> marks;
};

/// Reads the source bytes of `lines` (in order, without their line ends and block markers). Line ends are white space;
/// where the bytes between two lines are more than white space, the second line opens a new segment.
InlineText read_inline(std::string_view source, const std::vector<Span>& lines, const InlineOptions& options);

/// One tag at the start of `text` ("<a href='x'>", "</b>", "<br/>", "<!-- -->"); length 0: none there.
struct InlineTag {
  std::string name;  // lower case; "" for comments, declarations and fragments ("<>")
  bool closing = false;
  std::size_t length = 0;
  std::string_view attributes;
};
InlineTag parse_tag(std::string_view text);

/// The value of an attribute, entities decoded; "" when absent.
std::string attribute_value(std::string_view attributes, std::string_view name);

/// Does HTML know this element?
bool is_html_element(std::string_view name);
/// Does its box break the text around it?
bool is_block_element(std::string_view name);

}  // namespace versus
