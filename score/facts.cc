// Most rows of real documents are facts, not judgements: "yes", "MIT", "45 kB". Two sources that give different ones
// for the same entity and feature contradict each other as much as two that name different winners.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "corpus/text.h"
#include "score/derive.h"
#include "score/ids.h"

namespace versus {
namespace {

bool is_answer(const RowRecord& row) {
  return row.value_type == "yes" || row.value_type == "no" || row.value_type == "partial";
}

/// "1.20.3", "v3.11": what two sources can only both be right about when it is equal. Empty: no version.
std::string version_of(const RowRecord& row) {
  std::string text = fold_case(fold_space(row.value));
  bool has_v = !text.empty() && text.front() == 'v';
  if (has_v) text.erase(0, 1);
  int dots = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool is_digit = text[i] >= '0' && text[i] <= '9';
    bool is_inner_dot = text[i] == '.' && i > 0 && i + 1 < text.size() && text[i - 1] != '.';
    if (!is_digit && !is_inner_dot) return "";
    dots += text[i] == '.';
  }
  return dots >= (has_v ? 1 : 2) ? text : "";
}

constexpr std::size_t kLongestFact = 60;  // bytes; longer cells explain, and name licences in passing

/// The licences that a short value names, by the vocabulary's word list.
std::set<std::string> licenses_of(const RowRecord& row, const Vocabulary& vocabulary) {
  std::set<std::string> out;
  if (row.value.size() > kLongestFact) return out;
  std::string key = fmt::format(" {} ", name_key(row.value));
  for (const WordEntry& entry : vocabulary.words("license")) {
    if (key.find(fmt::format(" {} ", name_key(entry.word))) == std::string::npos) continue;
    out.insert(entry.fields.empty() || entry.fields[0].empty() ? entry.word : entry.fields[0]);
  }
  return out;
}

FactRelation verdict(bool is_same) { return is_same ? FactRelation::agree : FactRelation::contradict; }

bool is_plain_number(const RowRecord& row) {
  return row.value_type == "number" && row.value_num && (row.bound.empty() || row.bound == "~");
}

}  // namespace

bool is_fact(const RowRecord& row) {
  return row.kind == "text" && !row.entity_id.empty() && !row.feature_id.empty() && row.value_type != "missing" &&
         row.relation != "composite" && row.relation != "related";
}

FactRelation compare_facts(const RowRecord& x, const RowRecord& y, double number_tolerance,
                           const Vocabulary& vocabulary) {
  if (!x.entity_version.empty() && !y.entity_version.empty() && x.entity_version != y.entity_version) {
    return FactRelation::incomparable;
  }
  if (is_answer(x) && is_answer(y)) return verdict(x.value_type == y.value_type);
  std::string version_x = version_of(x), version_y = version_of(y);
  if (!version_x.empty() && !version_y.empty()) return verdict(version_x == version_y);
  if (is_plain_number(x) && is_plain_number(y) && x.unit == y.unit) {
    double a = x.value_num->to_double(), b = y.value_num->to_double();
    return verdict(std::abs(a - b) <= number_tolerance * std::max(std::abs(a), std::abs(b)));
  }
  if (x.value_type != "text" || y.value_type != "text") return FactRelation::incomparable;
  std::set<std::string> of_x = licenses_of(x, vocabulary), of_y = licenses_of(y, vocabulary);
  if (!of_x.empty() && !of_y.empty()) {
    return verdict(std::any_of(of_x.begin(), of_x.end(), [&](const auto& name) { return of_y.count(name) > 0; }));
  }
  // The same few words are agreement; other words may mean the same.
  bool is_same = x.value.size() <= kLongestFact && name_key(x.value) == name_key(y.value);
  return is_same ? FactRelation::agree : FactRelation::incomparable;
}

FactRelation compare_facts(const std::vector<const RowRecord*>& x, const std::vector<const RowRecord*>& y,
                           double number_tolerance, const Vocabulary& vocabulary) {
  FactRelation out = FactRelation::incomparable;
  for (const RowRecord* row : x) {
    for (const RowRecord* other : y) {
      FactRelation relation = compare_facts(*row, *other, number_tolerance, vocabulary);
      if (relation == FactRelation::agree) return relation;
      if (relation == FactRelation::contradict) out = relation;
    }
  }
  return out;
}

Facts compare_all_facts(const std::vector<DocumentRows>& documents, const Config& config,
                        const Vocabulary& vocabulary) {
  using FeatureAndEntity = std::pair<std::string, std::string>;
  std::map<FeatureAndEntity, std::map<std::string, std::vector<const RowRecord*>>> cells;
  for (DocumentRows rows : documents) {
    for (const RowRecord& row : rows) {
      if (is_fact(row)) cells[{row.feature_id, row.entity_id}][row.doc_id].push_back(&row);
    }
  }
  Facts out;
  for (const auto& [cell, by_document] : cells) {
    std::set<const RowRecord*> disagreeing;
    for (auto x = by_document.begin(); x != by_document.end(); ++x) {
      for (auto y = std::next(x); y != by_document.end(); ++y) {
        FactRelation relation = compare_facts(x->second, y->second, config.number_tolerance, vocabulary);
        if (relation == FactRelation::incomparable) continue;
        Facts::Counts& counts = out.by_pair[{x->first, y->first}];
        ++(relation == FactRelation::agree ? counts.agree : counts.contradict);
        if (relation == FactRelation::agree) continue;
        disagreeing.insert(x->second.begin(), x->second.end());
        disagreeing.insert(y->second.begin(), y->second.end());
      }
    }
    if (disagreeing.empty()) continue;
    ConflictRecord conflict;
    conflict.conflict_id = content_id("c_", {"fact", cell.first, cell.second});
    conflict.conflict_class = "fact";
    conflict.feature_id = cell.first;
    conflict.entity_id = cell.second;
    std::map<std::string, std::set<std::string>> sources_of;  // by value as written
    for (const RowRecord* row : disagreeing) {
      conflict.row_ids.push_back(row->row_id);
      sources_of[row->value].insert(row->doc_id);
    }
    std::sort(conflict.row_ids.begin(), conflict.row_ids.end());
    for (const auto& [value, sources] : sources_of) {
      if (!conflict.detail.empty()) conflict.detail += " | ";
      conflict.detail += value;
      if (sources.size() > 1) conflict.detail += fmt::format(" ({})", sources.size());
    }
    out.conflicts.push_back(std::move(conflict));
  }
  return out;
}

}  // namespace versus
