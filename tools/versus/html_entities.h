// Character references of HTML, for checking quotes without the readers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace versus {

/// The characters that the reference at `offset` ("&amp;", "&#8211;", "&copy") stands for, and moves past it; "" and
/// no move when there is none.
std::string decode_entity(std::string_view text, std::size_t& offset);

}  // namespace versus
