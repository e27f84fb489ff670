// A table whose cells were pasted one per line. How many columns it had shows in its first lines: a word for features
// ("Feature", "Aspect"), then names - the vocabulary knows them, or the text above speaks of them.
#include <algorithm>

#include "corpus/vocabulary.h"
#include "extract/read/table_builder.h"
#include "extract/read/text_columns.h"

namespace versus {
namespace {

constexpr std::size_t kMaxNames = 8;
constexpr std::size_t kMinRows = 3;      // with the header
constexpr std::uint32_t kMaxLabel = 80;  // code points of a row's first cell
constexpr std::uint32_t kMaxName = 40;
constexpr std::uint32_t kMaxCell = 300;

std::string_view content(std::string_view source, const TextLine& line) {
  return source.substr(line.content.begin, line.content.size());
}

// The lines from `first` on with the same number of blank lines (0 or 1) between each two.
std::vector<std::size_t> cell_lines(const std::vector<TextLine>& lines, std::size_t first) {
  std::vector<std::size_t> out{first};
  std::size_t gap = first + 1 < lines.size() && lines[first + 1].content.empty() ? 1 : 0;
  for (std::size_t at = first + 1 + gap; at < lines.size(); at += 1 + gap) {
    bool blank_between = gap == 0 || lines[at - 1].content.empty();
    if (lines[at].content.empty() || !blank_between || lines[at].width > kMaxCell) break;
    out.push_back(at);
  }
  return out;
}

bool is_name(std::string_view source, const TextLine& line, std::size_t table_begin, const Vocabulary& vocabulary) {
  std::string_view name = content(source, line);
  if (line.width > kMaxName || name.size() < 2 || name.back() == '.' || name.back() == ':') return false;
  if (vocabulary.find_entity(name)) return true;
  constexpr std::size_t kLookBack = 4000;
  std::size_t begin = table_begin > kLookBack ? table_begin - kLookBack : 0;
  return source.substr(begin, table_begin - begin).find(name) != std::string_view::npos;
}

}  // namespace

std::optional<TextTable> read_flattened_table(std::string_view source, const std::vector<TextLine>& lines,
                                              std::size_t first, const InlineOptions& options,
                                              const Vocabulary& vocabulary) {
  if (lines[first].width > kMaxName) return std::nullopt;
  std::string corner = name_key(content(source, lines[first]));
  if (!vocabulary.has_word("feature-header", corner)) return std::nullopt;
  std::vector<std::size_t> cells = cell_lines(lines, first);
  std::size_t width = 1;
  while (width < cells.size() && width <= kMaxNames &&
         is_name(source, lines[cells[width]], lines[first].content.begin, vocabulary))
    ++width;
  if (width < 3 || cells.size() < width * kMinRows) return std::nullopt;
  std::vector<RowLines> rows;
  std::uint32_t widest = 0;  // cell so far
  for (std::size_t at = 0; at + width <= cells.size(); at += width) {
    const TextLine& label = lines[cells[at]];
    if (label.width > kMaxLabel || content(source, label).ends_with('.')) break;
    RowLines row;
    std::uint32_t here = 0;
    for (std::size_t k = 0; k < width; ++k) {
      const TextLine& line = lines[cells[at + k]];
      here = std::max(here, line.width);
      row.push_back({{line.content}, 1, 1});
    }
    // Prose that follows has longer lines than any cell.
    if (rows.size() > 1 && here > std::max<std::uint32_t>(60, 3 * widest)) break;
    widest = std::max(widest, here);
    rows.push_back(std::move(row));
  }
  bool packed = cells.size() > 1 && cells[1] == cells[0] + 1;
  if (rows.size() < kMinRows || (packed && rows.size() * width != cells.size())) return std::nullopt;
  std::size_t last = cells[rows.size() * width - 1];
  return TextTable{build_table(source, rows, 0, 0, options), last + 1 - first};
}

}  // namespace versus
