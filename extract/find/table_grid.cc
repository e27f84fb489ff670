#include "extract/find/table_grid.h"

#include <algorithm>

#include "corpus/text.h"
#include "corpus/value.h"
#include "extract/find/names.h"

namespace versus {
namespace {

bool is_value(std::string_view text) { return !text.empty() && parse_value(text).type != ValueType::text; }

/// The part of a picture's name that is a value: all of it; a class of an icon font; a word of a short file name.
std::string_view value_in_name(std::string_view name) {
  if (is_value(name)) return name;
  for (std::string_view word : split_words(name)) {
    bool is_icon = word.find('-') != std::string_view::npos;
    if (is_icon && is_value(word)) return word;
  }
  if (name.find(' ') != std::string_view::npos || name.rfind('.') == std::string_view::npos) return {};
  std::string_view found;
  std::string_view stem = name.substr(0, name.rfind('.'));
  for (std::size_t at = 0; at < stem.size();) {
    std::size_t end = std::min(stem.find_first_of("-_", at), stem.size());
    std::string_view word = stem.substr(at, end - at);
    bool is_answer = word.size() > 1 && is_value(word) && (word[0] < '0' || word[0] > '9');
    if (is_answer && !found.empty()) return {};
    if (is_answer) found = word;
    at = end + 1;
  }
  return found;
}

/// Of a cell without text: several pictures are read together when they are signs ("★" three times).
SpannedText picture_value(const Cell& cell) {
  SpannedText out;
  for (const Mark& mark : cell.marks) {
    if (mark.kind != Mark::Kind::image || mark.target.empty()) continue;
    bool is_sign = static_cast<unsigned char>(mark.target[0]) >= 0x80;
    std::string_view value = is_sign ? std::string_view(mark.target) : value_in_name(mark.target);
    if (value.empty() || (!is_sign && !out.empty())) return {};
    if (!out.empty()) out.start_segment();
    out.append_decoded(value, mark.source);
  }
  return is_value(out.text()) ? out : SpannedText();
}

bool has_text(const Cell* cell) {
  if (!cell || cell->is_hidden) return false;
  return !cell->text.empty() || !picture_value(*cell).empty();
}

/// The text's length without a superscript mark at its end.
std::size_t end_without_superscript(const Cell& cell) {
  std::size_t end = cell.text.size();
  for (bool changed = true; changed;) {
    changed = false;
    for (const Mark& mark : cell.marks) {
      if (mark.kind != Mark::Kind::superscript || mark.end != end || mark.begin == 0 || mark.end - mark.begin > 6)
        continue;
      end = mark.begin;
      while (end > 0 && cell.text.text()[end - 1] == ' ') --end;
      changed = true;
    }
  }
  return end;
}

bool spans_table(const Table& table, int row) {
  const Cell* first = nullptr;
  for (int column = 0; column < table.n_columns; ++column) {
    const Cell* cell = table.at(row, column);
    if (!has_text(cell)) continue;
    if (first && cell != first) return false;
    first = cell;
  }
  return first && table.n_columns > 1 && first->column_span >= table.n_columns;
}

bool groups_columns(const Table& table, int row) {
  for (int column = 0; column < table.n_columns; ++column) {
    const Cell* cell = table.at(row, column);
    if (has_text(cell) && cell->row == row && cell->row_span == 1 && cell->column_span > 1) return true;
  }
  return false;
}

bool is_bold(const Cell& cell) {
  return cell.is_header || std::any_of(cell.marks.begin(), cell.marks.end(), [&](const Mark& mark) {
           return mark.kind == Mark::Kind::bold && mark.begin == 0 && mark.end + 1 >= cell.text.size();
         });
}

/// Every cell with text is a header or bold.
bool stands_out(const Table& table, int row) {
  for (int column = 0; column < table.n_columns; ++column)
    if (const Cell* cell = table.at(row, column); has_text(cell) && !is_bold(*cell)) return false;
  return true;
}

/// "1", "2", "3" down a column, or one number under a head that says the column counts.
bool is_counter(const TableGrid& grid, std::size_t column, const Vocabulary& vocabulary) {
  if (grid.body_rows.empty() || grid.columns.size() < 3) return false;
  std::string header = grid.header(column);
  bool named = header == "#" || header == "№" || vocabulary.has_word("number-header", name_key(header));
  if (!named && !name_key(header).empty()) return false;
  int previous = 0;
  int seen = 0;
  for (int row : grid.body_rows) {
    std::string text = cell_text(grid.at(row, grid.columns[column]));
    if (!text.empty() && text.back() == '.') text.pop_back();
    if (text.empty()) continue;
    if (text.size() > 4 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return false;
    int number = std::stoi(text);
    if (seen > 0 && number != previous + 1) return named && number > previous;
    previous = number;
    ++seen;
  }
  return seen > 0 && (named || (seen > 1 && previous == seen));
}

/// Without a mark of the source: is the first row a header? Its cells are names and some column below holds values, or
/// its cells stand out as header or bold ones.
bool looks_like_header(const Table& table, const std::vector<int>& rows, const std::vector<int>& columns,
                       const Vocabulary& vocabulary) {
  if (rows.size() < 2) return false;
  for (std::size_t i = 0; i < std::min<std::size_t>(columns.size(), 2); ++i) {
    std::string key = name_key(cell_text(table.at(rows[0], columns[i])));
    if (vocabulary.has_word("feature-header", key) || vocabulary.has_word("number-header", key)) return true;
  }
  int filled = 0;
  int bold = 0;
  for (int column : columns) {
    const Cell* cell = table.at(rows[0], column);
    CellShape shape = shape_of(cell);
    if (shape == CellShape::empty) continue;
    if (shape != CellShape::name && shape != CellShape::phrase) return false;
    ++filled;
    bold += is_bold(*cell);
  }
  bool empty_corner = shape_of(table.at(rows[0], columns[0])) == CellShape::empty;
  if (filled + (empty_corner ? 3 : 1) < static_cast<int>(columns.size()) || filled < 1) return false;
  if (bold == filled) return true;
  int differing = 0;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    int values = 0;
    int cells = 0;
    for (std::size_t r = 1; r < rows.size(); ++r) {
      CellShape shape = shape_of(table.at(rows[r], columns[i]));
      if (shape == CellShape::empty) continue;
      ++cells;
      values += shape != CellShape::name;
    }
    differing += cells > 0 && 2 * values >= cells;
  }
  return differing > 0 || rows.size() >= 3;
}

}  // namespace

SpannedText cell_value(const Cell* cell) {
  if (!has_text(cell)) return {};
  if (cell->text.empty()) return picture_value(*cell);
  SpannedText text = cell->text.substr(0, end_without_superscript(*cell)).trimmed();
  bool ends_in_code = std::any_of(cell->marks.begin(), cell->marks.end(), [&](const Mark& mark) {
    return mark.kind == Mark::Kind::code && mark.begin < mark.end && mark.end == text.size();
  });
  std::string_view kept = strip_footnote_marks(text.text());
  if (!ends_in_code && !kept.empty() && kept.size() < text.size()) text = text.substr(0, kept.size()).trimmed();
  return text;
}

std::string cell_text(const Cell* cell) { return fold_space(cell_value(cell).text()); }

std::string cell_name(const Cell* cell) {
  if (!has_text(cell)) return {};
  std::string whole = cell_text(cell);
  for (const Mark& mark : cell->marks) {
    if (mark.kind != Mark::Kind::line_break || mark.begin == 0 || mark.begin >= cell->text.size()) continue;
    std::string first = fold_space(std::string_view(cell->text.text()).substr(0, mark.begin));
    std::string kept(strip_footnote_marks(first));
    if (looks_like_name(kept)) return kept;
    break;
  }
  if (looks_like_prose(whole)) {
    for (const Mark& mark : cell->marks) {
      if (mark.kind == Mark::Kind::bold && mark.begin == 0 && mark.end < cell->text.size()) {
        std::string bold = fold_space(std::string_view(cell->text.text()).substr(0, mark.end));
        if (looks_like_name(bold)) return bold;
      }
    }
  }
  return whole;
}

CellShape shape_of(const Cell* cell) {
  std::string text = cell_text(cell);
  if (text.empty()) return CellShape::empty;
  switch (parse_value(text).type) {
    case ValueType::missing: return CellShape::missing;
    case ValueType::yes:
    case ValueType::no:
    case ValueType::partial:
    case ValueType::rating: return CellShape::symbol;
    case ValueType::number:
    case ValueType::range: return CellShape::number;
    case ValueType::text: break;
  }
  if (looks_like_prose(text)) return CellShape::prose;
  return looks_like_proper_name(text) ? CellShape::name : CellShape::phrase;
}

TableGrid::TableGrid(const Table& source, const Vocabulary& vocabulary) : table(&source) {
  std::vector<int> rows;
  for (int row = 0; row < source.n_rows; ++row) {
    bool filled = false;
    for (int column = 0; column < source.n_columns && !filled; ++column) filled = has_text(source.at(row, column));
    if (filled) rows.push_back(row);
  }
  while (rows.size() > 1 && spans_table(source, rows[0])) {
    if (title.empty()) title = cell_text(source.at(rows[0], 0));
    rows.erase(rows.begin());
  }
  std::size_t heads = 0;
  while (heads < rows.size() && rows[heads] < source.header_rows) ++heads;
  while (heads > 1 && spans_table(source, rows[heads - 1])) --heads;  // heads the rows below it, not the columns
  if (heads == rows.size()) heads = heads > 1 ? 1 : 0;
  header_is_marked = heads > 0;
  for (int column = 0; column < source.n_columns; ++column) {
    bool filled = false;
    for (std::size_t i = heads; i < rows.size() && !filled; ++i) filled = has_text(source.at(rows[i], column));
    if (filled) columns.push_back(column);
  }
  if (heads == 0 && looks_like_header(source, rows, columns, vocabulary)) {
    heads = 1;
    // Heads over several columns each stand above heads of their own.
    if (rows.size() > 2 && groups_columns(source, rows[0]) && stands_out(source, rows[1])) heads = 2;
  }
  header_rows.assign(rows.begin(), rows.begin() + static_cast<long>(heads));
  for (std::size_t i = heads; i < rows.size(); ++i) {
    bool repeats_header = heads > 0;
    for (int column : columns)
      if (repeats_header && cell_text(source.at(rows[i], column)) != cell_text(source.at(rows[0], column)))
        repeats_header = false;
    if (!repeats_header) body_rows.push_back(rows[i]);
  }
  if (!columns.empty() && is_counter(*this, 0, vocabulary)) {
    columns.erase(columns.begin());
    has_counter = true;
  }
}

std::vector<std::string> TableGrid::header_levels(std::size_t column) const {
  std::vector<std::string> levels;
  for (int row : header_rows) {
    std::string text = cell_name(at(row, columns[column]));
    if (!text.empty() && (levels.empty() || levels.back() != text)) levels.push_back(text);
  }
  return levels;
}

std::string TableGrid::header(std::size_t column) const {
  std::string out;
  for (const std::string& level : header_levels(column)) out += (out.empty() ? "" : " ") + level;
  return out;
}

std::string TableGrid::header_line() const {
  std::string out;
  int row = !header_rows.empty() ? header_rows.back() : !body_rows.empty() ? body_rows.front() : -1;
  if (row < 0) return out;
  for (std::size_t i = 0; i < columns.size(); ++i) out += (i ? " | " : "") + cell_text(at(row, columns[i]));
  return out;
}

}  // namespace versus
