#include "corpus/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

#include "corpus/text.h"

namespace versus {
namespace {

// Label as folded by fold_label, the standard's name, ICU's converter. Only what the Encoding Standard knows: ICU has
// converters (UTF-7, EBCDIC) in which harmless looking bytes hide markup.
struct Encoding {
  std::string_view name;
  const char* converter;
  std::string_view labels;  // further ones, each between spaces
};

constexpr std::array kEncodings = {
    Encoding{"UTF-8", "UTF-8", " utf8 unicode11utf8 unicode20utf8 xunicode20utf8 "},
    Encoding{"windows-1252", "windows-1252",
             " ascii usascii ansix341968 cp1252 xcp1252 cp819 ibm819 iso88591 iso885911987 iso88591:1987 isoir100 l1 "
             "latin1 csisolatin1 xuserdefined "},
    Encoding{"ISO-8859-2", "ISO-8859-2", " iso88592 latin2 l2 csisolatin2 isoir101 "},
    Encoding{"ISO-8859-3", "ISO-8859-3", " iso88593 latin3 l3 "},
    Encoding{"ISO-8859-4", "ISO-8859-4", " iso88594 latin4 l4 "},
    Encoding{"ISO-8859-5", "ISO-8859-5", " iso88595 cyrillic "},
    Encoding{"ISO-8859-6", "ISO-8859-6", " iso88596 arabic "},
    Encoding{"ISO-8859-7", "ISO-8859-7", " iso88597 greek greek8 "},
    Encoding{"ISO-8859-8", "ISO-8859-8", " iso88598 iso88598i hebrew visual logical "},
    Encoding{"ISO-8859-10", "ISO-8859-10", " iso885910 latin6 l6 "},
    Encoding{"ISO-8859-13", "ISO-8859-13", " iso885913 "},
    Encoding{"ISO-8859-14", "ISO-8859-14", " iso885914 "},
    Encoding{"ISO-8859-15", "ISO-8859-15", " iso885915 latin9 l9 "},
    Encoding{"windows-1250", "windows-1250", " cp1250 xcp1250 "},
    Encoding{"windows-1251", "windows-1251", " cp1251 xcp1251 "},
    Encoding{"windows-1253", "windows-1253", " cp1253 xcp1253 "},
    Encoding{"windows-1254", "windows-1254", " cp1254 xcp1254 iso88599 latin5 l5 "},
    Encoding{"windows-1255", "windows-1255", " cp1255 xcp1255 "},
    Encoding{"windows-1256", "windows-1256", " cp1256 xcp1256 "},
    Encoding{"windows-1257", "windows-1257", " cp1257 xcp1257 "},
    Encoding{"windows-1258", "windows-1258", " cp1258 xcp1258 "},
    Encoding{"windows-874", "windows-874", " iso885911 tis620 dos874 "},
    Encoding{"KOI8-R", "KOI8-R", " koi koi8 "},
    Encoding{"KOI8-U", "KOI8-U", " koi8ru "},
    Encoding{"IBM866", "IBM866", " 866 cp866 "},
    Encoding{"macintosh", "macintosh", " mac xmacroman "},
    Encoding{"gb18030", "gb18030", " gbk gb2312 chinese xgbk csgb2312 gb231280 isoir58 hzgb2312 "},
    Encoding{"Big5", "Big5-HKSCS", " big5hkscs cnbig5 xxbig5 csbig5 "},
    Encoding{"EUC-JP", "EUC-JP", " xeucjp "},
    Encoding{"ISO-2022-JP", "ISO-2022-JP", " csiso2022jp "},
    Encoding{"Shift_JIS", "windows-31j", " sjis xsjis mskanji windows31j ms932 csshiftjis "},
    Encoding{"EUC-KR", "windows-949", " ksc56011987 ksc56011989 ksc5601 korean windows949 cseuckr "},
    Encoding{"UTF-16LE", "UTF-16LE", " utf16 ucs2 unicode iso10646ucs2 csunicode "},
    Encoding{"UTF-16BE", "UTF-16BE", " unicodefffe "},
    Encoding{"UTF-32LE", "UTF-32LE", " "},
    Encoding{"UTF-32BE", "UTF-32BE", " "},
};

std::string fold_label(std::string_view label) {
  std::string folded;
  for (char c : label)
    if (c > ' ' && c != '-' && c != '_' && c != '"' && c != '\'')
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return folded;
}

const Encoding* find_encoding(std::string_view label) {
  std::string folded = fold_label(label);
  if (folded.empty()) return nullptr;
  for (const Encoding& encoding : kEncodings)
    if (folded == fold_label(encoding.name) || encoding.labels.find(" " + folded + " ") != std::string_view::npos)
      return &encoding;
  return nullptr;
}

// UTF-16 or UTF-32, by byte order mark or because every second (of four: three) byte of ASCII text is zero.
std::string_view wide_encoding(std::string_view bytes) {
  auto starts = [&](std::string_view mark) { return bytes.starts_with(mark); };
  if (bytes.size() % 4 == 0 && starts(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (bytes.size() % 4 == 0 && starts(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32BE";
  if (starts("\xFF\xFE")) return "UTF-16LE";
  if (starts("\xFE\xFF")) return "UTF-16BE";
  std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == '\0') ++zeros[i % 4];
  std::size_t quarter = head.size() / 4;
  if (quarter < 4) return {};
  auto mostly = [&](std::size_t i) { return zeros[i] * 10 >= quarter * 7; };
  auto hardly = [&](std::size_t i) { return zeros[i] * 10 <= quarter; };
  if (hardly(0) && mostly(1) && mostly(2) && mostly(3)) return "UTF-32LE";
  if (mostly(0) && mostly(1) && mostly(2) && hardly(3)) return "UTF-32BE";
  if (hardly(0) && mostly(1) && hardly(2) && mostly(3)) return "UTF-16LE";
  if (mostly(0) && hardly(1) && mostly(2) && hardly(3)) return "UTF-16BE";
  return {};
}

// A page that is UTF-8 but for a character cut in two: many good sequences for each broken one.
bool is_nearly_utf8(std::string_view bytes) {
  constexpr std::size_t kGoodPerBroken = 10;
  std::size_t good = 0, broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t begin = i;
    char32_t c = next_code_point(bytes, i);
    if (i - begin > 1)
      ++good;
    else if (c == U'\uFFFD')
      ++broken;
  }
  return good >= kGoodPerBroken * broken;
}

// "<?xml version='1.0' encoding='iso-8859-2'?>"
std::string xml_declaration_label(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return {};
  std::string_view declaration = bytes.substr(0, bytes.find('>'));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return {};
  return std::string(declaration.substr(at + 1, declaration.find(declaration[at], at + 1) - at - 1));
}

// The detector's letter statistics need text; below this confidence its guess is a toss-up among Latin encodings.
std::string guess(std::string_view bytes) {
  constexpr std::int32_t kSure = 40;
  constexpr std::size_t kEnough = 1 << 16;
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  if (U_FAILURE(status)) return {};
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(std::min(bytes.size(), kEnough)), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < kSure) return {};
  return encoding_of_label(ucsdet_getName(match, &status));
}

std::string choose(std::string_view bytes, DeclaredIn declared_in, std::string_view container_label) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (std::string_view wide = wide_encoding(bytes); !wide.empty()) return std::string(wide);
  std::string label = encoding_of_label(container_label);
  if (label.empty() && declared_in == DeclaredIn::html) {
    label = encoding_of_label(meta_charset(bytes));
    if (label.starts_with("UTF-16")) label = "UTF-8";  // it was read as ASCII: it cannot be
  }
  if (!label.empty()) return label;
  if (is_valid_utf8(bytes)) return "UTF-8";
  if (declared_in == DeclaredIn::html) label = encoding_of_label(xml_declaration_label(bytes));
  if (label.empty() && is_nearly_utf8(bytes)) return "UTF-8";
  if (label.empty() && declared_in == DeclaredIn::nothing) label = guess(bytes);
  return label.empty() ? "windows-1252" : label;
}

// Invalid bytes become U+FFFD, as ICU's substituting converter and the standard's decoder both do.
std::string convert(std::string_view bytes, const char* converter) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(converter, &status), ucnv_close);
  if (U_FAILURE(status)) return {};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  std::array<UChar, 4096> buffer{};
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  do {
    UChar* to = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(from.get(), &to, buffer.data() + buffer.size(), &at, end, nullptr, 1, &status);
    icu::UnicodeString(0, buffer.data(), static_cast<std::int32_t>(to - buffer.data())).toUTF8String(text);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return text;
}

}  // namespace

std::string encoding_of_label(std::string_view label) {
  const Encoding* encoding = find_encoding(label);
  return encoding ? std::string(encoding->name) : std::string();
}

Decoded decode(std::string_view bytes, DeclaredIn declared_in, std::string_view container_label) {
  Decoded decoded;
  decoded.encoding = choose(bytes, declared_in, container_label);
  decoded.is_the_bytes = decoded.encoding == "UTF-8" && is_valid_utf8(bytes);
  decoded.text = decoded.is_the_bytes ? std::string(bytes) : convert(bytes, find_encoding(decoded.encoding)->converter);
  if (!decoded.is_the_bytes) decoded.has_replacements = decoded.text.find("\xEF\xBF\xBD") != std::string::npos;
  return decoded;
}

double control_share(std::string_view text) {
  if (text.empty()) return 0;
  auto is_control = [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\b' && c != 0x1B) ||
           byte == 0x7F;
  };
  return static_cast<double>(std::count_if(text.begin(), text.end(), is_control)) / static_cast<double>(text.size());
}

}  // namespace versus
