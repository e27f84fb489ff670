// Adds blocks to a document from lines of its source: what the Markdown and text readers share.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "corpus/source.h"
#include "corpus/text.h"
#include "extract/document.h"
#include "extract/read/inline_markup.h"

namespace versus {

class BlockWriter {
 public:
  BlockWriter(const Source& source, Document& document, InlineSyntax syntax)
      : text_(source.text), index_(source.text), document_(document) {
    options_.syntax = syntax;
    options_.references = &references_;
  }
  BlockWriter(const BlockWriter&) = delete;
  BlockWriter& operator=(const BlockWriter&) = delete;

  std::string_view text() const { return text_; }
  const LineIndex& index() const { return index_; }
  const InlineOptions& options() const { return options_; }
  LinkReferences& references() { return references_; }
  Document& document() { return document_; }
  int n_lines() const { return index_.size(); }

  /// The bytes of a 1-based line without its end.
  Span line(int number) const {
    std::string_view bytes = index_.line(number);
    auto begin = static_cast<std::uint32_t>(bytes.data() - text_.data());
    return {begin, begin + static_cast<std::uint32_t>(bytes.size())};
  }
  std::string_view bytes(Span span) const { return text_.substr(span.begin, span.size()); }

  /// A block of running text: markup read, white space folded.
  Block& add_text(BlockKind kind, const std::vector<Span>& lines) {
    InlineText content = read_inline(text_, lines, options_);
    Block& block = add(kind, cover(lines));
    block.text = std::move(content.text);
    block.marks = std::move(content.marks);
    return block;
  }

  /// A block whose lines are kept as they stand (code).
  Block& add_verbatim(BlockKind kind, const std::vector<Span>& lines) {
    Block& block = add(kind, cover(lines));
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) block.text.append_decoded("\n", {lines[i - 1].end, lines[i].begin});
      block.text.append_verbatim(bytes(lines[i]), lines[i].begin);
    }
    return block;
  }

  Block& add_table(Table table, Span span) {
    Block& block = add(BlockKind::table, span);
    block.table = std::move(table);
    return block;
  }

  Block& add(BlockKind kind, Span span) {
    Block block;
    block.kind = kind;
    block.span = span;
    block.line = index_.line_of(span.begin);
    document_.blocks.push_back(std::move(block));
    return document_.blocks.back();
  }

  static Span cover(const std::vector<Span>& lines) {
    if (lines.empty()) return {};
    return {lines.front().begin, lines.back().end};
  }

 private:
  std::string_view text_;
  LineIndex index_;
  Document& document_;
  InlineOptions options_;
  LinkReferences references_;
};

}  // namespace versus
