// Which documents are near-copies of one another (the same article, republished)?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "normalize/normalized_row.h"

namespace versus {

/// doc_id -> doc_id of the document it is a copy of. Of a group the earliest published stands, then the one with the
/// most rows, then the smallest doc_id.
std::map<std::string, std::string> find_near_copies(const std::vector<NormalizedDocument>& documents, double threshold);

}  // namespace versus
