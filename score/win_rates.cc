#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "score/bradley_terry.h"
#include "score/derive.h"
#include "score/statistics.h"

namespace versus {
namespace {

struct Record {
  std::int64_t wins = 0, ties = 0, losses = 0;
  std::set<std::string> sources;

  std::int64_t n() const { return wins + ties + losses; }
  Record reversed() const { return {losses, ties, wins, sources}; }
};

using Pair = std::pair<std::string, std::string>;

std::map<Pair, Record> count(const Outcomes& outcomes) {
  std::map<Pair, Record> out;
  for (const OutcomeRecord& outcome : outcomes) {
    Record& record = out[{outcome.entity_a, outcome.entity_b}];
    int sign = sign_of(outcome);
    ++(sign > 0 ? record.wins : sign < 0 ? record.losses : record.ties);
    record.sources.insert(outcome.doc_id);
  }
  return out;
}

// A document of more entities than this, or a dataset of more pairs, gets strengths instead of a score for each pair.
constexpr std::size_t kMaxPairs = 10000;
constexpr std::size_t kMaxPairsOfDocument = 190;  // 20 entities

void add_pair(Scores& out, const std::string& scope, const std::string& x, const std::string& y, const Record& record) {
  auto add = [&](const char* metric, std::optional<double> value, std::int64_t n, const char* method) -> ScoreRecord& {
    ScoreRecord score = make_score(scope, metric, x, y);
    score.value = value;
    score.n = n;
    score.n_sources = static_cast<std::int64_t>(record.sources.size());
    score.method = method;
    out.push_back(std::move(score));
    return out.back();
  };
  std::int64_t n = record.n(), decisive = record.wins + record.losses;
  add("wins", static_cast<double>(record.wins), n, "count");
  add("ties", static_cast<double>(record.ties), n, "count");
  add("losses", static_cast<double>(record.losses), n, "count");

  std::vector<double> results(static_cast<std::size_t>(record.wins), 1);
  results.resize(results.size() + static_cast<std::size_t>(record.ties), 0.5);
  results.resize(results.size() + static_cast<std::size_t>(record.losses), 0);
  MeanEstimate mean = estimate_mean(results);
  ScoreRecord& rate = add("win_rate", mean.mean, n, "(W + T/2) / n, 95 % t interval");
  if (mean.interval) {
    rate.low = std::max(0.0, mean.interval->low);
    rate.high = std::min(1.0, mean.interval->high);
  } else {
    rate.reason = n < 2 ? "too_few" : "no_variance";
  }
  ScoreRecord& share = add("decisive_win_rate", std::nullopt, decisive, "W / (W + L), Wilson interval");
  if (auto interval = wilson_interval(record.wins, decisive)) {
    share.value = static_cast<double>(record.wins) / static_cast<double>(decisive);
    share.low = interval->low, share.high = interval->high;
  } else {
    share.reason = "too_few";
  }
  ScoreRecord& test = add("sign_test_p", sign_test(record.wins, record.losses), decisive, "exact, two-sided");
  if (!test.value) test.reason = "too_few";
}

void add_two_entities(Scores& out, const std::string& scope, const Pair& pair, const Record& record) {
  auto add = [&](const char* metric, const std::string& x, const std::string& y) -> ScoreRecord& {
    out.push_back(make_score(scope, metric, x, y));
    out.back().n = record.n();
    out.back().n_sources = 1;
    out.back().method = "Davidson 1970, two entities";
    return out.back();
  };
  bool is_finite = record.wins > 0 && record.losses > 0;
  auto w = static_cast<double>(record.wins), t = static_cast<double>(record.ties),
       l = static_cast<double>(record.losses);
  for (bool forward : {true, false}) {
    ScoreRecord& score = add("strength", forward ? pair.first : pair.second, forward ? pair.second : pair.first);
    score.reason = is_finite ? "" : "separated";
    if (!is_finite) continue;
    double lambda = forward ? std::log(w / l) : std::log(l / w), se = std::sqrt(1 / w + 1 / l);
    score.value = lambda;
    score.low = lambda - kNormal975 * se;
    score.high = lambda + kNormal975 * se;
  }
  ScoreRecord& se = add("strength_se", pair.first, pair.second);
  if (is_finite) se.value = std::sqrt(1 / w + 1 / l);
  if (!is_finite) se.reason = "separated";
  ScoreRecord& nu = add("tie_parameter", pair.first, pair.second);
  if (is_finite) nu.value = t / std::sqrt(w * l);
  if (!is_finite) nu.reason = "separated";
}

}  // namespace

Scores score_wins(const Outcomes& outcomes, const std::string& scope) {
  Scores out;
  std::map<Pair, Record> pairs = count(outcomes);
  if (pairs.size() > (scope == "all" ? kMaxPairs : kMaxPairsOfDocument)) return out;
  for (const auto& [pair, record] : pairs) {
    add_pair(out, scope, pair.first, pair.second, record);
    add_pair(out, scope, pair.second, pair.first, record.reversed());
  }
  return out;
}

Scores score_two_entities(const Outcomes& outcomes, const std::string& scope) {
  std::map<Pair, Record> pairs = count(outcomes);
  Scores out;
  if (pairs.size() > kMaxPairsOfDocument) return out;
  for (const auto& [pair, record] : pairs) add_two_entities(out, scope, pair, record);
  return out;
}

}  // namespace versus
