#include "extract/read/html_entities.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <unordered_map>

namespace versus::html {
namespace {

void append_utf8(std::uint32_t code, std::string& out) {
  auto put = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

// HTML Standard 13.2.5.80: numbers 128-159 mean windows-1252.
std::uint32_t replaced(std::uint32_t code) {
  static constexpr std::uint16_t kWindows1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                     0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (code >= 0x80 && code < 0xA0) return kWindows1252[code - 0x80];
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0xFFFD;
  return code;
}

// Names of the HTML Standard beyond HTML 4 that stand in running text: marks, signs, punctuation, spaces.
const std::unordered_map<std::string_view, std::string_view>& names() {
  static const std::unordered_map<std::string_view, std::string_view> kNames = {{"check", "✓"},
                                                                                {"checkmark", "✓"},
                                                                                {"cross", "✗"},
                                                                                {"star", "☆"},
                                                                                {"starf", "★"},
                                                                                {"bigstar", "★"},
                                                                                {"phone", "☎"},
                                                                                {"female", "♀"},
                                                                                {"male", "♂"},
                                                                                {"excl", "!"},
                                                                                {"quest", "?"},
                                                                                {"num", "#"},
                                                                                {"dollar", "$"},
                                                                                {"percnt", "%"},
                                                                                {"lpar", "("},
                                                                                {"rpar", ")"},
                                                                                {"ast", "*"},
                                                                                {"plus", "+"},
                                                                                {"comma", ","},
                                                                                {"period", "."},
                                                                                {"sol", "/"},
                                                                                {"bsol", "\\"},
                                                                                {"colon", ":"},
                                                                                {"semi", ";"},
                                                                                {"equals", "="},
                                                                                {"commat", "@"},
                                                                                {"lbrack", "["},
                                                                                {"lsqb", "["},
                                                                                {"rbrack", "]"},
                                                                                {"rsqb", "]"},
                                                                                {"lbrace", "{"},
                                                                                {"lcub", "{"},
                                                                                {"rbrace", "}"},
                                                                                {"rcub", "}"},
                                                                                {"vert", "|"},
                                                                                {"verbar", "|"},
                                                                                {"lowbar", "_"},
                                                                                {"grave", "`"},
                                                                                {"Hat", "^"},
                                                                                {"apos", "'"},
                                                                                {"dash", "‐"},
                                                                                {"hyphen", "‐"},
                                                                                {"horbar", "―"},
                                                                                {"bullet", "•"},
                                                                                {"nldr", "‥"},
                                                                                {"mldr", "…"},
                                                                                {"Tab", "\t"},
                                                                                {"NewLine", "\n"},
                                                                                {"NonBreakingSpace", "\u00a0"},
                                                                                {"hairsp", "\u200a"},
                                                                                {"numsp", "\u2007"},
                                                                                {"puncsp", "\u2008"},
                                                                                {"half", "½"},
                                                                                {"frac13", "⅓"},
                                                                                {"frac23", "⅔"},
                                                                                {"frac15", "⅕"},
                                                                                {"frac18", "⅛"},
                                                                                {"frac38", "⅜"},
                                                                                {"frac58", "⅝"},
                                                                                {"frac78", "⅞"},
                                                                                {"le", "≤"},
                                                                                {"leq", "≤"},
                                                                                {"ge", "≥"},
                                                                                {"geq", "≥"},
                                                                                {"approx", "≈"},
                                                                                {"ap", "≈"},
                                                                                {"thickapprox", "≈"},
                                                                                {"ne", "≠"},
                                                                                {"pm", "±"},
                                                                                {"PlusMinus", "±"},
                                                                                {"mp", "∓"},
                                                                                {"infin", "∞"},
                                                                                {"rarr", "→"},
                                                                                {"rightarrow", "→"},
                                                                                {"RightArrow", "→"},
                                                                                {"leftarrow", "←"},
                                                                                {"LeftArrow", "←"},
                                                                                {"uparrow", "↑"},
                                                                                {"UpArrow", "↑"},
                                                                                {"downarrow", "↓"},
                                                                                {"DownArrow", "↓"},
                                                                                {"nearr", "↗"},
                                                                                {"searr", "↘"},
                                                                                {"copysr", "℗"},
                                                                                {"incare", "℅"},
                                                                                {"numero", "№"},
                                                                                {"square", "□"},
                                                                                {"squ", "□"},
                                                                                {"squf", "▪"},
                                                                                {"blacksquare", "▪"},
                                                                                {"cir", "○"},
                                                                                {"bigcirc", "◯"},
                                                                                {"triangle", "▵"},
                                                                                {"blacktriangleright", "▸"},
                                                                                {"utrif", "▴"},
                                                                                {"dtrif", "▾"},
                                                                                {"ltrif", "◂"},
                                                                                {"rtrif", "▸"},
                                                                                {"lozf", "⧫"},
                                                                                {"QUOT", "\""},
                                                                                {"AMP", "&"},
                                                                                {"LT", "<"},
                                                                                {"GT", ">"},
                                                                                {"COPY", "©"},
                                                                                {"REG", "®"},
                                                                                {"TRADE", "™"},
                                                                                {"rdquor", "”"},
                                                                                {"ldquor", "„"},
                                                                                {"rsquor", "’"},
                                                                                {"lsquor", "‚"},
                                                                                {"OpenCurlyQuote", "‘"},
                                                                                {"CloseCurlyQuote", "’"},
                                                                                {"ccaron", "č"},
                                                                                {"Ccaron", "Č"},
                                                                                {"zcaron", "ž"},
                                                                                {"Zcaron", "Ž"},
                                                                                {"cacute", "ć"},
                                                                                {"lstrok", "ł"},
                                                                                {"Lstrok", "Ł"},
                                                                                {"nacute", "ń"},
                                                                                {"sacute", "ś"},
                                                                                {"zacute", "ź"},
                                                                                {"zdot", "ż"},
                                                                                {"eogon", "ę"},
                                                                                {"aogon", "ą"},
                                                                                {"ecaron", "ě"},
                                                                                {"rcaron", "ř"},
                                                                                {"uring", "ů"},
                                                                                {"abreve", "ă"},
                                                                                {"scedil", "ş"},
                                                                                {"gbreve", "ğ"},
                                                                                {"Idot", "İ"},
                                                                                {"inodot", "ı"},
                                                                                {"dstrok", "đ"}};
  return kNames;
}

}  // namespace

CharacterReference decode_reference(std::string_view source) {
  CharacterReference out;
  if (source.size() < 3 || source[0] != '&') return out;
  if (source[1] == '#') {
    bool hex = source[2] == 'x' || source[2] == 'X';
    std::size_t at = hex ? 3 : 2;
    std::size_t digits = at;
    std::uint32_t code = 0;
    while (at < source.size()) {
      auto byte = static_cast<unsigned char>(source[at]);
      if (hex ? !std::isxdigit(byte) : !std::isdigit(byte)) break;
      std::uint32_t digit = std::isdigit(byte) ? byte - '0' : static_cast<std::uint32_t>(std::tolower(byte)) - 'a' + 10;
      code = std::min<std::uint32_t>(code * (hex ? 16 : 10) + digit, 0x110000);
      ++at;
    }
    if (at == digits) return out;
    if (at < source.size() && source[at] == ';') ++at;
    append_utf8(replaced(code), out.text);
    out.size = at;
    return out;
  }
  std::size_t at = 1;
  while (at < source.size() && at < 24 && std::isalnum(static_cast<unsigned char>(source[at]))) ++at;
  if (at >= source.size() || source[at] != ';') return out;
  auto found = names().find(source.substr(1, at - 1));
  if (found == names().end()) return out;
  out.text = std::string(found->second);
  out.size = at + 1;
  return out;
}

}  // namespace versus::html
