// The metadata block at the head of a Markdown or text file.
#pragma once

#include <string_view>

#include "corpus/span.h"
#include "extract/document.h"

namespace versus {

/// "---\ntitle: A vs B\n---": its bytes, empty when there is none; title, date, author, language and url go to
/// `document` where it says them.
Span read_front_matter(std::string_view text, Document& document);

/// "2024-03-12T10:00:00Z", "March 12, 2024", "12.03.2024" -> "2024-03-12"; "" when it is no date.
std::string iso_date(std::string_view text);

}  // namespace versus
