// The character references of HTML ("&amp;", "&#150;", "&check;") that stand in running text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace versus {

struct CharacterReference {
  std::string text;      // UTF-8
  std::size_t size = 0;  // bytes of the source, from `&`
};

/// The reference that `source` begins with; size 0: none that is known. A number may lack its semicolon, a name may
/// not.
CharacterReference decode_reference(std::string_view source);

}  // namespace versus
