#include "score/outcomes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/score/sample.h"

namespace versus {
namespace {

using sample::known;
using testing::HasSubstr;

const NameLink kA = known("a", "A"), kB = known("b", "B"), kC = known("c", "C"), kSpeed = known("speed", "Speed");

Votes votes_of(const NormalizedDocument& document) {
  Dataset dataset = merge_documents({document}, Vocabulary::shipped());
  return count_votes(rows_by_document(dataset.rows).front());
}

TEST(Votes, RatingsVoteByTheSignOfTheirDifference) {
  NormalizedDocument x = sample::document("x");
  sample::rating(x, kB, kSpeed, 7);
  sample::rating(x, kA, kSpeed, 9);
  sample::rating(x, kC, kSpeed, 9);
  Votes votes = votes_of(x);
  ASSERT_EQ(votes.outcomes.size(), 3u);
  EXPECT_EQ(votes.outcomes[0].result, "a");    // a against b
  EXPECT_EQ(votes.outcomes[1].result, "tie");  // a against c
  EXPECT_EQ(votes.outcomes[2].result, "b");    // b against c
  EXPECT_EQ(votes.outcomes[0].strength, "derived");
  EXPECT_EQ(votes.outcomes[0].row_ids.size(), 2u);
}

TEST(Votes, RatingsOnDifferentScalesAreNotCompared) {
  NormalizedDocument x = sample::document("x");
  sample::rating(x, kA, kSpeed, 4, 5);
  sample::rating(x, kB, kSpeed, 7, 10);
  EXPECT_TRUE(votes_of(x).outcomes.empty());
}

TEST(Votes, TheMostExplicitKindDecidesAndTheOtherWinnerIsAConflict) {
  NormalizedDocument x = sample::document("x");
  sample::rating(x, kA, kSpeed, 9);
  sample::rating(x, kB, kSpeed, 7);
  sample::claim(x, kB, kA, kSpeed, Direction::better);
  sample::advantage(x, kB, kA, kSpeed);
  Votes votes = votes_of(x);
  ASSERT_EQ(votes.outcomes.size(), 1u);
  EXPECT_EQ(votes.outcomes[0].result, "b");
  EXPECT_EQ(votes.outcomes[0].kind, "advantage");
  ASSERT_EQ(votes.conflicts.size(), 1u);
  EXPECT_EQ(votes.conflicts[0].conflict_class, "intra_source");
  EXPECT_EQ(votes.conflicts[0].row_ids.size(), 4u);
}

TEST(Votes, ATieAgainstAWinnerIsNoConflict) {
  NormalizedDocument x = sample::document("x");
  sample::advantage(x, kA, kB, kSpeed, Direction::equal);
  sample::claim(x, kA, kB, kSpeed, Direction::better);
  Votes votes = votes_of(x);
  ASSERT_EQ(votes.outcomes.size(), 1u);
  EXPECT_EQ(votes.outcomes[0].result, "tie");
  EXPECT_TRUE(votes.conflicts.empty());
}

TEST(Votes, ASentenceThatWeighsBothSidesIsNoConflict) {
  NormalizedDocument x = sample::document("x");
  sample::claim(x, kA, kB, kSpeed, Direction::better).row.evidence.quote = "A in research, B in industry.";
  sample::claim(x, kB, kA, kSpeed, Direction::better).row.evidence.quote = "A in research, B in industry.";
  EXPECT_TRUE(votes_of(x).conflicts.empty());
  EXPECT_TRUE(votes_of(x).outcomes.empty());
}

TEST(Votes, MajorityWithinAKindAndNoneWhenEvenlySplit) {
  NormalizedDocument x = sample::document("x");
  sample::claim(x, kA, kB, kSpeed, Direction::better);
  sample::claim(x, kA, kB, kSpeed, Direction::worse);
  x.rows[1].row.evidence.quote = "another sentence";
  EXPECT_TRUE(votes_of(x).outcomes.empty());
  EXPECT_EQ(votes_of(x).conflicts.size(), 1u);
  sample::claim(x, kB, kA, kSpeed, Direction::worse);
  EXPECT_EQ(votes_of(x).outcomes[0].result, "a");
}

TEST(Votes, AWinnerAmongSeveralBeatsEachAndATieIsOfAll) {
  NormalizedDocument x = sample::document("x");
  sample::advantage(x, kA, {}, kSpeed).candidates = {kA, kB, kC};
  EXPECT_EQ(votes_of(x).outcomes.size(), 2u);
  NormalizedDocument y = sample::document("y");
  sample::advantage(y, kA, {}, kSpeed, Direction::equal).candidates = {kA, kB, kC};
  EXPECT_EQ(votes_of(y).outcomes.size(), 3u);
  NormalizedDocument z = sample::document("z");
  sample::advantage(z, known("a b", "A + B"), {}, kSpeed).candidates = {kA, kB, kC};
  EXPECT_TRUE(votes_of(z).outcomes.empty());
}

TEST(Votes, NothingWithoutAFeatureAnOpponentOrADirection) {
  NormalizedDocument x = sample::document("x");
  sample::claim(x, kA, kB, {}, Direction::better);
  sample::claim(x, kA, {}, kSpeed, Direction::better);
  sample::claim(x, kA, kB, kSpeed, Direction::different);
  sample::claim(x, kA, kB, kSpeed, Direction::attribute);
  sample::claim(x, kA, kA, kSpeed, Direction::better);
  Votes votes = votes_of(x);
  EXPECT_TRUE(votes.outcomes.empty());
  EXPECT_TRUE(votes.conflicts.empty());
}

}  // namespace
}  // namespace versus
