// Numbers and ratings as people write them. A number is taken only when nothing but a unit, a bound or a remark stands
// beside it: "2 phase commit", "64-bit" and "1.2.3" are text.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/text.h"
#include "corpus/value_parts.h"
#include "corpus/value_words.h"

namespace versus {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_alpha(c) || (static_cast<unsigned char>(c) & 0x80) != 0; }

void skip_space(std::string_view& text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
}

// The length of a space-like separator of thousands: narrow and thin spaces, apostrophes.
std::size_t thin_space(std::string_view text) {
  for (std::string_view space : {std::string_view("\u202F"), std::string_view("\u2009"), std::string_view("’")})
    if (text.starts_with(space)) return space.size();
  return !text.empty() && (text.front() == '\'' || text.front() == ' ') ? 1 : 0;
}

struct Digits {
  std::string digits;
  int decimals = 0;
  std::size_t length = 0;
};

// Groups of digits and the separators between them decide which separator is the decimal one.
Digits scan_digits(std::string_view text) {
  struct Group {
    std::size_t begin;
    std::size_t length;
    char before;  // separator
  };
  std::vector<Group> groups;
  std::size_t i = 0;
  char separator = 0;
  if (!text.empty() && text[0] == '.' && text.size() > 1 && is_digit(text[1])) {
    separator = '.';
    i = 1;
    groups.push_back({0, 0, 0});
  }
  while (i < text.size() && is_digit(text[i])) {
    std::size_t begin = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    groups.push_back({begin, i - begin, separator});
    if (i + 1 >= text.size()) break;
    std::size_t thin = thin_space(text.substr(i));
    if ((text[i] == '.' || text[i] == ',') && is_digit(text[i + 1])) {
      separator = text[i];
      ++i;
    } else if (thin > 0 && i + thin + 2 < text.size() && is_digit(text[i + thin]) && is_digit(text[i + thin + 1]) &&
               is_digit(text[i + thin + 2]) && (i + thin + 3 >= text.size() || !is_digit(text[i + thin + 3])) &&
               groups.back().length <= 3) {
      separator = ' ';
      i += thin;
    } else {
      break;
    }
  }
  if (groups.empty()) return {};
  Digits out;
  out.length = groups.back().begin + groups.back().length;
  std::size_t n = groups.size();
  auto grouped = [&](std::size_t first, std::size_t last, char by) {  // all groups in (first, last) are thousands
    for (std::size_t g = first; g < last; ++g)
      if (groups[g].before != by || groups[g].length != 3) return false;
    return groups.front().length >= 1 && groups.front().length <= 3;
  };
  bool last_is_decimal = false;
  if (n >= 2) {
    char last = groups[n - 1].before;
    if (n == 2) {
      bool thousands = grouped(1, 2, last) && (last == ' ' || (last == ',' && text[groups[0].begin] != '0'));
      last_is_decimal = !thousands;
      if (last == ' ' && !thousands) return {};
    } else if (grouped(1, n, last)) {
      last_is_decimal = false;
    } else if (last != ' ' && groups[1].before != last && grouped(1, n - 1, groups[1].before)) {
      last_is_decimal = true;
    } else {
      return {};  // a version, an address, a date
    }
  }
  for (std::size_t g = 0; g < n; ++g) out.digits += text.substr(groups[g].begin, groups[g].length);
  if (last_is_decimal) out.decimals = static_cast<int>(groups[n - 1].length);
  return out;
}

std::size_t word_length(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_word(text[n])) ++n;
  return n;
}

struct Unit {
  std::string text;
  std::size_t length = 0;
};

// "/s", " per month", "/user/month"
Unit scan_per(std::string_view text) {
  Unit out;
  for (;;) {
    std::string_view rest = text.substr(out.length);
    std::size_t skip = 0;
    while (skip < rest.size() && rest[skip] == ' ') ++skip;
    std::string_view at = rest.substr(skip);
    std::size_t word = 0;
    if (at.starts_with('/'))
      word = 1;
    else if (starts_with_folded(at, "per ") || starts_with_folded(at, "pro ") || starts_with_folded(at, "par "))
      word = 4;
    else if (starts_with_folded(at, "a ") || starts_with_folded(at, "/ "))
      word = 2;
    while (word > 0 && word < at.size() && at[word] == ' ') ++word;
    if (word == 0) return out;
    std::size_t length = 0;
    while (word + length < at.size() && (is_word(at[word + length]) || is_digit(at[word + length]))) ++length;
    std::string_view known = per_unit(at.substr(word, length));
    if (known.empty()) return out;
    out.text += "/" + std::string(known);
    out.length += skip + word + length;
  }
}

Unit scan_unit(std::string_view text) {
  std::size_t skip = !text.empty() && text.front() == ' ' ? 1 : 0;
  if (skip == 0 && text.size() > 1 && text.front() == '-' && is_alpha(text[1])) return {};
  std::string_view at = text.substr(skip);
  Unit out;
  if (at.starts_with('%')) {
    out = {"%", skip + 1};
  } else {
    std::size_t length = word_length(at);
    std::string_view word = at.substr(0, length);
    std::string_view unit = known_unit(word);
    if (unit.empty()) unit = currency(word);
    if (unit.empty() && length > 0 && length <= 14) {  // "ops/s", "tokens per second"
      Unit per = scan_per(at.substr(length));
      if (per.length > 0) return {std::string(word) + per.text, skip + length + per.length};
    }
    if (unit.empty()) {
      Unit per = scan_per(text);
      return per;
    }
    out = {std::string(unit), skip + length};
  }
  Unit per = scan_per(text.substr(out.length));
  out.text += per.text;
  out.length += per.length;
  return out;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (char c : text) {
    if (c != ' ' && !inside) ++words;
    inside = c != ' ';
  }
  return words;
}

// The text without what stands in parentheses.
std::string outside_parentheses(std::string_view text) {
  std::string out;
  int depth = 0;
  for (char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

bool has_number(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_digit(text[i]) && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '$' || text[i - 1] == '~')) return true;
  return false;
}

// May this stand behind a number without making it something else? A second number does: "3K (standard), 300 (FIFO)".
bool is_remark(std::string_view rest, bool has_unit) {
  skip_space(rest);
  if (rest.empty()) return true;
  std::string outside = outside_parentheses(rest);
  std::string_view words = outside;
  skip_space(words);
  if (words.empty()) return true;
  if (has_number(words)) return false;
  if (words.front() == ',' || words.front() == ';') return words.size() > 1 && words[1] == ' ';
  if (words.starts_with("– ") || words.starts_with("— ") || words.starts_with("- ") || words.starts_with("* "))
    return true;
  if (!is_word(words.front())) return without_decoration(words).empty();
  return has_unit && count_words(words) <= 3;
}

std::size_t range_sign(std::string_view text) {
  std::size_t skip = 0;
  while (skip < text.size() && text[skip] == ' ') ++skip;
  std::string_view at = text.substr(skip);
  for (std::string_view sign : {"–", "—", "-", "−", "~", "..", "…", "to ", "bis ", "and ", "à ", "a ", "до "}) {
    if (!at.starts_with(sign)) continue;
    if (sign.back() == ' ' && skip == 0) continue;
    std::size_t end = skip + sign.size();
    while (end < text.size() && text[end] == ' ') ++end;
    return end;
  }
  return 0;
}

struct Quantity {
  ScannedNumber number;
  Unit unit;
  std::string currency;
  bool plus = false;
  std::size_t length = 0;
};

std::optional<Quantity> scan_quantity(std::string_view text) {
  Quantity out;
  std::string_view rest = text;
  std::size_t symbol = 0;
  for (std::size_t length : {4U, 3U, 2U, 1U}) {
    if (rest.size() <= length || is_digit(rest[length - 1])) continue;
    std::string_view money = currency(rest.substr(0, length));
    if (money.empty() || (is_alpha(rest[length - 1]) && rest[length] != ' ' && !is_digit(rest[length]))) continue;
    out.currency = std::string(money);
    symbol = length;
    break;
  }
  rest.remove_prefix(symbol);
  while (symbol > 0 && rest.starts_with(' ')) rest.remove_prefix(1);
  out.number = scan_number(rest);
  if (out.number.length == 0) return std::nullopt;
  rest.remove_prefix(out.number.length);
  if (!out.currency.empty() && !out.number.has_magnitude && rest.starts_with('m') &&
      (rest.size() < 2 || !is_alpha(rest[1]))) {
    if (auto value = scaled(out.number.value, 6)) {
      out.number.value = *value;
      rest.remove_prefix(1);
    }
  }
  if (rest.starts_with('+')) {
    out.plus = true;
    rest.remove_prefix(1);
  }
  out.unit = scan_unit(rest);
  rest.remove_prefix(out.unit.length);
  if (!out.plus && rest.starts_with('+')) {
    out.plus = true;
    rest.remove_prefix(1);
  }
  if (!out.currency.empty()) {
    bool repeated = out.unit.text == out.currency;
    out.unit.text = out.currency + (repeated ? "" : out.unit.text);
  }
  out.length = text.size() - rest.size();
  return out;
}

// "12 regions": something counted.
bool is_counted(std::string_view rest, std::string& unit) {
  skip_space(rest);
  std::size_t length = word_length(rest);
  if (length < 4 || length > 20 || rest[length - 1] != 's' || length != rest.size()) return false;
  unit = std::string(rest);
  return true;
}

}  // namespace

std::optional<Decimal> scaled(Decimal value, int power) {
  while (power > 0 && value.decimals > 0) {
    --value.decimals;
    --power;
  }
  while (power-- > 0) {
    if (value.digits > 900'000'000'000'000'000LL || value.digits < -900'000'000'000'000'000LL) return std::nullopt;
    value.digits *= 10;
  }
  return value;
}

ScannedNumber scan_number(std::string_view text) {
  ScannedNumber out;
  std::size_t sign = 0;
  bool negative = false;
  if (text.starts_with("−")) {
    sign = 3;
    negative = true;
  } else if (text.starts_with('-') || text.starts_with('+')) {
    sign = 1;
    negative = text.front() == '-';
  }
  Digits digits = scan_digits(text.substr(sign));
  if (digits.length == 0) return out;
  std::string plain = digits.digits;
  if (digits.decimals > 0) plain.insert(plain.size() - static_cast<std::size_t>(digits.decimals), 1, '.');
  if (plain.front() == '.') plain.insert(0, 1, '0');
  auto value = parse_decimal(plain);
  if (!value) return out;
  if (negative) value->digits = -value->digits;
  out.value = *value;
  out.length = sign + digits.length;
  std::string_view rest = text.substr(out.length);
  if ((rest.starts_with('e') || rest.starts_with('E')) && rest.size() > 1 && is_digit(rest[1]) &&
      (rest.size() == 2 || !is_alpha(rest[2]))) {
    if (auto big = scaled(out.value, rest[1] - '0')) return {*big, out.length + 2, true, rest[1] - '0'};
  }
  std::size_t skip = !rest.empty() && rest.front() == ' ' ? 1 : 0;
  std::size_t length = word_length(rest.substr(skip));
  std::string_view word = rest.substr(skip, length);
  if (rest.substr(skip + length).starts_with('.') && magnitude_word(rest.substr(skip, length + 1)) > 0) ++length;
  word = rest.substr(skip, length);
  int power = magnitude_word(word);
  if (word == "B" && skip == 1) power = 0;  // "512 B" are bytes
  if (power == 0) return out;
  auto big = scaled(out.value, power);
  if (!big) return out;
  return {*big, out.length + skip + length, true, power};
}

std::optional<Value> parse_number(std::string_view text) {
  Value value;
  std::string_view rest = text;
  std::string folded = fold_case(rest);
  if (starts_with_folded(rest, "between ")) rest.remove_prefix(8);
  BoundWord bound = folded.size() == rest.size() ? bound_word(folded) : BoundWord{};
  if (bound.length == 0 && folded.size() != text.size()) bound = bound_word(rest);
  rest.remove_prefix(bound.length);
  value.bound = std::string(bound.bound);
  skip_space(rest);
  if (bound.length > 0) {  // "up to ~10"
    BoundWord second = bound_word(rest);
    rest.remove_prefix(second.length);
    skip_space(rest);
  }
  auto first = scan_quantity(rest);
  if (!first) return std::nullopt;
  rest.remove_prefix(first->length);
  value.type = ValueType::number;
  value.number = first->number.value;
  value.unit = first->unit.text;
  if (first->plus && value.bound.empty()) value.bound = ">=";
  if (std::size_t sign = first->plus ? 0 : range_sign(rest); sign > 0) {
    if (auto second = scan_quantity(rest.substr(sign)); second && !rest.substr(sign).starts_with('-')) {
      bool shared = second->number.has_magnitude && !first->number.has_magnitude && first->unit.text.empty();
      Decimal low = first->number.value;
      if (shared) low = scaled(low, second->number.magnitude).value_or(low);
      bool units_agree = first->unit.text.empty() || second->unit.text.empty() ||
                         first->unit.text == second->unit.text || second->unit.text.starts_with(first->unit.text);
      if (units_agree && compare(low, second->number.value) <= 0) {
        value.type = ValueType::range;
        value.number = low;
        value.high = second->number.value;
        if (!second->unit.text.empty()) value.unit = second->unit.text;
        if (second->plus) value.bound = ">=";
        rest.remove_prefix(sign + second->length);
      }
    }
  }
  if (is_remark(rest, !value.unit.empty())) return value;
  if (value.unit.empty() && is_counted(rest, value.unit)) return value;
  return std::nullopt;
}

namespace {

bool is_common_scale(const Decimal& high) {
  return high.decimals == 0 && (high.digits == 5 || high.digits == 10 || high.digits == 100);
}

// "/10", " / 5", " out of 10", " of 10", "(of 10)", " von 10": the upper end and how long that is.
struct Denominator {
  Decimal high;
  std::size_t length = 0;
  bool in_words = false;
};
Denominator scan_denominator(std::string_view text) {
  std::size_t i = 0;
  auto spaces = [&] {
    while (i < text.size() && text[i] == ' ') ++i;
  };
  spaces();
  bool open = i < text.size() && text[i] == '(';
  if (open) ++i;
  bool words = false;
  std::string_view at = text.substr(i);
  if (at.starts_with('/') || at.starts_with("∕") || at.starts_with("⁄")) {
    i += at.starts_with('/') ? 1 : 3;
  } else {
    for (std::string_view word : {"out of ", "of ", "von ", "sur ", "de ", "su ", "из "}) {
      if (!starts_with_folded(at, word)) continue;
      i += word.size();
      words = true;
      break;
    }
    if (!words || (!open && i > 0 && text[0] != ' ')) return {};
  }
  spaces();
  std::size_t begin = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == begin || i - begin > 4) return {};
  if (i + 1 < text.size() && (text[i] == '.' || text[i] == ',') && is_digit(text[i + 1])) {
    if (text[i] != '.' || text[i + 1] != '0') return {};
    i += 2;
  }
  if (i < text.size() && (text[i] == '/' || text[i] == '%' || is_alpha(text[i]))) return {};
  auto high = parse_decimal(text.substr(begin, i - begin));
  if (!high || high->digits == 0) return {};
  while (i > begin && high->decimals > 0) break;
  if (open && i < text.size() && text[i] == ')') ++i;
  return {*high, i, words};
}

std::optional<Value> rating_at(std::string_view text, std::size_t& length) {
  ScannedNumber low = scan_number(text);
  if (low.length == 0 || low.has_magnitude || low.value.digits < 0) return std::nullopt;
  std::size_t at = low.length;
  std::optional<Decimal> high;
  if (std::size_t sign = range_sign(text.substr(at)); sign > 0) {
    ScannedNumber second = scan_number(text.substr(at + sign));
    if (second.length > 0 && !text.substr(at + sign).starts_with('-')) {
      high = second.value;
      at += sign + second.length;
    }
  }
  Denominator of = scan_denominator(text.substr(at));
  if (of.length == 0) return std::nullopt;
  if (!of.in_words && !is_common_scale(of.high)) return std::nullopt;
  if (compare(high.value_or(low.value), of.high) > 0) return std::nullopt;
  Value value;
  value.type = ValueType::rating;
  value.number = low.value;
  value.high = high;
  value.scale = Scale{{0, 0}, of.high};
  length = at + of.length;
  return value;
}

// "4 stars", "4.5★": nothing when more than five.
std::optional<Value> stars_at(std::string_view text) {
  ScannedNumber number = scan_number(text);
  if (number.length == 0 || number.has_magnitude || compare(number.value, {5, 0}) > 0 || number.value.digits < 0)
    return std::nullopt;
  std::string_view rest = text.substr(number.length);
  skip_space(rest);
  bool stars = false;
  for (std::string_view word : {"stars", "star", "★", "⭐", "Sterne", "étoiles", "estrellas", "estrelas", "stelle"}) {
    if (!starts_with_folded(rest, word)) continue;
    rest.remove_prefix(word.size());
    stars = true;
    break;
  }
  if (rest.starts_with("\uFE0F")) rest.remove_prefix(3);
  if (!stars || !is_remark(rest, false)) return std::nullopt;
  Value value;
  value.type = ValueType::rating;
  value.number = number.value;
  value.scale = Scale{{0, 0}, {5, 0}};
  return value;
}

}  // namespace

std::optional<Value> parse_rating(std::string_view text) {
  if (text.size() > 120) return std::nullopt;
  std::string_view start = text;
  if (start.starts_with("~")) start.remove_prefix(1);
  std::size_t length = 0;
  if (auto rating = rating_at(start, length)) {
    std::string_view rest = start.substr(length);
    skip_space(rest);
    bool words = !rest.empty() && is_word(rest.front());
    bool stars = starts_with_folded(rest, "stars") || starts_with_folded(rest, "points");
    if (!words || stars || is_common_scale(rating->scale->high)) return rating;
    return std::nullopt;
  }
  if (auto stars = stars_at(start)) return stars;
  // "Excellent (9/10)", "Score: 8.5/10": one rating on a usual scale inside a short text.
  if (count_words(text) > 8) return std::nullopt;
  std::optional<Value> found;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_digit(text[i]) || is_digit(text[i - 1]) || is_alpha(text[i - 1]) || text[i - 1] == '.' ||
        text[i - 1] == ',' || text[i - 1] == '/')
      continue;
    auto rating = rating_at(text.substr(i), length);
    if (!rating || !is_common_scale(rating->scale->high)) continue;
    if (found) return std::nullopt;
    found = rating;
    i += length;
  }
  return found;
}

}  // namespace versus
