#include "extract/read/pipe_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/vocabulary.h"

namespace versus {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

Span trimmed(std::string_view source, Span span) {
  while (span.begin < span.end && is_blank(source[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(source[span.end - 1])) --span.end;
  return span;
}

std::string_view text_of(std::string_view source, Span span) { return source.substr(span.begin, span.size()); }

bool has_pipe(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == '|')
      return true;
  }
  return false;
}

bool is_number_like(std::string_view text) {
  bool digit = false;
  for (char c : text) {
    if (c >= '0' && c <= '9')
      digit = true;
    else if (c != '.' && c != ',' && c != '%' && c != '*' && c != ' ' && c != 'x')
      return false;
  }
  return digit;
}

RowLines to_row(const std::vector<Span>& cells) {
  RowLines row;
  for (const Span& cell : cells) row.push_back({{cell}, 1, 1});
  return row;
}

// A header one cell short of every row under it: the corner was left out, or the name of a column of weights.
void realign_short_header(std::string_view source, std::vector<std::vector<Span>>& rows, const Vocabulary& vocabulary) {
  std::vector<Span>& header = rows.front();
  if (rows.size() < 3) return;
  bool all_wider = std::all_of(rows.begin() + 1, rows.end(),
                               [&](const auto& row) { return row.size() == header.size() + 1 && !row.back().empty(); });
  if (!all_wider || header.size() < 2) return;
  Span empty{header.front().begin, header.front().begin};
  bool weights = std::all_of(rows.begin() + 1, rows.end(),
                             [&](const auto& row) { return is_number_like(text_of(source, row[1])); });
  bool names_first = vocabulary.find_entity(text_of(source, header.front())).has_value();
  if (names_first)
    header.insert(header.begin(), empty);
  else if (weights && header.size() >= 3)
    header.insert(header.begin() + 1, Span{header[1].begin, header[1].begin});
}

std::optional<PipeTable> finish(std::string_view source, std::vector<std::vector<Span>> rows, std::size_t n_columns,
                                int header_rows, std::size_t n_lines, InlineOptions options,
                                const Vocabulary& vocabulary) {
  realign_short_header(source, rows, vocabulary);
  n_columns = std::max(n_columns, rows.front().size());
  PipeTable out;
  options.table_cell = true;
  std::vector<RowLines> lines;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    bool loses = false;
    for (std::size_t k = n_columns; k < rows[i].size(); ++k) loses = loses || !rows[i][k].empty();
    if (loses)
      out.diagnostics.push_back(
          {Severity::note, static_cast<int>(i + (i > 0 && header_rows > 0 ? 1 : 0)), "ragged-row",
           fmt::format("the header has {} cells, this row has {}: the rest is dropped", n_columns, rows[i].size())});
    lines.push_back(to_row(rows[i]));
  }
  out.table = build_table(source, lines, header_rows, static_cast<int>(n_columns), options);
  out.n_lines = n_lines;
  return out;
}

std::size_t count_delimiters(std::string_view line) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    bool dash = line[i] == '-' || line[i] == '=';
    n += dash && (i == 0 || (line[i - 1] != '-' && line[i - 1] != '=')) ? 1 : 0;
  }
  return n;
}

}  // namespace

bool is_delimiter_row(std::string_view line) {
  std::size_t i = 0;
  bool pipe = false;
  bool dash = false;
  while (i < line.size()) {
    while (i < line.size() && (is_blank(line[i]))) ++i;
    if (i < line.size() && (line[i] == '|' || (line[i] == '+' && dash))) {  // "----+----" of SQL clients and org-mode
      pipe = true;
      ++i;
      continue;
    }
    if (i >= line.size()) break;
    if (line[i] == ':') ++i;
    std::size_t dashes = i;
    while (i < line.size() && (line[i] == '-' || line[i] == '=')) ++i;
    if (i == dashes) return false;
    dash = true;
    if (i < line.size() && line[i] == ':') ++i;
    while (i < line.size() && is_blank(line[i])) ++i;
    if (i < line.size() && line[i] != '|' && line[i] != '+') return false;
  }
  return pipe && dash;
}

namespace {

// Cells of a row; with `in_code` kept, a pipe between backticks does not part them.
enum class CodePipes { split, keep };
std::vector<Span> split_cells(std::string_view source, Span line, CodePipes in_code) {
  line = trimmed(source, line);
  if (line.begin < line.end && source[line.begin] == '|') ++line.begin;
  std::vector<Span> cells;
  std::uint32_t begin = line.begin;
  bool code = false;
  for (std::uint32_t i = line.begin; i < line.end; ++i) {
    if (source[i] == '`') code = !code && in_code == CodePipes::keep;
    if (source[i] == '\\' && i + 1 < line.end) {
      ++i;
    } else if (source[i] == '|' && !code) {
      cells.push_back(trimmed(source, {begin, i}));
      begin = i + 1;
    }
  }
  Span rest = trimmed(source, {begin, line.end});
  if (!rest.empty() || cells.empty()) cells.push_back(rest);
  return cells;
}

}  // namespace

std::vector<Span> pipe_cells(std::string_view source, Span line) { return split_cells(source, line, CodePipes::split); }

std::optional<PipeTable> read_pipe_table(std::string_view source, const std::vector<Span>& lines, std::size_t first,
                                         InlineOptions options, const Vocabulary& vocabulary) {
  if (first + 1 >= lines.size()) return std::nullopt;
  std::string_view header = text_of(source, lines[first]);
  if (!has_pipe(header) || is_delimiter_row(header)) return std::nullopt;
  std::string_view second = text_of(source, lines[first + 1]);
  std::vector<std::vector<Span>> rows{pipe_cells(source, lines[first])};
  if (is_delimiter_row(second)) {
    std::size_t delimiters = count_delimiters(second);
    std::size_t names = rows.front().size();
    if (delimiters != names && names < 2) return std::nullopt;
    if (delimiters < names && delimiters < 2 &&
        (first + 2 >= lines.size() || pipe_cells(source, lines[first + 2]).size() != names))
      return std::nullopt;
    std::size_t end = first + 2;
    for (; end < lines.size(); ++end) {
      std::string_view row = text_of(source, lines[end]);
      if (row.empty()) break;
      // GFM would take any line up to the next blank one; a line without a pipe is text that follows.
      if (!has_pipe(row) && names > 1) break;
      if (is_delimiter_row(row)) continue;
      rows.push_back(pipe_cells(source, lines[end]));
      // GFM would cut "`a || b`" in three; when that makes the row too wide, its author meant code.
      if (rows.back().size() > std::max(names, delimiters) && row.find('`') != std::string_view::npos) {
        std::vector<Span> kept = split_cells(source, lines[end], CodePipes::keep);
        if (kept.size() == std::max(names, delimiters)) rows.back() = std::move(kept);
      }
    }
    return finish(source, std::move(rows), std::max(names, delimiters), 1, end - first, options, vocabulary);
  }
  std::size_t end = first;
  rows.clear();
  for (; end < lines.size(); ++end) {
    Span line = trimmed(source, lines[end]);
    std::string_view row = text_of(source, line);
    if (row.size() < 2 || row.front() != '|' || row.back() != '|') break;
    std::vector<Span> cells = pipe_cells(source, line);
    if (cells.size() < 2) break;
    rows.push_back(std::move(cells));
  }
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, row.size());
  auto same = std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row.size() + 1 >= width; });
  if (rows.size() < 3 || static_cast<std::size_t>(same) * 4 < rows.size() * 3) return std::nullopt;
  return finish(source, std::move(rows), width, 0, end - first, options, vocabulary);
}

}  // namespace versus
