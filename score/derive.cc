#include "score/derive.h"

#include <algorithm>
#include <set>

#include "score/ids.h"
#include "score/json_text.h"
#include "score/stated_totals.h"

namespace versus {
namespace {

template <class Record>
void append(std::vector<Record>& to, std::vector<Record> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void round_all(Scores& scores) {
  for (ScoreRecord& score : scores) {
    for (auto* number : {&score.value, &score.low, &score.high}) {
      if (*number) *number = round_to_printed(**number);
    }
  }
}

/// The rows of the documents that vote: near-copies do not.
std::vector<DocumentRows> voting_rows(const Dataset& dataset) {
  std::set<std::string> copies;
  for (const DocumentRecord& document : dataset.documents) {
    if (!document.duplicate_of.empty()) copies.insert(document.doc_id);
  }
  std::vector<DocumentRows> out = rows_by_document(dataset.rows);
  std::erase_if(out, [&](DocumentRows rows) { return copies.count(rows.front().doc_id) > 0; });
  return out;
}

}  // namespace

ScoreRecord make_score(std::string scope, std::string metric, std::string entity_id, std::string opponent_id,
                       std::string_view variant) {
  ScoreRecord out;
  out.score_id = content_id("s_", {scope, metric, entity_id, opponent_id, variant});
  out.scope = std::move(scope);
  out.metric = std::move(metric);
  out.entity_id = std::move(entity_id);
  out.opponent_id = std::move(opponent_id);
  return out;
}

void derive(Dataset& dataset, const Vocabulary& vocabulary) {
  std::vector<DocumentRows> documents = voting_rows(dataset);
  for (DocumentRows rows : documents) {
    Votes votes = count_votes(rows);
    TotalFindings totals = check_totals(rows);
    std::string scope = "document:" + rows.front().doc_id;
    append(dataset.scores, std::move(totals.scores));
    append(dataset.scores, score_ratings(rows));
    append(dataset.scores, score_wins(votes.outcomes, scope));
    append(dataset.scores, score_two_entities(votes.outcomes, scope));
    append(dataset.conflicts, std::move(totals.conflicts));
    append(dataset.conflicts, std::move(votes.conflicts));
    append(dataset.outcomes, std::move(votes.outcomes));
  }
  Facts facts = compare_all_facts(documents, dataset.config, vocabulary);
  append(dataset.scores, score_pooled_ratings(documents));
  append(dataset.scores, score_wins(dataset.outcomes, "all"));
  append(dataset.scores, score_consensus(dataset.outcomes));
  append(dataset.scores, score_agreement(dataset.outcomes, facts, dataset.config));
  append(dataset.scores, score_strengths(dataset.outcomes, dataset.config));
  append(dataset.conflicts, find_contradictions(dataset.outcomes));
  append(dataset.conflicts, std::move(facts.conflicts));
  dataset.matrix = make_matrix(documents, dataset, vocabulary);

  round_all(dataset.scores);
  auto by_id = [](const auto& id) { return [id](const auto& x, const auto& y) { return x.*id < y.*id; }; };
  std::sort(dataset.outcomes.begin(), dataset.outcomes.end(), by_id(&OutcomeRecord::outcome_id));
  std::sort(dataset.conflicts.begin(), dataset.conflicts.end(), [](const auto& x, const auto& y) {
    return std::tie(x.conflict_class, x.conflict_id) < std::tie(y.conflict_class, y.conflict_id);
  });
  std::sort(dataset.scores.begin(), dataset.scores.end(), [](const auto& x, const auto& y) {
    return std::tie(x.scope, x.metric, x.entity_id, x.opponent_id, x.score_id) <
           std::tie(y.scope, y.metric, y.entity_id, y.opponent_id, y.score_id);
  });
}

}  // namespace versus
