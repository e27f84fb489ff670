// One document's bytes, decoded once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "corpus/diagnostic.h"

namespace versus {

enum class MediaType { html, markdown, text };  // reStructuredText, CSV, TSV and slides are text

/// Whether byte offsets count in the file as it is, or in the text decoded from it.
enum class OffsetsIn { file, decoded };

struct Source {
  std::string path;  // as given; names the document, decides nothing
  MediaType media = MediaType::text;
  std::string url;        // where the document came from, when the container said so (.mhtml, extract's "url")
  std::size_t bytes = 0;  // size of the file as stored
  std::string sha256;     // 64 hex digits, of the bytes as stored
  std::string encoding;   // as found: "UTF-8", "windows-1252", ...
  OffsetsIn offsets_in = OffsetsIn::file;
  std::string text;    // valid UTF-8; spans count its bytes
  bool usable = true;  // false: binary, unreadable ... `diagnostics` says why and text is empty
  Diagnostics diagnostics;
};

/// Decodes a document's bytes. `path` supplies the media type by its ending unless `media_hint` ("text/html", "html",
/// "markdown", "text/plain", ...) names one. Unpacks .gz and .mhtml. Never throws on bad input: the result is not
/// usable.
Source make_source(std::string_view bytes, std::string path, std::string_view media_hint = {});

/// "text/html", "text/markdown" or "text/plain".
std::string_view media_name(MediaType media);

}  // namespace versus
