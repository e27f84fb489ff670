// Tables in plain text without drawn lines: tab-separated, in aligned columns, CSV.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "extract/read/text_lines.h"
#include "extract/read/text_tables.h"

namespace versus {

/// Rows of cells with a tab between them, at least two rows, or rows that blank lines part one by one.
std::optional<TextTable> read_tab_table(std::string_view source, const std::vector<TextLine>& lines, std::size_t first,
                                        const InlineOptions& options);

/// Columns that spaces line up, at least three rows:
///   Feature    Oak     Pine
///   price      high    low
std::optional<TextTable> read_aligned_table(std::string_view source, const std::vector<TextLine>& lines,
                                            std::size_t first, const InlineOptions& options);

/// "a,b,c" or "a;b;c" with the same number of fields on every line, at least three lines; fields may be quoted.
std::optional<TextTable> read_csv_table(std::string_view source, const std::vector<TextLine>& lines, std::size_t first,
                                        const InlineOptions& options);

/// One cell a line, a word for features first and then the names compared; blank lines between all cells or none:
///   Feature / Oak / Pine / price / high / low / weight / heavy / light
std::optional<TextTable> read_flattened_table(std::string_view source, const std::vector<TextLine>& lines,
                                              std::size_t first, const InlineOptions& options,
                                              const Vocabulary& vocabulary);

}  // namespace versus
