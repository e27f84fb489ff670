#include "corpus/source.h"

#include <fmt/format.h>

#include "corpus/encoding.h"
#include "corpus/formats.h"
#include "corpus/mhtml.h"
#include "corpus/sha256.h"
#include "corpus/text.h"
#include "corpus/unpack.h"

namespace versus {
namespace {

constexpr std::size_t kLargestUnpacked = std::size_t{256} << 20;
constexpr std::size_t kLargest = std::size_t{1} << 30;  // spans count in 32 bits, entities and UTF-16 can triple a text

// Text has none to speak of: 427 pages and 62 documents have at most .01 %. Random bytes have 10 %; in bytes that are
// not even valid UTF-8 less is enough.
constexpr double kControlInUtf8 = 0.10;
constexpr double kControlElsewhere = 0.02;

class NotUsable {
 public:
  explicit NotUsable(Source& source) : source_(source) {}
  void operator()(Severity severity, std::string code, std::string message) const {
    source_.usable = false;
    source_.text.clear();
    source_.diagnostics.push_back({severity, 0, std::move(code), std::move(message)});
  }

 private:
  Source& source_;
};

MediaType choose_media(std::string_view bytes, std::string_view path, std::string_view hint) {
  if (auto media = media_of_hint(hint)) return *media;
  if (auto media = media_of_format(format_of_name(path))) return *media;
  return looks_like_html(bytes) ? MediaType::html : MediaType::text;
}

std::string percent(double share) { return fmt::format("{:.0f} %", 100 * share); }

// Magic numbers of the formats people keep among their articles, whatever the file is called.
std::string_view binary_format(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return "PDF";
  if (bytes.starts_with("PK\x03\x04")) return "zip archive or office document";
  if (bytes.starts_with("\x89PNG\r\n")) return "PNG image";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "JPEG image";
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "office document";
  if (bytes.starts_with("{\\rtf")) return "RTF";
  return {};
}

void decode_into(std::string_view bytes, bool stored_as_they_are, std::string_view charset, Source& source) {
  NotUsable not_usable(source);
  if (bytes.empty()) return not_usable(Severity::warning, "empty-file", "empty; nothing to read");
  if (std::string_view format = binary_format(bytes); !format.empty())
    return not_usable(Severity::warning, "format-not-read", fmt::format("format not read: {}", format));
  Decoded decoded = decode(bytes, source.media == MediaType::html ? DeclaredIn::html : DeclaredIn::nothing, charset);
  source.encoding = decoded.encoding;
  bool is_wide = decoded.encoding.starts_with("UTF-16") || decoded.encoding.starts_with("UTF-32");
  double share = control_share(is_wide ? std::string_view(decoded.text) : bytes);
  if (share > (decoded.encoding == "UTF-8" && !decoded.has_replacements ? kControlInUtf8 : kControlElsewhere))
    return not_usable(Severity::warning, "not-text",
                      fmt::format("not text ({} control bytes); not used", percent(share)));
  if (decoded.has_replacements)
    source.diagnostics.push_back({Severity::note, 0, "undecodable-bytes",
                                  fmt::format("some bytes are not {}; read as U+FFFD", decoded.encoding)});
  source.offsets_in = decoded.is_the_bytes && stored_as_they_are ? OffsetsIn::file : OffsetsIn::decoded;
  source.text = std::move(decoded.text);
  if (!decoded.is_the_bytes && source.text.starts_with("\xEF\xBB\xBF")) source.text.erase(0, 3);
}

}  // namespace

Source make_source(std::string_view bytes, std::string path, std::string_view media_hint) {
  Source source;
  source.path = std::move(path);
  source.bytes = bytes.size();
  source.sha256 = sha256_hex(bytes);
  NotUsable not_usable(source);

  std::string unpacked;
  std::string_view content = bytes;
  if (is_gzip(bytes)) {
    Unpacked result = gunzip(bytes, kLargestUnpacked);
    source.media = choose_media(result.bytes, source.path, media_hint);
    if (!result.problem.empty()) {
      not_usable(Severity::error, "cannot-unpack", result.problem + "; not used");
      return source;
    }
    unpacked = std::move(result.bytes);
    content = unpacked;
  }
  source.media = choose_media(content, source.path, media_hint);
  if (content.size() > kLargest) {
    not_usable(Severity::error, "too-large", fmt::format("larger than {} MB; not used", kLargest >> 20));
    return source;
  }
  std::string format = format_of_name(source.path);
  if (format == "mhtml" || format == "mht" || is_mhtml(content)) {
    auto page = read_mhtml(content);
    if (!page && !looks_like_html(content)) {
      not_usable(Severity::error, "no-page", "a web archive without a page; not used");
      return source;
    }
    if (page) {
      source.media = *media_of_hint(page->media);
      source.url = page->url;
      decode_into(page->bytes, false, page->charset, source);
      return source;
    }
  }
  decode_into(content, unpacked.empty(), {}, source);
  return source;
}

std::string_view media_name(MediaType media) {
  switch (media) {
    case MediaType::html: return "text/html";
    case MediaType::markdown: return "text/markdown";
    case MediaType::text: return "text/plain";
  }
  return "text/plain";
}

}  // namespace versus
