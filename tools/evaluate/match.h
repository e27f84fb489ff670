// Which of the program's rows and claims are what a person listed.
#pragma once

#include <string>
#include <vector>

#include "tools/evaluate/gold.h"
#include "tools/evaluate/measures.h"

namespace versus {

struct RowResult {
  Tally rows;
  Share kind;       // of matched rows, the kind is right
  Share canonical;  // of matched rows about one entity, the canonical entity is right
};

struct ClaimResult {
  Tally comparative;
  Tally attribute;
  Share feature, hedge, negation;  // of matched claims
};

/// What was missed and what is false, one line each, for a person to read.
using Log = std::vector<std::string>;

/// A row is right when entity, feature and value are; each found row stands for one listed row, best matches first.
RowResult match_rows(const Gold& gold, const std::vector<FoundRow>& rows, Log& log);

/// A claim is right when subject, object and direction are (or all three turned round) and its quote is the sentence.
/// A matched claim may be said once more, for another feature: the second counts neither way.
ClaimResult match_claims(const Gold& gold, const std::vector<FoundRow>& claims, Log& log);

/// Texts that may not become a value or a quote, and did not.
Share kept_out(const Gold& gold, const std::vector<FoundRow>& rows, Log& log);

}  // namespace versus
