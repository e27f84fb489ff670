// The copy of a Markdown text that cmark-gfm gets to see, line for line, with what it would misread masked.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extract/read/block_writer.h"

namespace versus {

struct MarkdownMask {
  std::string text;  // same lines as the source, same bytes before each line's content
  std::vector<std::pair<Span, std::string>> boilerplate;  // link definitions, imports: bytes and role
  std::vector<char> admonition;                           // per line: inside "!!! note"

  bool is_admonition(int line) const {
    return line > 0 && static_cast<std::size_t>(line) <= admonition.size() &&
           admonition[static_cast<std::size_t>(line) - 1] != 0;
  }
};

/// Blanks front matter, fences of admonitions and components, imports; turns "!!! note" bodies into quotes; cuts lines
/// that are too long to matter for block structure. Link reference definitions go to the writer's references.
MarkdownMask mask_markdown(BlockWriter& writer, Span front_matter);

}  // namespace versus
