#include "extract/read/text_columns.h"

#include <algorithm>

#include "extract/read/table_builder.h"

namespace versus {
namespace {

constexpr std::size_t kMaxColumns = 200;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

Span trimmed(std::string_view source, Span span) {
  while (span.begin < span.end && is_blank(source[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(source[span.end - 1])) --span.end;
  return span;
}

// --- tabs

// The line from its first byte on: a leading tab is an empty first cell.
Span whole_line(std::string_view source, const TextLine& line) {
  Span span = line.content;
  while (span.begin > 0 && source[span.begin - 1] == '\t') --span.begin;
  while (span.end < source.size() && source[span.end] == '\t') ++span.end;
  return span;
}

std::vector<Span> tab_cells(std::string_view source, const TextLine& line) {
  std::vector<Span> cells;
  Span span = whole_line(source, line);
  std::uint32_t begin = span.begin;
  for (std::uint32_t i = span.begin; i <= span.end; ++i) {
    if (i < span.end && source[i] != '\t') continue;
    cells.push_back(trimmed(source, {begin, i}));
    begin = i + 1;
  }
  while (cells.size() > 1 && cells.back().empty()) cells.pop_back();
  return cells;
}

bool has_tab(std::string_view source, const TextLine& line) {
  return source.substr(line.content.begin, line.content.size()).find('\t') != std::string_view::npos;
}

std::size_t most_common_size(const std::vector<std::vector<Span>>& rows) {
  std::vector<std::size_t> counts(kMaxColumns + 1);
  for (const auto& row : rows) ++counts[std::min(row.size(), kMaxColumns)];
  return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

std::size_t n_of_size(const std::vector<std::vector<Span>>& rows, std::size_t size) {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](const auto& row) { return row.size() == size; }));
}

void drop_empty_cells(std::vector<std::vector<Span>>& rows) {
  for (auto& row : rows) row.erase(std::remove_if(row.begin(), row.end(), [](Span s) { return s.empty(); }), row.end());
}

Table make_table(std::string_view source, const std::vector<std::vector<Span>>& rows, const InlineOptions& options) {
  std::vector<RowLines> lines;
  for (const auto& row : rows) {
    RowLines cells;
    for (const Span& cell : row) cells.push_back({{cell}, 1, 1});
    lines.push_back(std::move(cells));
  }
  return build_table(source, lines, 0, 0, options);
}

}  // namespace

std::optional<TextTable> read_tab_table(std::string_view source, const std::vector<TextLine>& lines, std::size_t first,
                                        const InlineOptions& options) {
  if (!has_tab(source, lines[first])) return std::nullopt;
  std::vector<std::vector<Span>> rows;
  std::size_t end = first;
  std::size_t group = 0;  // lines since the last blank one
  bool single = true;     // every group so far is one line
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (lines[i].content.empty()) {
      single = single && group == 1;
      group = 0;
      bool next_is_row = i + 1 < lines.size() && has_tab(source, lines[i + 1]) &&
                         (i + 2 >= lines.size() || lines[i + 2].content.empty());
      if (!single || !next_is_row || tab_cells(source, lines[i + 1]).size() != rows.front().size()) break;
      // A header that is repeated begins a table of its own.
      Span again = lines[i + 1].content;
      Span head = lines[first].content;
      if (source.substr(again.begin, again.size()) == source.substr(head.begin, head.size())) break;
      continue;
    }
    if (!has_tab(source, lines[i])) break;
    rows.push_back(tab_cells(source, lines[i]));
    ++group;
    end = i + 1;
  }
  if (rows.size() < 2) return std::nullopt;
  std::size_t width = most_common_size(rows);
  if (n_of_size(rows, width) < rows.size()) {
    auto packed = rows;
    drop_empty_cells(packed);
    std::size_t packed_width = most_common_size(packed);
    if (packed_width >= 2 && n_of_size(packed, packed_width) == rows.size()) {
      rows = std::move(packed);
      width = packed_width;
    }
  }
  if (width < 2 || n_of_size(rows, width) * 2 < rows.size()) return std::nullopt;
  return TextTable{make_table(source, rows, options), end - first};
}

// --- aligned columns

namespace {

// Which display columns of a line hold text. Wide characters count two columns.
struct Ruler {
  std::vector<std::uint32_t> offset;  // of the byte at each display column
  std::vector<char> ink;
};

std::uint32_t width_of(char32_t c) {
  if (c == 0xFE0F || c == 0x200D || (c >= 0x300 && c < 0x370)) return 0;
  bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
              (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF) ||
              c == 0x2705 || c == 0x274C || c == 0x274E || c == 0x2B50;
  return wide ? 2 : 1;
}

Ruler measure(std::string_view source, const TextLine& line) {
  Ruler ruler;
  ruler.offset.assign(line.indent, line.content.begin);
  ruler.ink.assign(line.indent, 0);
  std::string_view text = source.substr(0, line.content.end);
  for (std::size_t at = line.content.begin; at < line.content.end;) {
    auto begin = static_cast<std::uint32_t>(at);
    char32_t c = next_code_point(text, at);
    std::uint32_t width = c == '\t' ? 8 - static_cast<std::uint32_t>(ruler.ink.size()) % 8 : width_of(c);
    for (std::uint32_t k = 0; k < width; ++k) {
      ruler.offset.push_back(begin);
      ruler.ink.push_back(c != ' ' && c != '\t');
    }
  }
  return ruler;
}

bool is_underline(std::string_view content) {
  return content.size() >= 3 && content.find_first_not_of("-= ") == std::string_view::npos;
}

std::size_t wide_gaps(std::string_view content) {
  std::size_t gaps = 0;
  for (std::size_t at = content.find("  "); at != std::string_view::npos; at = content.find("  ", at)) {
    ++gaps;
    at = content.find_first_not_of(' ', at);
    if (at == std::string_view::npos) break;
  }
  return gaps;
}

constexpr std::uint32_t kMaxAlignedWidth = 400;

// Columns are where no line but a few has ink, two display columns wide or more.
std::vector<std::size_t> column_starts(const std::vector<Ruler>& rulers) {
  std::size_t width = 0;
  for (const Ruler& ruler : rulers) width = std::max(width, ruler.ink.size());
  std::vector<std::size_t> ink(width + 1);
  for (const Ruler& ruler : rulers)
    for (std::size_t x = 0; x < ruler.ink.size(); ++x) ink[x] += ruler.ink[x] != 0 ? 1 : 0;
  std::vector<std::size_t> starts;
  std::size_t gap = 2;
  for (std::size_t x = 0; x < width; ++x) {
    if (ink[x] == 0) {
      ++gap;
      continue;
    }
    if (gap >= 2) starts.push_back(x);
    gap = 0;
  }
  return starts;
}

std::vector<Span> aligned_cells(std::string_view source, const TextLine& line, const Ruler& ruler,
                                const std::vector<std::size_t>& starts) {
  std::vector<Span> cells;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    auto offset = [&](std::size_t column) {
      return column < ruler.offset.size() ? ruler.offset[column] : line.content.end;
    };
    std::uint32_t begin = offset(starts[k]);
    std::uint32_t end = k + 1 < starts.size() ? offset(starts[k + 1]) : line.content.end;
    cells.push_back(trimmed(source, {begin, std::max(begin, end)}));
  }
  return cells;
}

}  // namespace

std::optional<TextTable> read_aligned_table(std::string_view source, const std::vector<TextLine>& lines,
                                            std::size_t first, const InlineOptions& options) {
  std::vector<Ruler> rulers;
  std::vector<std::size_t> numbers;
  std::size_t gapped = 0;
  std::size_t end = first;
  std::size_t underline = 0;
  for (; end < lines.size() && !lines[end].content.empty(); ++end) {
    const TextLine& line = lines[end];
    if (line.width + line.indent > kMaxAlignedWidth) return std::nullopt;
    std::string_view content = source.substr(line.content.begin, line.content.size());
    if (is_underline(content)) {
      if (end == first + 1) underline = 1;
      continue;
    }
    std::size_t gaps = wide_gaps(content);
    if (end == first && gaps == 0) return std::nullopt;
    gapped += gaps > 0 ? 1 : 0;
    numbers.push_back(end);
    rulers.push_back(measure(source, line));
  }
  if (numbers.size() < 3 || gapped * 4 < numbers.size() * 3) return std::nullopt;
  std::vector<std::size_t> starts = column_starts(rulers);
  if (starts.size() < 2 || starts.size() > kMaxColumns) return std::nullopt;
  std::vector<RowLines> rows;
  std::size_t filled = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::vector<Span> cells = aligned_cells(source, lines[numbers[i]], rulers[i], starts);
    auto n = static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](Span s) { return !s.empty(); }));
    // A line without its first cell goes on with the row above.
    if (cells.front().empty() && rows.size() > 1 && n < cells.size()) {
      for (std::size_t k = 0; k < cells.size(); ++k)
        if (!cells[k].empty()) rows.back()[k].lines.push_back(cells[k]);
      continue;
    }
    filled += n >= 2 ? 1 : 0;
    RowLines row;
    for (const Span& cell : cells) row.push_back({{cell}, 1, 1});
    rows.push_back(std::move(row));
  }
  if (rows.size() < 3 || filled * 5 < rows.size() * 4) return std::nullopt;
  return TextTable{build_table(source, rows, static_cast<int>(underline), static_cast<int>(starts.size()), options),
                   end - first};
}

// --- CSV

namespace {

// The fields of one line; quotes off. Empty when quotes do not match.
std::vector<Span> csv_fields(std::string_view source, const TextLine& line, char delimiter) {
  std::vector<Span> fields;
  std::uint32_t i = line.content.begin;
  const std::uint32_t end = line.content.end;
  for (;;) {
    while (i < end && source[i] == ' ') ++i;
    if (i < end && source[i] == '"') {
      std::uint32_t begin = ++i;
      while (i < end && (source[i] != '"' || (i + 1 < end && source[i + 1] == '"'))) i += source[i] == '"' ? 2 : 1;
      if (i >= end) return {};
      fields.push_back(trimmed(source, {begin, i}));
      ++i;
      while (i < end && source[i] == ' ') ++i;
      if (i < end && source[i] != delimiter) return {};
    } else {
      std::uint32_t begin = i;
      while (i < end && source[i] != delimiter) ++i;
      fields.push_back(trimmed(source, {begin, i}));
    }
    if (i >= end || fields.size() > kMaxColumns) return fields;
    ++i;
  }
}

std::optional<TextTable> read_delimited(std::string_view source, const std::vector<TextLine>& lines, std::size_t first,
                                        char delimiter, const InlineOptions& options) {
  std::vector<std::vector<Span>> rows;
  std::size_t spaced = 0;
  std::size_t delimiters = 0;
  std::size_t end = first;
  for (; end < lines.size() && !lines[end].content.empty(); ++end) {
    std::vector<Span> fields = csv_fields(source, lines[end], delimiter);
    if (fields.size() < 2 || (!rows.empty() && fields.size() != rows.front().size())) break;
    std::string_view content = source.substr(lines[end].content.begin, lines[end].content.size());
    for (std::size_t i = 0; i + 1 < content.size(); ++i) {
      if (content[i] != delimiter) continue;
      ++delimiters;
      spaced += content[i + 1] == ' ' ? 1 : 0;
    }
    rows.push_back(std::move(fields));
  }
  // Prose has a space after its commas, and seldom the same number of them in three lines.
  if (rows.size() < 3 || spaced * 3 > delimiters) return std::nullopt;
  if (rows.front().size() == 2 && (rows.size() < 4 || spaced > 0)) return std::nullopt;
  return TextTable{make_table(source, rows, options), end - first};
}

}  // namespace

std::optional<TextTable> read_csv_table(std::string_view source, const std::vector<TextLine>& lines, std::size_t first,
                                        const InlineOptions& options) {
  std::string_view content = source.substr(lines[first].content.begin, lines[first].content.size());
  for (char delimiter : {',', ';'}) {
    if (content.find(delimiter) == std::string_view::npos) continue;
    if (auto table = read_delimited(source, lines, first, delimiter, options)) return table;
  }
  return std::nullopt;
}

}  // namespace versus
