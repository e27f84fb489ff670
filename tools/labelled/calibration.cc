#include "tools/labelled/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace versus {

void print_calibration(const std::vector<std::pair<double, bool>>& rated, std::string_view what) {
  constexpr std::size_t kBins = 10;
  std::array<double, kBins> n{}, right{}, sum{};
  double brier = 0;
  for (const auto& [confidence, is_right] : rated) {
    auto bin = std::min(kBins - 1, static_cast<std::size_t>(confidence * kBins));
    n[bin] += 1;
    right[bin] += is_right;
    sum[bin] += confidence;
    brier += (confidence - is_right) * (confidence - is_right);
  }
  double error = 0;
  fmt::print("{}: {}\n", what, rated.size());
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    if (n[bin] == 0) continue;
    fmt::print("  {:.1f}-{:.1f}  n {:5.0f}  mean confidence {:.3f}  right {:.3f}\n", static_cast<double>(bin) / kBins,
               static_cast<double>(bin + 1) / kBins, n[bin], sum[bin] / n[bin], right[bin] / n[bin]);
    error += std::abs(sum[bin] - right[bin]);
  }
  std::vector<std::pair<double, bool>> sorted = rated;
  std::sort(sorted.begin(), sorted.end());
  double rank_sum = 0, positives = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i;
    while (end < sorted.size() && sorted[end].first == sorted[i].first) ++end;
    for (std::size_t k = i; k < end; ++k)
      if (sorted[k].second) {
        rank_sum += static_cast<double>(i + end + 1) / 2;
        positives += 1;
      }
    i = end;
  }
  double negatives = static_cast<double>(sorted.size()) - positives;
  double area = (rank_sum - positives * (positives + 1) / 2) / std::max(1.0, positives * negatives);
  auto size = static_cast<double>(std::max<std::size_t>(1, rated.size()));
  fmt::print("  ECE {:.3f}  Brier {:.3f}  AUROC {:.3f}\n", error / size, brier / size, area);
}

}  // namespace versus
