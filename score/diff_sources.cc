#include "score/diff_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "corpus/text.h"
#include "score/derive.h"

namespace versus {
namespace {

using Pair = std::pair<std::string, std::string>;
using Rows = std::vector<const RowRecord*>;

DocumentRows rows_of(const Dataset& dataset, const std::string& doc_id) {
  auto begin =
      std::find_if(dataset.rows.begin(), dataset.rows.end(), [&](const auto& row) { return row.doc_id == doc_id; });
  auto end = std::find_if(begin, dataset.rows.end(), [&](const auto& row) { return row.doc_id != doc_id; });
  return {dataset.rows.data() + (begin - dataset.rows.begin()), static_cast<std::size_t>(end - begin)};
}

/// What one source says of the pair, per feature.
struct Speech {
  std::map<std::string, Rows> rows;
  std::map<std::string, OutcomeRecord> outcomes;
  std::set<std::string> claims_alone;  // features without another row
};

bool is_about(const RowRecord& row, const Pair& pair) {
  auto is_one = [&](const std::string& id) { return id == pair.first || id == pair.second; };
  if (!is_one(row.entity_id) && !std::any_of(row.candidates.begin(), row.candidates.end(), is_one)) return false;
  return row.opponent_id.empty() || is_one(row.opponent_id);
}

Speech listen(const Dataset& dataset, const std::string& doc_id, const Pair& pair) {
  Speech out;
  DocumentRows rows = rows_of(dataset, doc_id);
  if (rows.empty()) return out;
  for (const RowRecord& row : rows) {
    if (row.feature_id.empty() || row.kind == "stated_total" || !is_about(row, pair)) continue;
    out.rows[row.feature_id].push_back(&row);
  }
  for (const auto& [feature, list] : out.rows) {
    if (std::all_of(list.begin(), list.end(), [](const RowRecord* row) { return row->kind == "claim"; })) {
      out.claims_alone.insert(feature);
    }
  }
  for (OutcomeRecord& outcome : count_votes(rows).outcomes) {
    if (outcome.entity_a == pair.first && outcome.entity_b == pair.second) {
      out.outcomes.emplace(outcome.feature_id, std::move(outcome));
    }
  }
  return out;
}

SourceSide side_of(const Speech& speech, const std::string& feature) {
  SourceSide out;
  auto rows = speech.rows.find(feature);
  if (rows != speech.rows.end()) out.rows = rows->second;
  auto outcome = speech.outcomes.find(feature);
  if (outcome == speech.outcomes.end()) return out;
  out.result = sign_of(outcome->second);
  const auto& ids = outcome->second.row_ids;
  std::erase_if(out.rows,
                [&](const RowRecord* row) { return std::find(ids.begin(), ids.end(), row->row_id) == ids.end(); });
  return out;
}

Rows about_entity(const Rows& rows, const std::string& entity, bool want_ratings) {
  Rows out;
  for (const RowRecord* row : rows) {
    if (row->entity_id == entity && (want_ratings ? row->kind == "rating" : is_fact(*row))) out.push_back(row);
  }
  return out;
}

std::optional<double> mean_rescaled(const Rows& rows) {
  double sum = 0;
  for (const RowRecord* row : rows) {
    if (!row->value_num || !row->scale_low || !row->scale_high) return std::nullopt;
    double low = row->scale_low->to_double(), high = row->scale_high->to_double();
    if (high <= low) return std::nullopt;
    sum += (row->value_num->to_double() - low) / (high - low);
  }
  if (rows.empty()) return std::nullopt;
  return sum / static_cast<double>(rows.size());
}

bool ratings_apart(const Rows& left, const Rows& right, const Pair& pair, double gap) {
  for (const std::string& entity : {pair.first, pair.second}) {
    auto x = mean_rescaled(about_entity(left, entity, true)), y = mean_rescaled(about_entity(right, entity, true));
    if (x && y && std::abs(*x - *y) > gap + 1e-12) return true;
  }
  return false;
}

FactRelation facts_of_pair(const Rows& left, const Rows& right, const Pair& pair, double tolerance,
                           const Vocabulary& vocabulary) {
  FactRelation out = FactRelation::incomparable;
  for (const std::string& entity : {pair.first, pair.second}) {
    FactRelation relation =
        compare_facts(about_entity(left, entity, false), about_entity(right, entity, false), tolerance, vocabulary);
    if (relation == FactRelation::contradict) return relation;
    if (relation == FactRelation::agree) out = relation;
  }
  return out;
}

/// Which features stand beside which: a composite and its parts, composites that share a part, named neighbours. Never
/// through a third one.
class Neighbours {
 public:
  explicit Neighbours(const Dataset& dataset) {
    std::map<std::string, std::set<std::string>> features_of;  // surface -> primary features
    for (const RowRecord& row : dataset.rows) {
      if (!row.feature_id.empty()) features_of[row.feature_surface].insert(row.feature_id);
    }
    for (const FeatureLinkRecord& link : dataset.feature_links) {
      for (const std::string& feature : features_of[link.surface]) {
        if (feature == link.feature_id) continue;
        links_[feature].insert(link.feature_id);
        if (link.relation == "composite") parts_[feature].insert(link.feature_id);
      }
    }
  }

  bool are_related(const std::string& x, const std::string& y) const {
    if (has(links_, x, y) || has(links_, y, x)) return true;
    auto parts = parts_.find(x);
    return parts != parts_.end() && std::any_of(parts->second.begin(), parts->second.end(),
                                                [&](const std::string& part) { return has(parts_, y, part); });
  }

 private:
  using Links = std::map<std::string, std::set<std::string>>;
  static bool has(const Links& links, const std::string& from, const std::string& to) {
    auto found = links.find(from);
    return found != links.end() && found->second.count(to) > 0;
  }
  Links links_, parts_;
};

SourceDiffKind compare_sides(const Speech& left, const Speech& right, const std::string& feature, const Pair& pair,
                             const Config& config, const Vocabulary& vocabulary) {
  const Rows &x = left.rows.at(feature), &y = right.rows.at(feature);
  auto of_left = left.outcomes.find(feature), of_right = right.outcomes.find(feature);
  if (of_left != left.outcomes.end() && of_right != right.outcomes.end()) {
    int product = sign_of(of_left->second) * sign_of(of_right->second);
    if (product < 0) return SourceDiffKind::contradict;
    if (sign_of(of_left->second) != sign_of(of_right->second)) return SourceDiffKind::differ;
    return ratings_apart(x, y, pair, config.rating_gap) ? SourceDiffKind::differ : SourceDiffKind::agree;
  }
  switch (facts_of_pair(x, y, pair, config.number_tolerance, vocabulary)) {
    case FactRelation::contradict: return SourceDiffKind::fact;
    case FactRelation::agree: return SourceDiffKind::fact_agree;
    case FactRelation::incomparable: break;
  }
  return SourceDiffKind::text_only;
}

}  // namespace

std::string_view kind_name(SourceDiffKind kind) {
  switch (kind) {
    case SourceDiffKind::contradict: return "contradict";
    case SourceDiffKind::differ: return "differ";
    case SourceDiffKind::fact: return "fact";
    case SourceDiffKind::related: return "related";
    case SourceDiffKind::only_left: return "only-left";
    case SourceDiffKind::only_right: return "only-right";
    case SourceDiffKind::text_only: return "text-only";
    case SourceDiffKind::agree: return "agree";
    case SourceDiffKind::fact_agree: return "fact-agree";
  }
  return "";
}

std::size_t SourceDiff::count(SourceDiffKind kind, bool claims_alone, std::optional<bool> is_left) const {
  return static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const SourceDiffLine& line) {
    return line.kind == kind && line.claims_alone == claims_alone && (!is_left || line.is_left == *is_left);
  }));
}

bool SourceDiff::has_differences() const {
  return std::any_of(lines.begin(), lines.end(), [](const SourceDiffLine& line) {
    return line.kind != SourceDiffKind::agree && line.kind != SourceDiffKind::fact_agree &&
           line.kind != SourceDiffKind::text_only;
  });
}

const DocumentRecord& find_document(const Dataset& dataset, const std::string& name) {
  std::vector<const DocumentRecord*> ends;
  for (const DocumentRecord& document : dataset.documents) {
    std::vector<std::string> paths = document.also_at;
    paths.push_back(document.source);
    for (const std::string& path : paths) {
      if (path == name || document.doc_id == name) return document;
      // "000.txt" for "notes/000.txt"; "notes/000.txt" when the dataset says "000.txt"; "000" for "000.txt"
      std::string file = path.substr(path.rfind('/') + 1);
      bool is_end = path.ends_with("/" + name) || name.ends_with("/" + path) || file == name ||
                    file.substr(0, file.rfind('.')) == name || file.starts_with(name);
      if (is_end && (ends.empty() || ends.back() != &document)) ends.push_back(&document);
    }
  }
  if (ends.size() == 1) return *ends.front();
  std::string message = ends.empty() ? fmt::format("'{}' is no source of the dataset", name)
                                     : fmt::format("'{}' may be any of several sources", name);
  std::vector<std::string> names;
  for (const DocumentRecord& document : dataset.documents) {
    if (ends.empty() || std::find(ends.begin(), ends.end(), &document) != ends.end()) names.push_back(document.source);
  }
  std::sort(names.begin(), names.end());
  if (names.size() > 5) names.resize(5), names.push_back("...");
  throw Error(fmt::format("{}; there is {}", message, fmt::join(names, ", ")));
}

const EntityRecord& find_entity(const Dataset& dataset, const std::string& name) {
  std::string key = squashed_key(name);
  for (const EntityRecord& entity : dataset.entities) {
    if (entity.entity_id == name || squashed_key(entity.label) == key) return entity;
  }
  for (const EntityRecord& entity : dataset.entities) {
    for (const std::string& alias : entity.aliases) {
      if (squashed_key(alias) == key) return entity;
    }
  }
  std::vector<std::string> labels;
  for (const EntityRecord& entity : dataset.entities) labels.push_back(entity.label);
  if (labels.size() > 8) labels.resize(8), labels.push_back("...");
  throw Error(fmt::format("'{}' is no entity of the dataset; there is {}", name, fmt::join(labels, ", ")));
}

std::optional<Pair> commonest_pair(const Dataset& dataset, const std::string& left_id, const std::string& right_id) {
  auto features_of = [&](const std::string& doc_id) {
    std::map<std::string, std::set<std::string>> out;  // entity -> features
    for (const RowRecord& row : rows_of(dataset, doc_id)) {
      if (row.feature_id.empty()) continue;
      for (const std::string& entity : {row.entity_id, row.opponent_id}) {
        if (!entity.empty()) out[entity].insert(row.feature_id);
      }
      for (const std::string& entity : row.candidates) out[entity].insert(row.feature_id);
    }
    return out;
  };
  auto left = features_of(left_id), right = features_of(right_id);
  std::optional<Pair> best;
  std::size_t most = 0;
  for (auto x = left.begin(); x != left.end(); ++x) {
    for (auto y = std::next(x); y != left.end(); ++y) {
      if (!right.count(x->first) || !right.count(y->first)) continue;
      std::size_t support =
          std::min(x->second.size(), y->second.size()) + std::min(right[x->first].size(), right[y->first].size());
      if (support > most) best = Pair{x->first, y->first}, most = support;
    }
  }
  return best;
}

SourceDiff diff_sources(const Dataset& dataset, const DocumentRecord& left, const DocumentRecord& right,
                        std::optional<Pair> pair, const Vocabulary& vocabulary) {
  if (!pair) pair = commonest_pair(dataset, left.doc_id, right.doc_id);
  if (!pair) throw Error(fmt::format("{} and {} have no pair of entities in common", left.source, right.source));
  if (pair->second < pair->first) std::swap(pair->first, pair->second);
  SourceDiff out;
  out.left = left.source;
  out.right = right.source;
  std::tie(out.entity_a, out.entity_b) = *pair;
  out.label_a = find_entity(dataset, out.entity_a).label;
  out.label_b = find_entity(dataset, out.entity_b).label;
  if (left.doc_id == right.doc_id) return out;

  Speech of_left = listen(dataset, left.doc_id, *pair), of_right = listen(dataset, right.doc_id, *pair);
  std::map<std::string, std::string> labels;
  for (const FeatureRecord& feature : dataset.features) labels[feature.feature_id] = feature.label;
  Neighbours neighbours(dataset);

  auto add_one_sided = [&](const Speech& own, const Speech& other, bool is_left) {
    for (const auto& [feature, rows] : own.rows) {
      if (other.rows.count(feature)) continue;
      SourceDiffLine line;
      line.feature_id = feature;
      line.feature = labels[feature];
      line.is_left = is_left;
      line.claims_alone = own.claims_alone.count(feature) > 0;
      (is_left ? line.left : line.right) = side_of(own, feature);
      line.kind = is_left ? SourceDiffKind::only_left : SourceDiffKind::only_right;
      for (const auto& [neighbour, their_rows] : other.rows) {
        bool counts = line.claims_alone || !other.claims_alone.count(neighbour);
        if (counts && neighbours.are_related(feature, neighbour)) line.related.push_back(labels[neighbour]);
      }
      if (!line.related.empty()) line.kind = SourceDiffKind::related;
      out.lines.push_back(std::move(line));
    }
  };
  for (const auto& [feature, rows] : of_left.rows) {
    if (!of_right.rows.count(feature)) continue;
    SourceDiffLine line;
    line.feature_id = feature;
    line.feature = labels[feature];
    line.left = side_of(of_left, feature);
    line.right = side_of(of_right, feature);
    line.claims_alone = of_left.claims_alone.count(feature) > 0 || of_right.claims_alone.count(feature) > 0;
    line.kind = compare_sides(of_left, of_right, feature, *pair, dataset.config, vocabulary);
    out.lines.push_back(std::move(line));
  }
  add_one_sided(of_left, of_right, true);
  add_one_sided(of_right, of_left, false);
  std::sort(out.lines.begin(), out.lines.end(), [](const SourceDiffLine& x, const SourceDiffLine& y) {
    return std::tuple(x.claims_alone, x.kind, !x.is_left, x.feature, x.feature_id) <
           std::tuple(y.claims_alone, y.kind, !y.is_left, y.feature, y.feature_id);
  });
  return out;
}

}  // namespace versus
