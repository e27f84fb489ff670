// Everything the finders found in one document.
#pragma once

#include <string>
#include <vector>

#include "corpus/diagnostic.h"
#include "corpus/vocabulary.h"
#include "extract/document.h"
#include "extract/feature_row.h"

namespace versus {

enum class Orientation { none, entities_in_columns, entities_in_rows };

/// One line per table of the document, comparison or not.
struct TableSummary {
  int ordinal = 0;
  int line = 0;
  int n_rows = 0;
  int n_columns = 0;
  Orientation orientation = Orientation::none;
  std::string header;       // cells of the header row, " | " between
  int continued_from = -1;  // ordinal of the table this one continues
};

struct Findings {
  std::vector<std::string> subjects;  // the entities this document compares, most prominent first; surfaces
  std::vector<TableSummary> tables;
  std::vector<FeatureRow> rows;
  Diagnostics diagnostics;
};

/// Runs every finder of find/finders.cc, in that list's order. Pure. Each table gives rows or a diagnostic.
Findings find_rows(const Document& document, const Vocabulary& vocabulary);

}  // namespace versus
