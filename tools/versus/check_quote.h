// Does a quote stand at its place? Proved without the readers that made it.
//
// The source bytes and the quote are walked together. A quote's character must be the source's next one (or what an
// entity or an escape there stands for); whatever else lies between must be white space or markup of the document's
// format: tags and comments of HTML, emphasis marks, link targets, escapes, list and table marks of Markdown. A quote
// with a word that is not in the bytes, in another order, or with text of the source left out, has no such walk.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/source.h"
#include "corpus/span.h"

namespace versus {

/// `segments` are ranges of `text`, in order; between two of them lies white space.
bool quote_stands_at(std::string_view quote, std::string_view text, const std::vector<Span>& segments, MediaType media);

}  // namespace versus
