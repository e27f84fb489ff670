#include "corpus/spanned_text.h"

#include <algorithm>

namespace versus {

SpannedText SpannedText::verbatim(std::string_view bytes, std::uint32_t begin) {
  SpannedText out;
  out.append_verbatim(bytes, begin);
  return out;
}

void SpannedText::add(std::string_view text, Span from, bool verbatim) {
  if (text.empty()) return;
  bool starts = next_starts_segment_ && !from.empty();  // a space that stands for nothing opens no segment
  if (!from.empty()) next_starts_segment_ = false;
  if (!pieces_.empty() && !starts && verbatim) {
    Piece& last = pieces_.back();
    if (last.verbatim && last.source.end == from.begin) {
      last.source.end = from.end;
      text_.append(text);
      return;
    }
  }
  pieces_.push_back({static_cast<std::uint32_t>(text_.size()), from, verbatim, starts});
  text_.append(text);
}

void SpannedText::append_verbatim(std::string_view bytes, std::uint32_t begin) {
  add(bytes, {begin, begin + static_cast<std::uint32_t>(bytes.size())}, true);
}

void SpannedText::append_decoded(std::string_view text, Span from) { add(text, from, false); }

void SpannedText::append_space(Span from) {
  if (text_.empty() || text_.back() == ' ') return;
  add(" ", from, false);
}

void SpannedText::append(const SpannedText& other) {
  for (std::size_t i = 0; i < other.pieces_.size(); ++i) {
    const Piece& piece = other.pieces_[i];
    std::size_t end = i + 1 < other.pieces_.size() ? other.pieces_[i + 1].text_begin : other.text_.size();
    if (piece.starts_segment) start_segment();
    add(std::string_view(other.text_).substr(piece.text_begin, end - piece.text_begin), piece.source, piece.verbatim);
  }
}

std::size_t SpannedText::piece_at(std::size_t text_offset) const {
  auto after = std::upper_bound(pieces_.begin(), pieces_.end(), text_offset,
                                [](std::size_t offset, const Piece& piece) { return offset < piece.text_begin; });
  return static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

SpannedText SpannedText::substr(std::size_t begin, std::size_t end) const {
  SpannedText out;
  end = std::min(end, text_.size());
  if (begin >= end) return out;
  for (std::size_t i = piece_at(begin); i < pieces_.size() && pieces_[i].text_begin < end; ++i) {
    const Piece& piece = pieces_[i];
    std::size_t piece_end = i + 1 < pieces_.size() ? pieces_[i + 1].text_begin : text_.size();
    std::size_t from = std::max<std::size_t>(begin, piece.text_begin);
    std::size_t to = std::min(end, piece_end);
    Span source = piece.source;
    if (piece.verbatim) {
      source.begin = piece.source.begin + static_cast<std::uint32_t>(from - piece.text_begin);
      source.end = source.begin + static_cast<std::uint32_t>(to - from);
    }
    if (piece.starts_segment) out.start_segment();
    out.add(std::string_view(text_).substr(from, to - from), source, piece.verbatim);
  }
  return out;
}

SpannedText SpannedText::trimmed() const {
  constexpr std::string_view kSpace = " \t\n\r\f\v";
  std::size_t begin = text_.find_first_not_of(kSpace);
  if (begin == std::string::npos) return {};
  return substr(begin, text_.find_last_not_of(kSpace) + 1);
}

std::vector<Span> SpannedText::spans(std::size_t begin, std::size_t end) const {
  std::vector<Span> out;
  end = std::min(end, text_.size());
  if (begin >= end) return out;
  for (std::size_t i = piece_at(begin); i < pieces_.size() && pieces_[i].text_begin < end; ++i) {
    const Piece& piece = pieces_[i];
    Span source = piece.source;
    if (source.empty()) continue;
    if (piece.verbatim) {
      std::size_t piece_end = i + 1 < pieces_.size() ? pieces_[i + 1].text_begin : text_.size();
      std::size_t from = std::max<std::size_t>(begin, piece.text_begin);
      std::size_t to = std::min(end, piece_end);
      source.begin = piece.source.begin + static_cast<std::uint32_t>(from - piece.text_begin);
      source.end = source.begin + static_cast<std::uint32_t>(to - from);
    }
    if (out.empty() || piece.starts_segment) {
      out.push_back(source);
    } else {
      out.back().begin = std::min(out.back().begin, source.begin);
      out.back().end = std::max(out.back().end, source.end);
    }
  }
  return out;
}

Span SpannedText::cover() const {
  Span all;
  bool first = true;
  for (const Span& span : spans()) {
    all.begin = first ? span.begin : std::min(all.begin, span.begin);
    all.end = first ? span.end : std::max(all.end, span.end);
    first = false;
  }
  return all;
}

}  // namespace versus
