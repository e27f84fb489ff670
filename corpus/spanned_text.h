// Visible text that knows which source bytes each of its characters came from.
//
// Readers strip markup, decode entities and fold white space; everything after them cuts this text into cells,
// sentences and names. SpannedText carries the map back, so that a substring at any depth can be quoted with the
// byte range it stands at:
//
//   source  "<td>Fast &amp;\n  small</td>"      text "Fast & small"      spans(7, 12) -> the bytes of "small"
//
// A text may have several segments (a cell broken over the lines of an ASCII grid): bytes between two segments do not
// belong to it, bytes between two pieces of one segment (tags, emphasis marks, white space) do.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/span.h"

namespace versus {

class SpannedText {
 public:
  SpannedText() = default;

  /// The bytes [begin, begin + bytes.size()) of the source, copied as they are.
  static SpannedText verbatim(std::string_view bytes, std::uint32_t begin);

  /// Appends source bytes as they stand.
  void append_verbatim(std::string_view bytes, std::uint32_t begin);

  /// Appends text that stands for the source bytes `from` without being equal to them ("&amp;" -> "&").
  void append_decoded(std::string_view text, Span from);

  /// Appends one space that stands for the source bytes `from` (may be empty); does nothing on an empty text or after a
  /// space. With verbatim/decoded appends this is how readers fold white space.
  void append_space(Span from);

  /// What is appended next starts a new segment: the source bytes in between do not belong to this text.
  void start_segment() { next_starts_segment_ = !pieces_.empty(); }

  /// Appends another text with its map; `segment` starts a new segment first.
  void append(const SpannedText& other);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }

  /// The part [begin, end) of the text with its map. Offsets are bytes of text(), clamped to its size.
  SpannedText substr(std::size_t begin, std::size_t end) const;

  /// Without white space at either end.
  SpannedText trimmed() const;

  /// The source ranges of the part [begin, end) of the text: one per segment, in order; empty for an empty part.
  std::vector<Span> spans(std::size_t begin, std::size_t end) const;
  std::vector<Span> spans() const { return spans(0, text_.size()); }

  /// The smallest single range that covers spans().
  Span cover() const;

 private:
  struct Piece {
    std::uint32_t text_begin;
    Span source;
    bool verbatim;  // text offset and source offset run together
    bool starts_segment;
  };
  void add(std::string_view text, Span from, bool verbatim);
  std::size_t piece_at(std::size_t text_offset) const;

  std::string text_;
  std::vector<Piece> pieces_;
  bool next_starts_segment_ = false;
};

}  // namespace versus
