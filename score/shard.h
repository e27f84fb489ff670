// A normalized document as one JSON line: what `versus extract` prints, `versus merge` reads and the cache keeps.
#pragma once

#include <string>
#include <string_view>

#include "normalize/normalized_row.h"

namespace versus {

std::string to_json_line(const NormalizedDocument& document);  // without the newline
NormalizedDocument from_json_line(std::string_view line);      // throws Error with what is wrong

}  // namespace versus
