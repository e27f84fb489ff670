#include "score/shard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/diagnostic.h"
#include "tests/score/sample.h"

namespace versus {
namespace {

using testing::HasSubstr;

NormalizedDocument full_document() {
  NormalizedDocument document = sample::document("full");
  document.title = "A \"quoted\"\ttitle\n\x01 with ünïcode";
  document.offsets_in = OffsetsIn::decoded;
  document.shingles = {0, 7, 18446744073709551615ULL};
  document.tables.push_back({2, 9, 3, 4, Orientation::none, "a | b", 1});
  document.diagnostics.push_back({Severity::warning, 12, "ragged-row", "header has 4 cells, this row has 3"});
  NormalizedRow& row = sample::rating(document, sample::known("a", "A"), sample::unknown("Ease", "ease"), 9);
  row.row.candidates = {"A", "B", "C"};
  row.candidates = {sample::known("a", "A"), sample::known("b", "B")};
  row.row.confidence = 0.1;
  row.row.hedged = true;
  row.row.evidence.segments = {{1, 4}, {9, 12}};
  row.row.evidence.table_row = 0;
  row.row.scale = Scale{{-5, 1}, {100, 1}};
  row.typed.high = Decimal{12345, 2};
  row.typed.unit = "kB";
  row.typed.bound = "~";
  row.entity.version = "3.x";
  sample::claim(document, sample::known("a", "A"), sample::known("b", "B"), sample::known("speed", "Speed"),
                Direction::worse)
      .row.negated = true;
  return document;
}

TEST(Shard, RoundTripGivesTheSameBytes) {
  std::string line = to_json_line(full_document());
  NormalizedDocument back = from_json_line(line);
  EXPECT_EQ(to_json_line(back), line);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(back.title, full_document().title);
  EXPECT_EQ(back.shingles, full_document().shingles);
  ASSERT_EQ(back.rows.size(), 2u);
  EXPECT_EQ(back.rows[0].row.evidence.segments, full_document().rows[0].row.evidence.segments);
  EXPECT_EQ(back.rows[0].row.scale->low.digits, -5);
  EXPECT_EQ(back.rows[0].row.confidence, 0.1);
  EXPECT_EQ(back.rows[0].typed.high->decimals, 2);
  EXPECT_TRUE(back.rows[1].row.negated);
  EXPECT_EQ(back.rows[1].row.direction, Direction::worse);
  EXPECT_EQ(back.diagnostics, full_document().diagnostics);
}

TEST(Shard, SaysWhatIsWrongWithALine) {
  std::string good = to_json_line(full_document());
  auto with = [&](std::string_view from, std::string_view to) {
    std::string line = good;
    return line.replace(line.find(from), from.size(), to);
  };
  struct Case {
    std::string line, message;
  };
  for (const Case& bad : std::vector<Case>{
           {"", "not a document line"},
           {"[]", "no JSON object"},
           {"{}", "'bytes' is not a size"},
           {good.substr(0, good.size() / 2), "not a document line"},
           {with("\"offsets_in\":\"decoded\"", "\"offsets_in\":\"somewhere\""), "'offsets_in'"},
           {with("\"kind\":\"rating\"", "\"kind\":\"rateing\""), "unknown word 'rateing'"},
           {with("[1,4]", "[4,1]"), "not a byte range"},
           {with("[1,4]", "[1]"), "a list of 2 integers"},
           {with("\"line\":12", "\"line\":\"12\""), "'line' is not an integer"},
           {with("\"line\":12", "\"line\":99999999999"), "'line' is not an integer in range"},
       }) {
    try {
      from_json_line(bad.line);
      ADD_FAILURE() << "read: " << bad.line;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr(bad.message)) << bad.line;
    }
  }
}

}  // namespace
}  // namespace versus
