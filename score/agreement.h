// How far do sources agree?
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace versus {

enum class Measurement { nominal, ordinal, interval, ratio };

struct Alpha {
  std::optional<double> value;  // missing: no unit with two values, or one value only
  std::int64_t n_units = 0;     // with two values or more
  std::int64_t n_values = 0;    // in those units
  const char* reason = "";      // too_few | no_variance
};

/// Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"): each unit is the list of the
/// values it was given; units with less than two values do not count.
Alpha krippendorff_alpha(const std::vector<std::vector<double>>& units, Measurement measurement);

/// Kendall's tau-b of two equally long lists (Kendall 1945); nullopt when either does not vary.
std::optional<double> kendall_tau_b(const std::vector<double>& x, const std::vector<double>& y);

}  // namespace versus
