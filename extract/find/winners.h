// Who wins: the cell of an "Advantage" column, the end of a winner line ("Best for beginners: Keras").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/feature_row.h"
#include "extract/find/subjects.h"

namespace versus {

struct Winner {
  bool tie = false;
  std::string name;    // as written; empty for a tie
  int candidate = -1;  // index into the candidates asked about, or -1
};

/// Reads a verdict: a tie word ("same", "both"), a candidate's or another known name, a text that mentions just one of
/// them, or names joined by "+", "/", "or". Nothing else is a verdict ("It depends").
std::optional<Winner> read_winner(std::string_view text, const std::vector<std::string>& candidates,
                                  const Subjects& subjects);

/// The advantage row: entity, opponent or candidates, and direction.
FeatureRow advantage_row(const Winner& winner, const std::vector<std::string>& candidates, SpannedText value);

}  // namespace versus
