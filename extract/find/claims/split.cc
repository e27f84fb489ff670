#include "extract/find/claims/split.h"

#include <unicode/brkiter.h>

#include <algorithm>
#include <array>
#include <memory>

#include "corpus/text.h"

namespace versus {
namespace {

// ICU's rules break after these when a capital follows.
constexpr std::array<std::string_view, 16> kAbbreviations = {"e.g.",  "i.e.",  "vs.", "etc.", "cf.", "approx.",
                                                             "no.",   "fig.",  "mr.", "mrs.", "dr.", "inc.",
                                                             "resp.", "incl.", "ca.", "z.b."};

icu::BreakIterator& sentence_breaks() {
  thread_local std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  }();
  return *breaks;
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool ends_in_abbreviation(std::string_view sentence) {
  std::size_t space = sentence.find_last_of(" (\t\n");
  std::string_view last = sentence.substr(space == std::string_view::npos ? 0 : space + 1);
  return std::any_of(kAbbreviations.begin(), kAbbreviations.end(),
                     [&](std::string_view a) { return last.size() == a.size() && starts_with_folded(last, a); }) &&
         last != "no." && last.size() < sentence.size();
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> split_sentences(std::string_view text) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  if (text.empty()) return out;
  // Offsets in UTF-16 count like bytes when the text is ASCII; otherwise they are walked along with the text.
  icu::UnicodeString wide = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  icu::BreakIterator& breaks = sentence_breaks();
  breaks.setText(wide);
  bool same_offsets = static_cast<std::size_t>(wide.length()) == text.size();
  std::size_t byte = 0;
  std::int32_t unit = 0;
  auto byte_of = [&](std::int32_t position) {
    if (same_offsets) return static_cast<std::size_t>(position);
    while (unit < position && byte < text.size()) {
      auto lead = static_cast<unsigned char>(text[byte]);
      byte += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      unit += lead < 0xF0 ? 1 : 2;
    }
    return std::min(byte, text.size());
  };
  std::size_t begin = 0;
  bool joined = false;
  for (std::int32_t position = (breaks.first(), breaks.next()); position != icu::BreakIterator::DONE;
       position = breaks.next()) {
    std::size_t next = byte_of(position);
    std::size_t end = next;
    while (end > begin && is_blank(text[end - 1])) --end;
    while (begin < end && is_blank(text[begin])) ++begin;
    joined = next < text.size() && ends_in_abbreviation(text.substr(begin, end - begin));
    if (joined) continue;
    if (begin < end) out.emplace_back(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
    begin = next;
  }
  return out;
}

}  // namespace versus
