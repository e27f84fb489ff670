// The kinds are tried from the most to the least particular: missing, symbols (checks, stars, plus signs), ratings,
// yes/no words, numbers. What none of them takes whole is text.
#include "corpus/value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "corpus/text.h"
#include "corpus/value_parts.h"

namespace versus {
namespace {

__extension__ using Wide = __int128;

constexpr int kMaxDecimals = 18;

Wide power_of_ten(int n) {
  Wide out = 1;
  for (int i = 0; i < n; ++i) out *= 10;
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Without quotes around and a full stop behind: "\"Yes.\"" -> "Yes".
std::string_view unwrapped(std::string_view text) {
  auto trim = [&] {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  };
  trim();
  if (text.size() > 2 && (text.front() == '"' || text.front() == '\'' || text.front() == '`') &&
      text.back() == text.front())
    text = text.substr(1, text.size() - 2);
  if (text.size() > 1 && text.back() == '.' && text[text.size() - 2] != '.') text.remove_suffix(1);
  trim();
  return text;
}

}  // namespace

double Decimal::to_double() const {
  double scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  return static_cast<double>(digits) / scale;
}

std::string Decimal::to_string() const {
  long long value = digits;
  int places = decimals;
  while (places > 6) {  // rounded half away from zero
    value = places == 7 ? (value + (value < 0 ? -5 : 5)) / 10 : value / 10;
    --places;
  }
  while (places > 0 && value % 10 == 0) {
    value /= 10;
    --places;
  }
  bool negative = value < 0;
  std::string out = std::to_string(value);
  if (negative) out.erase(0, 1);
  if (places > 0) {
    auto width = static_cast<std::size_t>(places);
    if (out.size() <= width) out.insert(0, width + 1 - out.size(), '0');
    out.insert(out.size() - width, 1, '.');
  }
  if (negative) out.insert(0, 1, '-');
  return out;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::size_t dot = text.find('.');
  std::string digits(text.substr(0, dot));
  Decimal out;
  if (dot != std::string_view::npos) {
    std::string_view fraction = text.substr(dot + 1);
    if (fraction.empty()) return std::nullopt;
    digits += fraction;
    out.decimals = static_cast<int>(fraction.size());
  }
  if (digits.empty() || digits.size() > static_cast<std::size_t>(kMaxDecimals) ||
      !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), out.digits);
  if (negative) out.digits = -out.digits;
  return out;
}

int compare(const Decimal& a, const Decimal& b) {
  int places = std::max(a.decimals, b.decimals);
  Wide left = a.digits * power_of_ten(places - a.decimals);
  Wide right = b.digits * power_of_ten(places - b.decimals);
  return left < right ? -1 : left > right ? 1 : 0;
}

Decimal add(const Decimal& a, const Decimal& b) {
  int places = std::max(a.decimals, b.decimals);
  Wide sum = a.digits * power_of_ten(places - a.decimals) + b.digits * power_of_ten(places - b.decimals);
  constexpr Wide kLimit = 9'000'000'000'000'000'000LL;
  while (places > 0 && (sum > kLimit || sum < -kLimit)) {
    sum /= 10;
    --places;
  }
  return {static_cast<long long>(std::clamp<Wide>(sum, -kLimit, kLimit)), places};
}

std::string_view value_type_name(ValueType type) {
  switch (type) {
    case ValueType::text: return "text";
    case ValueType::yes: return "yes";
    case ValueType::no: return "no";
    case ValueType::partial: return "partial";
    case ValueType::number: return "number";
    case ValueType::range: return "range";
    case ValueType::rating: return "rating";
    case ValueType::missing: return "missing";
  }
  return "text";
}

Value parse_value(std::string_view text) {
  if (text.size() > 400) return {};  // a paragraph
  std::string folded = fold_space(text);
  std::string_view value = unwrapped(strip_footnote_marks(folded));
  if (value.empty()) return {};
  if (is_missing_mark(value) || is_missing_mark(folded)) return value_of(ValueType::missing);
  if (auto symbols = parse_symbols(value)) return *symbols;
  if (auto rating = parse_rating(value)) return *rating;
  if (auto answer = parse_answer(value)) return *answer;
  if (auto number = parse_number(value)) return *number;
  std::string_view plain = without_decoration(value);
  if (plain.size() < value.size() && !plain.empty()) {
    if (auto rating = parse_rating(plain)) return *rating;
    if (auto answer = parse_answer(plain)) return *answer;
    if (auto number = parse_number(plain)) return *number;
  }
  return {};
}

std::string_view strip_footnote_marks(std::string_view text) {
  for (;;) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    std::size_t length = footnote_mark_length(text);
    if (length == 0 || length >= text.size()) return text;
    text.remove_suffix(length);
  }
}

}  // namespace versus
