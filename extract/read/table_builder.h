// A Table from rows of cells that stand at known places of the source.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/diagnostic.h"
#include "corpus/span.h"
#include "extract/read/inline_markup.h"
#include "extract/table.h"

namespace versus {

/// One cell as its pieces of lines, top to bottom; a cell of one line has one piece.
struct CellLines {
  std::vector<Span> lines;
  int column_span = 1;
  int row_span = 1;
};
using RowLines = std::vector<CellLines>;

/// The grid of the rows: a row's cells fill its slots from the left, around cells that span down. Slots beyond a short
/// row are not covered (-1). `n_columns` 0: the widest row; else cells beyond it are dropped.
Table build_table(std::string_view source, const std::vector<RowLines>& rows, int header_rows, int n_columns,
                  const InlineOptions& options);

}  // namespace versus
