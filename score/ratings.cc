#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "score/derive.h"
#include "score/statistics.h"

namespace versus {
namespace {

using Place = std::tuple<std::string, std::string, std::string>;               // feature, table, section
using Ratings = std::map<std::string, std::vector<std::pair<Place, double>>>;  // by entity

std::string scale_text(const RowRecord& row) {
  if (!row.scale_low || !row.scale_high) return "no stated scale";
  return row.scale_low->to_string() + "-" + row.scale_high->to_string();
}

std::map<std::string, Ratings> ratings_by_scale(DocumentRows rows) {
  std::map<std::string, Ratings> out;
  for (const RowRecord& row : rows) {
    if (row.kind != "rating" || !row.value_num || row.entity_id.empty()) continue;
    out[scale_text(row)][row.entity_id].push_back(
        {{row.feature_id, row.table_id, row.section}, row.value_num->to_double()});
  }
  return out;
}

/// Value, interval, n and reason of a mean; its standard deviation as a second score.
void fill(ScoreRecord& score, const MeanEstimate& estimate) {
  score.n = estimate.n;
  score.n_sources = 1;
  score.value = estimate.mean;
  if (estimate.interval) score.low = estimate.interval->low, score.high = estimate.interval->high;
  if (!estimate.interval) score.reason = estimate.n < 2 ? "too_few" : "no_variance";
}

void add_mean(Scores& out, const std::string& scope, const std::string& metric, const std::string& entity,
              const std::string& opponent, const std::string& scale, const std::vector<double>& values) {
  MeanEstimate estimate = estimate_mean(values);
  ScoreRecord mean = make_score(scope, metric, entity, opponent, scale);
  fill(mean, estimate);
  mean.method = "mean on " + scale + ", 95 % t interval";
  out.push_back(std::move(mean));
  ScoreRecord sd = make_score(scope, metric + "_sd", entity, opponent, scale);
  sd.n = estimate.n;
  sd.n_sources = 1;
  sd.value = estimate.sd;
  if (!estimate.sd) sd.reason = "too_few";
  sd.method = "standard deviation (n - 1) on " + scale;
  out.push_back(std::move(sd));
}

/// What entities were rated at the same place, once each.
std::map<Place, double> once_each(const std::vector<std::pair<Place, double>>& ratings) {
  std::map<Place, double> out;
  std::set<Place> twice;
  for (const auto& [place, value] : ratings) {
    if (!out.emplace(place, value).second) twice.insert(place);
  }
  for (const Place& place : twice) out.erase(place);
  return out;
}

// A table of more entities than this is judged by its outcomes together; a score for each pair would drown them.
constexpr std::size_t kMaxEntitiesForPairs = 20;

}  // namespace

Scores score_ratings(DocumentRows rows) {
  Scores out;
  std::string scope = "document:" + rows.front().doc_id;
  for (const auto& [scale, ratings] : ratings_by_scale(rows)) {
    std::map<std::string, std::map<Place, double>> placed;
    for (const auto& [entity, list] : ratings) {
      std::vector<double> values;
      for (const auto& [place, value] : list) values.push_back(value);
      add_mean(out, scope, "mean_rating", entity, "", scale, values);
      placed[entity] = once_each(list);
    }
    if (placed.size() > kMaxEntitiesForPairs) continue;
    for (const auto& [x, of_x] : placed) {
      for (const auto& [y, of_y] : placed) {
        std::vector<double> differences;
        for (const auto& [place, value] : of_x) {
          auto other = of_y.find(place);
          if (x != y && other != of_y.end()) differences.push_back(value - other->second);
        }
        if (!differences.empty()) add_mean(out, scope, "rating_difference", x, y, scale, differences);
      }
    }
  }
  return out;
}

Scores score_pooled_ratings(const std::vector<DocumentRows>& documents) {
  std::map<std::string, std::vector<double>> values;
  std::map<std::string, std::set<std::string>> sources;
  for (DocumentRows rows : documents) {
    for (const RowRecord& row : rows) {
      if (row.kind != "rating" || !row.value_num || row.entity_id.empty() || !row.scale_low || !row.scale_high)
        continue;
      double low = row.scale_low->to_double(), high = row.scale_high->to_double();
      if (high <= low) continue;
      values[row.entity_id].push_back(std::clamp((row.value_num->to_double() - low) / (high - low), 0.0, 1.0));
      sources[row.entity_id].insert(row.doc_id);
    }
  }
  Scores out;
  for (const auto& [entity, list] : values) {
    ScoreRecord score = make_score("all", "mean_rating_rescaled", entity, "");
    fill(score, estimate_mean(list));
    if (score.low) score.low = std::max(0.0, *score.low), score.high = std::min(1.0, *score.high);
    score.n_sources = static_cast<std::int64_t>(sources[entity].size());
    score.method = "mean of (rating - low) / (high - low), 95 % t interval";
    out.push_back(std::move(score));
  }
  return out;
}

}  // namespace versus
