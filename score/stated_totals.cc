// Everything here is exact: ratings and totals are integers of their smallest decimal.
#include "score/stated_totals.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <set>

#include "score/ids.h"
#include "score/json_text.h"

namespace versus {
namespace {

using Integer = long long;
__extension__ typedef __int128 Wide;  // products of sums and powers of ten

/// Small enough for exact sums; no rating is larger or finer.
bool is_exact(const std::optional<Decimal>& decimal) {
  return decimal && decimal->decimals >= 0 && decimal->decimals <= 6 && std::llabs(decimal->digits) < 1000000000LL;
}

Integer power_of_ten(int exponent) {
  Integer out = 1;
  for (int i = 0; i < exponent; ++i) out *= 10;
  return out;
}

Integer scaled(const Decimal& decimal, int decimals) {
  return decimal.digits * power_of_ten(std::max(0, decimals - decimal.decimals));
}

/// |stated - sum / n| <= half a unit of stated's last decimal, all exact. `unit` is 10^(decimals of sum).
bool rounds_to(Integer sum, Integer n, Integer unit, const Decimal& stated) {
  Integer stated_unit = power_of_ten(stated.decimals);
  Wide difference = static_cast<Wide>(stated.digits) * n * unit - static_cast<Wide>(sum) * stated_unit;
  if (difference < 0) difference = -difference;
  return 2 * difference <= static_cast<Wide>(n) * unit;
}

bool truncates_to(Integer sum, Integer n, Integer unit, const Decimal& stated) {
  if (sum < 0) return false;
  return static_cast<Wide>(sum) * power_of_ten(stated.decimals) / (static_cast<Wide>(n) * unit) == stated.digits;
}

}  // namespace

TotalCheck check_total(const Decimal& stated, const std::vector<Decimal>& ratings, const std::optional<Scale>& scale) {
  TotalCheck out;
  int decimals = 0;
  for (const Decimal& rating : ratings) decimals = std::max(decimals, rating.decimals);
  Integer unit = power_of_ten(decimals), sum = 0, largest = 0;
  Integer smallest = std::numeric_limits<Integer>::max();
  for (const Decimal& rating : ratings) {
    Integer value = scaled(rating, decimals);
    sum += value;
    largest = std::max(largest, value);
    smallest = std::min(smallest, value);
  }
  auto n = static_cast<Integer>(ratings.size());
  out.n = n;
  out.sum = {sum, decimals};
  double total = static_cast<double>(sum) / static_cast<double>(unit);

  // A total above every rating, and above the scale, is a sum.
  bool above_ratings = compare(stated, {largest, decimals}) > 0;
  bool above_scale = scale ? compare(stated, scale->high) > 0 : above_ratings;
  if (n > 1 && above_ratings && above_scale) {
    out.kind = TotalKind::sum;
    out.recomputed = total;
    out.fits = rounds_to(sum, 1, unit, stated);
    out.is_representable = stated.decimals <= decimals;
    return out;
  }
  out.recomputed = total / static_cast<double>(n);
  out.fits = rounds_to(sum, n, unit, stated);
  if (out.fits) return out;
  out.is_outside = compare(stated, {smallest, decimals}) < 0 || compare(stated, {largest, decimals}) > 0;

  Integer nearest = static_cast<Integer>(static_cast<Wide>(stated.digits) * n * unit / power_of_ten(stated.decimals));
  for (Integer candidate = nearest - n - 1; candidate <= nearest + n + 1; ++candidate) {
    if (rounds_to(candidate, n, unit, stated)) out.grim_sums.push_back({candidate, decimals});
  }
  out.is_representable = !out.grim_sums.empty();
  for (std::size_t i = 0; i < ratings.size() && n > 1; ++i) {
    if (rounds_to(sum - scaled(ratings[i], decimals), n - 1, unit, stated)) out.without.push_back(i);
  }
  out.is_truncated = truncates_to(sum, n, unit, stated);
  for (Integer other : {n - 1, n + 1}) {
    if (other > 0 && out.other_denominator == 0 && rounds_to(sum, other, unit, stated)) out.other_denominator = other;
  }
  return out;
}

namespace {

struct Rated {
  std::vector<const RowRecord*> rows;
  std::vector<Decimal> values() const {
    std::vector<Decimal> out;
    for (const RowRecord* row : rows) out.push_back(*row->value_num);
    return out;
  }
};

std::optional<Scale> scale_of(const RowRecord& row) {
  if (!row.scale_low || !row.scale_high) return std::nullopt;
  return Scale{*row.scale_low, *row.scale_high};
}

bool same_scale(const RowRecord& x, const RowRecord& y) {
  auto same = [](const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
    return a.has_value() == b.has_value() && (!a || compare(*a, *b) == 0);
  };
  return same(x.scale_low, y.scale_low) && same(x.scale_high, y.scale_high);
}

/// The ratings that a total sums up: those of its table when it stands in one that has any, else all before it; of the
/// scale of the last rating before it.
Rated ratings_behind(const RowRecord& total, DocumentRows rows) {
  Rated all, in_table;
  for (const RowRecord& row : rows) {
    if (row.kind != "rating" || !is_exact(row.value_num) || row.entity_id != total.entity_id) continue;
    if (!total.table_id.empty() && row.table_id == total.table_id) in_table.rows.push_back(&row);
    if (row.byte_start < total.byte_start) all.rows.push_back(&row);
  }
  Rated out = in_table.rows.empty() ? all : in_table;
  if (!out.rows.empty()) {
    const RowRecord& last = *out.rows.back();
    std::erase_if(out.rows, [&](const RowRecord* row) { return !same_scale(*row, last); });
  }
  return out;
}

/// The one table whose ratings alone would fit, or "".
std::string fitting_table(const RowRecord& total, const Rated& rated, const std::optional<Scale>& scale) {
  std::map<std::string, std::vector<Decimal>> by_table;
  for (const RowRecord* row : rated.rows) by_table[row->table_id].push_back(*row->value_num);
  if (by_table.size() < 2) return "";
  for (const auto& [table, values] : by_table) {
    if (values.size() > 1 && check_total(*total.value_num, values, scale).fits) return table;
  }
  return "";
}

std::string explain(const RowRecord& total, const TotalCheck& check, const Rated& rated,
                    const std::optional<Scale>& scale) {
  std::string stated = total.value_num->to_string();
  if (check.kind == TotalKind::sum) {
    return fmt::format("the {} ratings add up to {}, not {}", check.n, check.sum.to_string(), stated);
  }
  std::vector<std::string> reasons;
  if (check.is_truncated) reasons.push_back("the mean was cut off, not rounded");
  if (check.is_outside) reasons.push_back("it lies outside the ratings, so no weights explain it");
  if (check.grim_sums.empty()) {
    reasons.push_back(fmt::format("no sum of {} such ratings rounds to it", check.n));
  } else if (check.grim_sums.size() > 2) {
    reasons.push_back(fmt::format("sums from {} to {} would round to it", check.grim_sums.front().to_string(),
                                  check.grim_sums.back().to_string()));
  } else {
    for (const Decimal& sum : check.grim_sums) {
      Integer off = sum.digits - check.sum.digits;
      reasons.push_back(fmt::format("a sum of {} ({} {}) would round to it", sum.to_string(),
                                    Decimal{std::llabs(off), sum.decimals}.to_string(), off < 0 ? "less" : "more"));
    }
  }
  std::string table = fitting_table(total, rated, scale);
  if (!table.empty()) reasons.push_back("the ratings of table " + table + " alone would fit");
  if (!check.without.empty()) {
    const RowRecord& row = *rated.rows[check.without.front()];
    reasons.push_back(fmt::format("without '{}' it would fit", row.feature_surface));
  } else {
    reasons.push_back("no single rating left out explains it");
  }
  if (check.other_denominator > 0) {
    reasons.push_back(fmt::format("divided by {} it would fit", check.other_denominator));
  }
  return fmt::format("{}", fmt::join(reasons, "; "));
}

/// A slip of the pen in a plain sum or mean: the sum that would fit is at most one whole rating step in ten ratings
/// off.
bool is_near(const TotalCheck& check, const Decimal& stated) {
  Integer step = power_of_ten(check.sum.decimals);
  Integer most = std::max(step, check.n * step / 10);
  if (check.kind == TotalKind::sum) {
    return check.is_representable && std::llabs(scaled(stated, check.sum.decimals) - check.sum.digits) <= most;
  }
  return std::any_of(check.grim_sums.begin(), check.grim_sums.end(),
                     [&](const Decimal& sum) { return std::llabs(sum.digits - check.sum.digits) <= most; });
}

struct Checked {
  const RowRecord* total = nullptr;
  Rated rated;
  std::optional<Scale> scale;
  TotalCheck check;
};

ScoreRecord score_of(const Checked& checked, bool is_mismatch) {
  const RowRecord& total = *checked.total;
  ScoreRecord score;
  score.score_id = content_id("s_", {total.doc_id, "stated_total", total.row_id});
  score.scope = "document:" + total.doc_id;
  score.metric = "stated_total";
  score.entity_id = total.entity_id;
  score.value = round_to_printed(total.value_num->to_double());
  score.n = checked.check.n;
  score.n_sources = 1;
  score.method = checked.check.kind == TotalKind::sum ? "compared with the sum" : "compared with the mean";
  score.flags = {checked.check.fits ? "fits" : is_mismatch ? "mismatch" : "weighted"};
  return score;
}

ConflictRecord conflict_of(const Checked& checked) {
  const RowRecord& total = *checked.total;
  const TotalCheck& check = checked.check;
  ConflictRecord conflict;
  conflict.conflict_id = content_id("c_", {"stated_mismatch", total.row_id});
  conflict.conflict_class = "stated_mismatch";
  conflict.entity_id = total.entity_id;
  conflict.feature_id = total.feature_id;
  conflict.row_ids.push_back(total.row_id);
  for (const RowRecord* row : checked.rated.rows) conflict.row_ids.push_back(row->row_id);
  std::string stated = total.value_num->to_string();
  conflict.detail = check.kind == TotalKind::sum
                        ? fmt::format("stated {}, is {}", stated, check.sum.to_string())
                        : fmt::format("stated {}, is {}/{} = {}", stated, check.sum.to_string(), check.n,
                                      format_number(check.recomputed));
  conflict.explanation = explain(total, check, checked.rated, checked.scale);
  return conflict;
}

}  // namespace

TotalFindings check_totals(DocumentRows rows) {
  std::vector<Checked> totals;
  for (const RowRecord& total : rows) {
    if (total.kind != "stated_total" || !is_exact(total.value_num) || total.entity_id.empty()) continue;
    Checked checked{&total, ratings_behind(total, rows), {}, {}};
    if (checked.rated.rows.size() < 2) continue;
    checked.scale = scale_of(*checked.rated.rows.back());
    checked.check = check_total(*total.value_num, checked.rated.values(), checked.scale);
    totals.push_back(std::move(checked));
  }
  using Group = std::pair<std::string, std::string>;  // the totals of one row, or of one list
  auto group_of = [](const Checked& checked) { return Group{checked.total->table_id, checked.total->feature_id}; };
  std::set<Group> weighted;
  for (const Checked& checked : totals) {
    if (!checked.check.fits && !checked.check.is_representable) weighted.insert(group_of(checked));
  }
  TotalFindings out;
  for (const Checked& checked : totals) {
    const TotalCheck& check = checked.check;
    bool is_plain = !weighted.count(group_of(checked)) && is_near(check, *checked.total->value_num);
    bool is_mismatch = !check.fits && (check.is_outside || is_plain);
    out.scores.push_back(score_of(checked, is_mismatch));
    if (is_mismatch) out.conflicts.push_back(conflict_of(checked));
  }
  return out;
}

}  // namespace versus
