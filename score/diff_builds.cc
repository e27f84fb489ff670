#include "score/diff_builds.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace versus {
namespace {

using Rows = std::vector<const RowRecord*>;
using Key = std::vector<std::string>;
using KeyOf = std::function<Key(const RowRecord&)>;

/// Takes pairs with equal keys out of both lists, in order of place.
void match_on(const KeyOf& key_of, Rows& before, Rows& after,
              std::vector<std::pair<const RowRecord*, const RowRecord*>>& pairs) {
  std::map<Key, Rows> waiting;
  for (const RowRecord* row : before) waiting[key_of(*row)].push_back(row);
  std::map<Key, std::size_t> used;
  std::set<const RowRecord*> matched;
  Rows left_after;
  for (const RowRecord* row : after) {
    Key key = key_of(*row);
    auto found = waiting.find(key);
    std::size_t& next = used[key];
    if (found == waiting.end() || next == found->second.size()) {
      left_after.push_back(row);
      continue;
    }
    const RowRecord* old_row = found->second[next++];
    matched.insert(old_row);
    pairs.emplace_back(old_row, row);
  }
  std::erase_if(before, [&](const RowRecord* row) { return matched.count(row) > 0; });
  after = std::move(left_after);
}

Rows in_order(const std::vector<RowRecord>& rows) {
  Rows out;
  for (const RowRecord& row : rows) out.push_back(&row);
  std::sort(out.begin(), out.end(), [](const RowRecord* x, const RowRecord* y) {
    return std::tie(x->source, x->byte_start, x->byte_end, x->row_id) <
           std::tie(y->source, y->byte_start, y->byte_end, y->row_id);
  });
  return out;
}

std::string text(bool value) { return value ? "true" : "false"; }
std::string text(const std::optional<Decimal>& value) { return value ? value->to_string() : ""; }

struct Field {
  const char* name;
  std::string (*of)(const RowRecord&);
};

/// What a row says, not where it says it.
constexpr std::array kContent = {
    Field{"kind", [](const RowRecord& row) { return row.kind; }},
    Field{"entity_surface", [](const RowRecord& row) { return row.entity_surface; }},
    Field{"opponent_surface", [](const RowRecord& row) { return row.opponent_surface; }},
    Field{"feature_surface", [](const RowRecord& row) { return row.feature_surface; }},
    Field{"section", [](const RowRecord& row) { return row.section; }},
    Field{"value", [](const RowRecord& row) { return row.value; }},
    Field{"value_type", [](const RowRecord& row) { return row.value_type; }},
    Field{"value_num", [](const RowRecord& row) { return text(row.value_num); }},
    Field{"value_num_high", [](const RowRecord& row) { return text(row.value_num_high); }},
    Field{"scale_low", [](const RowRecord& row) { return text(row.scale_low); }},
    Field{"scale_high", [](const RowRecord& row) { return text(row.scale_high); }},
    Field{"unit", [](const RowRecord& row) { return row.unit; }},
    Field{"direction", [](const RowRecord& row) { return row.direction; }},
    Field{"hedged", [](const RowRecord& row) { return text(row.hedged); }},
    Field{"negated", [](const RowRecord& row) { return text(row.negated); }},
    Field{"quote", [](const RowRecord& row) { return row.quote; }},
};

/// What its names became.
constexpr std::array kNames = {
    Field{"entity_id", [](const RowRecord& row) { return row.entity_id; }},
    Field{"opponent_id", [](const RowRecord& row) { return row.opponent_id; }},
    Field{"feature_id", [](const RowRecord& row) { return row.feature_id; }},
    Field{"entity", [](const RowRecord& row) { return row.entity; }},
    Field{"opponent", [](const RowRecord& row) { return row.opponent; }},
    Field{"feature", [](const RowRecord& row) { return row.feature; }},
    Field{"relation", [](const RowRecord& row) { return row.relation; }},
};

std::vector<FieldChange> changed(std::span<const Field> fields, const RowRecord& x, const RowRecord& y) {
  std::vector<FieldChange> out;
  for (const Field& field : fields)
    if (std::string before = field.of(x), after = field.of(y); before != after)
      out.push_back({field.name, std::move(before), std::move(after)});
  return out;
}

/// Names that changed because the words did are part of that change.
bool same_surfaces(const RowRecord& x, const RowRecord& y) {
  return std::tie(x.entity_surface, x.opponent_surface, x.feature_surface) ==
         std::tie(y.entity_surface, y.opponent_surface, y.feature_surface);
}

bool same_place(const RowRecord& x, const RowRecord& y) {
  return std::tie(x.source, x.line, x.segments) == std::tie(y.source, y.line, y.segments);
}

std::vector<RowDiff> diff_rows(const Dataset& before, const Dataset& after) {
  Rows old_rows = in_order(before.rows), new_rows = in_order(after.rows);
  std::vector<std::pair<const RowRecord*, const RowRecord*>> pairs;
  auto surfaces = [](const RowRecord& row) {
    return Key{row.source, row.kind, row.entity_surface, row.opponent_surface, row.feature_surface};
  };
  match_on([](const RowRecord& row) { return Key{row.row_id}; }, old_rows, new_rows, pairs);
  match_on(
      [&](const RowRecord& row) {
        Key key = surfaces(row);
        key.push_back(row.quote);
        return key;
      },
      old_rows, new_rows, pairs);
  match_on(surfaces, old_rows, new_rows, pairs);
  match_on(
      [](const RowRecord& row) {
        return Key{row.kind, row.entity_surface, row.quote};
      },
      old_rows, new_rows, pairs);

  std::vector<RowDiff> out;
  for (const auto& [old_row, new_row] : pairs) {
    std::vector<FieldChange> fields = changed(kContent, *old_row, *new_row);
    std::vector<FieldChange> names = changed(kNames, *old_row, *new_row);
    if (!fields.empty()) {
      out.push_back({RowChange::changed, old_row, new_row, fields});
    } else if (!names.empty() && same_surfaces(*old_row, *new_row)) {
      out.push_back({RowChange::renamed, old_row, new_row, names});
    } else if (!same_place(*old_row, *new_row)) {
      out.push_back({RowChange::moved, old_row, new_row, {}});
    }
  }
  for (const RowRecord* row : old_rows) out.push_back({RowChange::removed, row, nullptr, {}});
  for (const RowRecord* row : new_rows) out.push_back({RowChange::added, nullptr, row, {}});
  std::sort(out.begin(), out.end(), [](const RowDiff& x, const RowDiff& y) {
    return std::tuple(x.row().source, x.row().byte_start, x.change, x.row().row_id) <
           std::tuple(y.row().source, y.row().byte_start, y.change, y.row().row_id);
  });
  return out;
}

std::vector<NameDiff> diff_names(const std::vector<RowDiff>& rows) {
  std::map<std::tuple<std::string, std::string, std::string, std::string>, Rows> found;
  for (const RowDiff& diff : rows) {
    if (diff.change != RowChange::renamed) continue;
    const RowRecord &x = *diff.old_row, &y = *diff.new_row;
    if (x.entity_id != y.entity_id || x.entity != y.entity)
      found[{"entity", y.entity_surface, x.entity, y.entity}].push_back(&y);
    if (x.opponent_id != y.opponent_id || x.opponent != y.opponent) {
      found[{"entity", y.opponent_surface, x.opponent, y.opponent}].push_back(&y);
    }
    if (x.feature_id != y.feature_id || x.feature != y.feature || x.relation != y.relation) {
      found[{"feature", y.feature_surface, x.feature, y.feature}].push_back(&y);
    }
  }
  std::vector<NameDiff> out;
  for (const auto& [key, list] : found) {
    const auto& [what, surface, old_name, new_name] = key;
    out.push_back({what, surface, old_name, new_name, list});
  }
  return out;
}

std::vector<CellDiff> diff_cells(const Dataset& before, const Dataset& after) {
  std::map<std::pair<std::string, std::string>, CellDiff> cells;
  for (const MatrixRecord& cell : before.matrix) cells[{cell.feature_id, cell.entity_id}].old_cell = &cell;
  for (const MatrixRecord& cell : after.matrix) cells[{cell.feature_id, cell.entity_id}].new_cell = &cell;
  std::vector<CellDiff> out;
  for (const auto& [key, diff] : cells) {
    bool is_same = diff.old_cell && diff.new_cell && diff.old_cell->summary == diff.new_cell->summary &&
                   diff.old_cell->state == diff.new_cell->state && diff.old_cell->n_sources == diff.new_cell->n_sources;
    if (!is_same) out.push_back(diff);
  }
  return out;
}

/// doc_ids move with every byte of a document; its path does not.
std::string scope_by_source(const std::string& scope, const std::map<std::string, std::string>& source_of) {
  std::string out = scope;
  for (std::size_t at = out.find("d_"); at != std::string::npos; at = out.find("d_", at + 1)) {
    auto found = source_of.find(out.substr(at, 18));
    if (found == source_of.end()) continue;
    out.replace(at, 18, found->second);
    at += found->second.size() - 1;
  }
  return out;
}

std::map<std::string, std::string> sources_by_id(const Dataset& dataset) {
  std::map<std::string, std::string> out;
  for (const DocumentRecord& document : dataset.documents) out[document.doc_id] = document.source;
  return out;
}

/// The changed rows a score rests on: those of its document, feature and entities.
std::vector<std::string> rows_behind(const ScoreRecord& score, const std::vector<RowDiff>& rows) {
  std::vector<std::string> out;
  for (const RowDiff& diff : rows) {
    if (diff.change == RowChange::moved) continue;
    bool counts = false;
    for (const RowRecord* row : {diff.old_row, diff.new_row}) {
      if (!row) continue;
      bool in_scope = true;
      if (score.scope.starts_with("document")) in_scope = score.scope.find(row->doc_id) != std::string::npos;
      if (score.scope.starts_with("feature:")) in_scope = score.scope.substr(8) == row->feature_id;
      auto mentions = [&](const std::string& id) {
        return id.empty() || row->entity_id == id || row->opponent_id == id ||
               std::find(row->candidates.begin(), row->candidates.end(), id) != row->candidates.end();
      };
      bool has_both = score.opponent_id.empty() ? mentions(score.entity_id)
                                                : mentions(score.entity_id) || mentions(score.opponent_id);
      counts = counts || (in_scope && has_both && row->kind != "text");
    }
    if (counts) out.push_back(diff.row().row_id);
  }
  return out;
}

/// Standard errors move with their score, and "B against A" with "A against B": one line says both.
bool follows_from_another(const ScoreRecord& score, const std::function<bool(const ScoreRecord&)>& is_known) {
  if (score.metric.ends_with("_se")) return true;
  if (score.opponent_id.empty() || score.entity_id < score.opponent_id) return false;
  ScoreRecord mirrored = score;
  std::swap(mirrored.entity_id, mirrored.opponent_id);
  return is_known(mirrored);
}

std::vector<ScoreDiff> diff_scores(const Dataset& before, const Dataset& after, const std::vector<RowDiff>& rows) {
  std::map<std::tuple<std::string, std::string, std::string, std::string, std::string>, ScoreDiff> scores;
  auto old_sources = sources_by_id(before), new_sources = sources_by_id(after);
  auto key_of = [](const ScoreRecord& x, const std::map<std::string, std::string>& sources) {
    return std::tuple(scope_by_source(x.scope, sources), x.metric, x.entity_id, x.opponent_id, x.method);
  };
  for (const ScoreRecord& score : before.scores) scores[key_of(score, old_sources)].old_score = &score;
  for (const ScoreRecord& score : after.scores) scores[key_of(score, new_sources)].new_score = &score;
  std::vector<ScoreDiff> out;
  for (auto& [key, diff] : scores) {
    const auto& sources = diff.new_score ? new_sources : old_sources;
    auto is_known = [&](const ScoreRecord& score) { return scores.contains(key_of(score, sources)); };
    if (follows_from_another(diff.score(), is_known)) continue;
    const ScoreRecord *x = diff.old_score, *y = diff.new_score;
    if (x && y && std::tie(x->value, x->low, x->high, x->n) == std::tie(y->value, y->low, y->high, y->n)) continue;
    diff.rows = rows_behind(diff.score(), rows);
    out.push_back(std::move(diff));
  }
  return out;
}

}  // namespace

std::string_view change_name(RowChange change) {
  switch (change) {
    case RowChange::added: return "added";
    case RowChange::removed: return "removed";
    case RowChange::changed: return "changed";
    case RowChange::renamed: return "renamed";
    case RowChange::moved: return "moved";
  }
  return "";
}

std::size_t BuildDiff::count(RowChange change) const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(), [&](const RowDiff& diff) { return diff.change == change; }));
}

bool BuildDiff::has_differences() const {
  return count(RowChange::moved) != rows.size() || !cells.empty() || !scores.empty() || features_added > 0 ||
         features_removed > 0;
}

BuildDiff diff_builds(const Dataset& before, const Dataset& after) {
  BuildDiff out;
  out.rows = diff_rows(before, after);
  out.names = diff_names(out.rows);
  out.cells = diff_cells(before, after);
  out.scores = diff_scores(before, after, out.rows);
  std::set<std::string> old_features, new_features;
  for (const MatrixRecord& cell : before.matrix) old_features.insert(cell.feature_id);
  for (const MatrixRecord& cell : after.matrix) new_features.insert(cell.feature_id);
  for (const std::string& id : new_features) out.features_added += !old_features.count(id);
  for (const std::string& id : old_features) out.features_removed += !new_features.count(id);
  return out;
}

}  // namespace versus
