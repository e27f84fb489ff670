// One `table` element as a grid of cells: HTML Standard 4.9.12, "forming a table".
#pragma once

#include <vector>

#include "corpus/diagnostic.h"
#include "corpus/text.h"
#include "extract/read/html_tree.h"
#include "extract/table.h"

namespace versus::html {

/// Slots of one table. Spans that would pass it count as 1, rows that would pass it are left out, with a diagnostic.
/// A sheet of 20,000 rows and 50 columns fits; the grid takes 4 bytes a slot.
constexpr std::size_t kMaxSlots = std::size_t{1} << 20;
/// Bytes of text that the spans of one table may repeat; those of 427 real pages stay below.
constexpr std::size_t kMaxRepeatedText = std::size_t{1} << 20;
constexpr int kMaxColumnSpan = 1000;  // HTML Standard 4.9.11
constexpr int kMaxRowSpan = 65534;    // HTML Standard 4.9.11
constexpr int kMaxTableNesting = 16;  // deeper tables give no Table: every outer cell repeats their text

/// Tables around this one.
int nesting_of(const Tree& tree, int table);

struct FormedTable {
  Table table;
  std::vector<int> cell_nodes;  // the element of each cell, as Table::cells
};

/// Rows in the order shown (tfoot last); nested tables' text is part of the cell. A table without td or th has no
/// cells.
FormedTable form_table(const Tree& tree, int table, const LineIndex& lines, Diagnostics& diagnostics);

}  // namespace versus::html
