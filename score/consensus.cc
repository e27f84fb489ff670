#include <algorithm>
#include <map>
#include <tuple>

#include "score/derive.h"
#include "score/ids.h"

namespace versus {
namespace {

using Unit = std::tuple<std::string, std::string, std::string>;  // feature, a, b

std::map<Unit, std::vector<const OutcomeRecord*>> group(const Outcomes& outcomes) {
  std::map<Unit, std::vector<const OutcomeRecord*>> out;
  for (const OutcomeRecord& outcome : outcomes) {
    out[{outcome.feature_id, outcome.entity_a, outcome.entity_b}].push_back(&outcome);
  }
  return out;
}

std::map<int, std::int64_t> count(const std::vector<const OutcomeRecord*>& votes) {
  std::map<int, std::int64_t> out;
  for (const OutcomeRecord* vote : votes) ++out[sign_of(*vote)];
  return out;
}

}  // namespace

Scores score_consensus(const Outcomes& outcomes) {
  Scores out;
  for (const auto& [unit, votes] : group(outcomes)) {
    const auto& [feature, a, b] = unit;
    auto n = static_cast<std::int64_t>(votes.size());
    std::optional<int> leading;
    for (const auto& [sign, votes_for] : count(votes)) {
      if (2 * votes_for > n) leading = sign;
    }
    bool b_leads = leading == -1;
    ScoreRecord score = make_score("feature:" + feature, "consensus", b_leads ? b : a, b_leads ? a : b);
    score.score_id = content_id("s_", {"consensus", feature, a, b});
    score.n = score.n_sources = n;
    score.method = "share of the sources, one vote each";
    if (leading) {
      std::int64_t behind = 0;
      for (const OutcomeRecord* vote : votes) behind += sign_of(*vote) == *leading;
      score.value = static_cast<double>(behind) / static_cast<double>(n);
      score.flags.push_back(*leading == 0 ? "tie" : "leader");
      for (const OutcomeRecord* vote : votes) {
        if (sign_of(*vote) != *leading) score.flags.push_back("dissent:" + vote->doc_id);
      }
      std::sort(score.flags.begin() + 1, score.flags.end());
    } else {
      score.reason = "split";
      score.flags.push_back("split");
    }
    out.push_back(std::move(score));
  }
  return out;
}

Conflicts find_contradictions(const Outcomes& outcomes) {
  Conflicts out;
  for (const auto& [unit, votes] : group(outcomes)) {
    auto counts = count(votes);
    if (counts[1] == 0 || counts[-1] == 0) continue;
    const auto& [feature, a, b] = unit;
    ConflictRecord conflict;
    conflict.conflict_id = content_id("c_", {"contradict", feature, a, b});
    conflict.conflict_class = "contradict";
    conflict.feature_id = feature;
    conflict.entity_id = a;
    conflict.opponent_id = b;
    for (const OutcomeRecord* vote : votes) {
      conflict.row_ids.insert(conflict.row_ids.end(), vote->row_ids.begin(), vote->row_ids.end());
    }
    std::sort(conflict.row_ids.begin(), conflict.row_ids.end());
    conflict.detail = a + " " + std::to_string(counts[1]) + " : " + std::to_string(counts[-1]) + " " + b;
    if (counts[0] > 0) conflict.detail += ", tie " + std::to_string(counts[0]);
    out.push_back(std::move(conflict));
  }
  return out;
}

}  // namespace versus
