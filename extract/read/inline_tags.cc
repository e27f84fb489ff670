// Tags and entities inside lightly marked up text. Whole pages are read_html's.
#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text.h"
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

constexpr auto kEntities = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"AMP", "&"},      {"COPY", "©"},      {"GT", ">"},     {"LT", "<"},        {"Prime", "″"},  {"QUOT", "\""},
    {"REG", "®"},      {"aacute", "á"},    {"acirc", "â"},  {"acute", "´"},     {"aelig", "æ"},  {"agrave", "à"},
    {"alpha", "α"},    {"amp", "&"},       {"apos", "'"},   {"approx", "≈"},    {"aring", "å"},  {"ast", "*"},
    {"asymp", "≈"},    {"atilde", "ã"},    {"auml", "ä"},   {"bdquo", "„"},     {"beta", "β"},   {"bull", "•"},
    {"ccedil", "ç"},   {"cent", "¢"},      {"check", "✓"},  {"checkmark", "✓"}, {"colon", ":"},  {"comma", ","},
    {"copy", "©"},     {"cross", "✗"},     {"dagger", "†"}, {"darr", "↓"},      {"deg", "°"},    {"divide", "÷"},
    {"dollar", "$"},   {"eacute", "é"},    {"ecirc", "ê"},  {"egrave", "è"},    {"emsp", " "},   {"ensp", " "},
    {"eq", "="},       {"equals", "="},    {"equiv", "≡"},  {"euml", "ë"},      {"euro", "€"},   {"excl", "!"},
    {"frac12", "½"},   {"frac14", "¼"},    {"frac34", "¾"}, {"ge", "≥"},        {"grave", "`"},  {"gt", ">"},
    {"half", "½"},     {"harr", "↔"},      {"hearts", "♥"}, {"hellip", "…"},    {"horbar", "―"}, {"iacute", "í"},
    {"icirc", "î"},    {"iexcl", "¡"},     {"igrave", "ì"}, {"infin", "∞"},     {"iquest", "¿"}, {"iuml", "ï"},
    {"lambda", "λ"},   {"laquo", "«"},     {"larr", "←"},   {"lbrace", "{"},    {"lbrack", "["}, {"lcub", "{"},
    {"ldquo", "“"},    {"le", "≤"},        {"lowbar", "_"}, {"lpar", "("},      {"lsaquo", "‹"}, {"lsqb", "["},
    {"lsquo", "‘"},    {"lt", "<"},        {"mdash", "—"},  {"micro", "µ"},     {"middot", "·"}, {"minus", "−"},
    {"mu", "μ"},       {"nbsp", "\u00A0"}, {"ndash", "–"},  {"ne", "≠"},        {"not", "¬"},    {"ntilde", "ñ"},
    {"num", "#"},      {"oacute", "ó"},    {"ocirc", "ô"},  {"oelig", "œ"},     {"ograve", "ò"}, {"omega", "ω"},
    {"oslash", "ø"},   {"otilde", "õ"},    {"ouml", "ö"},   {"para", "¶"},      {"percnt", "%"}, {"period", "."},
    {"permil", "‰"},   {"pi", "π"},        {"plus", "+"},   {"plusmn", "±"},    {"pound", "£"},  {"prime", "′"},
    {"quest", "?"},    {"quot", "\""},     {"radic", "√"},  {"raquo", "»"},     {"rarr", "→"},   {"rbrace", "}"},
    {"rbrack", "]"},   {"rcub", "}"},      {"rdquo", "”"},  {"reg", "®"},       {"rpar", ")"},   {"rsaquo", "›"},
    {"rsqb", "]"},     {"rsquo", "’"},     {"sbquo", "‚"},  {"sect", "§"},      {"semi", ";"},   {"shy", "\u00AD"},
    {"sigma", "σ"},    {"sol", "/"},       {"star", "☆"},   {"starf", "★"},     {"sum", "∑"},    {"sup1", "¹"},
    {"sup2", "²"},     {"sup3", "³"},      {"szlig", "ß"},  {"thinsp", " "},    {"tilde", "˜"},  {"times", "×"},
    {"trade", "™"},    {"uacute", "ú"},    {"uarr", "↑"},   {"ucirc", "û"},     {"ugrave", "ù"}, {"uml", "¨"},
    {"uuml", "ü"},     {"verbar", "|"},    {"vert", "|"},   {"yacute", "ý"},    {"yen", "¥"},    {"yuml", "ÿ"},
    {"Aacute", "Á"},   {"Acirc", "Â"},     {"Agrave", "À"}, {"Aring", "Å"},     {"Auml", "Ä"},   {"Ccedil", "Ç"},
    {"Eacute", "É"},   {"Egrave", "È"},    {"Ntilde", "Ñ"}, {"Oacute", "Ó"},    {"Oslash", "Ø"}, {"Ouml", "Ö"},
    {"Uuml", "Ü"},     {"bigstar", "★"},   {"block", "█"},  {"Dagger", "‡"},    {"delta", "δ"},  {"Delta", "Δ"},
    {"zwj", "\u200D"}, {"zwnj", "\u200C"}, {"hyphen", "‐"}, {"bsol", "\\"},     {"commat", "@"},
});

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

std::string utf8(char32_t c) {
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = 0xFFFD;
  std::string out;
  auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return out;
}

Entity decode_numeric(std::string_view text) {
  std::size_t i = 2;
  bool hex = i < text.size() && (text[i] == 'x' || text[i] == 'X');
  if (hex) ++i;
  std::size_t first = i;
  char32_t value = 0;
  for (; i < text.size() && i - first < 8; ++i) {
    char c = lower(text[i]);
    char32_t digit = 0;
    if (is_digit(c))
      digit = static_cast<char32_t>(c - '0');
    else if (hex && c >= 'a' && c <= 'f')
      digit = static_cast<char32_t>(c - 'a') + 10;
    else
      break;
    value = value * (hex ? 16 : 10) + digit;
  }
  if (i == first || i >= text.size() || text[i] != ';') return {};
  return {utf8(value), i + 1};
}

}  // namespace

Entity decode_entity(std::string_view text) {
  if (text.size() < 4 || text[0] != '&') return {};
  if (text[1] == '#') return decode_numeric(text);
  std::size_t i = 1;
  while (i < text.size() && i < 34 && (is_alpha(text[i]) || is_digit(text[i]))) ++i;
  if (i >= text.size() || text[i] != ';') return {};
  std::string_view name = text.substr(1, i - 1);
  for (const auto& [known, characters] : kEntities)
    if (known == name) return {std::string(characters), i + 1};
  return {};
}

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
      Entity entity = value[k] == '&' ? decode_entity(value.substr(k)) : Entity{};
      if (entity.length > 0) {
        out += entity.text;
        k += entity.length;
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
