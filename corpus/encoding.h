// Which encoding are these bytes in, and what do they say in UTF-8? The only user of ICU's converters and detector.
//
// In this order: byte order mark; what the container says; for HTML the page's own <meta>; UTF-8 when the bytes are
// valid UTF-8; then windows-1252 for HTML, a guess from letter statistics for text and Markdown. Names and meanings of
// labels are the Encoding Standard's (encoding.spec.whatwg.org): "iso-8859-1" is windows-1252.
#pragma once

#include <string>
#include <string_view>

namespace versus {

struct Decoded {
  std::string encoding;       // "UTF-8", "windows-1252", "UTF-16LE", ...
  std::string text;           // valid UTF-8; what cannot be decoded is U+FFFD
  bool is_the_bytes = false;  // text equals the bytes: offsets count in the file
  bool has_replacements = false;
};

enum class DeclaredIn { html, nothing };

/// Never fails. `container_label` is the charset a MIME header gave, or empty.
Decoded decode(std::string_view bytes, DeclaredIn declared_in, std::string_view container_label = {});

/// Share of control characters that no text has, 0-1, in the bytes as their encoding reads them.
double control_share(std::string_view text);

/// The Encoding Standard's name for a label, or "" when it is none we decode: " Latin1 " -> "windows-1252".
std::string encoding_of_label(std::string_view label);

/// The label in the page's <meta charset> or <meta http-equiv=Content-Type>, or "" (HTML Standard, 13.2.3.2).
std::string meta_charset(std::string_view html);

}  // namespace versus
