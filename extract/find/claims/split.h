// Cutting a text into sentences. The only user of ICU's break iterator.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace versus {

/// Where the sentences of a text stand, as [begin, end) bytes without white space at either end. ICU's rules (UAX 29),
/// and no break after an abbreviation ("e.g. Unity", "vs. npm").
std::vector<std::pair<std::uint32_t, std::uint32_t>> split_sentences(std::string_view text);

}  // namespace versus
