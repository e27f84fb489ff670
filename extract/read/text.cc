// Plain text: no markup to rely on, so every line is looked at for what people type - headings, underlines, bullets,
// fences, tables of tabs, bars, spaces or commas - and the layout of the whole decides what a line break means.
#include <algorithm>

#include "extract/read/block_writer.h"
#include "extract/read/front_matter.h"
#include "extract/read/line_lists.h"
#include "extract/read/pipe_table.h"
#include "extract/read/readers.h"
#include "extract/read/residue.h"
#include "extract/read/residue_lines.h"
#include "extract/read/table_builder.h"
#include "extract/read/text_columns.h"
#include "extract/read/text_lines.h"
#include "extract/read/text_tables.h"

namespace versus {
namespace {

enum class OrdinalKind { none, digit, letter };

class TextReader {
 public:
  TextReader(BlockWriter& writer, const std::vector<TextLine>& lines, const TextLayout& layout,
             const Vocabulary& vocabulary)
      : writer_(writer), text_(writer.text()), lines_(lines), layout_(layout), vocabulary_(vocabulary) {
    spans_.reserve(lines.size());
    for (const TextLine& line : lines) spans_.push_back(line.content);
  }

  void read(std::size_t first) {
    at_ = first;
    while (at_ < lines_.size()) {
      if (lines_[at_].content.empty()) {
        ++blank_lines_;
        ++at_;
        continue;
      }
      group_begin_ = at_ == first || lines_[at_ - 1].content.empty();
      std::size_t before = at_;
      std::size_t blocks = writer_.document().blocks.size();
      read_block();
      if (at_ == before) ++at_;
      if (layout_.is_slides) label_cell(blocks);
      if (writer_.document().blocks.size() > blocks) last_line_ = before;
      blank_lines_ = 0;
    }
  }

 private:
  std::string_view content(std::size_t line) const {
    return text_.substr(lines_[line].content.begin, lines_[line].content.size());
  }
  bool is_blank(std::size_t line) const { return line >= lines_.size() || lines_[line].content.empty(); }
  std::size_t next_text(std::size_t line) const {
    while (line < lines_.size() && lines_[line].content.empty()) ++line;
    return line;
  }

  void read_block() {
    if (read_fence() || read_table() || read_marked_heading() || read_directive() || read_literal()) return;
    std::string_view line = content(at_);
    if (is_rule(line)) {
      ++at_;
      return;
    }
    if (auto bullet = parse_bullet(line)) {
      if (read_numbered_heading(*bullet)) return;
      return read_item(*bullet);
    }
    if (read_plain_heading()) return;
    read_paragraph();
  }

  // Slides: a block after several blank lines opens a cell, others belong to the cell above.
  void label_cell(std::size_t first_block) {
    std::vector<Block>& blocks = writer_.document().blocks;
    for (std::size_t i = first_block; i < blocks.size(); ++i) {
      if (blocks[i].table || blocks[i].kind == BlockKind::code) continue;
      blocks[i].role = i == first_block && (blank_lines_ >= 2 || first_block == 0) ? "cell" : "cell-continued";
    }
  }

  // --- code
  bool read_fence() {
    std::string_view line = content(at_);
    if (!line.starts_with("```") && !line.starts_with("~~~")) return false;
    char c = line.front();
    std::size_t length = line.find_first_not_of(c);
    if (length == std::string_view::npos) length = line.size();
    if (line.find(c, length) != std::string_view::npos) return false;
    if (no_fence_after_ <= at_) return false;
    std::size_t end = at_ + 1;
    while (end < lines_.size()) {
      std::string_view close = content(end);
      if (close.size() >= length && close.find_first_not_of(c) == std::string_view::npos) break;
      ++end;
    }
    if (end >= lines_.size()) {
      no_fence_after_ = std::min(no_fence_after_, at_);
      return false;
    }
    std::vector<Span> lines;
    for (std::size_t i = at_ + 1; i < end; ++i) lines.push_back(writer_.line(static_cast<int>(i) + 1));
    std::string_view info = line.substr(length);
    if (!lines.empty() && !read_fenced_table(at_ + 1, end, info)) {
      Block& block = writer_.add_verbatim(BlockKind::code, lines);
      block.span = {lines_[at_].content.begin, lines_[end].content.end};
      block.role = std::string(info.substr(0, info.find(' ')));
    }
    at_ = end + 1;
    return true;
  }
  bool read_fenced_table(std::size_t first, std::size_t end, std::string_view info) {
    if (!info.empty() && info != "text" && info != "txt") return false;
    first = next_text(first);
    auto table = read_drawn_table(text_, spans_, first, writer_.options());
    if (!table || next_text(first + table->n_lines) < end) return false;
    writer_.add_table(std::move(table->table), {spans_[first].begin, spans_[first + table->n_lines - 1].end});
    return true;
  }

  // --- tables
  bool read_table() {
    std::optional<TextTable> table;
    std::string_view line = content(at_);
    if (line.find('|') != std::string_view::npos && at_ >= no_pipe_before_) {
      if (auto pipe = read_pipe_table(text_, spans_, at_, writer_.options(), vocabulary_)) {
        int first = static_cast<int>(at_) + 1;
        for (Diagnostic& diagnostic : pipe->diagnostics) {
          diagnostic.line += first;
          writer_.document().diagnostics.push_back(std::move(diagnostic));
        }
        table = TextTable{std::move(pipe->table), pipe->n_lines};
      } else {
        no_pipe_before_ = run_end([&](std::size_t i) {
          std::string_view text = content(i);
          return text.front() == '|' && text.back() == '|';
        });
      }
    }
    if (!table && at_ >= no_drawing_before_) {
      table = read_drawn_table(text_, spans_, at_, writer_.options());
      if (!table)
        no_drawing_before_ = run_end([&](std::size_t i) {
          std::string_view text = content(i);
          return std::string_view("+|-=").find(text.front()) != std::string_view::npos ||
                 text.starts_with("\xE2\x94") || text.starts_with("\xE2\x95");
        });
    }
    if (!table && at_ >= no_tabs_before_ && line.find('\t') != std::string_view::npos) {
      table = read_tab_table(text_, lines_, at_, writer_.options());
      if (!table)
        no_tabs_before_ = run_end([&](std::size_t i) { return content(i).find('\t') != std::string_view::npos; });
    }
    if (!table && group_begin_) table = read_aligned_table(text_, lines_, at_, writer_.options());
    if (!table && (group_begin_ || !had_commas_)) table = read_csv_table(text_, lines_, at_, writer_.options());
    if (!table && !layout_.is_slides) table = read_flattened_table(text_, lines_, at_, writer_.options(), vocabulary_);
    had_commas_ = line.find_first_of(",;") != std::string_view::npos;
    if (!table) return false;
    Span span{lines_[at_].content.begin, lines_[at_ + table->n_lines - 1].content.end};
    writer_.add_table(std::move(table->table), span);
    at_ += table->n_lines;
    return true;
  }
  template <typename Test>
  std::size_t run_end(Test test) const {
    std::size_t end = at_;
    while (end < lines_.size() && !lines_[end].content.empty() && test(end)) ++end;
    return std::max(end, at_ + 1);
  }

  // --- headings
  Block& add_heading(Span span, int level) {
    Block& block = writer_.add_text(BlockKind::heading, {span});
    block.level = level;
    end_list();
    return block;
  }
  bool read_marked_heading() {
    std::string_view line = content(at_);
    std::size_t hashes = line.find_first_not_of('#');
    if (hashes != std::string_view::npos && hashes > 0 && hashes <= 6 && line[hashes] == ' ') {
      Span span = lines_[at_].content;
      span.begin += static_cast<std::uint32_t>(hashes + 1);
      while (span.begin < span.end && text_[span.begin] == ' ') ++span.begin;
      std::size_t end = line.find_last_not_of('#');
      if (end + 1 < line.size() && line[end] == ' ')
        span.end = lines_[at_].content.begin + static_cast<std::uint32_t>(end);
      Block& block = add_heading(span, static_cast<int>(hashes));
      block.span = lines_[at_].content;
      ++at_;
      return true;
    }
    return read_underlined_heading();
  }
  int underline_level(char c) {
    std::size_t known = underlines_.find(c);
    if (known == std::string::npos) {
      underlines_ += c;
      known = underlines_.size() - 1;
    }
    return static_cast<int>(std::min<std::size_t>(known + 1, 6));
  }
  bool read_underlined_heading() {
    std::size_t title = at_;
    bool overlined = is_rule(content(at_)) && at_ + 2 < lines_.size() && content(at_ + 2) == content(at_);
    if (overlined) ++title;
    if (title + 1 >= lines_.size() || is_blank(title) || is_rule(content(title))) return false;
    std::string_view under = content(title + 1);
    if (!is_rule(under) || under.front() == '`' || under.front() == '"' || under.front() == '.') return false;
    if (parse_bullet(content(title)).value_or(Bullet{}).is_markdown && under.front() == '-' &&
        !layout_.is_restructured_text)
      return false;
    std::uint32_t width = lines_[title].width;
    if (width > 120 || (lines_[title + 1].width + 3 < width && lines_[title + 1].width * 2 < width)) return false;
    // A paragraph above a rule is not a heading.
    if (!overlined && !group_begin_ && width > 60) return false;
    Block& block = add_heading(lines_[title].content, underline_level(under.front()));
    block.span = {lines_[at_].content.begin, lines_[title + 1].content.end};
    at_ = title + 2;
    return true;
  }

  static OrdinalKind ordinal_kind(std::string_view line) {
    auto bullet = parse_bullet(line);
    if (!bullet || !bullet->ordered) return OrdinalKind::none;
    std::size_t i = line.front() == '(' ? 1 : 0;
    return line[i] >= '0' && line[i] <= '9' ? OrdinalKind::digit : OrdinalKind::letter;
  }
  // "1. Understanding Oak" between paragraphs.
  bool read_numbered_heading(const Bullet& bullet) {
    if (!bullet.ordered || layout_.is_slides) return false;
    std::string_view line = content(at_);
    std::string_view title = line.substr(bullet.length);
    if (!looks_like_heading(title) || title.back() == ':' || title.find('*') != std::string_view::npos) return false;
    OrdinalKind kind = ordinal_kind(line);
    if (last_line_ < at_ && ordinal_kind(content(last_line_)) == kind && !last_was_heading_) return false;
    std::size_t next = next_text(at_ + 1);
    if (next >= lines_.size() || ordinal_kind(content(next)) == kind) return false;
    bool body = lines_[next].width > lines_[at_].width + 10 || ordinal_kind(content(next)) != OrdinalKind::none;
    if (!body || (next == at_ + 1 && lines_[next].indent > lines_[at_].indent)) return false;
    Span span = lines_[at_].content;
    span.begin += static_cast<std::uint32_t>(bullet.length);
    Block& block = add_heading(span, kind == OrdinalKind::digit ? 2 : 3);
    block.span = lines_[at_].content;
    last_was_heading_ = true;
    ++at_;
    return true;
  }

  bool read_plain_heading() {
    last_was_heading_ = false;
    if (layout_.is_slides) return false;
    std::string_view line = content(at_);
    bool alone = is_blank(at_ + 1);
    bool own_line = layout_.wrap_width == 0 && !layout_.is_restructured_text;
    bool is_first = writer_.document().blocks.empty();
    // "Pros of Oak:" right above its list, a title right above its byline.
    bool leads = group_begin_ && !alone &&
                 ((line.back() == ':' && parse_bullet(content(at_ + 1)).has_value()) ||
                  (is_first && read_byline(content(at_ + 1)).found));
    if (!alone && !own_line && !leads) return false;
    if (!group_begin_ && !own_line) return false;
    if (!looks_like_heading(line)) return false;
    std::size_t next = next_text(at_ + 1);
    if (next >= lines_.size()) return false;
    std::string_view below = content(next);
    bool list_below = parse_bullet(below).has_value();
    bool longer = lines_[next].width > lines_[at_].width + 15 && lines_[next].width > 40;
    bool sentence_below = below.back() == '.' || below.back() == ':' || below.back() == '!';
    bool text_below = longer || (sentence_below && lines_[next].width > lines_[at_].width);
    bool tabs_below = below.find('\t') != std::string_view::npos || below.find('|') != std::string_view::npos;
    bool heading_below = looks_like_heading(below) && alone && is_blank(next + 1);
    if (line.back() == ':') {
      if (!(list_below ? title_case(line) : text_below)) return false;
    } else if (!(text_below || list_below || tabs_below || (leads && is_first) || (alone && is_first) ||
                 (heading_below && group_begin_))) {
      return false;
    }
    if (!alone && !(is_first || list_below || lines_[next].width > 100)) return false;
    add_heading(lines_[at_].content, is_first && (alone || (leads && line.back() != ':')) ? 1 : 2);
    last_was_heading_ = true;
    ++at_;
    return true;
  }
  static bool title_case(std::string_view line) {
    std::size_t words = 0;
    std::size_t capitals = 0;
    bool start = true;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == ' ') {
        start = true;
      } else if (start) {
        start = false;
        std::size_t end = line.find(' ', i);
        bool small = (end == std::string_view::npos ? line.size() : end) - i < 4;
        bool capital = !(line[i] >= 'a' && line[i] <= 'z');
        words += small && !capital ? 0 : 1;
        capitals += capital ? 1 : 0;
      }
    }
    return words > 0 && capitals == words;
  }

  // --- reStructuredText
  bool read_directive() {
    if (!layout_.is_restructured_text) return false;
    std::string_view line = content(at_);
    if (!line.starts_with("..") || (line.size() > 2 && line[2] != ' ')) return false;
    std::size_t colons = line.find("::");
    std::string_view name = colons == std::string_view::npos || line.size() < 4 ? "" : line.substr(3, colons - 3);
    std::uint32_t indent = lines_[at_].indent;
    std::size_t body = at_ + 1;
    std::size_t end = body;
    for (std::size_t i = body; i < lines_.size(); ++i) {
      if (lines_[i].content.empty()) continue;
      if (lines_[i].indent <= indent) break;
      end = i + 1;
    }
    if (name == "code-block" || name == "code" || name == "sourcecode" || name == "parsed-literal" ||
        name == "literalinclude") {
      add_code(next_text(body), end);
      at_ = end;
      return true;
    }
    if (name == "list-table") {
      read_list_table(body, end);
      at_ = end;
      return true;
    }
    bool has_content = name == "note" || name == "warning" || name == "tip" || name == "important" || name == "hint" ||
                       name == "admonition" || name == "topic" || name == "table" || name == "csv-table" ||
                       name == "epigraph" || name == "seealso";
    if (has_content) {  // its body is read as text
      at_ = body;
      while (at_ < end && content(at_).starts_with(":")) ++at_;
      return true;
    }
    std::vector<Span> lines{lines_[at_].content};
    for (std::size_t i = body; i < end; ++i)
      if (!lines_[i].content.empty()) lines.push_back(lines_[i].content);
    Block& block = writer_.add_verbatim(BlockKind::boilerplate, lines);
    block.role = line.size() > 3 && line[3] == '[' ? "references" : "directive";
    at_ = std::max(end, at_ + 1);
    return true;
  }
  void add_code(std::size_t first, std::size_t end) {
    std::vector<Span> lines;
    for (std::size_t i = first; i < end; ++i) lines.push_back(writer_.line(static_cast<int>(i) + 1));
    if (!lines.empty()) writer_.add_verbatim(BlockKind::code, lines);
  }
  // "* - first cell" opens a row, "  - cell" the next one.
  void read_list_table(std::size_t first, std::size_t end) {
    std::vector<RowLines> rows;
    int header_rows = 0;
    for (std::size_t i = first; i < end; ++i) {
      std::string_view line = content(i);
      Span span = lines_[i].content;
      if (line.starts_with(":header-rows:")) header_rows = line.back() - '0';
      if (line.empty() || (line.starts_with(":") && rows.empty())) continue;
      bool row = line.starts_with("* -");
      bool cell = !row && line.starts_with("-");
      if (row) rows.emplace_back();
      if (rows.empty()) continue;
      if (row || cell) {
        span.begin = std::min(span.end, span.begin + (row ? 3U : 1U));
        while (span.begin < span.end && text_[span.begin] == ' ') ++span.begin;
        rows.back().push_back({{span}, 1, 1});
      } else if (!rows.back().empty()) {
        rows.back().back().lines.push_back(span);
      }
    }
    if (rows.size() < 2) return;
    Table table = build_table(text_, rows, std::clamp(header_rows, 0, 9), 0, writer_.options());
    writer_.add_table(std::move(table), {lines_[first].content.begin, lines_[end - 1].content.end});
  }
  // The indented block after a paragraph that ends in "::".
  bool read_literal() {
    if (!layout_.is_restructured_text || !literal_next_) return false;
    literal_next_ = false;
    if (lines_[at_].indent <= literal_indent_) return false;
    std::size_t end = at_;
    for (std::size_t i = at_; i < lines_.size(); ++i) {
      if (lines_[i].content.empty()) continue;
      if (lines_[i].indent <= literal_indent_) break;
      end = i + 1;
    }
    add_code(at_, end);
    at_ = end;
    return true;
  }

  // --- lists
  void end_list() { indents_.clear(); }
  int depth_of(std::uint32_t indent) {
    while (indents_.size() > 1 && indent + 1 < indents_.back()) indents_.pop_back();
    if (indents_.empty() || indent > indents_.back() + 1) indents_.push_back(indent);
    return static_cast<int>(indents_.size());
  }
  bool opens_block(std::size_t line) const {
    std::string_view text = content(line);
    return parse_bullet(text).has_value() || text.starts_with("```") || is_rule(text) ||
           (text.starts_with("#") && text.find(' ') < 7) || text.starts_with(".. ");
  }
  void read_item(const Bullet& bullet) {
    bool fresh = indents_.empty();
    if (fresh) ++n_lists_;
    Span first = lines_[at_].content;
    if (!bullet.is_text) first.begin += static_cast<std::uint32_t>(bullet.length);
    std::vector<Span> lines{first};
    std::size_t end = at_ + 1;
    bool lead = text_[lines_[at_].content.end - 1] == ':';
    while (!is_blank(end) && !opens_block(end)) {
      bool indented = lines_[end].indent > lines_[at_].indent;
      bool soft = is_soft_break(text_, lines_[end - 1], lines_[end], layout_);
      if (!soft && !(indented && lines_[end].indent >= lines_[at_].indent + 2) && !lead) break;
      if (content(end).find('\t') != std::string_view::npos && !soft) break;
      lead = false;
      lines.push_back(lines_[end].content);
      ++end;
    }
    Block& block = writer_.add_text(BlockKind::list_item, lines);
    block.span = {lines_[at_].content.begin, lines.back().end};
    block.level = depth_of(lines_[at_].indent);
    block.list = n_lists_ - 1;
    block.ordered = bullet.ordered;
    at_ = end;
  }

  // --- paragraphs
  void read_paragraph() {
    std::vector<Span> lines{lines_[at_].content};
    std::size_t end = at_ + 1;
    bool indented = lines_[at_].indent >= 2 && !indents_.empty();
    while (!is_blank(end) && !opens_block(end) && is_soft_break(text_, lines_[end - 1], lines_[end], layout_)) {
      bool underline =
          end + 1 < lines_.size() && is_rule(content(end + 1)) && lines_[end].width < 60 && !layout_.is_slides;
      if (underline) break;
      lines.push_back(lines_[end].content);
      ++end;
    }
    // An indented line under a list belongs to it; any other text ends it.
    if (!indented) end_list();
    Block& block = writer_.add_text(BlockKind::paragraph, lines);
    if (indented) {
      block.list = n_lists_ - 1;
      block.level = static_cast<int>(indents_.size());
    }
    std::string_view last = content(end - 1);
    if (layout_.is_restructured_text && last.ends_with("::")) {
      literal_next_ = true;
      literal_indent_ = lines_[end - 1].indent;
    }
    at_ = end;
  }

  BlockWriter& writer_;
  std::string_view text_;
  const std::vector<TextLine>& lines_;
  const TextLayout& layout_;
  const Vocabulary& vocabulary_;
  std::vector<Span> spans_;
  std::size_t at_ = 0;
  std::size_t blank_lines_ = 0;                           // before at_
  bool group_begin_ = true;                               // at_ is the first line or stands after a blank one
  std::size_t last_line_ = static_cast<std::size_t>(-1);  // where the block before began
  bool last_was_heading_ = false;
  std::size_t no_fence_after_ = static_cast<std::size_t>(-1);
  std::size_t no_pipe_before_ = 0;
  std::size_t no_tabs_before_ = 0;
  std::size_t no_drawing_before_ = 0;
  bool had_commas_ = false;
  std::string underlines_;  // characters of underlined headings in order of appearance
  std::vector<std::uint32_t> indents_;
  int n_lists_ = 0;
  bool literal_next_ = false;
  std::uint32_t literal_indent_ = 0;
};

}  // namespace

Document read_text(const Source& source, const Vocabulary& vocabulary) {
  Document document;
  document.url = source.url;
  if (source.text.empty()) return document;
  LineIndex index(source.text);
  std::vector<TextLine> lines = text_lines(source.text, index);
  TextLayout layout = text_layout(source.text, lines);
  BlockWriter writer(source, document,
                     layout.is_restructured_text ? InlineSyntax::restructured_text : InlineSyntax::plain);
  Span front = read_front_matter(source.text, document);
  std::size_t first = 0;
  if (!front.empty()) {
    Block& block = writer.add(BlockKind::boilerplate, front);
    block.text = SpannedText::verbatim(writer.bytes(front), front.begin).trimmed();
    block.role = "front-matter";
    while (first < lines.size() && lines[first].content.begin < front.end) ++first;
  }
  TextReader(writer, lines, layout, vocabulary).read(first);
  label_residue(document);
  return document;
}

}  // namespace versus
