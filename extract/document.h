// A document as the reader saw it: blocks in reading order, each with its kind and its place in the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/diagnostic.h"
#include "corpus/source.h"
#include "corpus/span.h"
#include "corpus/spanned_text.h"
#include "corpus/vocabulary.h"
#include "extract/table.h"

namespace versus {

enum class BlockKind { heading, paragraph, list_item, table, quote, code, caption, comment, boilerplate };
std::string_view block_kind_name(BlockKind kind);

/// Finders use the article's blocks only: everything but comment, boilerplate and (for sentences) code.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  int level = 0;  // heading: 1-6; list item: depth from 1
  int list = -1;  // list item: items of one list share the number
  bool ordered = false;
  int line = 0;      // 1-based, of its first byte
  Span span;         // of the whole block
  SpannedText text;  // visible text, white space folded; empty for tables
  std::vector<Mark> marks;
  std::optional<Table> table;
  // Why a boilerplate or comment block is one, or what the source calls it ("navigation", "references", "post"; code:
  // its language). Slide text, where each table cell is a block of its own: "cell" opens a cell (several blank lines
  // stand before it), "cell-continued" goes on in the cell above; list items and paragraphs alike.
  std::string role;
};

struct Document {
  std::string title;      // headline of the article, without the site's name
  std::string published;  // ISO date, as far as the page says
  std::string author;
  std::string language;  // BCP 47, as far as the page says
  std::string url;
  std::vector<Block> blocks;
  Diagnostics diagnostics;
};

/// Reads any supported source. Pure; never throws on bad input. The readers are listed in read/readers.cc. Known names
/// tell how wide a table is where nothing is drawn (one cell a line, a header without its corner).
Document read_document(const Source& source, const Vocabulary& vocabulary = Vocabulary::shipped());

/// The article's text alone: headings, paragraphs, list items, cells, quotes, code; one block a line.
std::string article_text(const Document& document);

}  // namespace versus
