#include "extract/read/markdown_html.h"

#include <algorithm>

#include "corpus/text.h"
#include "extract/read/readers.h"

namespace versus {
namespace {

// The end of the table that begins at `begin`, nested ones counted; the text's end when it is never closed.
std::size_t table_end(std::string_view text, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin; (i = text.find('<', i)) != std::string_view::npos;) {
    std::string_view rest = text.substr(i, 8);
    if (starts_with_folded(rest, "<table")) ++depth;
    if (starts_with_folded(rest, "</table") && --depth == 0) {
      std::size_t close = text.find('>', i);
      return close == std::string_view::npos ? text.size() : close + 1;
    }
    ++i;
  }
  return text.size();
}

class HtmlBlocks {
 public:
  HtmlBlocks(BlockWriter& writer, std::vector<Span>& tables, int& n_lists)
      : writer_(writer), text_(writer.text()), tables_(tables), n_lists_(n_lists) {}

  std::uint32_t read(Span block) {
    begin_ = block.begin;
    std::size_t at = block.begin;
    std::size_t last_comment_end = text_.substr(0, block.end).rfind("-->");
    while (at < block.end) {
      if (text_[at] != '<') {
        ++at;
        continue;
      }
      if (text_.substr(at, 4) == "<!--") {
        bool closed = last_comment_end != std::string_view::npos && last_comment_end > at;
        std::size_t end = closed ? text_.find("-->", at + 4) + 3 : block.end;
        flush(at);
        begin_ = at = end;
        continue;
      }
      InlineTag tag = parse_tag(text_.substr(at, block.end - at));
      if (tag.length == 0) {
        ++at;
        continue;
      }
      if (tag.name == "table" && !tag.closing) {
        flush(at);
        std::size_t end = table_end(text_, at);
        tables_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        begin_ = at = end;
        if (end >= block.end) return static_cast<std::uint32_t>(end);
        continue;
      }
      if (!tag.closing && (tag.name == "script" || tag.name == "style" || tag.name == "svg")) {
        flush(at);
        std::size_t close = text_.find("</" + tag.name, at);
        begin_ = at = close == std::string_view::npos || close > block.end ? block.end : close;
        continue;
      }
      if (is_block_element(tag.name)) apply(tag, at);
      at += tag.length;
    }
    flush(block.end);
    return block.end;
  }

 private:
  void apply(const InlineTag& tag, std::size_t at) {
    flush(at);
    begin_ = at + tag.length;
    if (tag.closing) {
      kind_ = BlockKind::paragraph;
      level_ = 0;
      if ((tag.name == "ul" || tag.name == "ol") && depth_ > 0) --depth_;
      return;
    }
    const std::string& name = tag.name;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      kind_ = BlockKind::heading;
      level_ = name[1] - '0';
    } else if (name == "ul" || name == "ol") {
      if (depth_++ == 0) ++n_lists_;
    } else if (name == "li" || name == "dd") {
      kind_ = BlockKind::list_item;
      level_ = std::max(1, depth_);
    } else if (name == "blockquote") {
      kind_ = BlockKind::quote;
    } else if (name == "figcaption" || name == "caption") {
      kind_ = BlockKind::caption;
    } else if (name == "pre") {
      kind_ = BlockKind::code;
    }
  }

  void flush(std::size_t end) {
    Span span{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end)};
    begin_ = end;
    while (span.begin < span.end && static_cast<unsigned char>(text_[span.begin]) <= ' ') ++span.begin;
    while (span.end > span.begin && static_cast<unsigned char>(text_[span.end - 1]) <= ' ') --span.end;
    if (span.empty()) return;
    Block& block = writer_.add_text(kind_, {span});
    block.level = level_;
    if (kind_ == BlockKind::list_item) block.list = n_lists_ - 1 < 0 ? 0 : n_lists_ - 1;
    if (block.text.empty()) {
      bool image = std::any_of(block.marks.begin(), block.marks.end(),
                               [](const Mark& mark) { return mark.kind == Mark::Kind::image; });
      if (!image) writer_.document().blocks.pop_back();
    }
  }

  BlockWriter& writer_;
  std::string_view text_;
  std::vector<Span>& tables_;
  int& n_lists_;
  std::size_t begin_ = 0;
  BlockKind kind_ = BlockKind::paragraph;
  int level_ = 0;
  int depth_ = 0;
};

}  // namespace

HtmlBlockEnd read_markdown_html(BlockWriter& writer, Span block, std::vector<Span>& tables, int& n_lists) {
  return {HtmlBlocks(writer, tables, n_lists).read(block)};
}

void read_html_tables(const Source& source, const std::vector<Span>& tables, Document& document) {
  if (tables.empty()) return;
  // One page that holds the tables at their places and nothing else: the HTML reader's spans and lines are then ours.
  Source page = source;
  page.media = MediaType::html;
  std::size_t at = 0;
  for (const Span& table : tables) {
    for (; at < table.begin; ++at)
      if (page.text[at] != '\n') page.text[at] = ' ';
    at = std::max<std::size_t>(at, table.end);
  }
  page.text.resize(tables.back().end);
  Document read = read_html(page);
  for (Block& block : read.blocks) {
    if (!block.table) continue;
    block.kind = BlockKind::table;
    block.role.clear();
    document.blocks.push_back(std::move(block));
  }
}

}  // namespace versus
