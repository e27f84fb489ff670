#include "score/outcomes.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "score/ids.h"

namespace versus {
namespace {

enum class Kind { advantage, rating, claim };  // most explicit first
constexpr std::string_view kKindNames[] = {"advantage", "rating", "claim"};

struct Ballot {
  int sign = 0;  // 1: a, 0: tie, -1: b
  std::vector<std::string> row_ids;
  std::string sentence;  // claims: where it was said
};

using PairKey = std::tuple<std::string, std::string, std::string>;  // feature, a, b
using Ballots = std::map<PairKey, std::map<Kind, std::vector<Ballot>>>;

void cast(Ballots& ballots, Kind kind, const std::string& feature, const std::string& x, const std::string& y, int sign,
          std::vector<std::string> row_ids, const std::string& sentence = {}) {
  if (feature.empty() || x.empty() || y.empty() || x == y) return;
  bool in_order = x < y;
  PairKey key{feature, in_order ? x : y, in_order ? y : x};
  ballots[key][kind].push_back({in_order ? sign : -sign, std::move(row_ids), sentence});
}

/// An advantage or a claim names its winner, or a tie.
void cast_directed(Ballots& ballots, Kind kind, const RowRecord& row) {
  bool is_tie = row.direction == "equal";
  int sign = row.direction == "better" ? 1 : row.direction == "worse" ? -1 : 0;
  if (!is_tie && sign == 0) return;
  std::string sentence = kind == Kind::claim ? row.quote : "";
  std::set<std::string> compared(row.candidates.begin(), row.candidates.end());
  // "A + B" as the winner of a table of A, B and C is none of them.
  if (!compared.empty() && !compared.count(row.entity_id)) return;
  if (!row.opponent_id.empty()) compared.insert(row.opponent_id);
  compared.insert(row.entity_id);
  for (auto x = compared.begin(); x != compared.end(); ++x) {
    for (auto y = std::next(x); y != compared.end(); ++y) {
      if (is_tie) {
        cast(ballots, kind, row.feature_id, *x, *y, 0, {row.row_id}, sentence);
      } else if (*x == row.entity_id || *y == row.entity_id) {
        cast(ballots, kind, row.feature_id, *x, *y, *x == row.entity_id ? sign : -sign, {row.row_id}, sentence);
      }
    }
  }
}

std::string scale_key(const RowRecord& row) {
  auto text = [](const std::optional<Decimal>& decimal) { return decimal ? decimal->to_string() : std::string("-"); };
  return text(row.scale_low) + ".." + text(row.scale_high);
}

/// Ratings of one feature on one scale in one table are compared with each other; an entity rated twice and differently
/// there (two of its versions, say) is not.
void cast_ratings(Ballots& ballots, DocumentRows rows) {
  using Group = std::tuple<std::string, std::string, std::string, std::string>;  // feature, table, section, scale
  std::map<Group, std::map<std::string, std::vector<const RowRecord*>>> groups;
  for (const RowRecord& row : rows) {
    if (row.kind != "rating" || !row.value_num || row.feature_id.empty() || row.entity_id.empty()) continue;
    groups[{row.feature_id, row.table_id, row.section, scale_key(row)}][row.entity_id].push_back(&row);
  }
  for (auto& [group, by_entity] : groups) {
    std::erase_if(by_entity, [](const auto& entry) {
      const auto& list = entry.second;
      return std::any_of(list.begin(), list.end(),
                         [&](const RowRecord* row) { return compare(*row->value_num, *list.front()->value_num) != 0; });
    });
    for (auto x = by_entity.begin(); x != by_entity.end(); ++x) {
      for (auto y = std::next(x); y != by_entity.end(); ++y) {
        const RowRecord &first = *x->second.front(), &second = *y->second.front();
        cast(ballots, Kind::rating, std::get<0>(group), x->first, y->first,
             compare(*first.value_num, *second.value_num), {first.row_id, second.row_id});
      }
    }
  }
}

std::vector<std::string> rows_behind(const std::vector<Ballot>& ballots, int sign) {
  std::set<std::string> out;
  for (const Ballot& ballot : ballots) {
    if (ballot.sign == sign) out.insert(ballot.row_ids.begin(), ballot.row_ids.end());
  }
  return {out.begin(), out.end()};
}

/// The sign with the most ballots; none when two have as many.
std::optional<int> majority(const std::vector<Ballot>& ballots) {
  std::map<int, int> counts;
  for (const Ballot& ballot : ballots) ++counts[ballot.sign];
  std::optional<int> best;
  int most = 0;
  for (const auto& [sign, count] : counts) {
    if (count == most) best.reset();
    if (count > most) best = sign, most = count;
  }
  return best;
}

bool names(const std::vector<Ballot>& ballots, int sign) {
  return std::any_of(ballots.begin(), ballots.end(), [&](const Ballot& ballot) { return ballot.sign == sign; });
}

/// "A leads in research, while B leads in industry" weighs both sides in one sentence: it contradicts nothing.
std::vector<Ballot> without_balanced_sentences(std::vector<Ballot> ballots) {
  std::map<std::string, std::set<int>> signs;
  for (const Ballot& ballot : ballots) signs[ballot.sentence].insert(ballot.sign);
  std::erase_if(ballots, [&](const Ballot& ballot) {
    return !ballot.sentence.empty() && signs[ballot.sentence].count(1) && signs[ballot.sentence].count(-1);
  });
  return ballots;
}

/// Both winners within the most explicit kind, or a lower kind that names another winner than it. A tie contradicts no
/// winner.
bool contradicts_itself(const std::map<Kind, std::vector<Ballot>>& by_kind) {
  std::vector<Ballot> first = without_balanced_sentences(by_kind.begin()->second);
  if (names(first, 1) && names(first, -1)) return true;
  std::optional<int> winner = majority(first);
  if (!winner || *winner == 0) return false;
  return std::any_of(std::next(by_kind.begin()), by_kind.end(),
                     [&](const auto& entry) { return names(without_balanced_sentences(entry.second), -*winner); });
}

std::string result_name(int sign) { return sign > 0 ? "a" : sign < 0 ? "b" : "tie"; }

ConflictRecord intra_source(const std::string& doc_id, const PairKey& key,
                            const std::map<Kind, std::vector<Ballot>>& by_kind) {
  const auto& [feature, a, b] = key;
  ConflictRecord out;
  out.conflict_id = content_id("c_", {"intra_source", doc_id, feature, a, b});
  out.conflict_class = "intra_source";
  out.feature_id = feature;
  out.entity_id = a;
  out.opponent_id = b;
  std::string detail;
  for (const auto& [kind, ballots] : by_kind) {
    for (int sign : {1, 0, -1}) {
      auto ids = rows_behind(ballots, sign);
      if (ids.empty()) continue;
      out.row_ids.insert(out.row_ids.end(), ids.begin(), ids.end());
      if (!detail.empty()) detail += ", ";
      detail += std::string(kKindNames[static_cast<int>(kind)]) + ": " + (sign > 0 ? a : sign < 0 ? b : "tie");
    }
  }
  std::sort(out.row_ids.begin(), out.row_ids.end());
  out.row_ids.erase(std::unique(out.row_ids.begin(), out.row_ids.end()), out.row_ids.end());
  out.detail = detail;
  return out;
}

}  // namespace

std::vector<DocumentRows> rows_by_document(const std::vector<RowRecord>& rows) {
  std::vector<DocumentRows> out;
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin;
    while (end < rows.size() && rows[end].doc_id == rows[begin].doc_id) ++end;
    out.emplace_back(rows.data() + begin, end - begin);
    begin = end;
  }
  return out;
}

int sign_of(const OutcomeRecord& outcome) { return outcome.result == "a" ? 1 : outcome.result == "b" ? -1 : 0; }

Votes count_votes(DocumentRows rows) {
  Ballots ballots;
  for (const RowRecord& row : rows) {
    if (row.kind == "advantage") cast_directed(ballots, Kind::advantage, row);
    if (row.kind == "claim") cast_directed(ballots, Kind::claim, row);
  }
  cast_ratings(ballots, rows);

  Votes out;
  for (const auto& [key, by_kind] : ballots) {
    const auto& [feature, a, b] = key;
    const std::string& doc_id = rows.front().doc_id;
    if (contradicts_itself(by_kind)) out.conflicts.push_back(intra_source(doc_id, key, by_kind));
    const auto& [kind, list] = *by_kind.begin();
    std::optional<int> sign = majority(list);
    if (!sign) continue;
    OutcomeRecord outcome;
    outcome.outcome_id = content_id("o_", {doc_id, feature, a, b});
    outcome.doc_id = doc_id;
    outcome.source = rows.front().source;
    outcome.feature_id = feature;
    outcome.entity_a = a;
    outcome.entity_b = b;
    outcome.result = result_name(*sign);
    outcome.kind = kKindNames[static_cast<int>(kind)];
    outcome.strength = kind == Kind::rating ? "derived" : "explicit";
    outcome.row_ids = rows_behind(list, *sign);
    out.outcomes.push_back(std::move(outcome));
  }
  return out;
}

}  // namespace versus
