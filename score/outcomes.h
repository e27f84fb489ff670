// What one document says of each feature and pair: its vote.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "score/dataset.h"

namespace versus {

using DocumentRows = std::span<const RowRecord>;  // all of one document

/// The rows of a dataset, document by document, in the order they stand.
std::vector<DocumentRows> rows_by_document(const std::vector<RowRecord>& rows);

struct Votes {
  std::vector<OutcomeRecord> outcomes;    // by feature, then pair
  std::vector<ConflictRecord> conflicts;  // intra_source
};

/// One vote per feature and pair: that of the most explicit kind (advantage, rating, claim), by majority within it,
/// none when it is evenly split. Rows that name the other winner make an intra_source conflict; the vote stands.
Votes count_votes(DocumentRows rows);

/// 1 for a, 0 for a tie, -1 for b.
int sign_of(const OutcomeRecord& outcome);

}  // namespace versus
