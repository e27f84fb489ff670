#include "extract/read/character_references.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <utility>

#include "corpus/text.h"

namespace versus {
namespace {

// HTML Standard 13.2.5.80: numbers 128-159 mean windows-1252.
char32_t replaced(char32_t code) {
  static constexpr std::uint16_t kWindows1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (code >= 0x80 && code < 0xA0) return kWindows1252[code - 0x80];
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0xFFFD;
  return code;
}

// Sorted by bytes.
// clang-format off
constexpr auto kNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"AMP", "&"}, {"Aacute", "Á"}, {"Acirc", "Â"}, {"Agrave", "À"}, {"Aring", "Å"}, {"Auml", "Ä"}, {"COPY", "©"},
    {"Ccaron", "Č"}, {"Ccedil", "Ç"}, {"CloseCurlyQuote", "’"}, {"Dagger", "‡"}, {"Delta", "Δ"}, {"DownArrow", "↓"},
    {"Eacute", "É"}, {"Egrave", "È"}, {"GT", ">"}, {"Hat", "^"}, {"Idot", "İ"}, {"LT", "<"}, {"LeftArrow", "←"},
    {"Lstrok", "Ł"}, {"NewLine", "\n"}, {"NonBreakingSpace", "\u00a0"}, {"Ntilde", "Ñ"}, {"Oacute", "Ó"},
    {"OpenCurlyQuote", "‘"}, {"Oslash", "Ø"}, {"Ouml", "Ö"}, {"PlusMinus", "±"}, {"Prime", "″"}, {"QUOT", "\""},
    {"REG", "®"}, {"RightArrow", "→"}, {"TRADE", "™"}, {"Tab", "\t"}, {"UpArrow", "↑"}, {"Uuml", "Ü"},
    {"Zcaron", "Ž"}, {"aacute", "á"}, {"abreve", "ă"}, {"acirc", "â"}, {"acute", "´"}, {"aelig", "æ"},
    {"agrave", "à"}, {"alpha", "α"}, {"amp", "&"}, {"aogon", "ą"}, {"ap", "≈"}, {"apos", "'"}, {"approx", "≈"},
    {"aring", "å"}, {"ast", "*"}, {"asymp", "≈"}, {"atilde", "ã"}, {"auml", "ä"}, {"bdquo", "„"}, {"beta", "β"},
    {"bigcirc", "◯"}, {"bigstar", "★"}, {"blacksquare", "▪"}, {"blacktriangleright", "▸"}, {"block", "█"},
    {"bsol", "\\"}, {"bull", "•"}, {"bullet", "•"}, {"cacute", "ć"}, {"ccaron", "č"}, {"ccedil", "ç"}, {"cent", "¢"},
    {"check", "✓"}, {"checkmark", "✓"}, {"cir", "○"}, {"colon", ":"}, {"comma", ","}, {"commat", "@"}, {"copy", "©"},
    {"copysr", "℗"}, {"cross", "✗"}, {"dagger", "†"}, {"darr", "↓"}, {"dash", "‐"}, {"deg", "°"}, {"delta", "δ"},
    {"divide", "÷"}, {"dollar", "$"}, {"downarrow", "↓"}, {"dstrok", "đ"}, {"dtrif", "▾"}, {"eacute", "é"},
    {"ecaron", "ě"}, {"ecirc", "ê"}, {"egrave", "è"}, {"emsp", " "}, {"ensp", " "}, {"eogon", "ę"}, {"eq", "="},
    {"equals", "="}, {"equiv", "≡"}, {"euml", "ë"}, {"euro", "€"}, {"excl", "!"}, {"female", "♀"}, {"frac12", "½"},
    {"frac13", "⅓"}, {"frac14", "¼"}, {"frac15", "⅕"}, {"frac18", "⅛"}, {"frac23", "⅔"}, {"frac34", "¾"},
    {"frac38", "⅜"}, {"frac58", "⅝"}, {"frac78", "⅞"}, {"gbreve", "ğ"}, {"ge", "≥"}, {"geq", "≥"}, {"grave", "`"},
    {"gt", ">"}, {"hairsp", "\u200a"}, {"half", "½"}, {"harr", "↔"}, {"hearts", "♥"}, {"hellip", "…"},
    {"horbar", "―"}, {"hyphen", "‐"}, {"iacute", "í"}, {"icirc", "î"}, {"iexcl", "¡"}, {"igrave", "ì"},
    {"incare", "℅"}, {"infin", "∞"}, {"inodot", "ı"}, {"iquest", "¿"}, {"iuml", "ï"}, {"lambda", "λ"}, {"laquo", "«"},
    {"larr", "←"}, {"lbrace", "{"}, {"lbrack", "["}, {"lcub", "{"}, {"ldquo", "“"}, {"ldquor", "„"}, {"le", "≤"},
    {"leftarrow", "←"}, {"leq", "≤"}, {"lowbar", "_"}, {"lozf", "⧫"}, {"lpar", "("}, {"lsaquo", "‹"}, {"lsqb", "["},
    {"lsquo", "‘"}, {"lsquor", "‚"}, {"lstrok", "ł"}, {"lt", "<"}, {"ltrif", "◂"}, {"male", "♂"}, {"mdash", "—"},
    {"micro", "µ"}, {"middot", "·"}, {"minus", "−"}, {"mldr", "…"}, {"mp", "∓"}, {"mu", "μ"}, {"nacute", "ń"},
    {"nbsp", "\u00A0"}, {"ndash", "–"}, {"ne", "≠"}, {"nearr", "↗"}, {"nldr", "‥"}, {"not", "¬"}, {"ntilde", "ñ"},
    {"num", "#"}, {"numero", "№"}, {"numsp", "\u2007"}, {"oacute", "ó"}, {"ocirc", "ô"}, {"oelig", "œ"},
    {"ograve", "ò"}, {"omega", "ω"}, {"oslash", "ø"}, {"otilde", "õ"}, {"ouml", "ö"}, {"para", "¶"}, {"percnt", "%"},
    {"period", "."}, {"permil", "‰"}, {"phone", "☎"}, {"pi", "π"}, {"plus", "+"}, {"plusmn", "±"}, {"pm", "±"},
    {"pound", "£"}, {"prime", "′"}, {"puncsp", "\u2008"}, {"quest", "?"}, {"quot", "\""}, {"radic", "√"},
    {"raquo", "»"}, {"rarr", "→"}, {"rbrace", "}"}, {"rbrack", "]"}, {"rcaron", "ř"}, {"rcub", "}"}, {"rdquo", "”"},
    {"rdquor", "”"}, {"reg", "®"}, {"rightarrow", "→"}, {"rpar", ")"}, {"rsaquo", "›"}, {"rsqb", "]"}, {"rsquo", "’"},
    {"rsquor", "’"}, {"rtrif", "▸"}, {"sacute", "ś"}, {"sbquo", "‚"}, {"scedil", "ş"}, {"searr", "↘"}, {"sect", "§"},
    {"semi", ";"}, {"shy", "\u00AD"}, {"sigma", "σ"}, {"sol", "/"}, {"squ", "□"}, {"square", "□"}, {"squf", "▪"},
    {"star", "☆"}, {"starf", "★"}, {"sum", "∑"}, {"sup1", "¹"}, {"sup2", "²"}, {"sup3", "³"}, {"szlig", "ß"},
    {"thickapprox", "≈"}, {"thinsp", " "}, {"tilde", "˜"}, {"times", "×"}, {"trade", "™"}, {"triangle", "▵"},
    {"uacute", "ú"}, {"uarr", "↑"}, {"ucirc", "û"}, {"ugrave", "ù"}, {"uml", "¨"}, {"uparrow", "↑"}, {"uring", "ů"},
    {"utrif", "▴"}, {"uuml", "ü"}, {"verbar", "|"}, {"vert", "|"}, {"yacute", "ý"}, {"yen", "¥"}, {"yuml", "ÿ"},
    {"zacute", "ź"}, {"zcaron", "ž"}, {"zdot", "ż"}, {"zwj", "\u200D"}, {"zwnj", "\u200C"},
});
// clang-format on
static_assert(std::is_sorted(kNames.begin(), kNames.end()));

}  // namespace

CharacterReference decode_reference(std::string_view source) {
  CharacterReference out;
  if (source.size() < 3 || source[0] != '&') return out;
  if (source[1] == '#') {
    bool hex = source[2] == 'x' || source[2] == 'X';
    std::size_t at = hex ? 3 : 2;
    std::size_t digits = at;
    char32_t code = 0;
    while (at < source.size()) {
      auto byte = static_cast<unsigned char>(source[at]);
      if (hex ? !std::isxdigit(byte) : !std::isdigit(byte)) break;
      char32_t digit = std::isdigit(byte) ? byte - '0' : static_cast<char32_t>(std::tolower(byte)) - 'a' + 10;
      code = std::min<char32_t>(code * (hex ? 16 : 10) + digit, 0x110000);
      ++at;
    }
    if (at == digits) return out;
    if (at < source.size() && source[at] == ';') ++at;
    append_code_point(replaced(code), out.text);
    out.size = at;
    return out;
  }
  std::size_t at = 1;
  while (at < source.size() && at < 24 && std::isalnum(static_cast<unsigned char>(source[at]))) ++at;
  if (at >= source.size() || source[at] != ';') return out;
  std::string_view name = source.substr(1, at - 1);
  auto found = std::lower_bound(kNames.begin(), kNames.end(), name,
                                [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  if (found == kNames.end() || found->first != name) return out;
  out.text = std::string(found->second);
  out.size = at + 1;
  return out;
}

}  // namespace versus
