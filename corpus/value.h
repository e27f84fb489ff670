// What a cell's text says as a value: "9/10", "4.5 out of 5", "★★★☆☆", "✅", "~45 kB", "1.2M ops/s", "n/a".
// Pure functions on strings; no document, no topic.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace versus {

/// A number written in decimal, kept exactly: value = digits * 10^-decimals. Ratings, totals and thresholds are
/// compared and summed as these, never as doubles.
struct Decimal {
  long long digits = 0;
  int decimals = 0;

  double to_double() const;
  std::string to_string() const;
};
std::optional<Decimal> parse_decimal(std::string_view text);  // "8.53" -> {853, 2}; nothing else around it
int compare(const Decimal& a, const Decimal& b);              // -1, 0, 1
Decimal add(const Decimal& a, const Decimal& b);

enum class ValueType { text, yes, no, partial, number, range, rating, missing };  // missing: "n/a", "-", "?", "TBD"
std::string_view value_type_name(ValueType type);

/// A bounded scale, low to high: 1-10, 0-5 stars, percent.
struct Scale {
  Decimal low;
  Decimal high;
};

struct Value {
  ValueType type = ValueType::text;
  std::optional<Decimal> number;  // number, rating, lower end of a range; magnitudes applied ("1.2M" -> 1200000)
  std::optional<Decimal> high;    // upper end of a range
  std::string unit;               // "kB", "ops/s", "%", "x", "ms", "$/month"; the spelling of the unit table
  std::string bound;              // "", "<", "<=", ">", ">=", "~"
  std::optional<Scale> scale;     // as stated in the value itself: "9/10", stars, percent of a rating
};

/// The typed value of one cell or list entry. `text` is visible text; footnote marks and a leading entity name are the
/// caller's to remove (see strip_footnote_marks). Never fails: what is not understood is ValueType::text.
Value parse_value(std::string_view text);

/// "Yes [1]", "Yes¹", "No*", "{3}" -> the text without trailing footnote marks.
std::string_view strip_footnote_marks(std::string_view text);

/// A scale written in a header or caption: "PyTorch (Rating 1-10)", "Score (out of 5)", "x/10", "[0–100]".
struct ScaleInHeader {
  Scale scale;
  std::size_t begin = 0;  // where the decoration stands in the header
  std::size_t end = 0;
};
std::optional<ScaleInHeader> find_scale(std::string_view header);

}  // namespace versus
