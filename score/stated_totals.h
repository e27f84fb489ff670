// Does a score that an article computed itself follow from its own ratings?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corpus/value.h"
#include "score/dataset.h"
#include "score/outcomes.h"

namespace versus {

enum class TotalKind { mean, sum };

/// One stated total against the ratings it sums up.
struct TotalCheck {
  TotalKind kind = TotalKind::mean;
  bool fits = false;
  Decimal sum;
  std::int64_t n = 0;
  double recomputed = 0;               // mean or sum
  std::vector<Decimal> grim_sums;      // sums of the ratings' granularity whose mean rounds to what is stated
  std::vector<std::size_t> without;    // ratings of which leaving that one out would fit
  bool is_truncated = false;           // the mean cut off, not rounded
  std::int64_t other_denominator = 0;  // n' for which sum / n' would fit, 0: none near n
  bool is_outside = false;             // a mean below or above every rating: no weights explain it
  bool is_representable = true;        // some ratings of this granularity would give it without weights
};

/// Checks a stated value (with the decimals it was printed with) against ratings. A mean fits when it is within half a
/// unit of the last decimal of sum / n, rounded either way. The explanation is GRIM's (Brown & Heathers 2017): which
/// sums of whole ratings could have given the stated mean. `ratings` is not empty.
TotalCheck check_total(const Decimal& stated, const std::vector<Decimal>& ratings, const std::optional<Scale>& scale);

/// All stated totals of a document: a score for each that was checked, a conflict for each that does not fit and that
/// no weights explain. Weights are in play when a total of the same row is no sum and no mean of whole ratings at all,
/// or when the total is far from the plain mean and yet between the ratings: articles do not always print their
/// weights.
struct TotalFindings {
  std::vector<ConflictRecord> conflicts;
  std::vector<ScoreRecord> scores;
};
TotalFindings check_totals(DocumentRows rows);

}  // namespace versus
