#include "corpus/formats.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"

namespace versus {
namespace {

struct Format {
  std::string_view name;
  MediaType media;
};

constexpr std::array kFormats = {
    Format{"html", MediaType::html},         Format{"htm", MediaType::html},      Format{"xhtml", MediaType::html},
    Format{"mhtml", MediaType::html},        Format{"mht", MediaType::html},      Format{"md", MediaType::markdown},
    Format{"markdown", MediaType::markdown}, Format{"mdx", MediaType::markdown},  Format{"mkd", MediaType::markdown},
    Format{"txt", MediaType::text},          Format{"text", MediaType::text},     Format{"rst", MediaType::text},
    Format{"csv", MediaType::text},          Format{"tsv", MediaType::text},      Format{"org", MediaType::text},
    Format{"adoc", MediaType::text},         Format{"asciidoc", MediaType::text}, Format{"log", MediaType::text},
};

constexpr std::array<std::string_view, 17> kUnreadDocuments = {"pdf",   "doc", "docx",    "odt",  "rtf", "ppt",
                                                               "pptx",  "odp", "xls",     "xlsx", "ods", "epub",
                                                               "pages", "key", "numbers", "warc", "maff"};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

}  // namespace

std::string format_of_name(std::string_view path) {
  std::string name = lower(path.substr(path.find_last_of("/\\") + 1));
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  std::size_t dot = name.rfind('.');
  return dot == std::string::npos || dot == 0 ? std::string() : name.substr(dot + 1);
}

std::optional<MediaType> media_of_format(std::string_view format) {
  for (const Format& known : kFormats)
    if (known.name == format) return known.media;
  return std::nullopt;
}

std::optional<MediaType> media_of_hint(std::string_view hint) {
  std::string media = lower(fold_space(hint.substr(0, hint.find(';'))));
  if (media == "text/html" || media == "application/xhtml+xml" || media == "multipart/related") return MediaType::html;
  if (media == "text/markdown" || media == "text/x-markdown") return MediaType::markdown;
  if (media.starts_with("text/")) return MediaType::text;
  return media_of_format(media);
}

bool is_unread_document(std::string_view format) {
  return std::find(kUnreadDocuments.begin(), kUnreadDocuments.end(), format) != kUnreadDocuments.end();
}

bool looks_like_html(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::string_view head = bytes.substr(0, 1024);
  std::size_t begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return false;
  head.remove_prefix(begin);
  if (head.starts_with("<?xml")) return lower(head).find("<html") != std::string::npos;
  while (head.starts_with("<!--")) {
    std::size_t end = head.find("-->");
    if (end == std::string_view::npos) return false;
    end = head.find_first_not_of(" \t\r\n", end + 3);
    if (end == std::string_view::npos) return false;
    head.remove_prefix(end);
  }
  return starts_with_folded(head, "<!doctype html") || starts_with_folded(head, "<html") ||
         starts_with_folded(head, "<head");
}

}  // namespace versus
