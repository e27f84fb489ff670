// Cells are found by the bars on each line, columns by where most lines have their bars: a row whose bars are one or
// two columns off (emoji, tabs) is still read, which corner-by-corner tracing would not do.
#include "extract/read/text_tables.h"

#include <algorithm>
#include <array>
#include <map>

#include "corpus/text.h"
#include "extract/read/table_builder.h"

namespace versus {
namespace {

constexpr std::size_t kMaxLines = 20000;
constexpr std::size_t kMaxLineBytes = 4000;
constexpr std::size_t kMaxSimpleTable = 2000;  // lines to look for the closing rule of "====  ===="

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

Span trimmed(std::string_view source, Span span) {
  while (span.begin < span.end && is_blank(source[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(source[span.end - 1])) --span.end;
  return span;
}

bool is_bar(char32_t c) {
  return c == U'|' || c == U'│' || c == U'┃' || c == U'║' || c == U'┆' || c == U'╎' || c == U'¦';
}
bool is_box(char32_t c) { return c >= 0x2500 && c <= 0x257F; }
bool is_double(char32_t c) { return c == U'=' || c == U'═' || c == U'━'; }

enum class LineKind { other, rule, content };

struct DrawnLine {
  LineKind kind = LineKind::other;
  bool is_double = false;                                     // a rule of "=" or "═"
  bool has_box = false;                                       // drawn with box characters
  bool has_corner = false;                                    // "+" or a box corner
  std::vector<std::pair<std::uint32_t, std::uint32_t>> bars;  // content: display column, byte offset
  std::vector<std::uint32_t> bar_ends;                        // byte offset after each bar
};

DrawnLine read_drawn_line(std::string_view source, Span span) {
  DrawnLine line;
  span = trimmed(source, span);
  if (span.empty() || span.size() > kMaxLineBytes) return line;
  std::uint32_t line_begin = span.begin;
  while (line_begin > 0 && source[line_begin - 1] != '\n' && span.begin - line_begin < 400) --line_begin;
  std::string_view text = source.substr(0, span.end);
  std::size_t drawing = 0;
  std::size_t doubles = 0;
  std::size_t other = 0;
  std::uint32_t column = span.begin - line_begin;
  bool starts_with_bar = false;
  for (std::size_t at = span.begin; at < span.end;) {
    auto begin = static_cast<std::uint32_t>(at);
    char32_t c = next_code_point(text, at);
    if (is_bar(c)) {
      if (begin == span.begin) starts_with_bar = true;
      line.bars.emplace_back(column, begin);
      line.bar_ends.push_back(static_cast<std::uint32_t>(at));
    }
    if (is_box(c)) line.has_box = true;
    if (c == U'+' || (is_box(c) && !is_bar(c) && c != U'─' && c != U'━' && c != U'═')) line.has_corner = true;
    if (is_double(c)) ++doubles;
    if (c == U'-' || c == U'+' || c == U'=' || (is_box(c) && !is_bar(c)))
      ++drawing;
    else if (c != U' ' && c != U':' && !is_bar(c))
      ++other;
    ++column;
  }
  if (other == 0 && drawing >= 3) {
    line.kind = LineKind::rule;
    line.is_double = doubles * 2 > drawing;
  } else if (starts_with_bar || (line.has_box && !line.bars.empty())) {
    line.kind = LineKind::content;
  }
  return line;
}

struct DrawnRow {
  std::vector<Span> cells;   // one line's cells
  std::vector<int> columns;  // how many columns each of them covers
};

// The bars most content lines have: the columns of the table.
std::vector<std::uint32_t> find_boundaries(const std::vector<DrawnLine>& lines) {
  std::map<std::size_t, std::size_t> counts;
  for (const DrawnLine& line : lines)
    if (line.kind == LineKind::content) ++counts[line.bars.size()];
  std::size_t best = 0;
  for (const auto& [bars, n] : counts)
    if (best == 0 || n >= counts[best]) best = bars;
  for (const DrawnLine& line : lines) {
    if (line.kind != LineKind::content || line.bars.size() != best) continue;
    std::vector<std::uint32_t> columns;
    for (const auto& bar : line.bars) columns.push_back(bar.first);
    return columns;
  }
  return {};
}

std::size_t nearest(const std::vector<std::uint32_t>& boundaries, std::uint32_t column) {
  auto at = std::lower_bound(boundaries.begin(), boundaries.end(), column);
  if (at == boundaries.end()) return boundaries.size() - 1;
  if (at != boundaries.begin() && column - *(at - 1) < *at - column) --at;
  return static_cast<std::size_t>(at - boundaries.begin());
}

DrawnRow split_row(std::string_view source, Span span, const DrawnLine& line,
                   const std::vector<std::uint32_t>& boundaries) {
  DrawnRow row;
  span = trimmed(source, span);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  // byte ranges of the bars
  for (std::size_t i = 0; i < line.bars.size(); ++i) edges.emplace_back(line.bars[i].second, line.bar_ends[i]);
  bool exact = line.bars.size() == boundaries.size();
  std::uint32_t begin = span.begin;
  std::size_t previous = 0;
  bool first = !edges.empty() && edges.front().first == span.begin;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    std::size_t here = exact ? i : nearest(boundaries, line.bars[i].first);
    if (!(i == 0 && first)) {
      row.cells.push_back(trimmed(source, {begin, edges[i].first}));
      row.columns.push_back(std::max(1, static_cast<int>(here) - static_cast<int>(previous)));
    }
    previous = here;
    begin = edges[i].second;
  }
  Span rest = trimmed(source, {begin, span.end});
  if (!rest.empty()) {
    row.cells.push_back(rest);
    row.columns.push_back(1);
  }
  return row;
}

RowLines to_row(const DrawnRow& row) {
  RowLines out;
  for (std::size_t i = 0; i < row.cells.size(); ++i) out.push_back({{row.cells[i]}, row.columns[i], 1});
  return out;
}

void merge_into(RowLines& row, const DrawnRow& more) {
  for (std::size_t i = 0; i < more.cells.size() && i < row.size(); ++i)
    if (!more.cells[i].empty()) row[i].lines.push_back(more.cells[i]);
}

// The lines between two rules: one row, or a row each.
void add_group(const std::vector<DrawnRow>& group, bool one_row, std::vector<RowLines>& rows) {
  if (group.empty()) return;
  for (std::size_t i = 0; i < group.size(); ++i) {
    bool goes_on = i > 0 && (one_row || group[i].cells.empty() || group[i].cells.front().empty());
    if (goes_on && !rows.empty())
      merge_into(rows.back(), group[i]);
    else
      rows.push_back(to_row(group[i]));
  }
}

bool lines_are_rows(const std::vector<DrawnRow>& group) {
  auto named = std::count_if(group.begin(), group.end(),
                             [](const DrawnRow& row) { return !row.cells.empty() && !row.cells.front().empty(); });
  auto full = std::count_if(group.begin(), group.end(), [](const DrawnRow& row) {
    return std::none_of(row.cells.begin(), row.cells.end(), [](Span s) { return s.empty(); });
  });
  return static_cast<std::size_t>(named) * 2 > group.size() && full >= 2;
}

std::optional<TextTable> read_bar_table(std::string_view source, const std::vector<Span>& lines, std::size_t first,
                                        const InlineOptions& options) {
  std::vector<DrawnLine> drawn;
  bool box = false;
  bool corner = false;
  for (std::size_t i = first; i < lines.size() && drawn.size() < kMaxLines; ++i) {
    DrawnLine line = read_drawn_line(source, lines[i]);
    if (line.kind == LineKind::other) break;
    box = box || line.has_box;
    corner = corner || (line.kind == LineKind::rule && line.has_corner);
    drawn.push_back(std::move(line));
  }
  if (!box && !corner) return std::nullopt;
  std::vector<std::uint32_t> boundaries = find_boundaries(drawn);
  if (boundaries.empty()) return std::nullopt;
  std::vector<std::vector<DrawnRow>> groups(1);
  std::size_t header_groups = 0;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if (drawn[i].kind == LineKind::content) {
      groups.back().push_back(split_row(source, lines[first + i], drawn[i], boundaries));
    } else if (!groups.back().empty()) {
      if (drawn[i].is_double && header_groups == 0) header_groups = groups.size();
      groups.emplace_back();
    }
  }
  if (groups.back().empty()) groups.pop_back();
  if (header_groups >= groups.size()) header_groups = 0;
  if (groups.size() == 2) header_groups = 1;
  std::vector<RowLines> rows;
  int header_rows = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    bool header = g < header_groups;
    bool one_row = header || (groups.size() > 2 && !(groups.size() <= 4 && lines_are_rows(groups[g])));
    add_group(groups[g], one_row, rows);
    if (header) header_rows = static_cast<int>(rows.size());
  }
  if (rows.size() < 2) return std::nullopt;
  Table table = build_table(source, rows, header_rows, 0, options);
  if (table.n_columns < 2) return std::nullopt;
  return TextTable{std::move(table), drawn.size()};
}

// --- RST's simple tables

// "=====  ====": where its columns begin.
std::vector<std::size_t> simple_columns(std::string_view line) {
  if (line.find_first_not_of("= ") != std::string_view::npos) return {};
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (line[i] == '=' && (i == 0 || line[i - 1] == ' ')) starts.push_back(i);
  return starts;
}

Span from_line_start(std::string_view source, Span span) {
  while (span.begin > 0 && source[span.begin - 1] != '\n') --span.begin;
  return span;
}

std::vector<Span> cells_at(std::string_view source, Span line, const std::vector<std::size_t>& starts) {
  std::vector<std::uint32_t> offsets;
  std::string_view text = source.substr(0, line.end);
  std::size_t column = 0;
  for (std::size_t at = line.begin; at < line.end; ++column) {
    offsets.push_back(static_cast<std::uint32_t>(at));
    next_code_point(text, at);
  }
  std::vector<Span> cells;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    std::uint32_t begin = starts[k] < offsets.size() ? offsets[starts[k]] : line.end;
    bool last = k + 1 == starts.size();
    std::uint32_t end = !last && starts[k + 1] < offsets.size() ? offsets[starts[k + 1]] : line.end;
    cells.push_back(trimmed(source, {begin, std::max(begin, end)}));
  }
  return cells;
}

std::optional<TextTable> read_simple_table(std::string_view source, const std::vector<Span>& lines, std::size_t first,
                                           const InlineOptions& options) {
  Span top = from_line_start(source, trimmed(source, lines[first]));
  if (top.size() > kMaxLineBytes) return std::nullopt;
  std::vector<std::size_t> starts = simple_columns(source.substr(top.begin, top.size()));
  if (starts.size() < 2) return std::nullopt;
  std::vector<std::size_t> rules;
  std::size_t limit = std::min(lines.size(), first + kMaxSimpleTable);
  for (std::size_t i = first + 1; i < limit && rules.size() < 2; ++i) {
    Span line = from_line_start(source, trimmed(source, lines[i]));
    if (simple_columns(source.substr(line.begin, line.size())).size() >= 2) rules.push_back(i);
  }
  if (rules.empty()) return std::nullopt;
  std::size_t last = rules.back();
  std::vector<RowLines> rows;
  int header_rows = 0;
  for (std::size_t i = first + 1; i < last; ++i) {
    Span line = trimmed(source, lines[i]);
    if (rules.size() == 2 && i == rules.front()) {
      header_rows = static_cast<int>(rows.size());
      continue;
    }
    std::string_view content = source.substr(line.begin, line.size());
    if (content.empty() || content.find_first_not_of("- ") == std::string_view::npos) continue;
    if (line.size() > kMaxLineBytes) return std::nullopt;
    std::vector<Span> cells = cells_at(source, from_line_start(source, line), starts);
    if (cells.front().empty() && !rows.empty() && static_cast<int>(rows.size()) > header_rows) {
      for (std::size_t k = 0; k < cells.size(); ++k)
        if (!cells[k].empty()) rows.back()[k].lines.push_back(cells[k]);
      continue;
    }
    RowLines row;
    for (const Span& cell : cells) row.push_back({{cell}, 1, 1});
    rows.push_back(std::move(row));
  }
  if (rows.empty()) return std::nullopt;
  return TextTable{build_table(source, rows, header_rows, static_cast<int>(starts.size()), options), last + 1 - first};
}

}  // namespace

std::optional<TextTable> read_drawn_table(std::string_view source, const std::vector<Span>& lines, std::size_t first,
                                          const InlineOptions& options) {
  if (first >= lines.size() || lines[first].empty()) return std::nullopt;
  DrawnLine head = read_drawn_line(source, lines[first]);
  if (head.kind == LineKind::rule && !head.has_corner && !head.has_box)
    return read_simple_table(source, lines, first, options);
  if (head.kind == LineKind::other || (head.kind == LineKind::content && !head.has_box)) return std::nullopt;
  return read_bar_table(source, lines, first, options);
}

}  // namespace versus
