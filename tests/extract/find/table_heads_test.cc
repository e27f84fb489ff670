#include <gmock/gmock.h>

#include "corpus/source.h"
#include "extract/document.h"
#include "extract/findings.h"

namespace versus {
namespace {

using testing::ElementsAre;

std::vector<std::string> rows_of(const std::string& text) {
  Findings findings = find_rows(read_document(make_source(text, "a.html")), Vocabulary::shipped());
  std::vector<std::string> rows;
  for (const FeatureRow& row : findings.rows)
    rows.push_back(row.section + "/" + row.feature + ": " + row.entity + " = " + row.value.text());
  return rows;
}

TEST(TableHeads, AGroupAboveNamesIsNotPartOfThem) {
  EXPECT_THAT(rows_of("<h1>Rowan vs Alder</h1><table>"
                      "<tr><th rowspan=2>Feature</th><th>Garden</th><th>Forest</th></tr>"
                      "<tr><th>Rowan</th><th>Alder</th></tr>"
                      "<tr><th colspan=3>Wood</th></tr><tr><td>Weight</td><td>1 kg</td><td>2 kg</td></tr></table>"),
              ElementsAre("Wood/Weight: Rowan = 1 kg", "Wood/Weight: Alder = 2 kg"));
}

TEST(TableHeads, AGroupOfNamesStaysWithWhatItGroups) {
  EXPECT_THAT(rows_of("<h1>Rowan vs Alder</h1><table>"
                      "<tr><th rowspan=2>Feature</th><th colspan=2>Rowan</th><th colspan=2>Alder</th></tr>"
                      "<tr><th>Dry</th><th>Wet</th><th>Dry</th><th>Wet</th></tr>"
                      "<tr><td>Weight</td><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>"),
              ElementsAre("/Weight: Rowan Dry = 1", "/Weight: Rowan Wet = 2", "/Weight: Alder Dry = 3",
                          "/Weight: Alder Wet = 4"));
}

}  // namespace
}  // namespace versus
