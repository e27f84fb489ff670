// A rectangular grid of cells as a reader of the page sees it: row and column spans already spread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/span.h"
#include "corpus/spanned_text.h"

namespace versus {

/// A part of a text that the author marked up. Offsets count in the SpannedText it belongs to.
struct Mark {
  enum class Kind { bold, emphasis, code, link, image, superscript, line_break, list_item };
  Kind kind = Kind::bold;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // image, line_break: begin == end; list_item: the item's text
  std::string target;     // link: address; image: alternative text, or the file's name when there is none
  Span source = {};       // image: its markup
};

struct Cell {
  SpannedText text;  // visible text, white space folded
  std::vector<Mark> marks;
  bool is_header = false;
  bool is_hidden = false;
  int row = 0;  // top left slot
  int column = 0;
  int row_span = 1;  // clipped to the table
  int column_span = 1;
};

struct Table {
  int n_rows = 0;
  int n_columns = 0;
  std::vector<Cell> cells;         // in document order
  std::vector<std::int32_t> grid;  // n_rows * n_columns indices into cells, row by row; -1: no cell covers the slot
  int header_rows = 0;             // rows the source itself marks as header (thead, all th, the pipe row)
  SpannedText caption;
  int nesting = 0;  // 0: not inside another table

  const Cell* at(int row, int column) const {
    std::int32_t index =
        grid[static_cast<std::size_t>(row) * static_cast<std::size_t>(n_columns) + static_cast<std::size_t>(column)];
    return index < 0 ? nullptr : &cells[static_cast<std::size_t>(index)];
  }
};

}  // namespace versus
