#include <fmt/format.h>
#include <gmock/gmock.h>

#include "corpus/source.h"
#include "extract/document.h"
#include "extract/findings.h"

namespace versus {
namespace {

using testing::ElementsAre;

std::vector<std::string> rows_of(const std::string& text, const char* path) {
  Findings findings = find_rows(read_document(make_source(text, path)), Vocabulary::shipped());
  std::vector<std::string> rows;
  for (const FeatureRow& row : findings.rows)
    rows.push_back(fmt::format("{} {}: {} = {}", row_kind_name(row.kind), row.feature, row.entity, row.value.text()));
  return rows;
}

TEST(Lists, AVerdictBelowAListIsAboutTheHeading) {
  EXPECT_THAT(rows_of("# Rowan vs Alder\n\n## Price\n\n- Rowan: high\n- Alder: low\n\nWinner: Alder\n", "a.md"),
              ElementsAre("text Price: Rowan = high", "text Price: Alder = low", "advantage Price: Alder = Alder"));
}

TEST(Lists, AWinnerMayStandBehindTheFeature) {
  EXPECT_THAT(rows_of("# Rowan vs Alder\n\n## Rounds\n\n- Price: **Winner: Alder**\n- Weight: Winner: tie\n", "a.md"),
              ElementsAre("advantage Price: Alder = Alder", "advantage Weight: Rowan = tie"));
}

TEST(Lists, DefinitionsAboutThingsAreFeaturesOfThem) {
  EXPECT_THAT(
      rows_of("<h1>Rowan vs Alder</h1><h2>In short</h2><dl><dt>Price</dt><dd>Rowan: high</dd><dd>Alder: low</dd>"
              "<dt>Look</dt><dd>Rowan: pale</dd><dd>Alder: red</dd></dl>",
              "a.html"),
      ElementsAre("text Price: Rowan = high", "text Price: Alder = low", "text Look: Rowan = pale",
                  "text Look: Alder = red"));
}

}  // namespace
}  // namespace versus
