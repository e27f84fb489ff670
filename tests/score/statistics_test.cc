#include "score/statistics.h"

#include <gtest/gtest.h>

#include <cmath>

namespace versus {
namespace {

constexpr double kSixDigits = 5.1e-7;

// The ratings of one of the documents that the project was started from, in the order they stand there.
const std::vector<double> kFirst{9, 9, 8, 9, 9, 8, 9, 9, 9, 9, 9, 8, 9, 8, 9, 7, 8};
const std::vector<double> kSecond{8, 8, 8, 9, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9};

TEST(MeanEstimate, GivesTheWorkedNumbers) {
  MeanEstimate first = estimate_mean(kFirst);
  EXPECT_EQ(first.n, 17);
  EXPECT_EQ(first.sum, 146);
  EXPECT_NEAR(first.mean, 8.588235, kSixDigits);
  EXPECT_NEAR(*first.sd, .618347, kSixDigits);
  EXPECT_NEAR(first.interval->low, 8.270311, kSixDigits);
  EXPECT_NEAR(first.interval->high, 8.906160, kSixDigits);
  MeanEstimate second = estimate_mean(kSecond);
  EXPECT_NEAR(second.mean, 8.411765, kSixDigits);
  EXPECT_NEAR(*second.sd, .507300, kSixDigits);
  EXPECT_NEAR(second.interval->low, 8.150935, kSixDigits);
  EXPECT_NEAR(second.interval->high, 8.672594, kSixDigits);
  std::vector<double> difference;
  for (std::size_t i = 0; i < kFirst.size(); ++i) difference.push_back(kFirst[i] - kSecond[i]);
  MeanEstimate paired = estimate_mean(difference);
  EXPECT_NEAR(paired.mean, .176471, kSixDigits);
  EXPECT_NEAR(*paired.sd, .951006, kSixDigits);
  EXPECT_NEAR(paired.interval->low, -.312491, kSixDigits);
  EXPECT_NEAR(paired.interval->high, .665433, kSixDigits);
}

std::vector<double> results(int wins, int ties, int losses) {
  std::vector<double> out(static_cast<std::size_t>(wins), 1);
  out.insert(out.end(), static_cast<std::size_t>(ties), 0.5);
  out.insert(out.end(), static_cast<std::size_t>(losses), 0);
  return out;
}

TEST(MeanEstimate, OfWinsAndTiesIsTheScore) {
  MeanEstimate score = estimate_mean(results(8, 5, 4));
  EXPECT_NEAR(score.mean, .617647, kSixDigits);
  EXPECT_NEAR(score.interval->low, .403921, kSixDigits);
  EXPECT_NEAR(score.interval->high, .831373, kSixDigits);
  score = estimate_mean(results(10, 7, 3));
  EXPECT_NEAR(score.mean, .675, kSixDigits);
  EXPECT_NEAR(score.interval->low, .500627, kSixDigits);
  EXPECT_NEAR(score.interval->high, .849373, kSixDigits);
}

TEST(MeanEstimate, OfNothingOneOrOneValueHasNoInterval) {
  EXPECT_EQ(estimate_mean({}).n, 0);
  EXPECT_FALSE(estimate_mean({5}).sd);
  EXPECT_FALSE(estimate_mean({5, 5, 5}).interval);
  EXPECT_EQ(*estimate_mean({0.1, 0.1, 0.1}).sd, 0);
  EXPECT_TRUE(estimate_mean({5, 6}).interval);
}

TEST(TQuantile, GivesTheTables) {
  EXPECT_NEAR(t_quantile(0.975, 1), 12.706205, 1e-6);
  EXPECT_NEAR(t_quantile(0.975, 2), 4.302653, 1e-6);
  EXPECT_NEAR(t_quantile(0.975, 16), 2.119905, 1e-6);
  EXPECT_NEAR(t_quantile(0.95, 30), 1.697261, 1e-6);
  EXPECT_NEAR(t_quantile(0.025, 5), -2.570582, 1e-6);
  EXPECT_NEAR(t_quantile(0.975, 1e6), kNormal975, 1e-5);
}

TEST(Wilson, GivesTheWorkedNumbers) {
  EXPECT_NEAR(wilson_interval(8, 12)->low, .390622, kSixDigits);
  EXPECT_NEAR(wilson_interval(8, 12)->high, .861880, kSixDigits);
  EXPECT_NEAR(wilson_interval(10, 13)->low, .497436, kSixDigits);
  EXPECT_NEAR(wilson_interval(10, 13)->high, .918205, kSixDigits);
}

TEST(Wilson, StaysInsideZeroAndOne) {
  EXPECT_FALSE(wilson_interval(0, 0));
  EXPECT_EQ(wilson_interval(0, 5)->low, 0);
  EXPECT_LT(wilson_interval(0, 5)->high, 1);
  EXPECT_NEAR(wilson_interval(5, 5)->high, 1, 1e-15);
}

TEST(SignTest, GivesTheWorkedNumbers) {
  EXPECT_NEAR(*sign_test(8, 4), .387695, kSixDigits);
  EXPECT_NEAR(*sign_test(10, 3), .092285, kSixDigits);
  EXPECT_NEAR(*sign_test(3, 10), .092285, kSixDigits);
  EXPECT_DOUBLE_EQ(*sign_test(4, 4), 1);
  EXPECT_FALSE(sign_test(0, 0));
}

TEST(Quantile, IsLinearBetweenNeighbours) {
  EXPECT_DOUBLE_EQ(quantile_of_sorted({1, 2, 3, 4, 5}, 0.5), 3);
  EXPECT_DOUBLE_EQ(quantile_of_sorted({1, 2}, 0.25), 1.25);
  EXPECT_DOUBLE_EQ(quantile_of_sorted({7}, 0.975), 7);
}

}  // namespace
}  // namespace versus
