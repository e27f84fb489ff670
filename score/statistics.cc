#include "score/statistics.h"

#include <algorithm>
#include <cmath>

namespace versus {
namespace {

/// The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method.
double beta_fraction(double x, double a, double b) {
  constexpr double kTiny = 1e-300;
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  d = 1 / (std::abs(d) < kTiny ? kTiny : d);
  double value = d;
  for (int m = 1; m <= 400; ++m) {
    double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    double before = value;
    for (double term : {even, odd}) {
      d = 1 + term * d;
      d = 1 / (std::abs(d) < kTiny ? kTiny : d);
      c = 1 + term / c;
      if (std::abs(c) < kTiny) c = kTiny;
      value *= c * d;
    }
    if (std::abs(value - before) < 1e-16 * std::abs(value)) break;
  }
  return value;
}

/// The regularized incomplete beta function I_x(a, b).
double beta_share(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
  return 1 - front * beta_fraction(1 - x, b, a) / b;
}

/// P(T > t) for t >= 0.
double t_tail(double t, double freedom) { return 0.5 * beta_share(freedom / (freedom + t * t), freedom / 2, 0.5); }

}  // namespace

double t_quantile(double p, double freedom) {
  if (p < 0.5) return -t_quantile(1 - p, freedom);
  double low = 0, high = 1;
  while (t_tail(high, freedom) > 1 - p) high *= 2;
  for (int i = 0; i < 200 && high - low > 1e-14 * high; ++i) {
    double middle = (low + high) / 2;
    (t_tail(middle, freedom) > 1 - p ? low : high) = middle;
  }
  return (low + high) / 2;
}

MeanEstimate estimate_mean(std::vector<double> values) {
  std::sort(values.begin(), values.end());  // sums do not depend on the order of the rows
  MeanEstimate out;
  out.n = static_cast<std::int64_t>(values.size());
  if (values.empty()) return out;
  auto n = static_cast<double>(values.size());
  for (double value : values) out.sum += value;
  out.mean = out.sum / n;
  if (values.size() < 2) return out;
  double squares = 0;
  for (double value : values) squares += (value - out.mean) * (value - out.mean);
  out.sd = values.front() == values.back() ? 0 : std::sqrt(squares / (n - 1));
  if (*out.sd == 0) return out;
  double half = t_quantile(0.975, n - 1) * *out.sd / std::sqrt(n);
  out.interval = Interval{out.mean - half, out.mean + half};
  return out;
}

std::optional<Interval> wilson_interval(std::int64_t successes, std::int64_t n) {
  if (n <= 0) return std::nullopt;
  auto count = static_cast<double>(n);
  double share = static_cast<double>(successes) / count;
  double z2 = kNormal975 * kNormal975;
  double center = (share + z2 / (2 * count)) / (1 + z2 / count);
  double half = kNormal975 / (1 + z2 / count) * std::sqrt(share * (1 - share) / count + z2 / (4 * count * count));
  return Interval{std::max(0.0, center - half), std::min(1.0, center + half)};
}

std::optional<double> sign_test(std::int64_t wins, std::int64_t losses) {
  std::int64_t n = wins + losses;
  if (n == 0) return std::nullopt;
  double tail = 0;
  for (std::int64_t k = 0; k <= std::min(wins, losses); ++k) {
    auto x = static_cast<double>(k), all = static_cast<double>(n);
    tail += std::exp(std::lgamma(all + 1) - std::lgamma(x + 1) - std::lgamma(all - x + 1) - all * std::log(2.0));
  }
  return std::min(1.0, 2 * tail);
}

double quantile_of_sorted(const std::vector<double>& sorted, double p) {
  double position = p * static_cast<double>(sorted.size() - 1);
  auto below = static_cast<std::size_t>(position);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (position - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

}  // namespace versus
