// Pipe tables: GFM's, and what people write instead of them.
//
//   | Feature | Keras | PyTorch |        outer pipes are optional, "\|" is a pipe, rows may be ragged,
//   |---------|:-----:|---------|        a header may be a pipe short or empty
//   | Speed   | slow  | fast    |
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/span.h"
#include "corpus/vocabulary.h"
#include "extract/read/table_builder.h"

namespace versus {

/// "|---|:--:|": cells of dashes with optional colons, at least one pipe.
bool is_delimiter_row(std::string_view line);

/// Where the cells of one row stand, trimmed; empty cells have empty spans. `line` is its content without indentation.
std::vector<Span> pipe_cells(std::string_view source, Span line);

/// A pipe table that begins at lines[first].
struct PipeTable {
  Table table;
  std::size_t n_lines = 0;
  Diagnostics diagnostics;  // lines count from 0 here: the caller's to shift
};
/// With a delimiter row as second line; or, without one, at least three lines that begin and end with a pipe and have
/// the same number of cells (3 or more).
std::optional<PipeTable> read_pipe_table(std::string_view source, const std::vector<Span>& lines, std::size_t first,
                                         InlineOptions options, const Vocabulary& vocabulary);

}  // namespace versus
