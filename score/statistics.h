// Means, shares and their intervals. Pure functions on numbers; what cannot be said is nullopt.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace versus {

struct Interval {
  double low = 0;
  double high = 0;
};

/// n, mean, and - from two values on - the standard deviation (n - 1) and the 95 % t interval. The interval is missing
/// for n < 2 and for values without variance.
struct MeanEstimate {
  std::int64_t n = 0;
  double sum = 0;
  double mean = 0;
  std::optional<double> sd;
  std::optional<Interval> interval;
};
MeanEstimate estimate_mean(std::vector<double> values);

/// The p-quantile of Student's t with `freedom` > 0 degrees of freedom, 0 < p < 1.
double t_quantile(double p, double freedom);

/// Wilson's 95 % score interval of a share (Wilson 1927); nullopt for n = 0.
std::optional<Interval> wilson_interval(std::int64_t successes, std::int64_t n);

/// Two-sided exact sign test: how likely are wins and losses at least this far apart when both are equally likely?
/// nullopt without any.
std::optional<double> sign_test(std::int64_t wins, std::int64_t losses);

/// The p-quantile of sorted values, linear between neighbours (type 7 of Hyndman and Fan 1996). Not empty.
double quantile_of_sorted(const std::vector<double>& sorted, double p);

/// 97.5 % quantile of the normal distribution.
inline constexpr double kNormal975 = 1.959963984540054;

}  // namespace versus
