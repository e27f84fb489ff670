#include "extract/document.h"

namespace versus {

std::string_view block_kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading: return "heading";
    case BlockKind::paragraph: return "paragraph";
    case BlockKind::list_item: return "list_item";
    case BlockKind::table: return "table";
    case BlockKind::quote: return "quote";
    case BlockKind::code: return "code";
    case BlockKind::caption: return "caption";
    case BlockKind::comment: return "comment";
    case BlockKind::boilerplate: return "boilerplate";
  }
  return "paragraph";
}

std::string article_text(const Document& document) {
  std::string out;
  Span table;  // the last one: its cells hold the text of the tables inside it
  for (const Block& block : document.blocks) {
    bool is_article = block.kind != BlockKind::comment && block.kind != BlockKind::boilerplate;
    if (!is_article || block.kind == BlockKind::caption) continue;
    if (block.table) {
      if (block.table->nesting > 0 && table.begin < block.span.begin && block.span.end <= table.end) continue;
      table = block.span;
      for (const Cell& cell : block.table->cells) {
        if (cell.text.empty()) continue;
        out += cell.text.text();
        out += '\n';
      }
    } else if (!block.text.empty()) {
      out += block.text.text();
      out += '\n';
    }
  }
  return out;
}

}  // namespace versus
