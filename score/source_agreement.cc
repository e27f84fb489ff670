#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "score/agreement.h"
#include "score/derive.h"
#include "score/random.h"
#include "score/statistics.h"

namespace versus {
namespace {

constexpr std::int64_t kMinShared = 3;           // pairs of sources that share less say nothing about agreement
constexpr std::size_t kMaxPairs = 10000;         // the best-supported ones
constexpr std::int64_t kFewUnits = 10;           // alpha of less is flagged low_n
constexpr std::size_t kMaxSourcesPerUnit = 400;  // a unit that more sources share does not pair them all

using Unit = std::tuple<std::string, std::string, std::string>;
using SourcePair = std::pair<std::string, std::string>;

struct Shared {
  std::vector<std::pair<int, int>> results;  // of both, per unit
  Facts::Counts facts;
  std::int64_t n() const { return static_cast<std::int64_t>(results.size()) + facts.agree + facts.contradict; }
};

std::map<Unit, std::map<std::string, int>> results_by_unit(const Outcomes& outcomes) {
  std::map<Unit, std::map<std::string, int>> out;
  for (const OutcomeRecord& outcome : outcomes) {
    out[{outcome.feature_id, outcome.entity_a, outcome.entity_b}][outcome.doc_id] = sign_of(outcome);
  }
  return out;
}

std::vector<std::pair<SourcePair, Shared>> shared_units(const std::map<Unit, std::map<std::string, int>>& units,
                                                        const Facts& facts) {
  std::map<SourcePair, Shared> pairs;
  for (const auto& [unit, by_source] : units) {
    if (by_source.size() > kMaxSourcesPerUnit) continue;
    for (auto x = by_source.begin(); x != by_source.end(); ++x) {
      for (auto y = std::next(x); y != by_source.end(); ++y) {
        pairs[{x->first, y->first}].results.emplace_back(x->second, y->second);
      }
    }
  }
  for (const auto& [pair, counts] : facts.by_pair) pairs[pair].facts = counts;
  std::vector<std::pair<SourcePair, Shared>> out;
  for (auto& [pair, shared] : pairs) {
    if (shared.n() >= kMinShared) out.emplace_back(pair, std::move(shared));
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& x, const auto& y) { return x.second.n() > y.second.n(); });
  if (out.size() > kMaxPairs) out.resize(kMaxPairs);
  return out;
}

void fill(ScoreRecord& score, const Alpha& alpha) {
  score.value = alpha.value;
  score.reason = alpha.reason;
  score.n = alpha.n_units;
  if (alpha.n_units < kFewUnits) score.flags.push_back("low_n");
}

void add_pair(Scores& out, const SourcePair& pair, const Shared& shared) {
  std::string scope = "documents:" + pair.first + "+" + pair.second;
  auto add = [&](const char* metric, const char* method) -> ScoreRecord& {
    out.push_back(make_score(scope, metric, "", ""));
    out.back().n_sources = 2;
    out.back().method = method;
    return out.back();
  };
  if (!shared.results.empty()) {
    auto n = static_cast<double>(shared.results.size());
    double same = 0, opposite = 0;
    std::vector<std::vector<double>> units;
    std::vector<double> x, y;
    for (const auto& [first, second] : shared.results) {
      same += first == second;
      opposite += first * second == -1;
      units.push_back({static_cast<double>(first), static_cast<double>(second)});
      x.push_back(first), y.push_back(second);
    }
    for (auto [metric, value] : {std::pair("share_agree", same / n), std::pair("share_contradict", opposite / n)}) {
      ScoreRecord& score = add(metric, "share of the features and pairs that both judge");
      score.value = value;
      score.n = static_cast<std::int64_t>(shared.results.size());
    }
    fill(add("alpha_nominal", "Krippendorff's alpha, nominal"), krippendorff_alpha(units, Measurement::nominal));
    fill(add("alpha_ordinal", "Krippendorff's alpha, ordinal (b < tie < a)"),
         krippendorff_alpha(units, Measurement::ordinal));
    ScoreRecord& tau = add("tau_b", "Kendall's tau-b of b < tie < a");
    tau.value = kendall_tau_b(x, y);
    tau.n = static_cast<std::int64_t>(shared.results.size());
    if (!tau.value) tau.reason = "no_variance";
  }
  if (std::int64_t n = shared.facts.agree + shared.facts.contradict; n > 0) {
    ScoreRecord& score = add("facts_share_agree", "share of the typed values that both give and that agree");
    score.value = static_cast<double>(shared.facts.agree) / static_cast<double>(n);
    score.n = n;
  }
}

/// Percentile interval of alpha over resampled units.
std::optional<Interval> bootstrap_alpha(const std::vector<std::vector<double>>& units, Measurement measurement,
                                        const Config& config) {
  Random random(config.seed);
  std::vector<double> values;
  for (std::int64_t i = 0; i < config.bootstrap; ++i) {
    std::vector<std::vector<double>> sample;
    for (std::size_t k = 0; k < units.size(); ++k) sample.push_back(units[random.below(units.size())]);
    if (auto value = krippendorff_alpha(sample, measurement).value) values.push_back(*value);
  }
  if (values.size() < 100) return std::nullopt;
  std::sort(values.begin(), values.end());
  return Interval{quantile_of_sorted(values, 0.025), quantile_of_sorted(values, 0.975)};
}

constexpr std::size_t kMaxBootstrapUnits = 2000;

}  // namespace

Scores score_agreement(const Outcomes& outcomes, const Facts& facts, const Config& config) {
  auto by_unit = results_by_unit(outcomes);
  Scores out;
  for (const auto& [pair, shared] : shared_units(by_unit, facts)) add_pair(out, pair, shared);

  if (outcomes.empty()) return out;
  std::set<std::string> sources;
  for (const OutcomeRecord& outcome : outcomes) sources.insert(outcome.doc_id);
  std::vector<std::vector<double>> units;
  for (const auto& [unit, by_source] : by_unit) {
    if (by_source.size() < 2) continue;
    auto& values = units.emplace_back();
    for (const auto& [source, sign] : by_source) values.push_back(sign);
  }
  for (auto [metric, measurement] :
       {std::pair("alpha_nominal", Measurement::nominal), std::pair("alpha_ordinal", Measurement::ordinal)}) {
    ScoreRecord score = make_score("all", metric, "", "");
    fill(score, krippendorff_alpha(units, measurement));
    score.n_sources = static_cast<std::int64_t>(sources.size());
    score.method = "Krippendorff's alpha, percentile bootstrap of units";
    if (score.value && units.size() <= kMaxBootstrapUnits) {
      if (auto interval = bootstrap_alpha(units, measurement, config)) {
        score.low = interval->low, score.high = interval->high;
      }
    }
    if (score.value && !score.low) score.reason = "too_few";
    out.push_back(std::move(score));
  }
  return out;
}

}  // namespace versus
