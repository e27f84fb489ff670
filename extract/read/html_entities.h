// Character references that libxml2 2.9 (HTML 4) does not know or decodes differently from the HTML Standard.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace versus::html {

struct CharacterReference {
  std::string text;      // UTF-8
  std::size_t size = 0;  // bytes of the source, from `&`
};

/// The reference that `source` begins with ("&#150;", "&check;"); size 0 when it is none that needs our help.
CharacterReference decode_reference(std::string_view source);

}  // namespace versus::html
