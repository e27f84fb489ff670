// Words and symbols that stand for a value, in the languages and notations tables use. Data, not rules.
#pragma once

#include <optional>
#include <string_view>

#include "corpus/value.h"

namespace versus {

/// A whole folded phrase that answers: "yes", "not supported", "teilweise".
std::optional<ValueType> answer_word(std::string_view folded);
/// Is it a plain yes in some language, which may be followed by anything ("yes with plugins")?
bool is_plain_yes(std::string_view folded);
/// "n/a", "tbd", "unknown"; folded.
bool is_missing_word(std::string_view folded);
/// A symbol or the name of a shortcode without its colons ("white_check_mark").
std::optional<ValueType> answer_symbol(char32_t symbol);
std::optional<ValueType> answer_shortcode(std::string_view name);
/// A unit as people write it -> its one spelling ("secs" -> "s"); folded or exact, empty when unknown.
std::string_view known_unit(std::string_view word);
/// "million" -> 6, "k" -> 3 ...; 0 when it is none.
int magnitude_word(std::string_view word);
/// "$" -> "$", "USD" -> "$"; empty when it is none.
std::string_view currency(std::string_view word);
/// Words before a number: "up to" -> "<=", "about" -> "~"; `length` is what was taken, 0 for none.
struct BoundWord {
  std::string_view bound;
  std::size_t length = 0;
};
BoundWord bound_word(std::string_view folded);
/// What counts per "/": "s", "month", "user"; empty when unknown.
std::string_view per_unit(std::string_view word);

}  // namespace versus
