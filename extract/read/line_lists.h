// Bullets as people type them: "-", "•", "1.", "a)", "(+)", "✅", emoji.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/span.h"

namespace versus {

struct Bullet {
  std::size_t length = 0;    // bytes of the marker and the white space after it
  bool ordered = false;      // "1.", "a)", "iv."
  bool is_text = false;      // the marker says something ("✅", "(+)"): it stays in the item's text
  bool is_markdown = false;  // Markdown knows it too: "-", "*", "+", "1.", "1)"
};

/// The bullet that a line's content (without indentation) begins with; nothing after it: none.
std::optional<Bullet> parse_bullet(std::string_view line);

/// Part of a paragraph that is a list written line by line.
struct LineItem {
  bool is_item = false;  // false: the text above the list
  std::vector<Span> lines;
};

/// Splits a paragraph in which at least two lines begin with bullets that Markdown does not know; else empty.
std::vector<LineItem> split_line_items(std::string_view source, const std::vector<Span>& lines);

}  // namespace versus
