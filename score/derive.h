// What is derived from the rows of a dataset, pass by pass. Each pass is a pure function; derive.cc runs them in order.
// Adding a score: a function here, a file of its own, a line in derive.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "score/dataset.h"
#include "score/outcomes.h"

namespace versus {

/// Fills outcomes, matrix, scores and conflicts from documents, rows and names.
void derive(Dataset& dataset, const Vocabulary& vocabulary);

/// The vote and its record's identity; `variant` tells scores of one scope, metric and pair apart (a rating scale).
ScoreRecord make_score(std::string scope, std::string metric, std::string entity_id, std::string opponent_id,
                       std::string_view variant = {});

using Outcomes = std::vector<OutcomeRecord>;
using Scores = std::vector<ScoreRecord>;
using Conflicts = std::vector<ConflictRecord>;

/// Means of one document's ratings per entity and scale, and paired differences per pair.
Scores score_ratings(DocumentRows rows);
/// Means over all documents, rescaled to 0-1 by each rating's own scale.
Scores score_pooled_ratings(const std::vector<DocumentRows>& documents);

/// Wins, ties, losses, win rate, decisive win rate and sign test per pair, in both directions.
Scores score_wins(const Outcomes& outcomes, const std::string& scope);
/// Davidson's model for each pair of one document on its own: closed form, no pseudo-counts.
Scores score_two_entities(const Outcomes& outcomes, const std::string& scope);
/// Per feature and pair: the leader of more than half of the sources, or split.
Scores score_consensus(const Outcomes& outcomes);
/// Sources that name opposite winners.
Conflicts find_contradictions(const Outcomes& outcomes);

/// Values of one entity and feature that two sources give.
enum class FactRelation { incomparable, agree, contradict };
FactRelation compare_facts(const RowRecord& x, const RowRecord& y, double number_tolerance,
                           const Vocabulary& vocabulary);
/// Several rows a side: they agree when any two do, and contradict when some can be compared and none agree.
FactRelation compare_facts(const std::vector<const RowRecord*>& x, const std::vector<const RowRecord*>& y,
                           double number_tolerance, const Vocabulary& vocabulary);
struct Facts {
  Conflicts conflicts;
  struct Counts {
    std::int64_t agree = 0, contradict = 0;
  };
  std::map<std::pair<std::string, std::string>, Counts> by_pair;  // doc_ids, smaller first
};
Facts compare_all_facts(const std::vector<DocumentRows>& documents, const Config& config, const Vocabulary& vocabulary);
/// May this row's value be compared as a fact?
bool is_fact(const RowRecord& row);

/// Per pair of sources and over all: shares of agreement, Krippendorff's alpha, tau-b.
Scores score_agreement(const Outcomes& outcomes, const Facts& facts, const Config& config);

/// Davidson's Bradley-Terry over all outcomes, per connected component, with bootstrap intervals.
Scores score_strengths(const Outcomes& outcomes, const Config& config);

/// What the sources say together of each feature and entity.
std::vector<MatrixRecord> make_matrix(const std::vector<DocumentRows>& documents, const Dataset& dataset,
                                      const Vocabulary& vocabulary);

}  // namespace versus
