#include "score/stated_totals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/score/sample.h"

namespace versus {
namespace {

using testing::HasSubstr;

std::vector<Decimal> whole(std::initializer_list<int> values) {
  std::vector<Decimal> out;
  for (int value : values) out.push_back({value, 0});
  return out;
}

const std::vector<Decimal> kFirst = whole({9, 9, 8, 9, 9, 8, 9, 9, 9, 9, 9, 8, 9, 8, 9, 7, 8});   // sum 146
const std::vector<Decimal> kSecond = whole({8, 8, 8, 9, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9});  // sum 143
const Scale kTen{{1, 0}, {10, 0}};

TEST(CheckTotal, GrimNamesTheSumThatWouldFit) {
  TotalCheck first = check_total({853, 2}, kFirst, kTen);
  EXPECT_FALSE(first.fits);
  EXPECT_NEAR(first.recomputed, 8.588235, 5e-7);
  ASSERT_EQ(first.grim_sums.size(), 1u);
  EXPECT_EQ(first.grim_sums[0].digits, 145);
  EXPECT_TRUE(first.without.empty());
  EXPECT_FALSE(first.is_truncated);
  TotalCheck second = check_total({835, 2}, kSecond, kTen);
  EXPECT_FALSE(second.fits);
  ASSERT_EQ(second.grim_sums.size(), 1u);
  EXPECT_EQ(second.grim_sums[0].digits, 142);
  EXPECT_TRUE(second.without.empty());
}

TEST(CheckTotal, AcceptsBothWaysOfRounding) {
  EXPECT_TRUE(check_total({859, 2}, kFirst, kTen).fits);
  EXPECT_TRUE(check_total({86, 1}, kFirst, kTen).fits);
  EXPECT_TRUE(check_total({9, 0}, kFirst, kTen).fits);
  EXPECT_TRUE(check_total({8, 0}, whole({8, 9}), kTen).fits);  // 8.5 half-even
  EXPECT_TRUE(check_total({9, 0}, whole({8, 9}), kTen).fits);  // and half-up
  EXPECT_FALSE(check_total({84, 1}, whole({8, 9}), kTen).fits);
}

TEST(CheckTotal, ATotalAboveTheScaleIsASum) {
  EXPECT_TRUE(check_total({146, 0}, kFirst, kTen).fits);
  TotalCheck wrong = check_total({147, 0}, kFirst, kTen);
  EXPECT_EQ(wrong.kind, TotalKind::sum);
  EXPECT_FALSE(wrong.fits);
}

TEST(CheckTotal, TellsWhatElseWouldExplainIt) {
  EXPECT_TRUE(check_total({858, 2}, kFirst, kTen).is_truncated);
  EXPECT_EQ(check_total({80, 1}, whole({8, 8, 3}), kTen).without, std::vector<std::size_t>{2});
  EXPECT_EQ(check_total({10, 0}, whole({8, 9, 3}), kTen).other_denominator, 2);
  EXPECT_TRUE(check_total({853, 2}, whole({8, 8, 9}), kTen).grim_sums.empty());
}

TEST(CheckTotals, AreConflictsWithTheRowsTheyRestOn) {
  NormalizedDocument document = sample::document("x");
  int i = 0;
  for (const Decimal& value : kFirst) {
    std::string feature = std::to_string(i++);
    sample::rating(document, sample::known("a", "A"), sample::unknown(feature, feature),
                   static_cast<int>(value.digits));
  }
  NormalizedRow& total = sample::add(document, RowKind::stated_total, sample::known("a", "A"), {}, "8.53");
  total.typed.type = ValueType::number;
  total.typed.number = Decimal{853, 2};
  Dataset dataset = merge_documents({document}, Vocabulary::shipped());
  ASSERT_EQ(dataset.conflicts.size(), 1u);
  const ConflictRecord& conflict = dataset.conflicts[0];
  EXPECT_EQ(conflict.conflict_class, "stated_mismatch");
  EXPECT_EQ(conflict.row_ids.size(), 18u);
  EXPECT_EQ(conflict.detail, "stated 8.53, is 146/17 = 8.588235");
  EXPECT_THAT(conflict.explanation, HasSubstr("a sum of 145 (1 less) would round to it"));
  EXPECT_THAT(conflict.explanation, HasSubstr("no single rating left out explains it"));
}

/// The conflicts of one table: its ratings by entity, and what it says in its row of totals.
std::size_t conflicts_of(const std::vector<std::pair<std::vector<int>, Decimal>>& columns) {
  NormalizedDocument document = sample::document("x");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    NameLink entity = sample::known(std::to_string(i), std::to_string(i));
    int number = 0;
    for (int value : columns[i].first) {
      std::string about = std::to_string(number++);
      sample::rating(document, entity, sample::unknown(about, about), value);
    }
    NormalizedRow& total = sample::add(document, RowKind::stated_total, entity, sample::known("total", "Total"),
                                       columns[i].second.to_string());
    total.typed.number = columns[i].second;
    total.row.evidence.table = 0;
  }
  return merge_documents({document}, Vocabulary::shipped()).conflicts.size();
}

TEST(CheckTotals, WeightsThatAreNotPrintedAreNoMismatch) {
  EXPECT_EQ(conflicts_of({{{4, 4, 2, 4, 4}, {19, 0}}, {{4, 2, 3, 3, 4}, {165, 1}}}), 0u);  // 16.5 is no sum of these
  EXPECT_EQ(conflicts_of({{{10, 8, 10}, {92, 1}}}), 0u);  // between them, and no mean of three whole ratings
  EXPECT_EQ(conflicts_of({{{4, 10, 7}, {85, 1}}}), 0u);
  EXPECT_EQ(conflicts_of({{{4, 6, 7}, {83, 1}}}), 1u);        // above all of them
  EXPECT_EQ(conflicts_of({{{4, 4, 2, 4, 4}, {19, 0}}}), 1u);  // one off
  EXPECT_EQ(conflicts_of({{{4, 4, 2, 4, 4}, {18, 0}}}), 0u);
}

}  // namespace
}  // namespace versus
