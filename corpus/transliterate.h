// Names in other scripts by a Latin key: "Кафка" -> "kafka".
#pragma once

#include <string>
#include <string_view>

namespace versus {

/// Any script to lower-case ASCII Latin letters (ICU's Any-Latin; Latin-ASCII). ASCII comes back as it is.
std::string transliterate(std::string_view text);

}  // namespace versus
