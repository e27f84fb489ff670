#include "score/agreement.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace versus {
namespace {

constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

/// Observers as lines -> the values of each unit.
std::vector<std::vector<double>> units_of(const std::vector<std::vector<double>>& observers) {
  std::vector<std::vector<double>> units(observers.front().size());
  for (const auto& line : observers) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (!std::isnan(line[i])) units[i].push_back(line[i]);
    }
  }
  return units;
}

TEST(KrippendorffAlpha, OfDataC) {  // Krippendorff 2011, section C
  constexpr double o = kMissing;
  auto units = units_of({{1, 2, 3, 3, 2, 1, 4, 1, 2, o, o, o},
                         {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, o, 3},
                         {o, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, o},
                         {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, o}});
  EXPECT_NEAR(*krippendorff_alpha(units, Measurement::nominal).value, .743421, 5e-7);
  EXPECT_NEAR(*krippendorff_alpha(units, Measurement::ordinal).value, .815388, 5e-7);
  EXPECT_NEAR(*krippendorff_alpha(units, Measurement::interval).value, .849107, 5e-7);
  EXPECT_NEAR(*krippendorff_alpha(units, Measurement::ratio).value, .797403, 5e-7);
}

TEST(KrippendorffAlpha, OfTheEncyclopediaExample) {
  constexpr double o = kMissing;
  auto units = units_of({{o, o, o, o, o, 3, 4, 1, 2, 1, 1, 3, 3, o, 3},
                         {1, o, 2, 1, 3, 3, 4, 3, o, o, o, o, o, o, o},
                         {o, o, 2, 1, 3, 4, 4, o, 2, 1, 1, 3, 3, o, 4}});
  EXPECT_NEAR(*krippendorff_alpha(units, Measurement::nominal).value, .691358, 5e-7);
  EXPECT_NEAR(*krippendorff_alpha(units, Measurement::interval).value, .810845, 5e-7);
}

TEST(KrippendorffAlpha, OfTwoSourcesAndOfFive) {
  // Results of the pair as -1, 0, 1 (b, tie, a): six features that two documents share.
  std::vector<std::vector<double>> six{{1, 1}, {-1, 1}, {-1, -1}, {-1, -1}, {0, 0}, {0, 1}};
  EXPECT_NEAR(*krippendorff_alpha(six, Measurement::nominal).value, .531915, 5e-7);
  EXPECT_NEAR(*krippendorff_alpha(six, Measurement::ordinal).value, .501653, 5e-7);
  std::vector<std::vector<double>> eleven{{-1, -1, -1, -1}, {1, 1},    {-1, 1},   {0, 0, 0, 1, 1}, {-1, -1}, {0, 1},
                                          {-1, 1, 1},       {0, 0, 1}, {0, 0, 1}, {0, 1},          {1, 1, 1}};
  Alpha all = krippendorff_alpha(eleven, Measurement::nominal);
  EXPECT_NEAR(*all.value, .274194, 5e-7);
  EXPECT_EQ(all.n_units, 11);
  EXPECT_NEAR(*krippendorff_alpha(eleven, Measurement::ordinal).value, .312669, 5e-7);
}

TEST(KrippendorffAlpha, SaysWhyItIsMissing) {
  EXPECT_STREQ(krippendorff_alpha({}, Measurement::nominal).reason, "too_few");
  EXPECT_STREQ(krippendorff_alpha({{1}, {2}}, Measurement::nominal).reason, "too_few");
  EXPECT_STREQ(krippendorff_alpha({{1, 1}, {1, 1}}, Measurement::ordinal).reason, "no_variance");
}

TEST(KendallTauB, GivesThePublishedNumbers) {
  EXPECT_NEAR(*kendall_tau_b({12, 2, 1, 12, 2}, {1, 4, 7, 1, 0}), -.4714045207910, 1e-12);
  EXPECT_NEAR(*kendall_tau_b({1, -1, -1, -2, 0, 0}, {1, -1, 1, -1, 0, 1}), .585369, 5e-7);
  EXPECT_FALSE(kendall_tau_b({1, 1}, {1, 2}));
  EXPECT_FALSE(kendall_tau_b({}, {}));
}

}  // namespace
}  // namespace versus
