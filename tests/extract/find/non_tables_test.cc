// Tables that compare nothing: badges, sponsors, steps, commands, records, schedules, changelogs, parameters, layout.
// Each is a document of its own in non_tables.md; none may give a row, each must give a diagnostic.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "corpus/source.h"
#include "extract/findings.h"

namespace versus {
namespace {

constexpr std::string_view kCut = "---8<---\n";

Findings findings_of(std::string_view text) {
  return find_rows(read_document(make_source(text, "page.md")), Vocabulary::shipped());
}

/// Every document of non_tables.md behind a preamble.
void expect_nothing(const std::string& preamble) {
  std::ifstream in(std::string(VERSUS_SOURCE_DIR) + "/tests/extract/find/non_tables.md", std::ios::binary);
  std::string all{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  int tables = 0;
  std::string_view rest = all;
  while (!rest.empty()) {
    std::size_t cut = rest.find(kCut);
    std::string document = preamble + std::string(rest.substr(0, cut));
    rest.remove_prefix(cut == std::string_view::npos ? rest.size() : cut + kCut.size());
    Findings findings = findings_of(document);
    EXPECT_EQ(findings.tables.size(), 1u) << document;
    std::string row = findings.rows.empty() ? "" : findings.rows[0].entity + " | " + findings.rows[0].feature;
    EXPECT_TRUE(findings.rows.empty()) << document << row;
    bool told = false;
    for (const Diagnostic& diagnostic : findings.diagnostics) told |= diagnostic.code == "table-not-compared";
    EXPECT_TRUE(told) << document;
    tables += static_cast<int>(findings.tables.size());
  }
  EXPECT_GE(tables, 60);
}

TEST(NonTables, GiveNoRowsButADiagnostic) { expect_nothing(""); }

// The title announces a comparison, of other things than the table lists.
TEST(NonTables, GiveNothingUnderAComparisonsTitle) { expect_nothing("# Kettlo vs Brewista\n\nTwo kettles.\n\n#"); }

// The same tables stay out when the document compares things elsewhere: the announcement is not theirs.
TEST(NonTables, StayOutBesideAComparison) {
  constexpr std::string_view kReadme =
      "# Kettlo\n\n## Options\n\n| Option | Default | Description |\n|---|---|---|\n| heat | 90 | Degrees |\n"
      "| keep | no | Keeps warm |\n\n## Comparison\n\n| | Kettlo | Brewista |\n|---|---|---|\n| Boils in | 4 min | 6 "
      "min |\n"
      "| Capacity | 1.7 l | 1.2 l |\n";
  Findings findings = findings_of(kReadme);
  ASSERT_EQ(findings.tables.size(), 2u);
  EXPECT_EQ(findings.tables[0].orientation, Orientation::none);
  EXPECT_EQ(findings.rows.size(), 4u);
}

}  // namespace
}  // namespace versus
