// Appending JSON to a string, keys in the order they are written. Reading is simdjson's.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace versus {

/// Appends `text` (valid UTF-8) as a JSON string with its quotes.
void append_json_string(std::string& out, std::string_view text);

/// At most 6 decimals, no trailing zeros, no exponent, no negative zero: 8.588235, 0.5, -3, 0.
std::string format_number(double value);

/// The value that format_number prints, as a double.
double round_to_printed(double value);

/// Members of one JSON object, one call per member: `JsonObject(out).add("n", 3).add("name", "x").close()`.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }

  JsonObject& add(std::string_view key, std::string_view text) {
    start(key);
    append_json_string(out_, text);
    return *this;
  }
  JsonObject& add(std::string_view key, const char* text) { return add(key, std::string_view(text)); }
  JsonObject& add(std::string_view key, const std::string& text) { return add(key, std::string_view(text)); }
  template <class Integer>
  requires std::is_integral_v<Integer> JsonObject& add(std::string_view key, Integer value) {
    start(key);
    if constexpr (std::is_same_v<Integer, bool>) {
      out_ += value ? "true" : "false";
    } else {
      char digits[24];
      out_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
    return *this;
  }
  JsonObject& add_raw(std::string_view key, std::string_view json) {
    start(key);
    out_ += json;
    return *this;
  }
  /// Writes the key; the caller appends the value to the string.
  void start(std::string_view key) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json_string(out_, key);
    out_ += ':';
  }
  void close() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;
};

/// Appends `[a,b,...]`, each element written by `append(element)`.
template <class Range, class Append>
void append_json_list(std::string& out, const Range& range, Append append) {
  out += '[';
  bool first = true;
  for (const auto& element : range) {
    if (!first) out += ',';
    first = false;
    append(element);
  }
  out += ']';
}

}  // namespace versus
