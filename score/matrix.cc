#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "corpus/text.h"
#include "score/derive.h"
#include "score/json_text.h"

namespace versus {
namespace {

using Cell = std::pair<std::string, std::string>;  // feature, entity

struct Content {
  std::map<std::string, std::vector<const RowRecord*>> values;      // text and ratings, by document
  std::map<std::string, std::vector<const RowRecord*>> judgements;  // advantages and claims
  std::set<std::string> row_ids;
};

std::map<Cell, Content> gather(const std::vector<DocumentRows>& documents) {
  std::map<Cell, Content> out;
  for (DocumentRows rows : documents) {
    for (const RowRecord& row : rows) {
      if (row.feature_id.empty() || row.kind == "stated_total") continue;
      bool is_value = row.kind == "text" || row.kind == "rating";
      std::set<std::string> entities{row.entity_id, row.opponent_id};
      if (row.kind == "advantage") entities.insert(row.candidates.begin(), row.candidates.end());
      for (const std::string& entity : entities) {
        if (entity.empty()) continue;
        Content& content = out[{row.feature_id, entity}];
        (is_value ? content.values : content.judgements)[row.doc_id].push_back(&row);
        content.row_ids.insert(row.row_id);
      }
    }
  }
  return out;
}

std::optional<double> rescaled(const RowRecord& row) {
  if (row.kind != "rating" || !row.value_num || !row.scale_low || !row.scale_high) return std::nullopt;
  double low = row.scale_low->to_double(), high = row.scale_high->to_double();
  if (high <= low) return std::nullopt;
  return (row.value_num->to_double() - low) / (high - low);
}

/// The mean of all ratings, 0-1, shown on the commonest scale: "8.5/10".
std::string rating_summary(const std::vector<double>& ratings, const std::map<std::pair<double, double>, int>& scales) {
  double sum = 0;
  for (double rating : ratings) sum += rating;
  double mean = sum / static_cast<double>(ratings.size());
  std::pair<double, double> scale;
  int most = 0;
  for (const auto& [candidate, count] : scales) {
    if (count > most) scale = candidate, most = count;
  }
  double shown = scale.first + mean * (scale.second - scale.first);
  return format_number(std::round(shown * 100) / 100) + "/" + format_number(scale.second);
}

std::string value_key(const RowRecord& row) {
  if (row.value_type == "yes" || row.value_type == "no" || row.value_type == "partial") return row.value_type;
  return name_key(row.value);
}

/// The value that most sources give, as one of them writes it; typed values before free text.
std::string value_summary(const std::map<std::string, std::vector<const RowRecord*>>& by_document) {
  struct Candidate {
    std::set<std::string> documents;
    std::string shown;
    bool is_typed = false;
  };
  std::map<std::string, Candidate> candidates;
  for (const auto& [document, rows] : by_document) {
    for (const RowRecord* row : rows) {
      if (row->value_type == "missing" || row->value.empty()) continue;
      Candidate& candidate = candidates[value_key(*row)];
      candidate.documents.insert(document);
      if (candidate.shown.empty() || row->value < candidate.shown) candidate.shown = row->value;
      candidate.is_typed = candidate.is_typed || row->value_type != "text";
    }
  }
  const Candidate* best = nullptr;
  auto rank = [](const Candidate& c) { return std::pair(c.documents.size(), c.is_typed); };
  for (const auto& [key, candidate] : candidates) {
    if (!best || rank(candidate) > rank(*best)) best = &candidate;
  }
  return best ? best->shown : "";
}

std::string judgement_summary(const std::map<std::string, std::vector<const RowRecord*>>& by_document,
                              const std::string& entity) {
  std::map<std::string, int> counts;
  for (const auto& [document, rows] : by_document) {
    for (const RowRecord* row : rows) {
      bool is_first = row->entity_id == entity;
      const std::string& other = is_first ? row->opponent : row->entity;
      std::string text;
      if (row->direction == "equal") text = "tie";
      if (row->direction == "better") text = is_first ? "better" : "worse";
      if (row->direction == "worse") text = is_first ? "worse" : "better";
      if (text.empty()) continue;
      ++counts[other.empty() || text == "tie" ? text : text + " than " + other];
    }
  }
  std::string best;
  int most = 0;
  for (const auto& [text, count] : counts) {
    if (count > most) best = text, most = count;
  }
  return best;
}

std::string summarize(const Content& content, const std::string& entity) {
  std::vector<double> ratings;
  std::map<std::pair<double, double>, int> scales;
  for (const auto& [document, rows] : content.values) {
    for (const RowRecord* row : rows) {
      if (auto rating = rescaled(*row)) {
        ratings.push_back(*rating);
        ++scales[{row->scale_low->to_double(), row->scale_high->to_double()}];
      }
    }
  }
  std::sort(ratings.begin(), ratings.end());
  if (!ratings.empty()) return rating_summary(ratings, scales);
  std::string value = value_summary(content.values);
  return value.empty() ? judgement_summary(content.judgements, entity) : value;
}

/// What each (feature, entity) is known to be by the votes: sources that name opposite winners, or a tie and a winner.
struct Verdicts {
  std::set<Cell> conflict, differ, agree;
};

Verdicts judge(const Dataset& dataset) {
  Verdicts out;
  for (const ConflictRecord& conflict : dataset.conflicts) {
    if (conflict.conflict_class != "contradict" && conflict.conflict_class != "fact") continue;
    out.conflict.insert({conflict.feature_id, conflict.entity_id});
    if (!conflict.opponent_id.empty()) out.conflict.insert({conflict.feature_id, conflict.opponent_id});
  }
  std::map<std::tuple<std::string, std::string, std::string>, std::vector<int>> units;
  for (const OutcomeRecord& outcome : dataset.outcomes) {
    units[{outcome.feature_id, outcome.entity_a, outcome.entity_b}].push_back(sign_of(outcome));
  }
  for (const auto& [unit, signs] : units) {
    if (signs.size() < 2) continue;
    const auto& [feature, a, b] = unit;
    bool is_same = std::all_of(signs.begin(), signs.end(), [first = signs.front()](int sign) { return sign == first; });
    for (const std::string& entity : {a, b}) (is_same ? out.agree : out.differ).insert({feature, entity});
  }
  return out;
}

bool ratings_apart(const Content& content, double gap) {
  double low = 2, high = -1;
  for (const auto& [document, rows] : content.values) {
    for (const RowRecord* row : rows) {
      if (auto rating = rescaled(*row)) low = std::min(low, *rating), high = std::max(high, *rating);
    }
  }
  return high - low > gap + 1e-12;
}

bool all_values_agree(const Content& content, const Config& config, const Vocabulary& vocabulary) {
  if (content.values.size() < 2) return false;
  for (auto x = content.values.begin(); x != content.values.end(); ++x) {
    for (auto y = std::next(x); y != content.values.end(); ++y) {
      if (compare_facts(x->second, y->second, config.number_tolerance, vocabulary) != FactRelation::agree) return false;
    }
  }
  return true;
}

bool has_ratings_of_two(const Content& content) {
  int sources = 0;
  for (const auto& [document, rows] : content.values) {
    sources += std::any_of(rows.begin(), rows.end(), [](const RowRecord* row) { return rescaled(*row).has_value(); });
  }
  return sources > 1;
}

std::string state_of(const Cell& cell, const Content& content, std::int64_t n_sources, const Verdicts& verdicts,
                     const Config& config, const Vocabulary& vocabulary) {
  if (n_sources < 2) return "single";
  if (verdicts.conflict.count(cell)) return "conflict";
  bool rated_twice = has_ratings_of_two(content);
  if (verdicts.differ.count(cell) || (rated_twice && ratings_apart(content, config.rating_gap))) return "differ";
  if (verdicts.agree.count(cell) || rated_twice || all_values_agree(content, config, vocabulary)) return "agree";
  return "differ";
}

}  // namespace

std::vector<MatrixRecord> make_matrix(const std::vector<DocumentRows>& documents, const Dataset& dataset,
                                      const Vocabulary& vocabulary) {
  Verdicts verdicts = judge(dataset);
  std::vector<MatrixRecord> out;
  for (const auto& [cell, content] : gather(documents)) {
    std::set<std::string> sources;
    for (const auto& [document, rows] : content.values) sources.insert(document);
    for (const auto& [document, rows] : content.judgements) sources.insert(document);
    MatrixRecord record;
    record.feature_id = cell.first;
    record.entity_id = cell.second;
    record.summary = summarize(content, cell.second);
    record.n_sources = static_cast<std::int64_t>(sources.size());
    record.state = state_of(cell, content, record.n_sources, verdicts, dataset.config, vocabulary);
    record.row_ids.assign(content.row_ids.begin(), content.row_ids.end());
    out.push_back(std::move(record));
  }
  return out;
}

}  // namespace versus
