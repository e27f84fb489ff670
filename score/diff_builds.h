// What changed between two datasets: rows first, then the cells and the scores that moved because of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "score/dataset.h"

namespace versus {

enum class RowChange { added, removed, changed, renamed, moved };
std::string_view change_name(RowChange change);

struct FieldChange {
  std::string field, old_value, new_value;
};

/// One row of the old dataset and what became of it; either side may be missing.
struct RowDiff {
  RowChange change = RowChange::changed;
  const RowRecord* old_row = nullptr;
  const RowRecord* new_row = nullptr;
  std::vector<FieldChange> fields;
  const RowRecord& row() const { return new_row ? *new_row : *old_row; }
};

/// A surface that has another canonical name now; the rows that use it.
struct NameDiff {
  std::string what;  // entity | feature
  std::string surface, old_name, new_name;
  std::vector<const RowRecord*> rows;
};

struct CellDiff {
  const MatrixRecord* old_cell = nullptr;
  const MatrixRecord* new_cell = nullptr;
  const MatrixRecord& cell() const { return new_cell ? *new_cell : *old_cell; }
};

struct ScoreDiff {
  const ScoreRecord* old_score = nullptr;
  const ScoreRecord* new_score = nullptr;
  std::vector<std::string> rows;  // row_ids of the changes behind it
  const ScoreRecord& score() const { return new_score ? *new_score : *old_score; }
};

struct BuildDiff {
  std::vector<RowDiff> rows;    // by source and place; renamed ones are in `names` as well
  std::vector<NameDiff> names;  // by surface
  std::vector<CellDiff> cells;  // by feature and entity
  std::vector<ScoreDiff> scores;
  std::size_t features_added = 0, features_removed = 0;

  std::size_t count(RowChange change) const;
  bool has_differences() const;  // rows that only moved are none
};

/// Rows are matched on row_id, then on source, surfaces and kind, then on kind and quote. The datasets must outlive the
/// result.
BuildDiff diff_builds(const Dataset& before, const Dataset& after);

}  // namespace versus
