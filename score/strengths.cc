// Bradley-Terry scores of the whole dataset. Two weightings are fitted: every outcome counts once ("rows"), and every
// source counts once: an outcome of source s weighs N / (S n_s). An entity is called the leader of a pair only when
// both say so with intervals that exclude 0, and when no single source carries the sign.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "score/bradley_terry.h"
#include "score/derive.h"
#include "score/random.h"
#include "score/statistics.h"

namespace versus {
namespace {

using Index = std::size_t;

constexpr double kPseudo = 0.5;
constexpr Index kMaxBootstrapEntities = 100;  // beyond: Fisher intervals and a flag
constexpr Index kMaxContrastEntities = 100;   // beyond: contrasts against the strongest alone
constexpr Index kMinSourcesToResample = 5;

enum class Weighting { sources, rows };

struct Vote {
  Index pair = 0;
  int sign = 0;
};

/// One connected component: entities by local index, and who says what.
struct Component {
  std::vector<std::string> entities;
  std::vector<std::pair<Index, Index>> pairs;
  std::vector<std::vector<std::vector<Vote>>> sources;  // source -> feature -> votes
  std::vector<double> weights;                          // of sources, as configured
};

using Sample = std::vector<std::pair<Index, std::vector<const std::vector<Vote>*>>>;  // source, its features

Sample everything(const Component& component, Index left_out) {
  Sample out;
  for (Index s = 0; s < component.sources.size(); ++s) {
    if (s == left_out) continue;
    auto& features = out.emplace_back(s, std::vector<const std::vector<Vote>*>()).second;
    for (const auto& votes : component.sources[s]) features.push_back(&votes);
  }
  return out;
}

/// Features resampled within their source; sources too when there are enough of them.
Sample resample(const Component& component, Random& random) {
  Sample out;
  Index n = component.sources.size();
  for (Index i = 0; i < n; ++i) {
    Index s = n >= kMinSourcesToResample ? random.below(n) : i;
    auto& features = out.emplace_back(s, std::vector<const std::vector<Vote>*>()).second;
    Index n_features = component.sources[s].size();
    for (Index k = 0; k < n_features; ++k) features.push_back(&component.sources[s][random.below(n_features)]);
  }
  return out;
}

std::vector<Games> games_of(const Component& component, const Sample& sample, Weighting weighting) {
  std::vector<Games> out;
  for (const auto& [a, b] : component.pairs) out.push_back({a, b, 0, 0, 0});
  std::vector<double> n_of;
  double n = 0, total = 0;
  for (const auto& [source, features] : sample) {
    double count = 0;
    for (const auto* votes : features) count += static_cast<double>(votes->size());
    n_of.push_back(count);
    n += count;
    total += component.weights[source];
  }
  for (Index i = 0; i < sample.size(); ++i) {
    double weight = component.weights[sample[i].first];
    if (weighting == Weighting::sources) weight *= n / (total * n_of[i]);
    for (const auto* votes : sample[i].second) {
      for (const Vote& vote : *votes) {
        Games& pair = out[vote.pair];
        (vote.sign > 0 ? pair.a_wins : vote.sign < 0 ? pair.b_wins : pair.ties) += weight;
      }
    }
  }
  return out;
}

std::vector<Component> split_components(const Outcomes& outcomes, const Config& config) {
  std::map<std::string, Index> entities;
  for (const OutcomeRecord& outcome : outcomes) entities[outcome.entity_a], entities[outcome.entity_b];
  std::vector<std::string> names;
  for (auto& [name, index] : entities) index = names.size(), names.push_back(name);
  std::vector<Games> games;
  for (const OutcomeRecord& outcome : outcomes) {
    games.push_back({entities[outcome.entity_a], entities[outcome.entity_b], 0, 1, 0});
  }
  std::vector<Index> number = connected_components(names.size(), games);
  Index count = number.empty() ? 0 : *std::max_element(number.begin(), number.end()) + 1;
  std::vector<Component> out(count);
  std::vector<Index> local(names.size());
  for (Index i = 0; i < names.size(); ++i) {
    local[i] = out[number[i]].entities.size();
    out[number[i]].entities.push_back(names[i]);
  }
  // component -> (source -> feature -> votes), in sorted order
  std::vector<std::map<std::string, std::map<std::string, std::vector<Vote>>>> votes(count);
  std::vector<std::map<std::pair<Index, Index>, Index>> pair_index(count);
  std::map<std::string, double> weight_of;
  for (const OutcomeRecord& outcome : outcomes) {
    Index a = entities[outcome.entity_a], b = entities[outcome.entity_b], c = number[a];
    auto found = config.source_weights.find(outcome.source);
    if (found == config.source_weights.end()) found = config.source_weights.find(outcome.doc_id);
    double weight = found == config.source_weights.end() ? 1 : found->second;
    if (weight <= 0) continue;
    weight_of[outcome.doc_id] = weight;
    auto [it, is_new] = pair_index[c].try_emplace({local[a], local[b]}, out[c].pairs.size());
    if (is_new) out[c].pairs.push_back(it->first);
    votes[c][outcome.doc_id][outcome.feature_id].push_back({it->second, sign_of(outcome)});
  }
  for (Index c = 0; c < count; ++c) {
    for (auto& [doc_id, by_feature] : votes[c]) {
      auto& source = out[c].sources.emplace_back();
      for (auto& [feature, list] : by_feature) source.push_back(std::move(list));
      out[c].weights.push_back(weight_of[doc_id]);
    }
  }
  return out;
}

/// A fit under one weighting with the intervals of its contrasts.
struct Judged {
  DavidsonFit fit;
  std::vector<Interval> intervals;  // of contrast (i, j), i < j, at i * n + j; empty: Fisher's
  bool keeps_sign = false;          // set per contrast by leave_one_out
};

std::optional<Judged> judge(const Component& component, Weighting weighting, const Config& config) {
  Index n = component.entities.size();
  auto fit = fit_davidson(n, games_of(component, everything(component, component.sources.size()), weighting), kPseudo);
  if (!fit) return std::nullopt;
  Judged out{*fit, {}, false};
  if (n > kMaxBootstrapEntities) return out;
  Random random(config.seed);
  std::vector<std::vector<double>> contrasts(n * n);
  for (std::int64_t i = 0; i < config.bootstrap; ++i) {
    auto games = games_of(component, resample(component, random), weighting);
    auto again = fit_davidson(n, games, kPseudo, &out.fit, Covariance::skipped);
    if (!again) continue;
    for (Index x = 0; x < n; ++x) {
      for (Index y = x + 1; y < n; ++y) contrasts[x * n + y].push_back(again->contrast(x, y));
    }
  }
  out.intervals.resize(n * n);
  for (Index x = 0; x < n; ++x) {
    for (Index y = x + 1; y < n; ++y) {
      auto& values = contrasts[x * n + y];
      if (values.empty()) return Judged{out.fit, {}, false};
      std::sort(values.begin(), values.end());
      out.intervals[x * n + y] = {quantile_of_sorted(values, 0.025), quantile_of_sorted(values, 0.975)};
    }
  }
  return out;
}

Interval interval_of(const Judged& judged, Index i, Index j) {
  Index n = judged.fit.lambda.size();
  if (judged.intervals.empty()) {
    double half = kNormal975 * judged.fit.contrast_se(i, j), middle = judged.fit.contrast(i, j);
    return {middle - half, middle + half};
  }
  if (i < j) return judged.intervals[i * n + j];
  Interval other = judged.intervals[j * n + i];
  return {-other.high, -other.low};
}

/// Fits without each source in turn.
std::vector<DavidsonFit> leave_one_out(const Component& component, Weighting weighting) {
  std::vector<DavidsonFit> out;
  for (Index s = 0; s < component.sources.size(); ++s) {
    Sample sample = everything(component, s);
    auto fit = fit_davidson(component.entities.size(), games_of(component, sample, weighting), kPseudo, nullptr,
                            Covariance::skipped);
    if (fit) out.push_back(*fit);
  }
  return out;
}

class ComponentScores {
 public:
  ComponentScores(const Component& component, const Config& config, Scores& out)
      : component_(component),
        out_(out),
        by_source_(judge(component, Weighting::sources, config)),
        by_row_(judge(component, Weighting::rows, config)) {
    if (!by_source_ || !by_row_) return;
    if (component.sources.size() >= 2 && component.entities.size() <= kMaxBootstrapEntities) {
      without_ = leave_one_out(component, Weighting::sources);
      std::vector<DavidsonFit> rows = leave_one_out(component, Weighting::rows);
      without_.insert(without_.end(), rows.begin(), rows.end());
    }
  }

  void add_all() {
    Index n = component_.entities.size();
    if (!by_source_ || !by_row_) {
      add("strength", "", 1, 0).reason = "no_variance";
      return;
    }
    Index strongest = 0;
    for (Index i = 1; i < n; ++i) {
      if (by_source_->fit.contrast(i, strongest) > 1e-9) strongest = i;
    }
    for (Index i = 0; i < n; ++i) {
      for (Index j = i + 1; j < n; ++j) {
        if (n > kMaxContrastEntities && i != strongest && j != strongest) continue;
        add_contrasts(i, j);
        add_contrasts(j, i);
        add("strength_se", "one vote per source", i, j).value = by_source_->fit.contrast_se(i, j);
        add("strength_rows_se", "every outcome counts once", i, j).value = by_row_->fit.contrast_se(i, j);
      }
    }
    if (by_source_->fit.log_nu)
      add("tie_parameter", "one vote per source", 0, 0).value = std::exp(*by_source_->fit.log_nu);
    if (by_row_->fit.log_nu)
      add("tie_parameter_rows", "every outcome counts once", 0, 0).value = std::exp(*by_row_->fit.log_nu);
  }

 private:
  ScoreRecord& add(const char* metric, const char* weighting, Index i, Index j) {
    const auto& names = component_.entities;
    out_.push_back(make_score("all", metric, names[i], i == j ? "" : names[j]));
    ScoreRecord& score = out_.back();
    for (const auto& source : component_.sources) {
      for (const auto& votes : source) score.n += static_cast<std::int64_t>(votes.size());
    }
    score.n_sources = static_cast<std::int64_t>(component_.sources.size());
    score.method = "Davidson 1970, npseudo 0.5" + (*weighting ? std::string(", ") + weighting : "");
    return score;
  }

  void add_contrasts(Index i, Index j) {
    bool leads = is_leader(i, j);
    for (auto [metric, weighting, judged] : {std::tuple("strength", "one vote per source", &*by_source_),
                                             std::tuple("strength_rows", "every outcome counts once", &*by_row_)}) {
      ScoreRecord& score = add(metric, weighting, i, j);
      Interval interval = interval_of(*judged, i, j);
      score.value = judged->fit.contrast(i, j);
      score.low = interval.low;
      score.high = interval.high;
      score.method += judged->intervals.empty() ? ", Fisher interval" : ", percentile bootstrap";
      if (judged->intervals.empty()) score.flags.push_back("fisher_interval");
      if (leads) score.flags.push_back("leader");
    }
  }

  bool is_leader(Index i, Index j) const {
    if (without_.empty() || by_source_->intervals.empty() || by_row_->intervals.empty()) return false;
    if (interval_of(*by_source_, i, j).low <= 0 || interval_of(*by_row_, i, j).low <= 0) return false;
    return std::all_of(without_.begin(), without_.end(),
                       [&](const DavidsonFit& fit) { return fit.contrast(i, j) > 0; });
  }

  const Component& component_;
  Scores& out_;
  std::optional<Judged> by_source_, by_row_;
  std::vector<DavidsonFit> without_;
};

}  // namespace

Scores score_strengths(const Outcomes& outcomes, const Config& config) {
  std::vector<Component> components = split_components(outcomes, config);
  Scores out;
  std::stable_sort(components.begin(), components.end(),
                   [](const Component& x, const Component& y) { return x.entities.size() > y.entities.size(); });
  for (const Component& component : components) {
    if (!component.sources.empty()) ComponentScores(component, config, out).add_all();
    if (&component == &components.front()) continue;
    ScoreRecord apart = make_score("all", "strength", component.entities.front(), components.front().entities.front());
    apart.method = "Davidson 1970";
    apart.reason = "disconnected";
    out.push_back(std::move(apart));
  }
  return out;
}

}  // namespace versus
