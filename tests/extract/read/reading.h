// Reads small sources in tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/document.h"

namespace versus {

inline Document read_as(MediaType media, std::string_view text) {
  Source source;
  source.media = media;
  source.text = text;
  source.bytes = text.size();
  source.encoding = "UTF-8";
  return read_document(source);
}

/// "heading 2: Speed", "table: A|B / 1|2", ... one line per block.
inline std::vector<std::string> outline(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    std::string line(block_kind_name(block.kind));
    if (block.level > 0) line += " " + std::to_string(block.level);
    if (!block.role.empty()) line += " [" + block.role + "]";
    line += ": ";
    if (block.table) {
      for (int row = 0; row < block.table->n_rows; ++row) {
        if (row > 0) line += " / ";
        for (int column = 0; column < block.table->n_columns; ++column) {
          if (column > 0) line += "|";
          const Cell* cell = block.table->at(row, column);
          if (cell != nullptr) line += cell->text.text();
        }
      }
    } else {
      line += block.text.text();
    }
    out.push_back(line);
  }
  return out;
}

}  // namespace versus
