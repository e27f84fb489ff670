// A table as the finders look at it: only the rows and columns that hold something, header rows apart, and turned so
// that the things compared can always be looked for along the top.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "extract/table.h"

namespace versus {

/// What a cell holds, for telling names from values and one kind of value from another.
enum class CellShape { empty, missing, symbol, number, name, phrase, prose };

CellShape shape_of(const Cell* cell);

/// Visible text without footnote marks at its end (superscripts, "[1]", "*"; what is marked up as code is none); empty
/// for a missing or hidden cell. Where there is no text, what the cell's pictures say, if that is a value: "yes" of
/// `![yes](green.png)`, "check" of `<img src="img/check.svg">`, "fa-times" of `<i class="fa fa-times"></i>`.
SpannedText cell_value(const Cell* cell);

/// cell_value as a string, on one line.
std::string cell_text(const Cell* cell);

/// What a cell calls a thing: its first line, without the small print
/// beneath ("B300 SXM<br>Blackwell, shipping").
std::string cell_name(const Cell* cell);

class TableGrid {
 public:
  TableGrid() = default;
  /// Leaves out rows and columns without visible text, title rows (collected in `title`), and a column that only
  /// counts. Finds the header rows: those the source marks; else the first row when it looks like one.
  TableGrid(const Table& table, const Vocabulary& vocabulary);

  const Table* table = nullptr;
  std::vector<int> header_rows;  // rows of the table, top first; may be empty
  std::vector<int> body_rows;
  std::vector<int> columns;
  std::string title;              // text of a row that spans the table above its header
  bool header_is_marked = false;  // the source says which row is the header
  bool has_counter = false;       // a first column that only counted the rows was left out

  const Cell* at(int row, int column) const { return table->at(row, column); }
  /// The texts above a column, top first, repeats left out.
  std::vector<std::string> header_levels(std::size_t column) const;
  /// header_levels joined: "Parent Child".
  std::string header(std::size_t column) const;
  /// The cells of a header row, " | " between; of the first body row when there is no header.
  std::string header_line() const;
};

}  // namespace versus
