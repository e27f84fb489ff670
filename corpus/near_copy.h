// Near-copies: the same article saved twice, with another header, another date or a sentence more.
//
// A text's word shingles are hashed and the smallest hashes kept (a bottom-k sketch, Broder 1997, "On the resemblance
// and containment of documents"): two sketches estimate how much of the texts is the same without the texts
// (score/near_copies.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace versus {

/// The smallest hashes of the text's shingles, ascending, each once. Case, punctuation and white space do not count.
/// Empty for a text without words. Does not depend on platform, locale or library version.
std::vector<std::uint64_t> shingle_sketch(std::string_view text);

}  // namespace versus
