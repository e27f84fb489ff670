// Tags inside lightly marked up text. Whole pages are read_html's.
#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text.h"
#include "extract/read/character_references.h"
#include "extract/read/inline_markup.h"

namespace versus {
namespace {

// A tag longer than this is text: keeps the search for its end linear.
constexpr std::size_t kMaxTag = 8192;
// data: addresses of images may be long
constexpr std::size_t kMaxAttribute = 1 << 20;

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr auto kElements = std::to_array<std::string_view>({
    "a",        "abbr",   "acronym",    "address",  "article",  "aside",    "audio",    "b",        "bdi",
    "bdo",      "big",    "blockquote", "body",     "br",       "button",   "canvas",   "caption",  "center",
    "cite",     "code",   "col",        "colgroup", "data",     "datalist", "dd",       "del",      "details",
    "dfn",      "dialog", "div",        "dl",       "dt",       "em",       "embed",    "fieldset", "figcaption",
    "figure",   "font",   "footer",     "form",     "h1",       "h2",       "h3",       "h4",       "h5",
    "h6",       "head",   "header",     "hgroup",   "hr",       "html",     "i",        "iframe",   "img",
    "input",    "ins",    "kbd",        "label",    "legend",   "li",       "link",     "main",     "map",
    "mark",     "menu",   "meta",       "meter",    "nav",      "nobr",     "noscript", "object",   "ol",
    "optgroup", "option", "output",     "p",        "param",    "picture",  "pre",      "progress", "q",
    "rp",       "rt",     "ruby",       "s",        "samp",     "script",   "section",  "select",   "small",
    "source",   "span",   "strike",     "strong",   "style",    "sub",      "summary",  "sup",      "svg",
    "table",    "tbody",  "td",         "template", "textarea", "tfoot",    "th",       "thead",    "time",
    "title",    "tr",     "track",      "tt",       "u",        "ul",       "var",      "video",    "wbr",
    "path",
});

constexpr auto kBlockElements = std::to_array<std::string_view>({
    "address", "article", "aside", "blockquote", "body",     "caption", "center",     "dd",      "details",
    "dialog",  "div",     "dl",    "dt",         "fieldset", "figure",  "figcaption", "footer",  "form",
    "h1",      "h2",      "h3",    "h4",         "h5",       "h6",      "header",     "hr",      "html",
    "li",      "main",    "nav",   "ol",         "option",   "p",       "pre",        "section", "summary",
    "table",   "tbody",   "td",    "tfoot",      "th",       "thead",   "tr",         "ul",
});

}  // namespace

InlineTag parse_tag(std::string_view text) {
  InlineTag tag;
  if (text.size() < 2 || text[0] != '<') return tag;
  if (text.substr(0, 4) == "<!--") {
    std::size_t end = text.substr(0, kMaxAttribute).find("-->", 4);
    if (end != std::string_view::npos) tag.length = end + 3;
    return tag;
  }
  if (text[1] == '>' || text.substr(0, 3) == "</>") {  // a JSX fragment
    tag.length = text[1] == '>' ? 2 : 3;
    return tag;
  }
  std::size_t i = 1;
  tag.closing = text[i] == '/';
  if (tag.closing) ++i;
  if (i >= text.size() || !is_alpha(text[i])) return {};
  std::size_t name_begin = i;
  while (i < text.size() && (is_alpha(text[i]) || is_digit(text[i]) || text[i] == '-' || text[i] == '.')) ++i;
  if (i - name_begin > 64) return {};
  tag.name = std::string(text.substr(name_begin, i - name_begin));
  std::transform(tag.name.begin(), tag.name.end(), tag.name.begin(), lower);
  std::size_t attributes = i;
  if (i < text.size() && !is_space(text[i]) && text[i] != '>' && text[i] != '/') return {};
  char quote = 0;
  int braces = 0;
  std::size_t limit = std::min(text.size(), kMaxTag);
  if (tag.name == "img" || tag.name == "a") limit = std::min(text.size(), kMaxAttribute);
  for (; i < limit; ++i) {
    char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '{') ++braces;
    if (c == '}') --braces;
    if ((c == '"' || c == '\'') && i > 0 && (text[i - 1] == '=' || is_space(text[i - 1]))) quote = c;
    if (braces > 0) continue;
    if (c == '<') return {};
    if (c == '>') {
      tag.attributes = text.substr(attributes, i - attributes);
      tag.length = i + 1;
      return tag;
    }
  }
  return {};
}

std::string attribute_value(std::string_view attributes, std::string_view name) {
  for (std::size_t at = 0; at + name.size() < attributes.size(); ++at) {
    if (!starts_with_folded(attributes.substr(at), name)) continue;
    if (at > 0 && !is_space(attributes[at - 1]) && attributes[at - 1] != '"') continue;
    std::size_t i = at + name.size();
    while (i < attributes.size() && is_space(attributes[i])) ++i;
    if (i >= attributes.size() || attributes[i] != '=') continue;
    ++i;
    while (i < attributes.size() && is_space(attributes[i])) ++i;
    std::string_view value;
    if (i < attributes.size() && (attributes[i] == '"' || attributes[i] == '\'')) {
      std::size_t end = attributes.find(attributes[i], i + 1);
      if (end == std::string_view::npos) return {};
      value = attributes.substr(i + 1, end - i - 1);
    } else {
      std::size_t end = i;
      while (end < attributes.size() && !is_space(attributes[end])) ++end;
      value = attributes.substr(i, end - i);
    }
    std::string out;
    for (std::size_t k = 0; k < value.size();) {
      CharacterReference reference = decode_reference(value.substr(k));
      if (reference.size > 0) {
        out += reference.text;
        k += reference.size;
      } else {
        out += value[k++];
      }
    }
    return out;
  }
  return {};
}

bool is_html_element(std::string_view name) {
  return std::find(kElements.begin(), kElements.end(), name) != kElements.end();
}

bool is_block_element(std::string_view name) {
  return std::find(kBlockElements.begin(), kBlockElements.end(), name) != kBlockElements.end();
}

}  // namespace versus
