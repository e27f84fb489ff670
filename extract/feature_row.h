// What an article says, in its own words, with the evidence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/span.h"
#include "corpus/spanned_text.h"
#include "corpus/value.h"

namespace versus {

/// text: a cell or list entry about one entity. rating: a number on a bounded scale. advantage: the source names a
/// winner or a tie. claim: a sentence. stated_total: a score that the article computed itself.
enum class RowKind { text, rating, advantage, claim, stated_total };
std::string_view row_kind_name(RowKind kind);

/// Of the entity against the opponent, after negation is taken into account.
enum class Direction { none, better, worse, equal, different, attribute };
std::string_view direction_name(Direction direction);  // none: ""

struct Evidence {
  std::vector<Span> segments;  // in the document's text; more than one where a cell is broken over lines
  std::string quote;           // the visible text of those bytes, white space folded
  int line = 0;
  int table = -1;      // ordinal of the table in the document, -1: none
  int table_row = -1;  // 0-based in the grid
  int table_column = -1;
};

struct FeatureRow {
  RowKind kind = RowKind::text;
  std::string entity;                   // surface, decoration kept; advantage: the winner (a tie: the first of both)
  bool entity_inferred = false;         // no header says so; see the finder
  std::string opponent;                 // surface, or empty
  std::vector<std::string> candidates;  // advantage with more than two compared
  std::string feature;                  // surface
  std::string section;                  // heading, caption or section row above
  SpannedText value;           // the cell, list entry or sentence as visible text; normalized rows keep value.text()
  std::optional<Scale> scale;  // rating, stated_total: from header, caption or the cell
  Direction direction = Direction::none;
  bool hedged = false;
  bool negated = false;
  std::string finder;       // which finder: "feature-table", "advantage-table", "sentence", ...
  double confidence = 1.0;  // 0-1
  Evidence evidence;
};

}  // namespace versus
