#include "normalize/same_table.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "corpus/text.h"

namespace versus {
namespace {

// A table cut in two is one table.
int first_part(int table, const std::vector<TableSummary>& tables) {
  for (std::size_t steps = 0; steps <= tables.size(); ++steps) {
    auto at = std::find_if(tables.begin(), tables.end(), [&](const TableSummary& t) { return t.ordinal == table; });
    if (at == tables.end() || at->continued_from < 0) return table;
    table = at->continued_from;
  }
  return table;
}

// An exact name has the best claim to its id, then the vocabulary's, then a rule's.
double claim_of(const NameLink& link) { return link.score + (link.relation == Relation::exact ? 1 : 0); }

bool is_users(const NameLink& link, const Vocabulary& vocabulary) {
  auto match = vocabulary.find_feature(link.surface);
  return match && match->layer > 0;
}

}  // namespace

void keep_rows_of_a_table_apart(std::vector<NormalizedRow>& rows, const std::vector<TableSummary>& tables,
                                const Vocabulary& vocabulary) {
  struct Name {
    std::string key;
    NameLink link;
  };
  std::map<std::pair<int, std::string>, std::vector<Name>> names;  // table, id -> its differently written names
  auto place = [&](const NormalizedRow& row) {
    return std::pair(first_part(row.row.evidence.table, tables), row.feature.id);
  };
  for (const NormalizedRow& row : rows) {
    if (row.row.evidence.table < 0 || row.feature.id.empty() || row.row.kind == RowKind::claim) continue;
    auto& here = names[place(row)];
    std::string key = name_key(row.row.feature);
    if (std::none_of(here.begin(), here.end(), [&](const Name& name) { return name.key == key; })) {
      here.push_back({key, row.feature});
    }
  }
  for (NormalizedRow& row : rows) {
    if (row.row.evidence.table < 0 || row.feature.id.empty()) continue;
    auto found = names.find(place(row));
    if (found == names.end() || found->second.size() < 2) continue;
    const auto& here = found->second;
    auto best = std::max_element(here.begin(), here.end(), [](const Name& a, const Name& b) {
      return claim_of(a.link) < claim_of(b.link);  // the first of equals
    });
    std::string key = name_key(row.row.feature);
    if (key == best->key || is_users(row.feature, vocabulary)) continue;
    NameLink near = row.feature;
    near.relation = Relation::related;
    near.method = "same-table";
    std::string id = key;
    std::replace(id.begin(), id.end(), ' ', '-');
    if (id == row.feature.id || vocabulary.feature(id)) id += "-2";
    row.feature = {row.feature.surface, id, "", Relation::unknown, "same-table", 0, ""};
    row.feature_links.front() = row.feature;
    row.feature_links.push_back(std::move(near));
  }
}

}  // namespace versus
