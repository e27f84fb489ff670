// The kinds of values parse_value tries, one function each. All take visible text, white space folded and trimmed.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "corpus/value.h"

namespace versus {

inline Value value_of(ValueType type) {
  Value value;
  value.type = type;
  return value;
}

/// "n/a", "-", "?", "TBD", "k. A."
bool is_missing_mark(std::string_view text);

/// Leading symbols: checks and crosses, stars, plus signs, repeated emoji, shortcodes.
std::optional<Value> parse_symbols(std::string_view text);

/// "Yes, via plugin", "not supported", "teilweise".
std::optional<Value> parse_answer(std::string_view text);

/// "9/10", "4.5 out of 5", "4 stars", "Excellent (9/10)".
std::optional<Value> parse_rating(std::string_view text);

/// "~45 kB", "1.2M ops/s", "3-5 ms", "up to 10 GB", "$10/month".
std::optional<Value> parse_number(std::string_view text);

/// The text without emoji and bullets before it: "🟢 Low" -> "Low".
std::string_view without_decoration(std::string_view text);

/// How many bytes at the end of `text` are one footnote mark; 0: none.
std::size_t footnote_mark_length(std::string_view text);

/// One number at the start of `text`, in any locale's spelling, magnitude applied.
struct ScannedNumber {
  Decimal value;
  std::size_t length = 0;      // 0: no number there
  bool has_magnitude = false;  // "k", "M", "million"
  int magnitude = 0;           // power of ten
};
ScannedNumber scan_number(std::string_view text);

/// value * 10^power; nothing when it does not fit.
std::optional<Decimal> scaled(Decimal value, int power);

}  // namespace versus
