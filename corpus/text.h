// Small pure functions on UTF-8 text that every stage shares. The only user of utf8proc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

/// NFKC and full case folding ("ＫＥＲＡＳ" -> "keras"). Invalid bytes are dropped.
std::string fold_case(std::string_view text);

/// Runs of white space (U+00A0 and the other Unicode spaces too) become one space; none at either end.
std::string fold_space(std::string_view text);

/// The key names are compared by: fold_case, punctuation to space, spaces folded; the signs that carry meaning in
/// names stay ("c++", "c#", ".net", "f#"). "Ease-of-Use:" -> "ease of use".
std::string name_key(std::string_view text);

/// name_key without spaces: "Tensor Flow" and "tensorflow" -> "tensorflow".
std::string squashed_key(std::string_view text);

/// The words between spaces, tabs and line ends: views into `text`.
std::vector<std::string_view> split_words(std::string_view text);

bool is_valid_utf8(std::string_view text);

/// Without control characters (C0 but tab and newline, DEL, C1): safe for a terminal.
std::string strip_control(std::string_view text);

/// Decodes the code point at `offset` and moves it past; invalid bytes give U+FFFD and move by one.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Adds a code point as UTF-8; one that Unicode does not have as U+FFFD.
void append_code_point(char32_t code_point, std::string& text);

bool starts_with_folded(std::string_view text, std::string_view prefix);  // ASCII case-insensitive

/// Lines of a text: offset -> 1-based line number, in O(log n). \n, \r\n and lone \r end a line.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);
  int line_of(std::size_t offset) const;
  /// The bytes of a 1-based line, without its end.
  std::string_view line(int number) const;
  int size() const { return static_cast<int>(starts_.size()); }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace versus
