// Printing the differences of two sources and of two datasets.
#pragma once

#include <set>
#include <string>

#include "score/diff_builds.h"
#include "score/diff_sources.h"

namespace versus {

enum class DiffFormat { text, jsonl, markdown };

struct DiffPrint {
  DiffFormat format = DiffFormat::text;
  bool color = false;
  bool brief = false;  // the first line alone
  bool stat = false;   // a line per source instead of the changes
  bool show_moved = false;
  std::set<std::string> only;  // kinds of change; empty: all
  std::string feature_glob;    // on a feature's id or label; empty: all
  std::string entity_id;       // empty: all
};

std::string print(const SourceDiff& diff, const Dataset& dataset, const DiffPrint& how);
std::string print(const BuildDiff& diff, const Dataset& before, const Dataset& after, const DiffPrint& how);

/// Is the feature one that --feature asks for? Case does not count.
bool matches_feature(const DiffPrint& how, const std::string& feature_id, const std::string& label);

/// `text` in the colour of a sign (+ - ~ x =), when colours are on; control characters stripped.
std::string painted(const DiffPrint& how, char sign, const std::string& text);

/// A table row as the source shows it: the cells of the row's line in its table, or its quote.
std::string quoted_line(const RowRecord& row, const Dataset& dataset);

}  // namespace versus
