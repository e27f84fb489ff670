// The matrix, a table per topic: entities that some document compares with each other belong together, and a folder
// about databases and editors gives two tables instead of one that is nearly empty.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "score/write/report_parts.h"

namespace versus {
namespace {

constexpr std::size_t kMaxColumns = 12;    // entities of a table; the others are in matrix.csv
constexpr std::size_t kMaxFeatures = 400;  // of a table
constexpr std::size_t kMaxTables = 60;
constexpr std::size_t kMaxQuotes = 12;  // of a cell

struct Topic {
  std::vector<std::string> entities;  // most covered first
  std::vector<std::string> features;
};

using Cells = std::map<std::pair<std::string, std::string>, const MatrixRecord*>;

std::vector<Topic> find_topics(const ReportIndex& index) {
  std::map<std::string, std::string> parent;
  auto root = [&](std::string id) {
    while (parent[id] != id) id = parent[id];
    return id;
  };
  std::map<std::string, std::set<std::string>> by_document;
  for (const RowRecord& row : index.dataset.rows) {
    for (const std::string& id : {row.entity_id, row.opponent_id}) {
      if (!id.empty()) by_document[row.doc_id].insert(id), parent.emplace(id, id);
    }
  }
  for (const auto& [document, entities] : by_document) {
    for (const std::string& id : entities) {
      std::string x = root(*entities.begin()), y = root(id);
      parent[std::max(x, y)] = std::min(x, y);
    }
  }
  std::map<std::string, int> weight_of_entity, weight_of_feature;
  std::map<std::string, std::set<std::string>> entities, features;
  for (const MatrixRecord& cell : index.dataset.matrix) {
    if (!parent.count(cell.entity_id)) parent.emplace(cell.entity_id, cell.entity_id);
    std::string topic = root(cell.entity_id);
    entities[topic].insert(cell.entity_id);
    features[topic].insert(cell.feature_id);
    weight_of_entity[cell.entity_id] += static_cast<int>(cell.n_sources);
    weight_of_feature[topic + '\n' + cell.feature_id] += static_cast<int>(cell.n_sources);
  }
  std::vector<Topic> out;
  for (const auto& [topic, ids] : entities) {
    Topic& made = out.emplace_back();
    made.entities.assign(ids.begin(), ids.end());
    made.features.assign(features[topic].begin(), features[topic].end());
    std::stable_sort(made.entities.begin(), made.entities.end(),
                     [&](const auto& x, const auto& y) { return weight_of_entity[x] > weight_of_entity[y]; });
    const std::string& name = topic;
    std::stable_sort(made.features.begin(), made.features.end(), [&](const auto& x, const auto& y) {
      return weight_of_feature[name + '\n' + x] > weight_of_feature[name + '\n' + y];
    });
  }
  std::stable_sort(out.begin(), out.end(), [](const Topic& x, const Topic& y) {
    return x.features.size() * x.entities.size() > y.features.size() * y.entities.size();
  });
  return out;
}

const char* sign_of(const MatrixRecord& cell) {
  return cell.state == "conflict" ? "≠" : cell.state == "agree" ? "=" : cell.state == "differ" ? "≈" : "·";
}

std::string state_words(const MatrixRecord& cell) {
  if (cell.n_sources < 2) return "1 source";
  return fmt::format("{} {}", cell.n_sources, cell.state);
}

std::string shortened(const std::string& text) {
  constexpr std::size_t kLongest = 80;
  if (text.size() <= kLongest) return text;
  std::size_t cut = kLongest;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;  // not inside a character
  return text.substr(0, cut) + "…";
}

std::string cell_html(const MatrixRecord& cell, const ReportIndex& index) {
  std::string sources;
  std::set<std::string> seen;
  std::string quotes;
  std::size_t n = 0;
  const RowRecord* first = nullptr;
  for (const std::string& id : cell.row_ids) {
    auto row = index.rows.find(id);
    if (row == index.rows.end()) continue;
    if (!first) first = row->second;
    if (seen.insert(row->second->doc_id).second) sources += row->second->doc_id + " ";
    if (n++ < kMaxQuotes) quotes += quote_item(*row->second, index);
  }
  if (n > kMaxQuotes) quotes += fmt::format("<li>{} more in rows.csv</li>", n - kMaxQuotes);
  std::string summary = shortened(cell.summary);
  if (summary.empty() && first) summary = "“" + shortened(first->quote) + "”";  // sentences that judge nothing
  return fmt::format(
      "<td class=\"{}\" data-s=\"{}\"><details><summary><span aria-hidden=\"true\">{}</span> {} <span "
      "class=\"n\">{}</span></summary><ul>{}</ul></details></td>",
      cell.state, escape_html(sources), sign_of(cell), escape_html(summary), state_words(cell), quotes);
}

/// "Keras 2 : 1 PyTorch", for the pairs that sources judge.
std::string votes_html(const std::string& feature, const std::set<std::string>& shown, const ReportIndex& index,
                       const std::map<std::string, std::vector<const OutcomeRecord*>>& outcomes) {
  auto found = outcomes.find(feature);
  if (found == outcomes.end()) return "";
  std::map<std::pair<std::string, std::string>, std::map<int, int>> pairs;
  for (const OutcomeRecord* outcome : found->second) {
    if (!shown.count(outcome->entity_a) || !shown.count(outcome->entity_b)) continue;
    int sign = outcome->result == "a" ? 1 : outcome->result == "b" ? -1 : 0;
    ++pairs[{outcome->entity_a, outcome->entity_b}][sign];
  }
  if (pairs.empty() || pairs.size() > 3) return "";
  std::string out;
  for (auto& [pair, counts] : pairs) {
    std::string ties = counts[0] > 0 ? fmt::format(", {} tie", counts[0]) : "";
    out += fmt::format("<span class=\"v\">{} {} : {} {}{}</span>", escape_html(index.entity(pair.first)), counts[1],
                       counts[-1], escape_html(index.entity(pair.second)), ties);
  }
  return out;
}

std::string topic_title(const Topic& topic, const ReportIndex& index) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < topic.entities.size() && i < kMaxColumns; ++i)
    names.push_back(escape_html(index.entity(topic.entities[i])));
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Links to the tables, where they are too many to scroll through.
std::string contents_html(const std::vector<Topic>& topics, const ReportIndex& index) {
  constexpr std::size_t kFewTables = 3;
  std::size_t n = std::min(topics.size(), kMaxTables);
  if (n <= kFewTables) return "";
  std::string out = fmt::format("<details><summary>{} tables</summary><ol>\n", n);
  for (std::size_t i = 0; i < n; ++i)
    out += fmt::format("<li><a href=\"#topic-{}\">{}</a></li>\n", i + 1, topic_title(topics[i], index));
  return out + "</ol></details>\n";
}

std::string topic_html(const Topic& topic, const Cells& cells, const ReportIndex& index,
                       const std::map<std::string, std::vector<const OutcomeRecord*>>& outcomes, std::size_t number) {
  std::vector<std::string> entities = topic.entities;
  if (entities.size() > kMaxColumns) entities.resize(kMaxColumns);
  std::set<std::string> shown(entities.begin(), entities.end());
  std::vector<std::string> names;
  for (const std::string& id : entities) names.push_back(escape_html(index.entity(id)));
  std::string out = fmt::format("<h3 id=\"topic-{}\">{}</h3>\n", number, topic_title(topic, index));
  if (topic.entities.size() > kMaxColumns) {
    out += fmt::format("<p>{} more in matrix.csv.</p>\n", topic.entities.size() - kMaxColumns);
  }
  out += fmt::format(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"topic-{}\">\n<table "
      "class=\"matrix\"><thead><tr><th scope=\"col\">Feature</th>",
      number);
  for (std::size_t i = 0; i < entities.size(); ++i) {
    out += fmt::format("<th scope=\"col\" data-e=\"{}\">{}</th>", escape_html(entities[i]), names[i]);
  }
  out += "</tr></thead>\n";
  std::string groups[3];  // in conflict, several sources, one source
  std::size_t n_features = 0;
  for (const std::string& feature : topic.features) {
    std::string line;
    bool is_empty = true;
    int group = 2;
    for (const std::string& entity : entities) {
      auto cell = cells.find({feature, entity});
      if (cell == cells.end()) {
        line += "<td></td>";
        continue;
      }
      is_empty = false;
      line += cell_html(*cell->second, index);
      if (cell->second->n_sources > 1) group = std::min(group, cell->second->state == "conflict" ? 0 : 1);
    }
    if (is_empty || ++n_features > kMaxFeatures) continue;  // empty: what is said of the columns left out
    groups[group] += fmt::format("<tr><th scope=\"row\">{}{}</th>{}</tr>\n", escape_html(index.feature(feature)),
                                 votes_html(feature, shown, index, outcomes), line);
  }
  const char* titles[] = {"Sources contradict each other", "Several sources", "One source"};
  for (int i = 0; i < 3; ++i) {
    if (groups[i].empty()) continue;
    out += fmt::format("<tbody><tr class=\"group\"><th scope=\"colgroup\" colspan=\"{}\">{}</th></tr>\n{}</tbody>\n",
                       entities.size() + 1, titles[i], groups[i]);
  }
  out += "</table></div>\n";
  if (std::size_t left_out = topic.features.size() - std::min(n_features, kMaxFeatures); left_out > 0)
    out += fmt::format("<p>{} more {} in matrix.csv.</p>\n", left_out, left_out == 1 ? "feature" : "features");
  return out;
}

std::string filter_html(const ReportIndex& index) {
  std::string out =
      "<form id=\"filter\" hidden><label><input type=\"checkbox\" id=\"f-conflict\"> conflicts only</label>"
      "<label>text <input type=\"search\" id=\"f-text\"></label><label>source <select id=\"f-source\">"
      "<option value=\"\">all</option>";
  std::map<std::string, std::string> by_source;
  for (const DocumentRecord& document : index.dataset.documents) by_source[document.source] = document.doc_id;
  for (const auto& [source, doc_id] : by_source) {
    out += fmt::format("<option value=\"{}\">{}</option>", escape_html(doc_id), escape_html(source));
  }
  out += "</select></label><label>entity <select id=\"f-entity\"><option value=\"\">all</option>";
  std::map<std::string, std::string> by_label;
  for (const auto& [id, label] : index.entities) by_label.emplace(label, id);
  for (const auto& [label, id] : by_label) {
    out += fmt::format("<option value=\"{}\">{}</option>", escape_html(id), escape_html(label));
  }
  return out + "</select></label><output id=\"f-count\"></output></form>\n";
}

}  // namespace

std::string report_matrix(const ReportIndex& index) {
  Cells cells;
  for (const MatrixRecord& cell : index.dataset.matrix) cells[{cell.feature_id, cell.entity_id}] = &cell;
  std::map<std::string, std::vector<const OutcomeRecord*>> outcomes;
  for (const OutcomeRecord& outcome : index.dataset.outcomes) outcomes[outcome.feature_id].push_back(&outcome);
  std::string out =
      "<section id=\"matrix\" aria-labelledby=\"h-matrix\"><h2 id=\"h-matrix\">What the sources say</h2>\n"
      "<p>= agree, ≠ contradict each other, ≈ differ, · one source alone. A cell opens to its quotes.</p>\n";
  out += filter_html(index);
  std::vector<Topic> topics = find_topics(index);
  out += contents_html(topics, index);
  for (std::size_t i = 0; i < topics.size() && i < kMaxTables; ++i) {
    out += topic_html(topics[i], cells, index, outcomes, i + 1);
  }
  if (topics.empty()) out += "<p>No document says anything about a feature.</p>\n";
  if (topics.size() > kMaxTables)
    out += fmt::format("<p>{} more tables in matrix.csv.</p>\n", topics.size() - kMaxTables);
  return out + "</section>\n";
}

std::string report_conflicts(const ReportIndex& index) {
  constexpr std::size_t kMaxConflicts = 300;
  std::string out = "<section id=\"conflicts\" aria-labelledby=\"h-conflicts\"><h2 id=\"h-conflicts\">Conflicts</h2>\n";
  const auto& conflicts = index.dataset.conflicts;
  if (conflicts.empty()) out += "<p>None.</p>\n";
  const std::pair<const char*, const char*> classes[] = {{"contradict", "Sources that name opposite winners"},
                                                         {"fact", "Sources that give different facts"},
                                                         {"stated_mismatch", "Totals that do not add up"},
                                                         {"intra_source", "Sources that contradict themselves"}};
  for (const auto& [name, title] : classes) {
    std::string items;
    std::size_t n = 0;
    for (const ConflictRecord& conflict : conflicts) {
      if (conflict.conflict_class != name || ++n > kMaxConflicts) continue;
      std::string about = escape_html(index.entity(conflict.entity_id));
      if (!conflict.opponent_id.empty()) about += " and " + escape_html(index.entity(conflict.opponent_id));
      std::string quotes;
      std::size_t n_quotes = 0;
      for (const std::string& id : conflict.row_ids) {
        auto row = index.rows.find(id);
        if (row != index.rows.end() && n_quotes++ < 20) quotes += quote_item(*row->second, index);
      }
      std::string explanation = conflict.explanation.empty()
                                    ? ""
                                    : fmt::format(" <span class=\"x\">{}</span>", escape_html(conflict.explanation));
      items += fmt::format("<li><details><summary><b>{}</b>, {}: {}</summary>{}<ul>{}</ul></details></li>\n",
                           escape_html(index.feature(conflict.feature_id)), about, escape_html(conflict.detail),
                           explanation, quotes);
    }
    if (n == 0) continue;
    out += fmt::format("<h3>{} ({})</h3>\n<ul class=\"list\">{}</ul>\n", title, n, items);
    if (n > kMaxConflicts) out += fmt::format("<p>{} more in conflicts.csv.</p>\n", n - kMaxConflicts);
  }
  return out + "</section>\n";
}

}  // namespace versus
