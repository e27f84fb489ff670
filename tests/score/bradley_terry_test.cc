#include "score/bradley_terry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace versus {
namespace {

using testing::ElementsAre;

std::vector<double> worths(const DavidsonFit& fit) {
  std::vector<double> out;
  for (double lambda : fit.lambda) out.push_back(std::exp(lambda));
  return out;
}

TEST(Davidson, WithoutTiesIsBradleyTerry) {  // the Wikipedia example, geometric mean 1
  std::vector<Games> games{{0, 1, 2, 0, 3}, {0, 3, 1, 0, 4}, {1, 2, 5, 0, 3}, {2, 3, 1, 0, 3}};
  DavidsonFit fit = *fit_davidson(4, games, 0);
  double mean = std::accumulate(fit.lambda.begin(), fit.lambda.end(), 0.0) / 4;
  double published[] = {.640, 1.043, .660, 2.270};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(std::exp(fit.lambda[i] - mean), published[i], 5e-4);
  EXPECT_FALSE(fit.log_nu);
}

TEST(Davidson, Baseball) {  // Agresti 2002, table 10.11; Baltimore = 0
  std::vector<Games> games{{0, 1, 1, 0, 12}, {0, 2, 7, 0, 6}, {0, 3, 4, 0, 9},  {0, 4, 2, 0, 11}, {0, 5, 3, 0, 10},
                           {0, 6, 1, 0, 12}, {1, 2, 7, 0, 6}, {1, 3, 2, 0, 11}, {1, 4, 6, 0, 7},  {1, 5, 7, 0, 6},
                           {1, 6, 6, 0, 7},  {2, 3, 4, 0, 9}, {2, 4, 4, 0, 9},  {2, 5, 6, 0, 7},  {2, 6, 5, 0, 8},
                           {3, 4, 6, 0, 7},  {3, 5, 5, 0, 8}, {3, 6, 7, 0, 6},  {4, 5, 7, 0, 6},  {4, 6, 9, 0, 4},
                           {5, 6, 6, 0, 7}};
  DavidsonFit fit = *fit_davidson(7, games, 0);
  double lambda[] = {0, 1.1077, .68385, 1.43641, 1.58136, 1.24762, 1.29449};
  double se[] = {0, .3339, .3319, .3396, .3433, .3359, .3367};
  for (std::size_t i = 0; i < 7; ++i) {
    EXPECT_NEAR(fit.lambda[i], lambda[i], 5e-5);
    EXPECT_NEAR(fit.contrast_se(i, 0), se[i], 5e-5);
  }
}

TEST(Davidson, Puddings) {  // Davidson 1970, table 2; worths sum to 1
  // pair: preferred first, no preference, preferred second
  std::vector<Games> games{{0, 1, 19, 16, 22}, {0, 2, 16, 12, 19}, {1, 2, 19, 10, 19}, {0, 3, 18, 13, 23},
                           {1, 3, 23, 9, 19},  {2, 3, 19, 15, 20}, {0, 4, 13, 18, 19}, {1, 4, 16, 12, 20},
                           {2, 4, 16, 17, 15}, {3, 4, 17, 16, 14}, {0, 5, 18, 12, 21}, {1, 5, 22, 12, 20},
                           {2, 5, 13, 10, 18}, {3, 5, 14, 18, 19}, {4, 5, 11, 12, 21}};
  DavidsonFit fit = *fit_davidson(6, games, 0);
  std::vector<double> worth = worths(fit);
  double sum = std::accumulate(worth.begin(), worth.end(), 0.0);
  double published[] = {.13880, .17300, .16174, .16539, .15868, .20239};
  for (std::size_t i = 0; i < 6; ++i) EXPECT_NEAR(worth[i] / sum, published[i], 1e-4);
  EXPECT_NEAR(std::exp(*fit.log_nu), .74681, 1e-4);
  EXPECT_NEAR(fit.log_likelihood, -809.70951, 5e-6);
}

TEST(Davidson, OfTwoIsTheClosedForm) {
  DavidsonFit fit = *fit_davidson(2, {{0, 1, 8, 5, 4}}, 0);
  EXPECT_NEAR(fit.contrast(0, 1), std::log(8.0 / 4), 1e-9);
  EXPECT_NEAR(fit.contrast_se(0, 1), .612372, 5e-7);
  EXPECT_NEAR(std::exp(*fit.log_nu), .883883, 5e-7);
  fit = *fit_davidson(2, {{0, 1, 10, 7, 3}}, 0);
  EXPECT_NEAR(fit.contrast(0, 1), 1.203973, 5e-7);
  EXPECT_NEAR(fit.contrast_se(0, 1), .658281, 5e-7);
  EXPECT_NEAR(std::exp(*fit.log_nu), 1.278019, 5e-7);
}

// Wins, ties and losses that five documents give three entities (0, 1, 2), pooled.
const std::vector<Games> kPooled{{0, 1, 14, 13, 28}, {0, 2, 3, 0, 1}, {1, 2, 2, 2, 1}};

TEST(Davidson, PooledMaximumLikelihood) {
  DavidsonFit fit = *fit_davidson(3, kPooled, 0);
  EXPECT_NEAR(fit.lambda[1], .63269, 5e-6);
  EXPECT_NEAR(fit.contrast_se(1, 0), .3178, 5e-5);
  EXPECT_NEAR(fit.lambda[2], -.58407, 5e-6);
  EXPECT_NEAR(fit.contrast_se(2, 0), .8414, 5e-5);
  EXPECT_NEAR(*fit.log_nu, -.43235, 5e-6);
  EXPECT_NEAR(fit.log_likelihood, -66.06815, 5e-6);
}

TEST(Davidson, PseudoCountsKeepSmallDataFinite) {
  DavidsonFit fit = *fit_davidson(3, kPooled, 0.5);
  EXPECT_NEAR(fit.lambda[0], -.04089, 5e-6);
  EXPECT_NEAR(fit.lambda[1], .58394, 5e-6);
  EXPECT_NEAR(fit.lambda[2], -.53974, 5e-6);
  EXPECT_NEAR(*fit.log_nu, -.4359, 5e-6);
  EXPECT_NEAR(fit.contrast(1, 0), .6248, 5e-5);
  EXPECT_NEAR(fit.contrast_se(1, 0), .3153, 5e-5);

  EXPECT_FALSE(fit_davidson(2, {{0, 1, 5, 0, 0}}, 0));
  fit = *fit_davidson(2, {{0, 1, 5, 0, 0}}, 0.5);
  EXPECT_GT(fit.contrast(0, 1), 0);
  EXPECT_FALSE(fit_davidson(2, {{0, 1, 0, 5, 0}}, 0.5));  // ties alone: nu has no maximum
}

TEST(Davidson, OneVotePerSource) {
  // (source's outcomes; wins, ties, losses of one pair): each weighs N / (S n_s).
  struct Counts {
    double n_s;
    Games games;
  };
  std::vector<Games> games;
  for (auto [n_s, pair] : std::vector<Counts>{{17, {0, 1, 4, 5, 8}},
                                              {20, {0, 1, 3, 7, 10}},
                                              {4, {0, 1, 1, 1, 2}},
                                              {14, {0, 1, 6, 0, 8}},
                                              {9, {0, 2, 3, 0, 1}},
                                              {9, {1, 2, 2, 2, 1}}}) {
    double weight = 64 / (5 * n_s);
    games.push_back({pair.a, pair.b, weight * pair.a_wins, weight * pair.ties, weight * pair.b_wins});
  }
  DavidsonFit fit = *fit_davidson(3, games, 0.5);
  EXPECT_NEAR(fit.contrast(1, 0), .5609, 5e-5);
  EXPECT_NEAR(fit.contrast(1, 0) - 1.959964 * fit.contrast_se(1, 0), -.0636, 5e-5);
  EXPECT_NEAR(fit.contrast(1, 0) + 1.959964 * fit.contrast_se(1, 0), 1.1853, 5e-5);
}

TEST(Davidson, SwappingThePairSwapsTheSign) {
  DavidsonFit one = *fit_davidson(2, {{0, 1, 8, 5, 4}}, 0.5), other = *fit_davidson(2, {{1, 0, 8, 5, 4}}, 0.5);
  EXPECT_NEAR(one.contrast(0, 1), other.contrast(1, 0), 1e-9);
}

TEST(Davidson, AStartFromElsewhereEndsAtTheSamePlace) {
  DavidsonFit cold = *fit_davidson(3, kPooled, 0.5);
  DavidsonFit warm = *fit_davidson(3, kPooled, 0.5, &cold);
  EXPECT_NEAR(warm.contrast(1, 2), cold.contrast(1, 2), 1e-9);
  EXPECT_LT(warm.iterations, cold.iterations);
}

TEST(Components, NumberWhatIsConnected) {
  EXPECT_THAT(connected_components(5, {{0, 3, 1, 0, 0}, {4, 1, 0, 1, 0}}), ElementsAre(0, 1, 2, 0, 1));
  EXPECT_THAT(connected_components(0, {}), ElementsAre());
}

}  // namespace
}  // namespace versus
