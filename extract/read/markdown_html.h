// HTML inside Markdown: blocks of tags as their text, tables by the HTML reader.
#pragma once

#include <vector>

#include "corpus/source.h"
#include "extract/document.h"
#include "extract/read/block_writer.h"

namespace versus {

struct HtmlBlockEnd {
  std::uint32_t offset = 0;  // after the last byte read: beyond the block when a table goes on
};

/// Adds the text of an HTML block as headings, paragraphs, list items ...; the places of its tables go to `tables`.
HtmlBlockEnd read_markdown_html(BlockWriter& writer, Span block, std::vector<Span>& tables, int& n_lists);

/// Reads the HTML tables at these places and adds them as blocks.
void read_html_tables(const Source& source, const std::vector<Span>& tables, Document& document);

}  // namespace versus
