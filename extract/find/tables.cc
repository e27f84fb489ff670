#include "extract/find/tables.h"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/text.h"
#include "extract/find/finder.h"
#include "extract/find/names.h"
#include "extract/find/table_values.h"
#include "extract/find/winners.h"

namespace versus {
namespace {

class Writer {
 public:
  Writer(const FindContext& context, FindState& state, const DocumentTable& table, int ordinal)
      : context_(context),
        state_(state),
        table_(table),
        reading_(table.reading),
        block_(context.document.blocks[static_cast<std::size_t>(table.block)]),
        ordinal_(ordinal) {}

  /// Returns the number of rows written.
  int write() {
    std::size_t before = state_.findings.rows.size();
    about_ = context_.outline.texts_about(table_.block);
    for (const TableLine& entity : reading_.entities) names_.push_back(entity.name);
    bool by_row = reading_.orientation == Orientation::entities_in_rows;
    if (by_row) {
      for (const TableLine& entity : reading_.entities)
        for (const TableLine& feature : reading_.features) write_cell(entity, feature, entity.index, feature.index);
    } else {
      for (const TableLine& feature : reading_.features) {
        if (write_winner_row(feature)) continue;
        for (const TableLine& entity : reading_.entities) write_cell(entity, feature, feature.index, entity.index);
        if (reading_.winner >= 0) write_winner(feature);
      }
    }
    mark_totals(before);
    return static_cast<int>(state_.findings.rows.size() - before);
  }

 private:
  void finish(FeatureRow row, const TableLine& feature, int table_row, int table_column, std::string finder) {
    row.feature = feature.name.empty() && reading_.grid.header_rows.empty() ? table_.section : feature.name;
    row.section = section_of(feature);
    row.finder = std::move(finder);
    row.evidence = evidence_of(row.value, 0, row.value.size(), block_.line);
    row.evidence.table = ordinal_;
    row.evidence.table_row = table_row;
    row.evidence.table_column = table_column;
    state_.add_row(std::move(row));
  }

  std::string section_of(const TableLine& line) const { return line.section.empty() ? table_.section : line.section; }

  void write_cell(const TableLine& entity, const TableLine& feature, int table_row, int table_column) {
    if (state_.is_full()) return;
    SpannedText value = cell_value(reading_.grid.at(table_row, table_column));
    if (value.empty() || entity.name.empty()) return;
    bool unnamed = feature.name.empty() && !reading_.grid.header_rows.empty();
    if (unnamed && reading_.orientation == Orientation::entities_in_rows) return;
    std::vector<std::string> scales{feature.name, entity.name, reading_.corner, reading_.grid.title,
                                    block_.table->caption.text()};
    scales.insert(scales.end(), about_.begin(), about_.end());
    CellValue judged = judge_value(value.text(), scales);
    FeatureRow row;
    row.kind = judged.kind;
    row.scale = judged.scale;
    row.entity = entity.name;
    row.entity_inferred = entity.inferred;
    row.value = std::move(value);
    if (feature.is_total) take_points(row);
    const char* finder = row.kind == RowKind::rating         ? "rating-table"
                         : row.kind == RowKind::stated_total ? "stated-total"
                                                             : "feature-table";
    TableLine line = feature;
    if (line.section.empty()) line.section = entity.section;
    finish(std::move(row), line, table_row, table_column, finder);
    if (feature.is_total && !state_.is_full()) totals_.push_back(state_.findings.rows.size() - 1);
  }

  /// "27/30" in a row of totals: points of all that could be had, whatever their number.
  static void take_points(FeatureRow& row) {
    const std::string& text = row.value.text();
    std::size_t slash = text.find('/');
    if (row.kind == RowKind::rating || slash == std::string::npos) return;
    std::size_t end = std::min(text.find('(', slash), text.size());
    Value points = parse_value(std::string_view(text).substr(0, slash));
    Value most = parse_value(std::string_view(text).substr(slash + 1, end - slash - 1));
    auto is_bare = [](const Value& value) {
      return value.type == ValueType::number && value.unit.empty() && value.bound.empty() && value.number;
    };
    if (!is_bare(points) || !is_bare(most) || compare(*most.number, *points.number) < 0) return;
    row.kind = RowKind::stated_total;
    row.scale = Scale{Decimal{}, *most.number};
    row.value = row.value.substr(0, slash).trimmed();
  }

  std::vector<std::string> candidates() const {
    if (!names_.empty()) return names_;
    std::vector<std::string> compared;
    for (const Subject& subject : context_.subjects.all)
      if (subject.compared) compared.push_back(subject.name);
    return compared;
  }

  void write_winner(const TableLine& feature) {
    SpannedText value = cell_value(reading_.grid.at(feature.index, reading_.winner));
    if (value.empty()) return;
    std::optional<Winner> winner = read_winner(value.text(), candidates(), context_.subjects);
    if (!winner) return;
    finish(advantage_row(*winner, candidates(), std::move(value)), feature, feature.index, reading_.winner,
           "advantage-table");
  }

  /// A row "Winner | A" names the winner of the table as a whole.
  bool write_winner_row(const TableLine& feature) {
    if (!context_.vocabulary.has_word("advantage-header", name_key(feature.name))) return false;
    bool written = false;
    std::string last;
    for (const TableLine& entity : reading_.entities) {
      SpannedText value = cell_value(reading_.grid.at(feature.index, entity.index));
      if (value.empty() || value.text() == last) continue;
      std::optional<Winner> winner = read_winner(value.text(), names_, context_.subjects);
      if (!winner) return written;
      last = value.text();
      finish(advantage_row(*winner, names_, std::move(value)), feature, feature.index, entity.index, "advantage-table");
      written = true;
    }
    return written;
  }

  /// "Total" in a table of ratings, or over bare numbers, is a score that the article computed itself.
  void mark_totals(std::size_t first) {
    bool ratings = false;
    for (std::size_t i = first; i < state_.findings.rows.size(); ++i)
      ratings |= state_.findings.rows[i].kind == RowKind::rating;
    if (!ratings) return;
    for (std::size_t i : totals_) {
      FeatureRow& row = state_.findings.rows[i];
      Value value = parse_value(row.value.text());
      if (value.type == ValueType::number || row.kind == RowKind::rating) {
        row.kind = RowKind::stated_total;
        row.finder = "stated-total";
      }
    }
  }

  const FindContext& context_;
  FindState& state_;
  const DocumentTable& table_;
  const TableReading& reading_;
  const Block& block_;
  int ordinal_;
  std::vector<std::string> names_;
  std::vector<std::string> about_;
  std::vector<std::size_t> totals_;
};

}  // namespace

void find_tables(const FindContext& context, FindState& state) {
  for (std::size_t i = 0; i < context.tables.size(); ++i) {
    const DocumentTable& table = context.tables[i];
    const Block& block = context.document.blocks[static_cast<std::size_t>(table.block)];
    int ordinal = static_cast<int>(i);
    int rows = table.reading.kind == TableKind::none ? 0 : Writer(context, state, table, ordinal).write();
    if (rows > 0) state.block_used[static_cast<std::size_t>(table.block)] = 1;
    state.findings.tables.push_back({ordinal, block.line, block.table->n_rows, block.table->n_columns,
                                     rows > 0 ? table.reading.orientation : Orientation::none,
                                     table.reading.grid.header_line(), table.continued_from});
    if (rows == 0) {
      const std::string& reason = table.reading.reason;
      state.findings.diagnostics.push_back(
          {Severity::note, block.line, "table-not-compared",
           fmt::format("a table of {} rows and {} columns gives no rows: {}", block.table->n_rows,
                       block.table->n_columns, reason.empty() ? "its cells are empty" : reason)});
    }
  }
}

}  // namespace versus
