#include "extract/read/html_grid.h"

#include <algorithm>
#include <optional>

#include "extract/read/html_flow.h"

namespace versus::html {
namespace {

struct RowGroup {
  bool is_head = false;
  std::vector<int> rows;
};

// HTML Standard 2.3.4.2: leading white space, an optional plus, digits; the rest is ignored.
std::optional<int> non_negative(std::string_view text) {
  std::size_t at = text.find_first_not_of(" \t\n\r\f");
  if (at == std::string_view::npos) return std::nullopt;
  bool minus = text[at] == '-';
  if (text[at] == '+' || minus) ++at;
  if (at >= text.size() || text[at] < '0' || text[at] > '9') return std::nullopt;
  long value = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
    value = std::min(value * 10 + (text[at] - '0'), 1000000L);
  if (minus && value > 0) return std::nullopt;
  return static_cast<int>(value);
}

int column_span_of(const Tree& tree, int cell) {
  std::optional<int> value = non_negative(tree.attribute(cell, Attr::colspan));
  return value && *value > 0 ? std::min(*value, kMaxColumnSpan) : 1;
}

// 0: to the end of the row group
int row_span_of(const Tree& tree, int cell) {
  std::optional<int> value = non_negative(tree.attribute(cell, Attr::rowspan));
  if (!value) return 1;
  if (*value == 0) return tree.quirks ? 1 : 0;
  return std::min(*value, kMaxRowSpan);
}

// Row groups as shown: the feet come last.
std::vector<RowGroup> row_groups(const Tree& tree, int table) {
  std::vector<RowGroup> groups;
  std::vector<RowGroup> feet;
  bool loose = false;  // the last group is made of rows directly in the table
  for (int child = tree[table].first_child; child >= 0; child = tree[child].next) {
    Tag tag = tree[child].tag;
    if (tag == Tag::tr) {
      if (!loose) groups.push_back({});
      loose = true;
      groups.back().rows.push_back(child);
    } else if (is_section(tag)) {
      loose = false;
      RowGroup group;
      group.is_head = tag == Tag::thead;
      for (int row = tree[child].first_child; row >= 0; row = tree[row].next) {
        if (tree[row].tag == Tag::tr) group.rows.push_back(row);
      }
      (tag == Tag::tfoot ? feet : groups).push_back(std::move(group));
    }
  }
  for (RowGroup& group : feet) groups.push_back(std::move(group));
  return groups;
}

class GridFormer {
 public:
  GridFormer(const Tree& tree, FormedTable& out) : tree_(tree), out_(out) {}
  void add_group(const RowGroup& group);
  void finish();
  bool was_cut() const { return was_cut_; }

 private:
  struct Growing {
    std::int32_t cell = -1;  // -1: none grows down this column
    int rows_left = 0;
  };
  void add_row(int row, int rows_left_in_group);
  void place_cell(int node, int column, int rows_left_in_group);
  std::vector<std::int32_t>& row_slots() { return slots_.back(); }
  void put(std::vector<std::int32_t>& slots, int column, std::int32_t cell);

  const Tree& tree_;
  FormedTable& out_;
  std::vector<std::vector<std::int32_t>> slots_;  // per row, as wide as needed
  std::vector<Growing> growing_;                  // per column
  int width_ = 0;
  bool was_cut_ = false;
};

void GridFormer::put(std::vector<std::int32_t>& slots, int column, std::int32_t cell) {
  if (static_cast<std::size_t>(column) >= slots.size()) slots.resize(static_cast<std::size_t>(column) + 1, -1);
  slots[static_cast<std::size_t>(column)] = cell;  // where two cells overlap, the later one is seen
  width_ = std::max(width_, column + 1);
}

void GridFormer::add_group(const RowGroup& group) {
  growing_.clear();
  for (std::size_t i = 0; i < group.rows.size(); ++i) {
    std::size_t width = static_cast<std::size_t>(std::max(width_, 1));
    if ((slots_.size() + 1) * width > kMaxSlots) {
      was_cut_ = true;
      return;
    }
    add_row(group.rows[i], static_cast<int>(group.rows.size() - i));
  }
}

void GridFormer::add_row(int row, int rows_left_in_group) {
  slots_.emplace_back();
  for (std::size_t column = 0; column < growing_.size(); ++column) {
    Growing& cell = growing_[column];
    if (cell.cell < 0) continue;
    put(row_slots(), static_cast<int>(column), cell.cell);
    if (--cell.rows_left == 0) cell.cell = -1;
  }
  int column = 0;
  for (int node = tree_[row].first_child; node >= 0; node = tree_[node].next) {
    if (!is_cell(tree_[node].tag)) continue;
    while (static_cast<std::size_t>(column) < row_slots().size() &&
           row_slots()[static_cast<std::size_t>(column)] >= 0) {
      ++column;
    }
    place_cell(node, column, rows_left_in_group);
    column += out_.table.cells.back().column_span;
  }
}

void GridFormer::place_cell(int node, int column, int rows_left_in_group) {
  Cell cell;
  cell.row = static_cast<int>(slots_.size()) - 1;
  cell.column = column;
  cell.is_header = tree_[node].tag == Tag::th;
  cell.column_span = column_span_of(tree_, node);
  std::size_t rows = slots_.size();
  if (cell.column_span > 1 && rows * static_cast<std::size_t>(column + cell.column_span) > kMaxSlots) {
    cell.column_span = 1;
    was_cut_ = true;
  }
  int row_span = row_span_of(tree_, node);
  cell.row_span = row_span == 0 ? rows_left_in_group : std::min(row_span, rows_left_in_group);
  auto index = static_cast<std::int32_t>(out_.table.cells.size());
  for (int x = column; x < column + cell.column_span; ++x) {
    put(row_slots(), x, index);
    if (cell.row_span > 1) {
      if (static_cast<std::size_t>(x) >= growing_.size()) growing_.resize(static_cast<std::size_t>(x) + 1);
      growing_[static_cast<std::size_t>(x)] = {index, cell.row_span - 1};
    }
  }
  out_.table.cells.push_back(std::move(cell));
  out_.cell_nodes.push_back(node);
}

void GridFormer::finish() {
  Table& table = out_.table;
  table.n_columns = width_;
  std::size_t most_rows = kMaxSlots / static_cast<std::size_t>(std::max(width_, 1));
  if (slots_.size() > most_rows) {
    slots_.resize(most_rows);
    was_cut_ = true;
    while (!table.cells.empty() && static_cast<std::size_t>(table.cells.back().row) >= most_rows) {
      table.cells.pop_back();
      out_.cell_nodes.pop_back();
    }
  }
  table.n_rows = static_cast<int>(slots_.size());
  table.grid.assign(slots_.size() * static_cast<std::size_t>(width_), -1);
  for (std::size_t row = 0; row < slots_.size(); ++row) {
    std::copy(slots_[row].begin(), slots_[row].end(),
              table.grid.begin() + static_cast<std::ptrdiff_t>(row * static_cast<std::size_t>(width_)));
  }
  for (Cell& cell : table.cells) cell.row_span = std::min(cell.row_span, table.n_rows - cell.row);
}

// Leading rows that the source marks: in thead, or made of th alone.
int count_header_rows(const Table& table, const std::vector<char>& in_head) {
  int rows = 0;
  while (rows < table.n_rows) {
    bool any = false;
    bool all = true;
    for (int column = 0; column < table.n_columns; ++column) {
      const Cell* cell = table.at(rows, column);
      if (!cell) continue;
      any = true;
      all = all && (cell->is_header || (column == 0 && cell->text.empty()));
    }
    if (!in_head[static_cast<std::size_t>(rows)] && !(any && all)) break;
    ++rows;
  }
  return rows == table.n_rows && rows > 0 && !in_head[0] ? (table.n_columns > 1 ? 1 : 0) : rows;
}

// Whether the page hides `node` or an element around it, up to but without `limit`.
bool is_hidden_within(const Tree& tree, int node, int limit) {
  for (; node != limit && node >= 0; node = tree[node].parent) {
    if (is_hidden(tree, node)) return true;
  }
  return false;
}

}  // namespace

int nesting_of(const Tree& tree, int table) {
  int depth = 0;
  for (int node = tree[table].parent; node >= 0; node = tree[node].parent) depth += tree[node].tag == Tag::table;
  return depth;
}

/// Takes the cell out of all slots but its first.
void take_back_spans(Table& table, std::int32_t index) {
  Cell& cell = table.cells[static_cast<std::size_t>(index)];
  for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
    auto slot = table.grid.begin() + static_cast<std::ptrdiff_t>(row) * table.n_columns + cell.column;
    std::replace(row == cell.row ? slot + 1 : slot, slot + cell.column_span, index, -1);
  }
  cell.row_span = cell.column_span = 1;
}

/// What reads a table reads a cell in each slot. Spans repeat a few words; those that repeat more are taken back.
bool limit_repeated_text(Table& table) {
  std::size_t repeated = 0;
  bool was_cut = false;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    std::size_t slots = static_cast<std::size_t>(cell.row_span) * static_cast<std::size_t>(cell.column_span);
    std::size_t more = (slots - 1) * cell.text.size();
    if (repeated + more <= kMaxRepeatedText) {
      repeated += more;
    } else {
      take_back_spans(table, static_cast<std::int32_t>(i));
      was_cut = true;
    }
  }
  return was_cut;
}

FormedTable form_table(const Tree& tree, int table, const LineIndex& lines, Diagnostics& diagnostics) {
  FormedTable out;
  GridFormer former(tree, out);
  std::vector<char> in_head;
  for (const RowGroup& group : row_groups(tree, table)) {
    former.add_group(group);
    in_head.insert(in_head.end(), group.rows.size(), group.is_head);
  }
  former.finish();
  out.table.nesting = nesting_of(tree, table);
  bool all_hidden = is_hidden_within(tree, table, -1);
  for (std::size_t i = 0; i < out.table.cells.size(); ++i) {
    Cell& cell = out.table.cells[i];
    Flow flow = read_flow(tree, out.cell_nodes[i]);
    cell.text = std::move(flow.text);
    cell.marks = std::move(flow.marks);
    cell.is_hidden = all_hidden || is_hidden_within(tree, out.cell_nodes[i], table);
  }
  out.table.header_rows = count_header_rows(out.table, in_head);
  for (int child = tree[table].first_child; child >= 0; child = tree[child].next) {
    if (tree[child].tag != Tag::caption) continue;
    out.table.caption = read_flow(tree, child).text;
    break;
  }
  auto say_cut = [&](const char* what) {
    diagnostics.push_back({Severity::warning, lines.line_of(tree[table].source.begin), "table-cut", what});
  };
  if (former.was_cut()) say_cut("the table's spans ask for more than 1,048,576 slots; what passes that is left out");
  if (limit_repeated_text(out.table))
    say_cut("the table's spans repeat more than 1 MB of text; those cells count once");
  return out;
}

}  // namespace versus::html
