// What one table says: whether it compares anything, which axis holds the things compared, and what its other lines
// are. A pure function of the table and of the names known so far.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "extract/find/subjects.h"
#include "extract/find/table_grid.h"
#include "extract/findings.h"

namespace versus {

/// What stands around the table.
struct TableContext {
  const Subjects& subjects;
  const Vocabulary& vocabulary;
  bool comparison_cue = false;           // the title, a heading above or the lead-in announces a comparison
  std::string heading_entity;            // the nearest heading above that is one compared thing
  std::set<std::string> repeated_heads;  // keys of heads that stand over different labels in several tables
};

enum class TableKind {
  none,      // compares nothing; `reason` says why
  features,  // cells about things
  decision,  // a winner per row, no column per thing
  of_one,    // features of the thing that the heading above names
};

/// One line of the table (a column or a row, as the orientation has it).
struct TableLine {
  int index = 0;        // row or column of the table
  std::string name;     // as written
  std::string section;  // section row above it, or the label column left of it
  bool is_total = false;
  bool inferred = false;  // entity lines: no header says so
};

struct TableReading {
  TableKind kind = TableKind::none;
  std::string reason;  // kind none: a clause for people
  Orientation orientation = Orientation::none;
  std::vector<TableLine> entities;
  std::vector<TableLine> features;
  int winner = -1;     // the line that names winners: column (entities in columns) of the table; -1: none
  std::string corner;  // head of the column of labels
  TableGrid grid;
};

TableReading read_table(const Table& table, const TableContext& context);

/// How sure an axis is: mean over its names of 1 (compared here), .8 (known to the vocabulary), .5 (contains a known
/// name), 0; and how many are known.
struct AxisEvidence {
  double share = 0;
  int known = 0;
  int compared = 0;
};
AxisEvidence evidence_for_axis(const std::vector<std::string>& names, const TableContext& context);

/// Why a table is none, judged by its heads alone ("its heads name steps"); empty: nothing speaks against it.
std::string reason_against(const std::vector<std::string>& heads, const TableContext& context);

}  // namespace versus
