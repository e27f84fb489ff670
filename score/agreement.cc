// alpha = 1 - observed / expected disagreement, both from the coincidence matrix: within a unit of m values each
// ordered pair counts 1 / (m - 1).
#include "score/agreement.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>

namespace versus {
namespace {

using Index = std::size_t;

struct Coincidences {
  std::vector<double> values;               // ascending, each once
  std::vector<std::vector<double>> counts;  // [value][value]
  std::vector<double> totals;               // per value
  double all = 0;
};

Coincidences count_coincidences(const std::vector<std::vector<double>>& units) {
  std::map<double, Index> index;
  for (const auto& unit : units) {
    if (unit.size() < 2) continue;
    for (double value : unit) index[value] = 0;
  }
  Coincidences out;
  for (auto& [value, i] : index) {
    i = out.values.size();
    out.values.push_back(value);
  }
  out.counts.assign(out.values.size(), std::vector<double>(out.values.size(), 0));
  out.totals.assign(out.values.size(), 0);
  for (const auto& unit : units) {
    if (unit.size() < 2) continue;
    std::map<Index, double> in_unit;
    for (double value : unit) in_unit[index[value]] += 1;
    auto m = static_cast<double>(unit.size());
    for (const auto& [c, n_c] : in_unit) {
      for (const auto& [k, n_k] : in_unit) out.counts[c][k] += n_c * (c == k ? n_k - 1 : n_k) / (m - 1);
      out.totals[c] += n_c;
    }
    out.all += m;
  }
  return out;
}

double squared_difference(const Coincidences& c, Index i, Index k, Measurement measurement) {
  if (i == k) return 0;
  double x = c.values[i], y = c.values[k];
  switch (measurement) {
    case Measurement::nominal: return 1;
    case Measurement::interval: return (x - y) * (x - y);
    case Measurement::ratio: return x + y == 0 ? 0 : (x - y) * (x - y) / ((x + y) * (x + y));
    case Measurement::ordinal: break;
  }
  double between = -(c.totals[i] + c.totals[k]) / 2;
  for (Index g = std::min(i, k); g <= std::max(i, k); ++g) between += c.totals[g];
  return between * between;
}

}  // namespace

Alpha krippendorff_alpha(const std::vector<std::vector<double>>& units, Measurement measurement) {
  Alpha out;
  for (const auto& unit : units) {
    if (unit.size() < 2) continue;
    ++out.n_units;
    out.n_values += static_cast<std::int64_t>(unit.size());
  }
  if (out.n_units == 0) {
    out.reason = "too_few";
    return out;
  }
  Coincidences c = count_coincidences(units);
  double observed = 0, expected = 0;
  for (Index i = 0; i < c.values.size(); ++i) {
    for (Index k = 0; k < c.values.size(); ++k) {
      double difference = squared_difference(c, i, k, measurement);
      observed += c.counts[i][k] * difference;
      expected += c.totals[i] * c.totals[k] * difference;
    }
  }
  if (expected == 0) {
    out.reason = "no_variance";
    return out;
  }
  out.value = 1 - (c.all - 1) * observed / expected;
  return out;
}

std::optional<double> kendall_tau_b(const std::vector<double>& x, const std::vector<double>& y) {
  double concordant = 0, tied_x = 0, tied_y = 0, pairs = 0;
  for (Index i = 0; i < x.size(); ++i) {
    for (Index k = i + 1; k < x.size(); ++k) {
      double product = (x[i] - x[k]) * (y[i] - y[k]);
      concordant += product > 0 ? 1 : product < 0 ? -1 : 0;
      tied_x += x[i] == x[k];
      tied_y += y[i] == y[k];
      pairs += 1;
    }
  }
  double scale = (pairs - tied_x) * (pairs - tied_y);
  if (scale <= 0) return std::nullopt;
  return concordant / std::sqrt(scale);
}

}  // namespace versus
