// Two rows of one table are never the same feature: their author kept them apart.
#pragma once

#include <vector>

#include "corpus/vocabulary.h"
#include "normalize/normalized_row.h"

namespace versus {

/// Where two differently written features of one table came out with one id, the best link keeps it (then the first
/// row) and the others get an id of their own and a related link to it. Names that a user's folder gives stand.
void keep_rows_of_a_table_apart(std::vector<NormalizedRow>& rows, const std::vector<TableSummary>& tables,
                                const Vocabulary& vocabulary);

}  // namespace versus
