// Which documents are near-copies of one another (the same article, republished)?
//
// Broder's resemblance, 1997: each document carries the k smallest hashes of its shingles; the share of the k smallest
// of two documents together that both have estimates the share of shingles in common.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "normalize/normalized_row.h"

namespace versus {

/// 0-1; 0 when either has no shingles.
double resemblance(const std::vector<std::uint64_t>& x, const std::vector<std::uint64_t>& y);

/// doc_id -> doc_id of the document it is a copy of. Of a group the earliest published stands, then the one with the
/// most rows, then the smallest doc_id.
std::map<std::string, std::string> find_near_copies(const std::vector<NormalizedDocument>& documents, double threshold);

}  // namespace versus
