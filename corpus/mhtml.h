// Web archives as browsers save them (.mhtml): a MIME message whose parts are the page and its images (RFC 2557).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace versus {

struct ArchivedPage {
  std::string bytes;  // of the page, its transfer encoding undone
  std::string media;  // "text/html", "text/plain"
  std::string charset;
  std::string url;
};

/// Does the file begin like a MIME message, whatever its name?
bool is_mhtml(std::string_view bytes);

/// The page: the part named by `start`, else the first HTML part, else the first text part. Nothing when there is none.
std::optional<ArchivedPage> read_mhtml(std::string_view bytes);

std::string decode_quoted_printable(std::string_view text);  // RFC 2045 6.7; what is not an escape stays
std::string decode_base64(std::string_view text);            // RFC 2045 6.8; other characters are skipped

}  // namespace versus
