// Markdown. cmark-gfm says which lines are a heading, a list, a quote, code; the text of every block is then read from
// the source lines by read_inline, because cmark's columns are not exact enough to quote by. cmark sees a masked copy
// of the same line structure in which admonitions, imports and over-long lines cannot mislead it.
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

#include "extract/read/block_writer.h"
#include "extract/read/front_matter.h"
#include "extract/read/line_lists.h"
#include "extract/read/markdown_html.h"
#include "extract/read/markdown_mask.h"
#include "extract/read/pipe_table.h"
#include "extract/read/readers.h"
#include "extract/read/residue.h"
#include "extract/read/text_tables.h"

namespace versus {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

struct ListState {
  int id;
  int depth;
  bool ordered;
};

class MarkdownReader {
 public:
  MarkdownReader(BlockWriter& writer, const MarkdownMask& mask, const Vocabulary& vocabulary)
      : writer_(writer), mask_(mask), vocabulary_(vocabulary) {}

  void read(cmark_node* root) {
    cmark_node* node = cmark_node_first_child(root);
    while (node != nullptr) {
      bool inside = enter(node);
      if (inside && cmark_node_first_child(node) != nullptr) {
        node = cmark_node_first_child(node);
        continue;
      }
      if (inside) leave(node);
      while (node != nullptr && cmark_node_next(node) == nullptr) {
        node = cmark_node_parent(node);
        if (node == nullptr || node == root) return;
        leave(node);
      }
      node = cmark_node_next(node);
    }
  }

  const std::vector<Span>& html_tables() const { return html_tables_; }

 private:
  /// True for a container whose children are to be visited.
  bool enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE: ++quotes_; return true;
      case CMARK_NODE_LIST:
        lists_.push_back(
            {n_lists_++, static_cast<int>(lists_.size()) + 1, cmark_node_get_list_type(node) == CMARK_ORDERED_LIST});
        return true;
      case CMARK_NODE_ITEM: item_open_ = true; return true;
      case CMARK_NODE_HEADING: read_heading(node); return false;
      case CMARK_NODE_PARAGRAPH: read_paragraph(node); return false;
      case CMARK_NODE_CODE_BLOCK: read_code(node); return false;
      case CMARK_NODE_HTML_BLOCK: read_html_block(node); return false;
      default: return false;
    }
  }
  void leave(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE: --quotes_; break;
      case CMARK_NODE_LIST: lists_.pop_back(); break;
      case CMARK_NODE_ITEM: item_open_ = false; break;
      default: break;
    }
  }

  bool consumed(cmark_node* node) const { return cmark_node_get_start_line(node) <= skip_to_line_; }

  /// The lines of a leaf without the markers of the containers around it.
  std::vector<Span> lines_of(cmark_node* node) const {
    std::vector<Span> out;
    int first = cmark_node_get_start_line(node);
    int last = std::min(cmark_node_get_end_line(node), writer_.n_lines());
    for (int number = first; number <= last; ++number) {
      Span line = writer_.line(number);
      if (number == first) {
        auto column = static_cast<std::uint32_t>(std::max(1, cmark_node_get_start_column(node)) - 1);
        line.begin = std::min(line.end, line.begin + column);
      } else {
        skip_markers(line);
      }
      trim(line);
      out.push_back(line);
    }
    return out;
  }
  void trim(Span& line) const {
    std::string_view text = writer_.text();
    while (line.begin < line.end && is_blank(text[line.begin])) ++line.begin;
    while (line.end > line.begin && is_blank(text[line.end - 1])) --line.end;
  }
  void skip_markers(Span& line) const {
    std::string_view text = writer_.text();
    for (int i = 0; i < quotes_; ++i) {
      std::uint32_t at = line.begin;
      while (at < line.end && is_blank(text[at])) ++at;
      if (at >= line.end || text[at] != '>') return;
      line.begin = at + 1;
    }
  }

  void read_heading(cmark_node* node) {
    if (consumed(node)) return;
    std::vector<Span> lines = lines_of(node);
    if (lines.empty()) return;
    std::string_view first = writer_.bytes(lines.front());
    std::size_t hashes = std::min(first.find_first_not_of('#'), first.size());
    if (hashes > 0 && hashes <= 6 && (hashes == first.size() || is_blank(first[hashes]))) {
      lines.resize(1);
      Span& line = lines.front();
      line.begin += static_cast<std::uint32_t>(hashes);
      trim(line);
      std::string_view rest = writer_.bytes(line);
      std::size_t end = rest.find_last_not_of('#');
      if (end != std::string_view::npos && end + 1 < rest.size() && is_blank(rest[end]))
        line.end = line.begin + static_cast<std::uint32_t>(end + 1);
      trim(line);
    } else {
      // cmark ends an underlined heading where it noticed the next block; the underline is where the heading ends.
      auto is_underline = [this](Span line) {
        return !line.empty() && writer_.bytes(line).find_first_not_of(writer_.bytes(line).front() == '=' ? "=" : "-") ==
                                    std::string_view::npos;
      };
      lines.erase(std::find_if(lines.begin() + 1, lines.end(), is_underline), lines.end());
      while (lines.size() > 1 && lines.back().empty()) lines.pop_back();
    }
    Span span = writer_.line(cmark_node_get_start_line(node));
    if (BlockWriter::cover(lines).empty()) return;
    Block& block = writer_.add_text(BlockKind::heading, lines);
    block.level = cmark_node_get_heading_level(node);
    block.span = {span.begin, std::max(span.end, block.span.end)};
    if (block.text.empty() && block.marks.empty()) writer_.document().blocks.pop_back();
  }

  void read_paragraph(cmark_node* node) {
    if (consumed(node)) return;
    std::vector<Span> lines = lines_of(node);
    std::size_t text_begin = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::size_t used = read_table_at(lines, i);
      if (used == 0) continue;
      if (i > text_begin)
        add_paragraph(
            {lines.begin() + static_cast<std::ptrdiff_t>(text_begin), lines.begin() + static_cast<std::ptrdiff_t>(i)});
      i += used - 1;
      text_begin = i + 1;
    }
    if (text_begin < lines.size())
      add_paragraph({lines.begin() + static_cast<std::ptrdiff_t>(text_begin), lines.end()});
  }
  std::size_t read_table_at(const std::vector<Span>& lines, std::size_t first) {
    if (auto pipe = read_pipe_table(writer_.text(), lines, first, writer_.options(), vocabulary_)) {
      Block& block =
          writer_.add_table(std::move(pipe->table), {lines[first].begin, lines[first + pipe->n_lines - 1].end});
      for (Diagnostic& diagnostic : pipe->diagnostics) {
        diagnostic.line += block.line;
        writer_.document().diagnostics.push_back(std::move(diagnostic));
      }
      return pipe->n_lines;
    }
    if (auto grid = read_drawn_table(writer_.text(), lines, first, writer_.options())) {
      writer_.add_table(std::move(grid->table), {lines[first].begin, lines[first + grid->n_lines - 1].end});
      return grid->n_lines;
    }
    return 0;
  }

  void add_paragraph(std::vector<Span> lines) {
    if (lines.empty()) return;
    std::string_view first = writer_.bytes(lines.front());
    if (quotes_ > 0 && first.starts_with("[!") && first.ends_with("]")) {  // "> [!NOTE]"
      lines.erase(lines.begin());
      admonition_quote_ = quotes_;
      if (lines.empty()) return;
    }
    bool footnote = first.starts_with("[^") && first.find("]:") != std::string_view::npos;
    if (footnote) lines.front().begin += static_cast<std::uint32_t>(first.find("]:") + 2);
    if (item_open_) return add_item(lines);
    if (std::vector<LineItem> items = split_line_items(writer_.text(), lines); !items.empty())
      return add_line_items(items);
    bool quoted = quotes_ > 0 && !mask_.is_admonition(writer_.index().line_of(lines.front().begin)) &&
                  admonition_quote_ != quotes_;
    Block& block = writer_.add_text(quoted ? BlockKind::quote : BlockKind::paragraph, lines);
    if (!lists_.empty()) {
      block.list = lists_.back().id;
      block.level = lists_.back().depth;
    }
    if (footnote) block.role = "footnote";
  }
  void add_item(const std::vector<Span>& lines) {
    Block& block = writer_.add_text(BlockKind::list_item, lines);
    item_open_ = false;
    if (lists_.empty()) return;
    block.list = lists_.back().id;
    block.level = lists_.back().depth;
    block.ordered = lists_.back().ordered;
  }
  void add_line_items(const std::vector<LineItem>& items) {
    int id = n_lists_++;
    for (const LineItem& item : items) {
      Block& block = writer_.add_text(item.is_item ? BlockKind::list_item : BlockKind::paragraph, item.lines);
      if (!item.is_item) continue;
      block.list = id;
      block.level = static_cast<int>(lists_.size()) + 1;
    }
  }

  void read_code(cmark_node* node) {
    if (consumed(node)) return;
    int length = 0;
    int offset = 0;
    char character = 0;
    bool fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0;
    std::vector<Span> lines;
    int first = cmark_node_get_start_line(node);
    int last = std::min(cmark_node_get_end_line(node), writer_.n_lines());
    Span whole{writer_.line(first).begin, writer_.line(std::max(first, last)).end};
    for (int number = first; number <= last; ++number) {
      Span line = writer_.line(number);
      if (number > first || quotes_ == 0) skip_markers(line);
      if (fenced && number == first) continue;
      if (fenced && number == last) {
        std::string_view end = writer_.bytes(line);
        std::size_t mark = end.find_first_not_of(" \t");
        if (mark != std::string_view::npos && end[mark] == character &&
            end.find_first_not_of(std::string(" \t") + character, mark) == std::string_view::npos)
          continue;
      }
      lines.push_back(line);
    }
    while (!lines.empty() && writer_.bytes(lines.back()).find_first_not_of(" \t") == std::string_view::npos)
      lines.pop_back();
    if (lines.empty()) return;
    const char* info = cmark_node_get_fence_info(node);
    std::string language = info == nullptr ? std::string() : std::string(info);
    if (read_drawn_code(lines, language)) return;
    Block& block = writer_.add_verbatim(BlockKind::code, lines);
    block.span = whole;
    block.role = language.substr(0, language.find_first_of(" ,{"));
    item_open_ = false;
  }
  /// A code block that only draws a table.
  bool read_drawn_code(const std::vector<Span>& lines, const std::string& language) {
    if (!language.empty() && language != "text" && language != "txt" && language != "plain" && language != "ascii")
      return false;
    std::size_t first = 0;
    while (first < lines.size() && writer_.bytes(lines[first]).find_first_not_of(" \t") == std::string_view::npos)
      ++first;
    auto grid = read_drawn_table(writer_.text(), lines, first, writer_.options());
    if (!grid || first + grid->n_lines < lines.size()) return false;
    writer_.add_table(std::move(grid->table), BlockWriter::cover(lines));
    return true;
  }

  void read_html_block(cmark_node* node) {
    if (consumed(node)) return;
    int last = std::min(cmark_node_get_end_line(node), writer_.n_lines());
    Span span{writer_.line(cmark_node_get_start_line(node)).begin,
              writer_.line(std::max(last, cmark_node_get_start_line(node))).end};
    HtmlBlockEnd end = read_markdown_html(writer_, span, html_tables_, n_lists_);
    if (end.offset > span.end) skip_to_line_ = writer_.index().line_of(end.offset - 1);
  }

  BlockWriter& writer_;
  const MarkdownMask& mask_;
  const Vocabulary& vocabulary_;
  int quotes_ = 0;
  int admonition_quote_ = -1;
  std::vector<ListState> lists_;
  int n_lists_ = 0;
  bool item_open_ = false;  // the next paragraph is the item's text
  int skip_to_line_ = 0;    // an HTML table went on to here
  std::vector<Span> html_tables_;
};

std::unique_ptr<cmark_node, FreeNode> parse(std::string_view masked) {
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_feed(parser, masked.data(), masked.size());
  std::unique_ptr<cmark_node, FreeNode> root(cmark_parser_finish(parser));
  cmark_parser_free(parser);
  return root;
}

}  // namespace

Document read_markdown(const Source& source, const Vocabulary& vocabulary) {
  Document document;
  document.url = source.url;
  if (source.text.empty()) return document;
  BlockWriter writer(source, document, InlineSyntax::markdown);
  Span front = read_front_matter(source.text, document);
  MarkdownMask mask = mask_markdown(writer, front);
  MarkdownReader reader(writer, mask, vocabulary);
  reader.read(parse(mask.text).get());
  read_html_tables(source, reader.html_tables(), document);
  if (!front.empty()) {
    Block& block = writer.add(BlockKind::boilerplate, front);
    block.text = SpannedText::verbatim(writer.bytes(front), front.begin).trimmed();
    block.role = "front-matter";
  }
  for (const auto& [span, role] : mask.boilerplate) {
    Block& block = writer.add_verbatim(BlockKind::boilerplate, {span});
    block.role = role;
  }
  std::stable_sort(document.blocks.begin(), document.blocks.end(),
                   [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; });
  label_residue(document);
  return document;
}

}  // namespace versus
