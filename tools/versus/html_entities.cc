// The named references of HTML 4 and the commoner ones of HTML 5; names that HTML reads without their semicolon too.
#include "tools/versus/html_entities.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace versus {
namespace {

struct Named {
  std::string_view name, characters;
};

// clang-format off
constexpr Named kNamed[] = {
    Named{"AMP", "&"}, Named{"COPY", "\xc2\xa9"}, Named{"GT", ">"}, Named{"LT", "<"}, Named{"QUOT", "\""}, Named{"REG", "\xc2\xae"},
    Named{"AElig", "\xc3\x86"}, Named{"Aacute", "\xc3\x81"}, Named{"Acirc", "\xc3\x82"}, Named{"Agrave", "\xc3\x80"},
    Named{"Alpha", "\xce\x91"}, Named{"Aogon", "\xc4\x84"}, Named{"Aring", "\xc3\x85"}, Named{"Atilde", "\xc3\x83"},
    Named{"Auml", "\xc3\x84"}, Named{"Beta", "\xce\x92"}, Named{"Cacute", "\xc4\x86"}, Named{"Ccaron", "\xc4\x8c"},
    Named{"Ccedil", "\xc3\x87"}, Named{"Chi", "\xce\xa7"}, Named{"Dagger", "\xe2\x80\xa1"},
    Named{"Delta", "\xce\x94"}, Named{"ETH", "\xc3\x90"}, Named{"Eacute", "\xc3\x89"}, Named{"Ecaron", "\xc4\x9a"},
    Named{"Ecirc", "\xc3\x8a"}, Named{"Egrave", "\xc3\x88"}, Named{"Eogon", "\xc4\x98"}, Named{"Epsilon", "\xce\x95"},
    Named{"Eta", "\xce\x97"}, Named{"Euml", "\xc3\x8b"}, Named{"Gamma", "\xce\x93"}, Named{"Gbreve", "\xc4\x9e"},
    Named{"Hat", "\x5e"}, Named{"Iacute", "\xc3\x8d"}, Named{"Icirc", "\xc3\x8e"}, Named{"Idot", "\xc4\xb0"},
    Named{"Igrave", "\xc3\x8c"}, Named{"Iota", "\xce\x99"}, Named{"Iuml", "\xc3\x8f"}, Named{"Kappa", "\xce\x9a"},
    Named{"Lambda", "\xce\x9b"}, Named{"Lstrok", "\xc5\x81"}, Named{"Mu", "\xce\x9c"}, Named{"Nacute", "\xc5\x83"},
    Named{"NewLine", "\x0a"}, Named{"Ntilde", "\xc3\x91"}, Named{"Nu", "\xce\x9d"}, Named{"OElig", "\xc5\x92"},
    Named{"Oacute", "\xc3\x93"}, Named{"Ocirc", "\xc3\x94"}, Named{"Ograve", "\xc3\x92"}, Named{"Omega", "\xce\xa9"},
    Named{"Omicron", "\xce\x9f"}, Named{"Oslash", "\xc3\x98"}, Named{"Otilde", "\xc3\x95"}, Named{"Ouml", "\xc3\x96"},
    Named{"Phi", "\xce\xa6"}, Named{"Pi", "\xce\xa0"}, Named{"Prime", "\xe2\x80\xb3"}, Named{"Psi", "\xce\xa8"},
    Named{"Rcaron", "\xc5\x98"}, Named{"Rho", "\xce\xa1"}, Named{"Sacute", "\xc5\x9a"}, Named{"Scaron", "\xc5\xa0"},
    Named{"Scedil", "\xc5\x9e"}, Named{"Sigma", "\xce\xa3"}, Named{"Square", "\xe2\x96\xa1"},
    Named{"THORN", "\xc3\x9e"}, Named{"Tab", "\x09"}, Named{"Tau", "\xce\xa4"}, Named{"Theta", "\xce\x98"},
    Named{"Uacute", "\xc3\x9a"}, Named{"Ucirc", "\xc3\x9b"}, Named{"Ugrave", "\xc3\x99"},
    Named{"Upsilon", "\xce\xa5"}, Named{"Uuml", "\xc3\x9c"}, Named{"Xi", "\xce\x9e"}, Named{"Yacute", "\xc3\x9d"},
    Named{"Yuml", "\xc5\xb8"}, Named{"Zacute", "\xc5\xb9"}, Named{"Zcaron", "\xc5\xbd"}, Named{"Zdot", "\xc5\xbb"},
    Named{"Zeta", "\xce\x96"}, Named{"aacute", "\xc3\xa1"}, Named{"acirc", "\xc3\xa2"}, Named{"acute", "\xc2\xb4"},
    Named{"aelig", "\xc3\xa6"}, Named{"agrave", "\xc3\xa0"}, Named{"alefsym", "\xe2\x84\xb5"},
    Named{"alpha", "\xce\xb1"}, Named{"amp", "\x26"}, Named{"and", "\xe2\x88\xa7"}, Named{"ang", "\xe2\x88\xa0"},
    Named{"aogon", "\xc4\x85"}, Named{"ap", "\xe2\x89\x88"}, Named{"apos", "\x27"}, Named{"approx", "\xe2\x89\x88"},
    Named{"aring", "\xc3\xa5"}, Named{"ast", "\x2a"}, Named{"asymp", "\xe2\x89\x88"}, Named{"atilde", "\xc3\xa3"},
    Named{"auml", "\xc3\xa4"}, Named{"bdquo", "\xe2\x80\x9e"}, Named{"beta", "\xce\xb2"},
    Named{"bigcirc", "\xe2\x97\xaf"}, Named{"bigstar", "\xe2\x98\x85"}, Named{"blank", "\xe2\x90\xa3"},
    Named{"blk14", "\xe2\x96\x91"}, Named{"block", "\xe2\x96\x88"}, Named{"breve", "\xcb\x98"},
    Named{"brvbar", "\xc2\xa6"}, Named{"bsol", "\x5c"}, Named{"bull", "\xe2\x80\xa2"},
    Named{"bullet", "\xe2\x80\xa2"}, Named{"cacute", "\xc4\x87"}, Named{"cap", "\xe2\x88\xa9"},
    Named{"caron", "\xcb\x87"}, Named{"ccaron", "\xc4\x8d"}, Named{"ccedil", "\xc3\xa7"}, Named{"cedil", "\xc2\xb8"},
    Named{"cent", "\xc2\xa2"}, Named{"check", "\xe2\x9c\x93"}, Named{"checkmark", "\xe2\x9c\x93"},
    Named{"chi", "\xcf\x87"}, Named{"circ", "\xcb\x86"}, Named{"clubs", "\xe2\x99\xa3"}, Named{"colon", "\x3a"},
    Named{"comma", "\x2c"}, Named{"commat", "\x40"}, Named{"cong", "\xe2\x89\x85"}, Named{"copy", "\xc2\xa9"},
    Named{"copysr", "\xe2\x84\x97"}, Named{"crarr", "\xe2\x86\xb5"}, Named{"cross", "\xe2\x9c\x97"},
    Named{"cup", "\xe2\x88\xaa"}, Named{"curren", "\xc2\xa4"}, Named{"dArr", "\xe2\x87\x93"},
    Named{"dagger", "\xe2\x80\xa0"}, Named{"darr", "\xe2\x86\x93"}, Named{"dash", "\xe2\x80\x90"},
    Named{"deg", "\xc2\xb0"}, Named{"delta", "\xce\xb4"}, Named{"diams", "\xe2\x99\xa6"}, Named{"divide", "\xc3\xb7"},
    Named{"dollar", "\x24"}, Named{"dot", "\xcb\x99"}, Named{"dtri", "\xe2\x96\xbf"}, Named{"eacute", "\xc3\xa9"},
    Named{"ecaron", "\xc4\x9b"}, Named{"ecirc", "\xc3\xaa"}, Named{"egrave", "\xc3\xa8"},
    Named{"empty", "\xe2\x88\x85"}, Named{"emsp", "\xe2\x80\x83"}, Named{"ensp", "\xe2\x80\x82"},
    Named{"eogon", "\xc4\x99"}, Named{"epsilon", "\xce\xb5"}, Named{"equals", "\x3d"}, Named{"equiv", "\xe2\x89\xa1"},
    Named{"eta", "\xce\xb7"}, Named{"eth", "\xc3\xb0"}, Named{"euml", "\xc3\xab"}, Named{"euro", "\xe2\x82\xac"},
    Named{"excl", "\x21"}, Named{"exist", "\xe2\x88\x83"}, Named{"female", "\xe2\x99\x80"}, Named{"fnof", "\xc6\x92"},
    Named{"forall", "\xe2\x88\x80"}, Named{"frac12", "\xc2\xbd"}, Named{"frac13", "\xe2\x85\x93"},
    Named{"frac14", "\xc2\xbc"}, Named{"frac15", "\xe2\x85\x95"}, Named{"frac18", "\xe2\x85\x9b"},
    Named{"frac23", "\xe2\x85\x94"}, Named{"frac34", "\xc2\xbe"}, Named{"frac38", "\xe2\x85\x9c"},
    Named{"frac58", "\xe2\x85\x9d"}, Named{"frac78", "\xe2\x85\x9e"}, Named{"frasl", "\xe2\x81\x84"},
    Named{"gamma", "\xce\xb3"}, Named{"gbreve", "\xc4\x9f"}, Named{"ge", "\xe2\x89\xa5"},
    Named{"geq", "\xe2\x89\xa5"}, Named{"grave", "\x60"}, Named{"gt", "\x3e"}, Named{"hArr", "\xe2\x87\x94"},
    Named{"half", "\xc2\xbd"}, Named{"harr", "\xe2\x86\x94"}, Named{"hearts", "\xe2\x99\xa5"},
    Named{"hellip", "\xe2\x80\xa6"}, Named{"horbar", "\xe2\x80\x95"}, Named{"hyphen", "\xe2\x80\x90"},
    Named{"iacute", "\xc3\xad"}, Named{"icirc", "\xc3\xae"}, Named{"iexcl", "\xc2\xa1"}, Named{"igrave", "\xc3\xac"},
    Named{"image", "\xe2\x84\x91"}, Named{"imath", "\xc4\xb1"}, Named{"incare", "\xe2\x84\x85"},
    Named{"infin", "\xe2\x88\x9e"}, Named{"infintie", "\xe2\xa7\x9d"}, Named{"inodot", "\xc4\xb1"},
    Named{"int", "\xe2\x88\xab"}, Named{"iota", "\xce\xb9"}, Named{"iquest", "\xc2\xbf"},
    Named{"isin", "\xe2\x88\x88"}, Named{"iuml", "\xc3\xaf"}, Named{"kappa", "\xce\xba"},
    Named{"lArr", "\xe2\x87\x90"}, Named{"lambda", "\xce\xbb"}, Named{"lang", "\xe2\x9f\xa8"},
    Named{"laquo", "\xc2\xab"}, Named{"larr", "\xe2\x86\x90"}, Named{"lbrace", "\x7b"}, Named{"lbrack", "\x5b"},
    Named{"lceil", "\xe2\x8c\x88"}, Named{"lcub", "\x7b"}, Named{"ldquo", "\xe2\x80\x9c"},
    Named{"le", "\xe2\x89\xa4"}, Named{"leq", "\xe2\x89\xa4"}, Named{"lfloor", "\xe2\x8c\x8a"},
    Named{"lowast", "\xe2\x88\x97"}, Named{"lowbar", "\x5f"}, Named{"loz", "\xe2\x97\x8a"}, Named{"lpar", "\x28"},
    Named{"lrm", "\xe2\x80\x8e"}, Named{"lsaquo", "\xe2\x80\xb9"}, Named{"lsqb", "\x5b"},
    Named{"lsquo", "\xe2\x80\x98"}, Named{"lstrok", "\xc5\x82"}, Named{"lt", "\x3c"}, Named{"macr", "\xc2\xaf"},
    Named{"male", "\xe2\x99\x82"}, Named{"mdash", "\xe2\x80\x94"}, Named{"mho", "\xe2\x84\xa7"},
    Named{"micro", "\xc2\xb5"}, Named{"midast", "\x2a"}, Named{"middot", "\xc2\xb7"}, Named{"minus", "\xe2\x88\x92"},
    Named{"mldr", "\xe2\x80\xa6"}, Named{"mu", "\xce\xbc"}, Named{"nabla", "\xe2\x88\x87"},
    Named{"nacute", "\xc5\x84"}, Named{"nbsp", "\xc2\xa0"}, Named{"ndash", "\xe2\x80\x93"},
    Named{"ne", "\xe2\x89\xa0"}, Named{"ni", "\xe2\x88\x8b"}, Named{"not", "\xc2\xac"},
    Named{"notin", "\xe2\x88\x89"}, Named{"nsub", "\xe2\x8a\x84"}, Named{"ntilde", "\xc3\xb1"},
    Named{"nu", "\xce\xbd"}, Named{"num", "\x23"}, Named{"numero", "\xe2\x84\x96"}, Named{"numsp", "\xe2\x80\x87"},
    Named{"nvgt", "\x3e\xe2\x83\x92"}, Named{"nvlt", "\x3c\xe2\x83\x92"}, Named{"oacute", "\xc3\xb3"},
    Named{"ocirc", "\xc3\xb4"}, Named{"oelig", "\xc5\x93"}, Named{"ogon", "\xcb\x9b"}, Named{"ograve", "\xc3\xb2"},
    Named{"ohm", "\xce\xa9"}, Named{"oline", "\xe2\x80\xbe"}, Named{"omega", "\xcf\x89"},
    Named{"omicron", "\xce\xbf"}, Named{"oplus", "\xe2\x8a\x95"}, Named{"or", "\xe2\x88\xa8"},
    Named{"ordf", "\xc2\xaa"}, Named{"ordm", "\xc2\xba"}, Named{"oslash", "\xc3\xb8"}, Named{"otilde", "\xc3\xb5"},
    Named{"otimes", "\xe2\x8a\x97"}, Named{"ouml", "\xc3\xb6"}, Named{"para", "\xc2\xb6"},
    Named{"part", "\xe2\x88\x82"}, Named{"percnt", "\x25"}, Named{"period", "\x2e"}, Named{"permil", "\xe2\x80\xb0"},
    Named{"perp", "\xe2\x8a\xa5"}, Named{"phi", "\xcf\x86"}, Named{"phone", "\xe2\x98\x8e"}, Named{"pi", "\xcf\x80"},
    Named{"piv", "\xcf\x96"}, Named{"plus", "\x2b"}, Named{"plusmn", "\xc2\xb1"}, Named{"pound", "\xc2\xa3"},
    Named{"prime", "\xe2\x80\xb2"}, Named{"prod", "\xe2\x88\x8f"}, Named{"prop", "\xe2\x88\x9d"},
    Named{"psi", "\xcf\x88"}, Named{"puncsp", "\xe2\x80\x88"}, Named{"quest", "\x3f"}, Named{"quot", "\x22"},
    Named{"rArr", "\xe2\x87\x92"}, Named{"radic", "\xe2\x88\x9a"}, Named{"rang", "\xe2\x9f\xa9"},
    Named{"raquo", "\xc2\xbb"}, Named{"rarr", "\xe2\x86\x92"}, Named{"rbrace", "\x7d"}, Named{"rbrack", "\x5d"},
    Named{"rcaron", "\xc5\x99"}, Named{"rceil", "\xe2\x8c\x89"}, Named{"rcub", "\x7d"},
    Named{"rdquo", "\xe2\x80\x9d"}, Named{"real", "\xe2\x84\x9c"}, Named{"reg", "\xc2\xae"},
    Named{"rfloor", "\xe2\x8c\x8b"}, Named{"rho", "\xcf\x81"}, Named{"ring", "\xcb\x9a"},
    Named{"rlm", "\xe2\x80\x8f"}, Named{"rpar", "\x29"}, Named{"rsaquo", "\xe2\x80\xba"}, Named{"rsqb", "\x5d"},
    Named{"rsquo", "\xe2\x80\x99"}, Named{"sacute", "\xc5\x9b"}, Named{"sbquo", "\xe2\x80\x9a"},
    Named{"scaron", "\xc5\xa1"}, Named{"scedil", "\xc5\x9f"}, Named{"sdot", "\xe2\x8b\x85"},
    Named{"sect", "\xc2\xa7"}, Named{"semi", "\x3b"}, Named{"shy", "\xc2\xad"}, Named{"sigma", "\xcf\x83"},
    Named{"sigmaf", "\xcf\x82"}, Named{"sim", "\xe2\x88\xbc"}, Named{"sol", "\x2f"}, Named{"spades", "\xe2\x99\xa0"},
    Named{"squ", "\xe2\x96\xa1"}, Named{"square", "\xe2\x96\xa1"}, Named{"star", "\xe2\x98\x86"},
    Named{"starf", "\xe2\x98\x85"}, Named{"sub", "\xe2\x8a\x82"}, Named{"sube", "\xe2\x8a\x86"},
    Named{"sum", "\xe2\x88\x91"}, Named{"sup", "\xe2\x8a\x83"}, Named{"sup1", "\xc2\xb9"}, Named{"sup2", "\xc2\xb2"},
    Named{"sup3", "\xc2\xb3"}, Named{"supe", "\xe2\x8a\x87"}, Named{"szlig", "\xc3\x9f"}, Named{"tau", "\xcf\x84"},
    Named{"there4", "\xe2\x88\xb4"}, Named{"theta", "\xce\xb8"}, Named{"thetasym", "\xcf\x91"},
    Named{"thinsp", "\xe2\x80\x89"}, Named{"thorn", "\xc3\xbe"}, Named{"tilde", "\xcb\x9c"},
    Named{"times", "\xc3\x97"}, Named{"trade", "\xe2\x84\xa2"}, Named{"uArr", "\xe2\x87\x91"},
    Named{"uacute", "\xc3\xba"}, Named{"uarr", "\xe2\x86\x91"}, Named{"ucirc", "\xc3\xbb"},
    Named{"ugrave", "\xc3\xb9"}, Named{"uml", "\xc2\xa8"}, Named{"upsih", "\xcf\x92"}, Named{"upsilon", "\xcf\x85"},
    Named{"utri", "\xe2\x96\xb5"}, Named{"uuml", "\xc3\xbc"}, Named{"verbar", "\x7c"}, Named{"vert", "\x7c"},
    Named{"weierp", "\xe2\x84\x98"}, Named{"xi", "\xce\xbe"}, Named{"yacute", "\xc3\xbd"}, Named{"yen", "\xc2\xa5"},
    Named{"yuml", "\xc3\xbf"}, Named{"zacute", "\xc5\xba"}, Named{"zcaron", "\xc5\xbe"}, Named{"zdot", "\xc5\xbc"},
    Named{"zeta", "\xce\xb6"}, Named{"zwj", "\xe2\x80\x8d"}, Named{"zwnj", "\xe2\x80\x8c"},
};

constexpr std::array<std::string_view, 106> kWithoutSemicolon = {
    "AElig", "AMP", "Aacute", "Acirc", "Agrave", "Aring", "Atilde", "Auml", "COPY", "Ccedil", "ETH", "Eacute",
    "Ecirc", "Egrave", "Euml", "GT", "Iacute", "Icirc", "Igrave", "Iuml", "LT", "Ntilde", "Oacute", "Ocirc", "Ograve",
    "Oslash", "Otilde", "Ouml", "QUOT", "REG", "THORN", "Uacute", "Ucirc", "Ugrave", "Uuml", "Yacute", "aacute",
    "acirc", "acute", "aelig", "agrave", "amp", "aring", "atilde", "auml", "brvbar", "ccedil", "cedil", "cent",
    "copy", "curren", "deg", "divide", "eacute", "ecirc", "egrave", "eth", "euml", "frac12", "frac14", "frac34", "gt",
    "iacute", "icirc", "iexcl", "igrave", "iquest", "iuml", "laquo", "lt", "macr", "micro", "middot", "nbsp", "not",
    "ntilde", "oacute", "ocirc", "ograve", "ordf", "ordm", "oslash", "otilde", "ouml", "para", "plusmn", "pound",
    "quot", "raquo", "reg", "sect", "shy", "sup1", "sup2", "sup3", "szlig", "thorn", "times", "uacute", "ucirc",
    "ugrave", "uml", "uuml", "yacute", "yen", "yuml",
};
// clang-format on

// HTML Standard 13.2.5.80: numbers 80-9F mean windows-1252.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

std::string to_utf8(char32_t c) {
  if (c >= 0x80 && c < 0xA0) c = kWindows1252[c - 0x80];
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  auto byte = [](char32_t bits) { return static_cast<char>(bits); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 63))};
  if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63))};
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 63)), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63))};
}

int digit_value(char c, int base) {
  int value = c >= '0' && c <= '9'   ? c - '0'
              : c >= 'a' && c <= 'f' ? c - 'a' + 10
              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                     : 99;
  return value < base ? value : -1;
}

std::string decode_number(std::string_view text, std::size_t& offset) {
  std::size_t at = offset + 2;
  int base = 10;
  if (at < text.size() && (text[at] == 'x' || text[at] == 'X')) base = 16, ++at;
  std::size_t first = at;
  char32_t value = 0;
  for (; at < text.size() && digit_value(text[at], base) >= 0; ++at)
    value = std::min<char32_t>(value * static_cast<char32_t>(base) + static_cast<char32_t>(digit_value(text[at], base)),
                               0x110000);
  if (at == first) return {};
  offset = at < text.size() && text[at] == ';' ? at + 1 : at;
  return to_utf8(value);
}

std::string_view characters_of(std::string_view name) {
  auto found =
      std::find_if(std::begin(kNamed), std::end(kNamed), [&](const Named& named) { return named.name == name; });
  return found == std::end(kNamed) ? std::string_view() : found->characters;
}

}  // namespace

std::string decode_entity(std::string_view text, std::size_t& offset) {
  if (offset + 1 >= text.size() || text[offset] != '&') return {};
  if (text[offset + 1] == '#') return decode_number(text, offset);
  std::size_t end = offset + 1;
  auto is_name = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  while (end < text.size() && is_name(text[end])) ++end;
  std::string_view name = text.substr(offset + 1, end - offset - 1);
  if (end < text.size() && text[end] == ';') {
    std::string_view characters = characters_of(name);
    if (!characters.empty()) offset = end + 1;
    return std::string(characters);
  }
  for (; !name.empty(); name.remove_suffix(1)) {  // the longest that needs none
    if (std::find(kWithoutSemicolon.begin(), kWithoutSemicolon.end(), name) == kWithoutSemicolon.end()) continue;
    offset += 1 + name.size();
    return std::string(characters_of(name));
  }
  return {};
}

}  // namespace versus
