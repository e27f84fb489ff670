// Tables drawn with characters in plain text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/span.h"
#include "extract/read/inline_markup.h"
#include "extract/table.h"

namespace versus {

struct TextTable {
  Table table;
  std::size_t n_lines = 0;
};

/// A table that begins at lines[first] and is drawn with lines: box drawing, "+---+" grids (also RST's), RST's simple
/// "====  ====" form.
std::optional<TextTable> read_drawn_table(std::string_view source, const std::vector<Span>& lines, std::size_t first,
                                          const InlineOptions& options);

}  // namespace versus
