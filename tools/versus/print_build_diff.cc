#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "corpus/text.h"
#include "score/json_text.h"
#include "tools/versus/print_diff.h"

namespace versus {
namespace {

constexpr const char* kMinus = "-";

char sign_of_change(RowChange change) {
  switch (change) {
    case RowChange::added: return '+';
    case RowChange::removed: return '-';
    case RowChange::changed: return '~';
    case RowChange::renamed: return '~';
    case RowChange::moved: return '.';
  }
  return ' ';
}

/// Labels of both datasets by id; the new one's win.
std::map<std::string, std::string> labels_of(const Dataset& before, const Dataset& after) {
  std::map<std::string, std::string> out;
  for (const Dataset* dataset : {&before, &after}) {
    for (const EntityRecord& entity : dataset->entities) out["e:" + entity.entity_id] = entity.label;
    for (const FeatureRecord& feature : dataset->features) out["f:" + feature.feature_id] = feature.label;
  }
  return out;
}

std::map<std::string, std::string> sources_of(const Dataset& before, const Dataset& after) {
  std::map<std::string, std::string> out;
  for (const Dataset* dataset : {&before, &after}) {
    for (const DocumentRecord& document : dataset->documents) out[document.doc_id] = document.source;
  }
  return out;
}

std::string plural(std::size_t n, const char* word) { return fmt::format("{} {}{}", n, word, n == 1 ? "" : "s"); }

std::string first_line(const BuildDiff& diff, const DiffPrint& how) {
  if (!diff.has_differences() && diff.rows.empty()) return "no differences";
  std::vector<std::string> wide, rows;
  if (!diff.cells.empty()) wide.push_back(plural(diff.cells.size(), "cell") + " changed");
  if (diff.features_added) wide.push_back(plural(diff.features_added, "feature") + " added");
  if (diff.features_removed) wide.push_back(plural(diff.features_removed, "feature") + " removed");
  if (!diff.names.empty()) wide.push_back(plural(diff.names.size(), "name") + " renamed");
  if (!diff.scores.empty()) wide.push_back(plural(diff.scores.size(), "score") + " moved");
  for (RowChange change : {RowChange::added, RowChange::removed, RowChange::changed, RowChange::renamed}) {
    if (std::size_t n = diff.count(change)) rows.push_back(fmt::format("{} {}", plural(n, "row"), change_name(change)));
  }
  if (std::size_t n = diff.count(RowChange::moved)) {
    rows.push_back(fmt::format("{} moved{}", plural(n, "row"), how.show_moved ? "" : " (not shown)"));
  }
  std::string out = fmt::format("{}", fmt::join(wide, ", "));
  if (!rows.empty()) out += fmt::format("{}{}", out.empty() ? "" : "; ", fmt::join(rows, ", "));
  return out;
}

class Printer {
 public:
  Printer(const BuildDiff& diff, const Dataset& before, const Dataset& after, const DiffPrint& how)
      : diff_(diff), how_(how), labels_(labels_of(before, after)), sources_(sources_of(before, after)) {}

  std::string text() {
    out_ = strip_control(first_line(diff_, how_)) + "\n";
    if (how_.brief) return out_;
    if (how_.stat) return out_ + stat();
    print_rows();
    print_names();
    print_cells();
    print_scores();
    return out_;
  }

  std::string jsonl() {
    for (const RowDiff& diff : diff_.rows) {
      if (is_wanted(diff)) append_row_json(diff);
    }
    for (const NameDiff& diff : diff_.names) {
      if (wants(RowChange::renamed)) append_name_json(diff);
    }
    for (const CellDiff& diff : diff_.cells) {
      if (is_wanted(diff.cell().feature_id, diff.cell().entity_id, op_of(diff.old_cell, diff.new_cell))) {
        append_cell_json(diff);
      }
    }
    for (const ScoreDiff& diff : diff_.scores) {
      if (is_wanted(diff)) append_score_json(diff);
    }
    return out_;
  }

 private:
  template <class T>
  static const char* op_of(const T* before, const T* after) {
    return !before ? "added" : !after ? "removed" : "changed";
  }

  bool wants(RowChange change) const {
    if (change == RowChange::moved) return how_.show_moved || how_.only.count("moved") > 0;
    return how_.only.empty() || how_.only.count(std::string(change_name(change))) > 0;
  }
  bool is_wanted(const std::string& feature_id, const std::string& entity_id, const char* op) const {
    if (op && !how_.only.empty() && !how_.only.count(op)) return false;
    if (!matches_feature(how_, feature_id, label("f:", feature_id))) return false;
    return how_.entity_id.empty() || entity_id == how_.entity_id;
  }
  bool is_wanted(const RowDiff& diff) const {
    if (!wants(diff.change)) return false;
    const RowRecord& row = diff.row();
    return is_wanted(row.feature_id, row.opponent_id == how_.entity_id ? row.opponent_id : row.entity_id, nullptr);
  }
  bool is_wanted(const ScoreDiff& diff) const {
    const ScoreRecord& score = diff.score();
    if (!how_.only.empty() && !how_.only.count("scores")) return false;
    if (!how_.feature_glob.empty() && !score.scope.starts_with("feature:")) return false;
    std::string feature = score.scope.starts_with("feature:") ? score.scope.substr(8) : "";
    return is_wanted(feature, score.opponent_id == how_.entity_id ? score.opponent_id : score.entity_id, nullptr);
  }

  std::string label(const char* kind, const std::string& id) const {
    auto found = labels_.find(kind + id);
    return found == labels_.end() ? id : found->second;
  }

  void add(char sign, const std::string& text) { out_ += painted(how_, sign, text) + "\n"; }

  static std::string said(const RowRecord& row) {
    std::string about = row.entity_surface;
    if (!row.opponent_surface.empty()) about += " / " + row.opponent_surface;
    if (!row.feature_surface.empty()) about += ", " + row.feature_surface;
    return fmt::format("{}:{}  {}  {}: \"{}\"", row.source, row.line, row.kind, about, row.quote);
  }

  void print_rows() {
    bool is_first = true;
    for (const RowDiff& diff : diff_.rows) {
      if (!is_wanted(diff) || diff.change == RowChange::renamed) continue;
      if (is_first) out_ += "\nrows\n";
      is_first = false;
      char sign = sign_of_change(diff.change);
      if (diff.change != RowChange::changed) {
        add(sign, fmt::format("{} {}", sign, said(diff.row())));
        continue;
      }
      add('~', fmt::format("~ {}:{}  {}  {}", diff.new_row->source, diff.new_row->line, diff.new_row->entity,
                           diff.new_row->feature));
      for (const FieldChange& field : diff.fields) {
        if (field.field == "quote" && diff.fields.size() > 1) continue;
        add('-', fmt::format("    {} {}: {}", kMinus, field.field, field.old_value));
        add('+', fmt::format("    + {}: {}", field.field, field.new_value));
      }
    }
  }

  void print_names() {
    if (diff_.names.empty() || !wants(RowChange::renamed)) return;
    out_ += "\nnames\n";
    for (const NameDiff& diff : diff_.names) {
      add('~', fmt::format("~ {} \"{}\"  {} -> {}  ({})", diff.what, diff.surface, diff.old_name, diff.new_name,
                           plural(diff.rows.size(), "row")));
    }
  }

  static std::string shown(const MatrixRecord* cell) {
    if (!cell) return "nothing";
    std::string text = cell->summary.size() > 60 ? cell->summary.substr(0, 57) + "..." : cell->summary;
    return cell->n_sources > 1 ? fmt::format("{} ({} {})", text, cell->n_sources, cell->state) : text;
  }

  void print_cells() {
    std::string feature;
    bool is_first = true;
    for (const CellDiff& diff : diff_.cells) {
      const MatrixRecord& cell = diff.cell();
      const char* op = op_of(diff.old_cell, diff.new_cell);
      if (!is_wanted(cell.feature_id, cell.entity_id, op)) continue;
      if (is_first) out_ += "\ncells\n";
      if (is_first || feature != cell.feature_id) out_ += strip_control(label("f:", cell.feature_id)) + "\n";
      is_first = false;
      feature = cell.feature_id;
      char sign = !diff.old_cell ? '+' : !diff.new_cell ? '-' : '~';
      add(sign, fmt::format("  {} {:<16} {} -> {}", sign, label("e:", cell.entity_id), shown(diff.old_cell),
                            shown(diff.new_cell)));
    }
  }

  static std::string shown(const ScoreRecord* score) {
    if (!score) return "nothing";
    if (!score->value) return score->reason;
    std::string out = fmt::format("{:.3g}", *score->value);
    if (score->low && score->high) out += fmt::format(" [{:.3g}, {:.3g}]", *score->low, *score->high);
    return out;
  }

  std::string scope_words(const ScoreRecord& score) const {
    std::string out = score.scope;
    if (out.starts_with("feature:")) out = label("f:", out.substr(8));
    for (const auto& [doc_id, source] : sources_) {
      std::size_t at = out.find(doc_id);
      if (at != std::string::npos) out.replace(at, doc_id.size(), source);
    }
    return out;
  }

  void print_scores() {
    bool is_first = true;
    for (const ScoreDiff& diff : diff_.scores) {
      if (!is_wanted(diff)) continue;
      if (is_first) out_ += "\nscores\n";
      is_first = false;
      const ScoreRecord& score = diff.score();
      std::string about = label("e:", score.entity_id);
      if (!score.opponent_id.empty()) about += " / " + label("e:", score.opponent_id);
      std::string delta;
      const ScoreRecord *x = diff.old_score, *y = diff.new_score;
      if (x && y && x->value && y->value) {
        delta = fmt::format("  {:+.3g}", *y->value - *x->value);
        if (x->low && y->low) {
          bool overlap = *x->low <= *y->high && *y->low <= *x->high;
          delta += overlap ? " (intervals overlap)" : " (intervals apart)";
        }
      }
      char sign = !x ? '+' : !y ? '-' : '~';
      add(sign, fmt::format("{} {} {} {}: {} -> {}{}; {}", sign, scope_words(score), score.metric, about, shown(x),
                            shown(y), delta, plural(diff.rows.size(), "changed row")));
    }
  }

  std::string stat() const {
    std::map<std::string, std::string> signs;
    std::map<std::string, std::size_t> counts;
    for (const RowDiff& diff : diff_.rows) {
      if (!is_wanted(diff)) continue;
      ++counts[diff.row().source];
      std::string& line = signs[diff.row().source];
      if (diff.change != RowChange::removed) line += '+';
      if (diff.change == RowChange::removed || diff.change == RowChange::changed) line += '-';
    }
    std::size_t widest = 0;
    for (const auto& [source, n] : counts) widest = std::max(widest, source.size());
    std::string out;
    for (auto& [source, line] : signs) {
      std::sort(line.begin(), line.end());
      if (line.size() > 40) line.resize(40);
      out += strip_control(fmt::format(" {:<{}} | {:>4} rows  {}\n", source, widest, counts[source], line));
    }
    return out;
  }

  void append_row_json(const RowDiff& diff) {
    JsonObject object(out_);
    object.add("op", change_name(diff.change)).add("level", "row").add("feature_id", diff.row().feature_id);
    object.add("entity_id", diff.row().entity_id).add("source", diff.row().source);
    auto side = [&](const char* key, const RowRecord* row, bool is_old) {
      object.start(key);
      if (!row) {
        out_ += "null";
        return;
      }
      JsonObject values(out_);
      values.add("row_id", row->row_id).add("line", row->line);
      if (diff.fields.empty()) values.add("value", row->value).add("quote", row->quote);
      for (const FieldChange& field : diff.fields) values.add(field.field, is_old ? field.old_value : field.new_value);
      values.close();
    };
    side("old", diff.old_row, true);
    side("new", diff.new_row, false);
    object.start("rows");
    append_json_list(out_, std::vector<std::string>{diff.row().row_id},
                     [&](const std::string& id) { append_json_string(out_, id); });
    object.close();
    out_ += '\n';
  }

  void append_name_json(const NameDiff& diff) {
    JsonObject object(out_);
    object.add("op", "renamed").add("level", diff.what).add("surface", diff.surface);
    object.add("old", diff.old_name).add("new", diff.new_name);
    object.start("rows");
    append_json_list(out_, diff.rows, [&](const RowRecord* row) { append_json_string(out_, row->row_id); });
    object.close();
    out_ += '\n';
  }

  void append_cell_json(const CellDiff& diff) {
    JsonObject object(out_);
    object.add("op", op_of(diff.old_cell, diff.new_cell)).add("level", "cell");
    object.add("feature_id", diff.cell().feature_id).add("entity_id", diff.cell().entity_id);
    for (auto [key, cell] : {std::pair("old", diff.old_cell), std::pair("new", diff.new_cell)}) {
      object.start(key);
      if (!cell) {
        out_ += "null";
        continue;
      }
      JsonObject(out_)
          .add("summary", cell->summary)
          .add("state", cell->state)
          .add("n_sources", cell->n_sources)
          .close();
    }
    object.start("rows");
    append_json_list(out_, diff.cell().row_ids, [&](const std::string& id) { append_json_string(out_, id); });
    object.close();
    out_ += '\n';
  }

  void append_score_json(const ScoreDiff& diff) {
    const ScoreRecord& score = diff.score();
    JsonObject object(out_);
    object.add("op", op_of(diff.old_score, diff.new_score)).add("level", "score").add("scope", scope_words(score));
    object.add("metric", score.metric).add("entity_id", score.entity_id).add("opponent_id", score.opponent_id);
    auto number = [](const std::optional<double>& value) {
      return value ? format_number(*value) : std::string("null");
    };
    for (auto [key, side] : {std::pair("old", diff.old_score), std::pair("new", diff.new_score)}) {
      object.start(key);
      if (!side) {
        out_ += "null";
        continue;
      }
      JsonObject values(out_);
      values.add_raw("value", number(side->value)).add_raw("low", number(side->low));
      values.add_raw("high", number(side->high)).add("n", side->n).close();
    }
    bool has_delta = diff.old_score && diff.new_score && diff.old_score->value && diff.new_score->value;
    object.add_raw("delta", has_delta ? format_number(*diff.new_score->value - *diff.old_score->value) : "null");
    object.start("rows");
    append_json_list(out_, diff.rows, [&](const std::string& id) { append_json_string(out_, id); });
    object.close();
    out_ += '\n';
  }

  const BuildDiff& diff_;
  const DiffPrint& how_;
  std::map<std::string, std::string> labels_, sources_;
  std::string out_;
};

}  // namespace

std::string print(const BuildDiff& diff, const Dataset& before, const Dataset& after, const DiffPrint& how) {
  Printer printer(diff, before, after, how);
  if (how.format == DiffFormat::jsonl) return printer.jsonl();
  std::string text = printer.text();
  return how.format == DiffFormat::markdown ? "```diff\n" + text + "```\n" : text;
}

}  // namespace versus
