// Does a confidence of .9 mean that nine in ten are right?
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace versus {

/// Prints ten bins of confidence against the share that is right, the expected calibration error (Naeini et al. 2015),
/// Brier's score and the area under the ROC curve.
void print_calibration(const std::vector<std::pair<double, bool>>& rated, std::string_view what);

}  // namespace versus
