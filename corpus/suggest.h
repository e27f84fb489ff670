// Near misses: "bulid" -> "build".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace versus {

/// The candidate nearest to `word` when it is near enough to be a slip of the fingers, or "".
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace versus
