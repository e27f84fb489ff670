// Which formats are read, by the ending of a file's name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/source.h"

namespace versus {

/// "notes/A.HTML.gz" -> "html"; "" when the name has no ending.
std::string format_of_name(std::string_view path);

/// html, md, txt, ... -> how to read it; nothing for formats that are not read.
std::optional<MediaType> media_of_format(std::string_view format);

/// "html", "text/html; charset=x", "markdown", "txt" ... -> how to read it.
std::optional<MediaType> media_of_hint(std::string_view hint);

/// pdf, docx, odt ...: documents a person would expect to be read, as against images and style sheets.
bool is_unread_document(std::string_view format);

/// Does it begin like a web page?
bool looks_like_html(std::string_view bytes);

}  // namespace versus
