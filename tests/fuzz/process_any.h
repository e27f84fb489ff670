#pragma once

#include <cstdlib>
#include <string_view>

#include "normalize/normalized_row.h"
#include "score/shard.h"

namespace versus {

/// Reads and processes a document and checks what every reader promises: spans lie within the text, in order.
inline void process_any(std::string_view bytes, std::string_view media) {
  Source source = make_source(bytes, "fuzz", media);
  Document document = read_document(source);
  for (const Block& block : document.blocks) {
    if (block.span.begin > block.span.end || block.span.end > source.text.size()) std::abort();
    if (!block.table) continue;
    const Table& table = *block.table;
    if (table.grid.size() != static_cast<std::size_t>(table.n_rows) * static_cast<std::size_t>(table.n_columns))
      std::abort();
    for (const Cell& cell : table.cells)
      for (const Span& span : cell.text.spans())
        if (span.begin > span.end || span.end > source.text.size()) std::abort();
  }
  NormalizedDocument result = process(source, Vocabulary::shipped());
  if (to_json_line(from_json_line(to_json_line(result))) != to_json_line(result)) std::abort();
}

}  // namespace versus
