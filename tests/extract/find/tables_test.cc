// Tables as a whole: what must not depend on how a table stands on the page.
#include "extract/find/tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "corpus/source.h"
#include "extract/findings.h"

namespace versus {
namespace {

using Grid = std::vector<std::vector<std::string>>;
using Statement = std::tuple<std::string, std::string, std::string, std::string>;

std::string pipe_table(const Grid& grid) {
  std::string out;
  for (std::size_t r = 0; r < grid.size(); ++r) {
    for (const std::string& cell : grid[r]) out.append("| ").append(cell).append(" ");
    out += "|\n";
    if (r > 0) continue;
    for (std::size_t c = 0; c < grid[r].size(); ++c) out += "|---";
    out += "|\n";
  }
  return out;
}

Grid transposed(const Grid& grid) {
  Grid out(grid[0].size(), std::vector<std::string>(grid.size()));
  for (std::size_t r = 0; r < grid.size(); ++r)
    for (std::size_t c = 0; c < grid[r].size(); ++c) out[c][r] = grid[r][c];
  return out;
}

Findings findings_of(const std::string& text) {
  return find_rows(read_document(make_source(text, "page.md")), Vocabulary::shipped());
}

std::multiset<Statement> statements_of(const std::string& text) {
  std::multiset<Statement> statements;
  for (const FeatureRow& row : findings_of(text).rows)
    if (row.kind != RowKind::claim)
      statements.emplace(row.entity, row.feature, row.value.text(), std::string(row_kind_name(row.kind)));
  return statements;
}

const std::vector<Grid> kTables = {
    {{"Feature", "Kettlo", "Brewista"},
     {"Boils in", "4 min", "6 min"},
     {"Keeps warm", "Yes", "No"},
     {"Colour", "Steel", "Black"}},
    {{"", "Kettlo", "Brewista"}, {"Comfort", "★★★★☆", "★★★☆☆"}, {"Price", "39", "59"}, {"Lid", "-", "glass"}},
    {{"Criterion", "Kettlo", "Brewista"}, {"Looks (1-10)", "8", "6"}, {"Noise (1-10)", "5", "9"}},
};

TEST(Tables, ATransposedTableSaysTheSame) {
  const std::string title = "# Kettlo vs Brewista\n\n";
  for (const Grid& grid : kTables) {
    std::multiset<Statement> rows = statements_of(title + pipe_table(grid));
    EXPECT_EQ(rows.size(), (grid.size() - 1) * (grid[0].size() - 1)) << pipe_table(grid);
    EXPECT_EQ(rows, statements_of(title + pipe_table(transposed(grid)))) << pipe_table(grid);
  }
}

TEST(Tables, CuttingATableInTwoChangesNothingButItsIds) {
  const std::string title = "# Kettlo vs Brewista\n\n";
  for (const Grid& grid : kTables) {
    for (std::size_t cut = 2; cut < grid.size(); ++cut) {
      Grid first(grid.begin(), grid.begin() + static_cast<long>(cut));
      Grid second{grid[0]};
      second.insert(second.end(), grid.begin() + static_cast<long>(cut), grid.end());
      std::string text = title + pipe_table(first) + "\n" + pipe_table(second);
      EXPECT_EQ(statements_of(title + pipe_table(grid)), statements_of(text)) << text;
      Findings findings = findings_of(text);
      ASSERT_EQ(findings.tables.size(), 2u);
      EXPECT_EQ(findings.tables[1].continued_from, 0);
    }
  }
}

TEST(Tables, EveryTableGivesRowsOrADiagnostic) {
  for (const char* text : {"| a | b |\n|---|---|\n", "| |\n|---|\n| |\n", "| x | y |\n|---|---|\n| | |\n",
                           "# A vs B\n\n| | A | B |\n|---|---|---|\n| p | 1 | 2 |\n"}) {
    Findings findings = findings_of(text);
    for (const TableSummary& table : findings.tables) {
      bool rows = std::any_of(findings.rows.begin(), findings.rows.end(),
                              [&](const FeatureRow& row) { return row.evidence.table == table.ordinal; });
      bool told = std::any_of(findings.diagnostics.begin(), findings.diagnostics.end(), [&](const Diagnostic& note) {
        return note.code == "table-not-compared" && note.line == table.line;
      });
      EXPECT_NE(rows, told) << text;
    }
  }
}

TEST(Tables, ANamelessColumnIsInferredAndMarked) {
  std::string text =
      "# Kettlo, Brewista and Pourer compared: Kettlo vs Brewista vs Pourer\n\n"
      "| Feature | | Brewista | Pourer |\n|---|---|---|---|\n"
      "| Speed | fast | slower than Kettlo | as fast as Kettlo |\n| Price | 39 | 59 | 20 |\n";
  int inferred = 0;
  for (const FeatureRow& row : findings_of(text).rows) {
    if (row.kind == RowKind::claim || !row.entity_inferred) continue;
    ++inferred;
    EXPECT_EQ(row.entity, "Kettlo");
  }
  EXPECT_EQ(inferred, 2);
}

}  // namespace
}  // namespace versus
