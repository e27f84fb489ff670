// Answers in words, missing values, footnote marks, and scales in headers.
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "corpus/text.h"
#include "corpus/value_parts.h"
#include "corpus/value_words.h"

namespace versus {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Where the first clause ends: "yes, via plugin", "no (planned)", "ja – mit Plugin".
std::size_t head_length(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == ',' || c == ';' || c == ':' || c == '(' || c == '[' || c == '!' || c == '/' || c == '*') return i;
    if (c == '.' && (i + 1 == text.size() || text[i + 1] == ' ')) return i;
    if (c == ' ' && (text.substr(i + 1).starts_with("- ") || text.substr(i + 1).starts_with("– ") ||
                     text.substr(i + 1).starts_with("— ")))
      return i;
    if (text.substr(i).starts_with("–") || text.substr(i).starts_with("—")) return i;
    if (text.substr(i).starts_with("，") || text.substr(i).starts_with("（") || text.substr(i).starts_with("。"))
      return i;
  }
  return text.size();
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// What follows a yes may take it back: "yes (limited)", "yes/no".
bool limits(std::string_view rest) {
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == ',' || rest.front() == '(' || rest.front() == '/' ||
                           rest.front() == ';' || rest.front() == '-'))
    rest.remove_prefix(1);
  std::size_t end = rest.find_first_of(" ,;)(.");
  std::string_view word = rest.substr(0, end);
  if (word == "but" || word == "and" || word == "very") {
    rest = trimmed(rest.substr(word.size()));
    word = rest.substr(0, rest.find_first_of(" ,;)(."));
  }
  auto answer = answer_word(word);
  return answer && *answer != ValueType::yes && word != "n" && word != "none" && word != "some" && word != "missing";
}

}  // namespace

bool is_missing_mark(std::string_view text) { return text.size() <= 40 && is_missing_word(fold_case(text)); }

std::optional<Value> parse_answer(std::string_view text) {
  std::string folded = fold_case(text.substr(0, 200));
  std::string_view all = folded;
  while (!all.empty() && (all.back() == '!' || all.back() == '.')) all.remove_suffix(1);
  if (auto answer = answer_word(trimmed(all))) return value_of(*answer);
  std::size_t length = head_length(all);
  std::string_view head = trimmed(all.substr(0, length));
  std::string_view rest = all.substr(length);
  if (auto answer = answer_word(head)) {
    bool whole_word_only = head.size() == 1 || head == "full" || head == "some" || head == "ok" || head == "check" ||
                           head == "available" || head == "none" || head == "missing" || head == "included" ||
                           head == "si" || head == "ne" || head == "jo" || head == "ei" || head == "n" ||
                           head == "cross";
    if (whole_word_only && !rest.empty() && rest.front() != '(' && rest.front() != ',') return std::nullopt;
    if (*answer == ValueType::yes && limits(rest)) return value_of(ValueType::partial);
    return value_of(*answer);
  }
  std::size_t space = head.find(' ');
  if (space == std::string_view::npos) {
    bool is_icon = all.starts_with("fa-") || all.starts_with("bi-") || all.starts_with("icon-");
    auto icon = is_icon ? answer_shortcode(all) : std::nullopt;
    return icon ? std::optional(value_of(*icon)) : std::nullopt;
  }
  std::string_view word = head.substr(0, space);
  if (is_plain_yes(word)) return value_of(limits(head.substr(space)) ? ValueType::partial : ValueType::yes);
  bool partial = word == "partial" || word == "partially" || word == "partly" || word == "teilweise" ||
                 word == "partiellement" || word == "parcialmente";
  if (partial || head.starts_with("limited support") || head.starts_with("partial support"))
    return value_of(ValueType::partial);
  if (head.starts_with("not supported ") || head.starts_with("not available ")) return value_of(ValueType::no);
  // "Yes ✅", "no ❌": the symbol repeats the word.
  if (auto answer = answer_word(word)) {
    auto symbol = parse_symbols(trimmed(head.substr(space)));
    if (symbol && symbol->type == *answer) return value_of(*answer);
  }
  return std::nullopt;
}

std::size_t footnote_mark_length(std::string_view text) {
  static const RE2 kMark(
      R"((?:\[(?:\d{1,3}|[a-z]|note \d+|citation needed|ref|\^\w{1,10})\]|\{\d{1,3}\}|\^\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉ]+|[*†‡]{1,3}|\s\(\d{1,2}\))$)");
  std::size_t window = text.size() > 40 ? text.size() - 40 : 0;
  while (window > 0 && window < text.size() && (static_cast<unsigned char>(text[window]) & 0xC0) == 0x80) ++window;
  re2::StringPiece input(text.data() + window, text.size() - window);
  re2::StringPiece match;
  if (!kMark.Match(input, 0, input.size(), RE2::UNANCHORED, &match, 1)) return 0;
  std::string_view before = text.substr(0, text.size() - match.size());
  if (before.empty()) return 0;
  // "m²" and "O(n²)" are not footnotes.
  std::string_view mark(match.data(), match.size());
  if (mark == "²" || mark == "³") {
    std::size_t begin = before.find_last_of(" (0123456789/");
    std::string_view word = begin == std::string_view::npos ? before : before.substr(begin + 1);
    for (std::string_view unit : {"m", "cm", "mm", "km", "n", "x", "ft", "dm", "s"})
      if (word == unit) return 0;
    if (is_digit(before.back())) return 0;
  }
  if (mark.front() == '^' && is_digit(before.back())) return 0;  // "10^6"
  if (mark.front() == '*' && (before.back() == '*' || before.back() == ' '))
    return before.back() == ' ' ? mark.size() : 0;
  return mark.size();
}

namespace {

std::optional<Scale> make_scale(std::string_view low, std::string_view high) {
  auto a = low.empty() ? std::optional<Decimal>(Decimal{0, 0}) : parse_decimal(low);
  auto b = parse_decimal(high);
  if (!a || !b || compare(*a, *b) >= 0) return std::nullopt;
  return Scale{*a, *b};
}

bool is_usual(const Scale& scale) {
  bool low = scale.low.digits == 0 || (scale.low.digits == 1 && scale.low.decimals == 0);
  if (!low || scale.high.decimals != 0) return false;
  constexpr std::array<long long, 9> kHighs = {3, 4, 5, 6, 7, 8, 10, 20, 100};
  return std::find(kHighs.begin(), kHighs.end(), scale.high.digits) != kHighs.end();
}

struct ScalePattern {
  const char* pattern;  // group 1: the decoration, 2: low (may be empty), 3: high
  bool any_high;        // a word says that it is a scale: any upper end will do
};

constexpr std::array<ScalePattern, 8> kScalePatterns = {{
    // "(Rating 1-10)", "[Score: 0–5]", "(scale of 1 to 5, higher is better)"
    {R"((?i)([(\[]\s*[^()\[\]\d]{0,20}\b(?:ratings?|scores?|scale|points?|stars?|grades?|marks?|bewertung|note|skala|punkte|puntuación|calificación|nota)\b[^()\[\]\d]{0,12}(\d{1,2})\s*(?:-|–|—|−|to|bis|à|a|\.\.)\s*(\d{1,3})[^()\[\]]{0,40}[)\]]))",
     true},
    // "(1-10)", "[0–100]", "(1 to 5, 5 = best)"
    {R"((?i)([(\[]\s*(\d{1,2})\s*(?:-|–|—|−|to|bis|\.\.)\s*(\d{1,3})(?:\s*(?:stars?|points?|scale|rating|score|[,;=][^()\[\]]{0,40}))?\s*[)\]]))",
     false},
    // "(out of 5)", "(/10)", "(x/10)", "(max. 100)", "(of 10)", "(sur 10)"
    {R"((?i)([(\[]\s*(?:[^()\[\]\d]{0,16}\s)?()(?:out\s+of|of|von|sur|de|su|x\s*/|n\s*/|/|max\.?:?|maximum:?|up\s+to)\s*(\d{1,3})(?:\s*(?:stars?|points?|pts|punkte|max\.?))?\s*[)\]]))",
     false},
    // "(10 points)", "(5 stars)", "(100 max)"
    {R"((?i)([(\[]\s*()(\d{1,3})\s*(?:stars?|points?|pts|punkte|max\.?|maximum)\s*[)\]]))", false},
    // "Rating 1-10", "Score: 1 to 5"
    {R"((?i)((?:ratings?|scores?|scale|bewertung|note)\s*:?\s*(?:of\s+|from\s+)?(\d{1,2})\s*(?:-|–|—|−|to|bis|\.\.)\s*(\d{1,3})\b))",
     true},
    // "out of 10", "x/10"
    {R"((?i)(?:^|\s)(()(?:out\s+of|x\s*/)\s*(\d{1,3}))(?:\s|$))", false},
    // "Score /10", "Speed / 10"
    {R"((?i)(?:^|\s)(()/\s*(\d{1,3}))\s*$)", false},
    // "1-10 rating", "0-5 stars"
    {R"((?i)(?:^|\s)((\d{1,2})\s*(?:-|–|—|to)\s*(\d{1,3})\s*(?:ratings?|scores?|stars?|points?|scale))\b)", true},
}};

}  // namespace

std::optional<ScaleInHeader> find_scale(std::string_view header) {
  if (header.size() > 300) return std::nullopt;
  static const std::array<std::unique_ptr<RE2>, kScalePatterns.size()> kCompiled = [] {
    std::array<std::unique_ptr<RE2>, kScalePatterns.size()> out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::make_unique<RE2>(kScalePatterns[i].pattern);
    return out;
  }();
  for (std::size_t i = 0; i < kCompiled.size(); ++i) {
    std::array<re2::StringPiece, 4> groups;
    re2::StringPiece input(header.data(), header.size());
    if (!kCompiled[i]->Match(input, 0, input.size(), RE2::UNANCHORED, groups.data(), 4)) continue;
    auto scale = make_scale({groups[2].data(), groups[2].size()}, {groups[3].data(), groups[3].size()});
    if (!scale || (!kScalePatterns[i].any_high && !is_usual(*scale))) continue;
    auto begin = static_cast<std::size_t>(groups[1].data() - header.data());
    return ScaleInHeader{*scale, begin, begin + groups[1].size()};
  }
  static const RE2 kPercent(R"((?i)\b(?:score|rating|bewertung)\b.*([(\[]\s*(?:in\s*)?%\s*[)\]]))");
  re2::StringPiece percent;
  if (RE2::PartialMatch(re2::StringPiece(header.data(), header.size()), kPercent, &percent)) {
    auto begin = static_cast<std::size_t>(percent.data() - header.data());
    return ScaleInHeader{{{0, 0}, {100, 0}}, begin, begin + percent.size()};
  }
  return std::nullopt;
}

}  // namespace versus
