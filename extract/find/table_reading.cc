// The idea: both axes are judged alike - known names, the shape of names against features, which way values are alike,
// what the corner says - and the better one wins. No single sign decides: "Framework" heads a column of frameworks as
// often as it stands beside a row of them. A table is a comparison when the winning axis holds two things that are
// known, or when its form is a comparison's and something outside the table announces one. The rejected alternative,
// "header = things, first column = features", reads half of the annotated tables wrong.
#include "extract/find/table_reading.h"

#include <algorithm>
#include <map>
#include <set>

#include "corpus/text.h"
#include "corpus/value.h"
#include "extract/find/names.h"

namespace versus {
namespace {

// Weights of the signs for an axis. Known names outweigh all the others together; the rest only decide where names are
// known on both axes or on none.
constexpr double kKnownNames = 3.0;
constexpr double kCornerWord = 0.8;
constexpr double kEmptyCorner = 0.5;
constexpr double kProperNames = 0.4;
constexpr double kKnownFeatures = 1.5;
constexpr double kAlikeValues = 1.0;
constexpr double kRepeatedHeads = 0.4;
constexpr double kRepeatedNames = 4.0;
// One odd name among ten ("null", "(none)") does not make a column of names another thing.
constexpr double kNamesInAColumn = 0.9;
constexpr std::size_t kLongestSourceMark = 4;  // bytes: "N", "[12]"; a choice: words are longer

bool has(const Vocabulary& vocabulary, std::string_view list, const std::string& text) {
  return vocabulary.has_word(list, name_key(text));
}

bool is_feature_name(const Vocabulary& vocabulary, const std::string& text) {
  return vocabulary.find_feature(text) || has(vocabulary, "pros", text) || has(vocabulary, "cons", text) ||
         has(vocabulary, "label", text) || has(vocabulary, "detail-header", text) ||
         has(vocabulary, "feature-header", text) || has(vocabulary, "notes-header", text) ||
         has(vocabulary, "advantage-header", text);
}

double share_of(const std::vector<std::string>& texts, const auto& test) {
  int counted = 0;
  int hits = 0;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    ++counted;
    hits += test(text);
  }
  return counted ? static_cast<double>(hits) / counted : 0;
}

/// How alike the values along each row (or column) are: mean share of the commonest shape, 0.5 when it cannot be said.
double alikeness(const TableGrid& grid, const std::vector<std::size_t>& value_columns, bool along_rows) {
  double sum = 0;
  int lines = 0;
  auto add_line = [&](const std::map<CellShape, int>& shapes) {
    int total = 0;
    int most = 0;
    for (const auto& [shape, count] : shapes) {
      total += count;
      most = std::max(most, count);
    }
    if (total < 2) return;
    sum += static_cast<double>(most) / total;
    ++lines;
  };
  auto shape_at = [&](int row, std::size_t column, std::map<CellShape, int>& shapes) {
    CellShape shape = shape_of(grid.at(row, grid.columns[column]));
    if (shape == CellShape::phrase) shape = CellShape::name;
    if (shape != CellShape::empty && shape != CellShape::missing) ++shapes[shape];
  };
  if (along_rows) {
    for (int row : grid.body_rows) {
      std::map<CellShape, int> shapes;
      for (std::size_t column : value_columns) shape_at(row, column, shapes);
      add_line(shapes);
    }
  } else {
    for (std::size_t column : value_columns) {
      std::map<CellShape, int> shapes;
      for (int row : grid.body_rows) shape_at(row, column, shapes);
      add_line(shapes);
    }
  }
  return lines ? sum / lines : 0.5;
}

struct BodyRow {
  int row = 0;
  std::string section;  // of the section row above
};

/// A row with nothing but its label, or one cell across the table, heads the rows below it.
std::vector<BodyRow> split_sections(const TableGrid& grid) {
  std::vector<BodyRow> rows;
  std::string section;
  for (int row : grid.body_rows) {
    const Cell* first = grid.at(row, grid.columns[0]);
    bool others = false;
    for (std::size_t i = 1; i < grid.columns.size(); ++i) {
      const Cell* cell = grid.at(row, grid.columns[i]);
      others |= cell && cell != first && !cell_text(cell).empty();
      // A picture or an empty mark is a value that cannot be read, not a missing one.
      others |= cell && cell != first && !cell->marks.empty();
    }
    if (!others && first && !cell_text(first).empty() && grid.columns.size() > 1) {
      section = cell_text(first);
      continue;
    }
    rows.push_back({row, section});
  }
  return rows;
}

struct Candidate {
  double score = -1;
  AxisEvidence evidence;
  std::vector<std::string> names;
  std::size_t column = 0;          // rows: the column of names; columns: the first column of values
  std::vector<std::size_t> lines;  // columns: the columns of things
};

class Reader {
 public:
  Reader(const Table& table, const TableContext& context) : context_(context), vocabulary_(context.vocabulary) {
    reading_.grid = TableGrid(table, context.vocabulary);
  }

  TableReading read() && {
    const TableGrid& grid = reading_.grid;
    if (grid.columns.size() < 2) return reject("it has one column");
    if (grid.body_rows.empty()) return reject("it has no rows beneath its head");
    for (std::size_t i = 0; i < grid.columns.size(); ++i) heads_.push_back(grid.header(i));
    drop_groups_above_names();
    rows_ = split_sections(grid);
    if (rows_.empty()) return reject("its rows are empty");
    if (name_key(heads_[0]).empty()) heads_[0].clear();
    reading_.corner = heads_[0];
    Candidate columns = judge_columns();
    Candidate rows = judge_rows();
    if (columns.score >= rows.score && columns.score > 0) {
      if (std::string reason = against_columns(columns); reason.empty())
        return take_columns(columns);
      else if (std::string other = against_rows(rows); !other.empty())
        return special(reason);
      return take_rows(rows);
    }
    if (std::string reason = against_rows(rows); reason.empty())
      return take_rows(rows);
    else if (std::string other = against_columns(columns); !other.empty())
      return special(reason);
    return take_columns(columns);
  }

 private:
  TableReading reject(std::string reason) {
    reading_.kind = TableKind::none;
    reading_.reason = std::move(reason);
    return std::move(reading_);
  }

  /// "Servers" over "PostgreSQL" and "MySQL": where every column ends in a known name of its own, the heads above only
  /// group.
  void drop_groups_above_names() {
    const TableGrid& grid = reading_.grid;
    if (grid.header_rows.size() < 2) return;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      std::string name = cell_name(grid.at(grid.header_rows.back(), grid.columns[i]));
      bool own = i == 0 || (is_known(name) && std::find(names.begin(), names.end(), name) == names.end());
      if (!own) return;
      names.push_back(std::move(name));
    }
    std::copy(names.begin() + 1, names.end(), heads_.begin() + 1);
  }

  std::string text_at(int row, std::size_t column) const {
    return cell_text(reading_.grid.at(row, reading_.grid.columns[column]));
  }

  /// "74 g" under "Weight" is what a thing weighs.
  bool holds_measures(std::size_t column) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const BodyRow& body) {
      Value value = parse_value(text_at(body.row, column));
      return value.type == ValueType::number && !value.unit.empty() && value.unit != "%";
    });
  }

  /// Named so, or an unnamed column of numbers right after the labels, among named ones.
  bool is_weight_column(std::size_t column) const {
    if (has(vocabulary_, "weight-header", heads_[column])) return !holds_measures(column);
    if (column != 1 || heads_.size() < 4 || !heads_[1].empty() || heads_[0].empty() || heads_[2].empty()) return false;
    return std::all_of(rows_.begin(), rows_.end(), [&](const BodyRow& body) {
      CellShape shape = shape_of(reading_.grid.at(body.row, reading_.grid.columns[1]));
      return shape == CellShape::number || shape == CellShape::empty;
    });
  }

  /// Where the title says what is compared, names that are none of it, under no word for things, are not.
  int names_in_title() const {
    return static_cast<int>(std::count_if(context_.subjects.all.begin(), context_.subjects.all.end(),
                                          [](const Subject& subject) { return subject.in_title; }));
  }

  bool is_known(const std::string& name) const {
    return context_.subjects.find(name) >= 0 || vocabulary_.find_entity(name).has_value();
  }

  /// Half of a column's cells say the name at its head: "Keras" over "Keras is small", "With Keras you ...".
  bool mentions_own_name(std::size_t column) const {
    std::string name = squashed_key(base_name(heads_[column]));
    if (name.size() < 2 || !looks_like_proper_name(heads_[column])) return false;
    std::size_t hits = 0;
    for (const BodyRow& body : rows_) hits += squashed_key(text_at(body.row, column)).find(name) != std::string::npos;
    return 2 * hits > rows_.size();
  }

  /// A column of groups: some of its values stand in several rows beneath each other.
  bool groups_rows(std::size_t column) const {
    std::set<std::string> distinct;
    for (const BodyRow& body : rows_) distinct.insert(text_at(body.row, column));
    return rows_.size() >= 3 && distinct.size() < rows_.size();
  }

  /// The columns beside the names hold numbers, ratings or yes and no.
  bool measured(std::size_t names) const {
    int values = 0;
    int cells = 0;
    for (const BodyRow& body : rows_)
      for (std::size_t i = 0; i < heads_.size(); ++i) {
        CellShape shape = shape_of(reading_.grid.at(body.row, reading_.grid.columns[i]));
        if (i == names || shape == CellShape::empty) continue;
        ++cells;
        values += shape == CellShape::number || shape == CellShape::symbol;
      }
    return 2 * values > cells;
  }

  /// A column of notes whose cells are links of a letter or two ("N" under "Source"): marks that lead to sources.
  bool marks_sources(std::size_t column) const {
    if (!has(vocabulary_, "notes-header", heads_[column])) return false;
    return std::all_of(rows_.begin(), rows_.end(), [&](const BodyRow& body) {
      const Cell* cell = reading_.grid.at(body.row, reading_.grid.columns[column]);
      if (cell_text(cell).empty()) return true;
      return cell->text.size() <= kLongestSourceMark &&
             std::any_of(cell->marks.begin(), cell->marks.end(), [&](const Mark& mark) {
               return mark.kind == Mark::Kind::link && mark.begin == 0 && mark.end == cell->text.size();
             });
    });
  }

  bool repeated(const std::vector<std::string>& names) const {
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
      return name.empty() || context_.repeated_heads.contains(name_key(name));
    });
  }

  bool names_winners(std::size_t column) const {
    if (!has(vocabulary_, "advantage-header", heads_[column])) return false;
    int hits = 0;
    int filled = 0;
    for (const BodyRow& body : rows_) {
      std::string text = text_at(body.row, column);
      if (text.empty()) continue;
      ++filled;
      hits += is_known(text) || vocabulary_.has_word("tie", name_key(text)) ||
              std::any_of(heads_.begin(), heads_.end(),
                          [&](const std::string& head) {
                            return !head.empty() && squashed_key(base_name(head)) == squashed_key(base_name(text));
                          }) ||
              !context_.subjects.find_mentions(text).empty();
    }
    return filled > 0 && 2 * hits >= filled;
  }

  /// Not a thing compared: notes, winners, weights, or a head that is a word for features.
  bool is_side_column(std::size_t column) const {
    const std::string& head = heads_[column];
    if (is_known(head)) return false;
    return is_weight_column(column) || has(vocabulary_, "notes-header", head) ||
           has(vocabulary_, "advantage-header", head) || has(vocabulary_, "number-header", head);
  }

  /// Label columns are those before the first one whose head is a thing.
  Candidate judge_columns() const {
    Candidate candidate;
    const TableGrid& grid = reading_.grid;
    if (grid.header_rows.empty()) return candidate;
    std::size_t first = 1;
    auto is_label_head = [&](const std::string& head) {
      return !is_known(head) && (head.empty() || is_feature_name(vocabulary_, head) ||
                                 has(vocabulary_, "entity-header", head) || !looks_like_proper_name(head));
    };
    if (!heads_[0].empty() && grid.columns.size() >= 2) {
      std::vector<std::string> all(heads_.begin(), heads_.end());
      AxisEvidence evidence = evidence_for_axis(all, context_);
      bool all_known = evidence.known == static_cast<int>(heads_.size()) && is_known(heads_[0]);
      if (!all_known) {
        all_known = true;
        for (std::size_t i = 0; i < heads_.size(); ++i) all_known = all_known && mentions_own_name(i);
      }
      bool corner_word = has(vocabulary_, "feature-header", heads_[0]) || has(vocabulary_, "entity-header", heads_[0]);
      if (all_known && !corner_word) first = 0;
    }
    if (first == 1 && heads_.size() > 3 && is_label_head(heads_[0]) && !is_known(heads_[1])) {
      bool label_word = is_feature_name(vocabulary_, heads_[1]) || has(vocabulary_, "entity-header", heads_[1]);
      std::vector<std::string> rest(heads_.begin() + 2, heads_.end());
      bool things_follow = evidence_for_axis(rest, context_).known >= 2;
      if (is_weight_column(1) || (label_word && (things_follow || groups_rows(0)))) first = 2;
    }
    for (std::size_t i = first; i < heads_.size(); ++i) {
      if (is_side_column(i)) continue;
      candidate.lines.push_back(i);
      candidate.names.push_back(heads_[i]);
    }
    if (candidate.lines.empty()) return candidate;
    candidate.column = first;
    candidate.evidence = evidence_for_axis(candidate.names, context_);
    std::vector<std::string> labels;
    for (const BodyRow& body : rows_) labels.push_back(text_at(body.row, first == 0 ? 0 : first - 1));
    double score = kKnownNames * candidate.evidence.share;
    score += has(vocabulary_, "feature-header", heads_[0]) && !has(vocabulary_, "entity-header", heads_[0])
                 ? kCornerWord
                 : 0;
    score += heads_[0].empty() ? kEmptyCorner : 0;
    score += kProperNames * share_of(candidate.names, looks_like_proper_name);
    score -= kKnownFeatures * share_of(candidate.names, [&](const std::string& t) {
               return !is_known(t) && is_feature_name(vocabulary_, t);
             });
    score += repeated(candidate.names) ? kRepeatedHeads : 0;
    score += first == 0 ? 0 : kKnownFeatures / 2 * share_of(labels, [&](const std::string& t) {
                                return !is_known(t) && is_feature_name(vocabulary_, t);
                              });
    score += kAlikeValues * (alikeness(grid, candidate.lines, true) - alikeness(grid, candidate.lines, false));
    candidate.score = score;
    return candidate;
  }

  Candidate judge_rows() const {
    Candidate best;
    const TableGrid& grid = reading_.grid;
    for (std::size_t column = 0; column < std::min<std::size_t>(grid.columns.size() - 1, 3); ++column) {
      if (names_winners(column)) continue;
      Candidate candidate;
      candidate.column = column;
      for (const BodyRow& body : rows_) {
        std::string name = cell_name(grid.at(body.row, grid.columns[column]));
        if (!has(vocabulary_, "total-row", name)) candidate.names.push_back(name);
      }
      candidate.evidence = evidence_for_axis(candidate.names, context_);
      std::vector<std::string> features;
      std::vector<std::size_t> values;
      for (std::size_t i = 0; i < heads_.size(); ++i) {
        if (i == column) continue;
        features.push_back(heads_[i]);
        if (i > column) values.push_back(i);
      }
      double score = kKnownNames * candidate.evidence.share;
      score += has(vocabulary_, "entity-header", heads_[column]) && !has(vocabulary_, "feature-header", heads_[column])
                   ? kCornerWord
                   : 0;
      score += kProperNames * share_of(candidate.names, looks_like_proper_name);
      score += kKnownFeatures * share_of(features, [&](const std::string& t) {
                 return !is_known(t) && is_feature_name(vocabulary_, t);
               });
      score += kAlikeValues * (alikeness(grid, values, false) - alikeness(grid, values, true));
      score -= 0.5 * static_cast<double>(column);
      // Things stand in one row each; values ("React", "React", "Vue" under "Framework") repeat.
      std::set<std::string> distinct(candidate.names.begin(), candidate.names.end());
      score -= kRepeatedNames * (1 - static_cast<double>(distinct.size()) /
                                         static_cast<double>(std::max<std::size_t>(candidate.names.size(), 1)));
      if (column > 0 && !has(vocabulary_, "entity-header", heads_[column])) score -= 1;
      candidate.score = score;
      if (candidate.score > best.score) best = std::move(candidate);
    }
    return best;
  }

  std::string against_columns(const Candidate& candidate) const {
    if (candidate.lines.empty()) return "no head names a thing that could be compared";
    const AxisEvidence& evidence = candidate.evidence;
    int n = static_cast<int>(candidate.lines.size());
    if (evidence.compared >= 2) return {};
    if (has(vocabulary_, "non-comparison-header", heads_[0])) return "it lists things under '" + heads_[0] + "'";
    if (evidence.known >= 2 && 2 * evidence.known >= n) return {};
    if (n == 1 && evidence.compared == 1 && has(vocabulary_, "feature-header", heads_[0])) return {};
    // Unknown names: the form must be a comparison's.
    if (n < 2) return "its heads name fewer than two things";
    if (candidate.column == 0) {
      bool own = std::all_of(candidate.lines.begin(), candidate.lines.end(),
                             [&](std::size_t i) { return mentions_own_name(i); });
      return own ? "" : "no head names a thing that is compared here";
    }
    bool corner = heads_[0].empty() || has(vocabulary_, "feature-header", heads_[0]);
    if (!corner && 3 * evidence.known < n) return "its first head is not a word for features";
    if (has(vocabulary_, "entity-header", heads_[0]) && !has(vocabulary_, "feature-header", heads_[0]) &&
        2 * evidence.known < n)
      return "its first head is a word for things";
    std::set<std::string> distinct;
    for (const std::string& name : candidate.names) {
      if (!looks_like_name(name) || split_words(base_name(name)).size() > 4) return "its heads are not names";
      if (!distinct.insert(name_key(name)).second) return "two heads are the same";
    }
    double words = share_of(candidate.names, [&](const std::string& name) {
      return is_feature_name(vocabulary_, name) || has(vocabulary_, "non-comparison-header", name) ||
             has(vocabulary_, "entity-header", name) || has(vocabulary_, "weight-header", name) ||
             has(vocabulary_, "total-row", name);
    });
    if (3 * words > 1) return "its heads are words for features";
    if (share_of(candidate.names, looks_like_proper_name) < 0.6) return "its heads are not proper names";
    if (rows_.size() < 2) return "it has one row";
    bool feature_corner =
        has(vocabulary_, "feature-header", heads_[0]) && !has(vocabulary_, "entity-header", heads_[0]);
    if (!context_.comparison_cue && !feature_corner && evidence.known == 0) return "nothing announces a comparison";
    return {};
  }

  std::string against_rows(const Candidate& candidate) const {
    const AxisEvidence& evidence = candidate.evidence;
    int n = static_cast<int>(candidate.names.size());
    if (n < 2)
      return evidence.compared == 1 && n == 1 && heads_.size() > 2 && !heads_[0].empty()
                 ? ""
                 : "it has fewer than two rows of names";
    std::vector<std::string> reordered{heads_[candidate.column]};
    std::vector<std::string> features;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      if (i == candidate.column) continue;
      reordered.push_back(heads_[i]);
      features.push_back(heads_[i]);
    }
    bool headless = reading_.grid.header_rows.empty();
    if (evidence.compared >= 2 && 2 * evidence.known >= n) return {};
    if (headless) return "it has no heads and its rows are not known names";
    for (const std::string& head : heads_) {
      std::string key = name_key(head);
      bool record = has(vocabulary_, "record-header", head) || key.starts_with("id ") || key.ends_with(" id") ||
                    key.ends_with(" pk") || key.ends_with(" fk");
      if (record) return "it holds records ('" + head + "')";
    }
    if (std::string reason = reason_against(reordered, context_); !reason.empty()) return reason;
    const std::string& corner_word = heads_[candidate.column];
    bool corner = has(vocabulary_, "entity-header", corner_word);
    if (!corner && names_in_title() >= 2 && evidence.compared == 0) return "the title compares other things";
    if (evidence.known >= 2 && 2 * evidence.known >= n && (context_.comparison_cue || features.size() >= 2)) return {};
    // Unknown names.
    // A corner word that no list knows ("Saw") can head things where a comparison is announced.
    bool open_corner = context_.comparison_cue && !has(vocabulary_, "feature-header", corner_word) &&
                       (corner_word.empty() || share_of(candidate.names, looks_like_proper_name) > 0.99);
    if (!corner && !open_corner) return "its first head is not a word for things";
    std::set<std::string> distinct;
    if (share_of(candidate.names, looks_like_name) < kNamesInAColumn) return "its first column does not hold names";
    for (const std::string& name : candidate.names) {
      if (!distinct.insert(name_key(name)).second) return "two of its rows have the same name";
    }
    if (share_of(candidate.names, looks_like_proper_name) < 0.6) return "its first column does not hold proper names";
    int real = 0;
    for (const std::string& feature : features)
      real +=
          !feature.empty() && !has(vocabulary_, "detail-header", feature) && !has(vocabulary_, "notes-header", feature);
    if (real == 0) return "its heads describe listed things";
    if (share_of(features, [&](const std::string& feature) {
          return has(vocabulary_, "non-comparison-header", feature) || !looks_like_name(feature);
        }) > 0.99)
      return "its heads are points in a series";
    if (real == 1 && evidence.known == 0 && !measured(candidate.column)) return "it lists one thing about each name";
    if (!context_.comparison_cue && real < 3) return "nothing announces a comparison";
    return {};
  }

  TableReading take_columns(const Candidate& candidate) {
    const TableGrid& grid = reading_.grid;
    reading_.kind = TableKind::features;
    reading_.orientation = Orientation::entities_in_columns;
    for (std::size_t i : candidate.lines) reading_.entities.push_back({grid.columns[i], heads_[i], "", false, false});
    for (std::size_t i = 0; i < heads_.size(); ++i)
      if (names_winners(i) && !is_known(heads_[i])) reading_.winner = grid.columns[i];
    std::size_t labels = candidate.column;
    std::string last_label;
    std::string last_section;
    for (const BodyRow& body : rows_) {
      TableLine line{body.row, "", body.section, false, false};
      if (labels > 0) {
        std::size_t label_column = labels - 1;
        while (label_column > 0 && is_weight_column(label_column)) --label_column;
        line.name = cell_name_or_text(body.row, label_column);
        if (label_column > 0) {
          std::string group = text_at(body.row, label_column - 1);
          if (group.empty()) group = last_section;
          last_section = group;
          line.section = line.section.empty() ? group : line.section + " " + group;
        }
        if (line.name.empty()) line.name = last_label;
        last_label = line.name;
      }
      line.is_total = has(vocabulary_, "total-row", line.name);
      reading_.features.push_back(std::move(line));
    }
    infer_missing_name();
    return std::move(reading_);
  }

  TableReading take_rows(const Candidate& candidate) {
    const TableGrid& grid = reading_.grid;
    reading_.kind = TableKind::features;
    reading_.orientation = Orientation::entities_in_rows;
    reading_.corner = heads_[candidate.column];
    for (const BodyRow& body : rows_) {
      std::string name = cell_name(grid.at(body.row, grid.columns[candidate.column]));
      if (name.empty() || has(vocabulary_, "total-row", name)) continue;
      reading_.entities.push_back({body.row, name, body.section, false, false});
    }
    for (std::size_t i = 0; i < heads_.size(); ++i) {
      if (i == candidate.column || is_weight_column(i) || marks_sources(i)) continue;
      reading_.features.push_back({grid.columns[i], heads_[i], "", has(vocabulary_, "total-row", heads_[i]), false});
    }
    return std::move(reading_);
  }

  std::string cell_name_or_text(int row, std::size_t column) const { return text_at(row, column); }

  /// A column without a head among named ones, when the cells beside it are compared to one thing that no head names.
  void infer_missing_name() {
    int unnamed = -1;
    for (std::size_t i = 0; i < reading_.entities.size(); ++i) {
      if (!reading_.entities[i].name.empty()) continue;
      if (unnamed >= 0) return;
      unnamed = static_cast<int>(i);
    }
    if (unnamed < 0) return;
    std::map<int, int> votes;
    for (const TableLine& feature : reading_.features)
      for (const TableLine& entity : reading_.entities) {
        if (entity.name.empty()) continue;
        std::string text = cell_text(reading_.grid.at(feature.index, entity.index));
        for (const SubjectMention& mention : context_.subjects.find_mentions(text)) ++votes[mention.subject];
      }
    for (const TableLine& entity : reading_.entities) votes.erase(context_.subjects.find(entity.name));
    int best = -1;
    for (const auto& [subject, count] : votes)
      if (best < 0 || count > votes[best]) best = subject;
    TableLine& line = reading_.entities[static_cast<std::size_t>(unnamed)];
    if (best >= 0) {
      line.name = context_.subjects.all[static_cast<std::size_t>(best)].name;
      line.inferred = true;
    } else {
      reading_.entities.erase(reading_.entities.begin() + unnamed);
    }
  }

  /// Not things against features; perhaps a winner per row, or the features of the heading's thing.
  TableReading special(const std::string& reason) {
    const TableGrid& grid = reading_.grid;
    for (std::size_t i = 1; i < heads_.size(); ++i) {
      if (!names_winners(i)) continue;
      reading_.kind = TableKind::decision;
      reading_.orientation = Orientation::entities_in_columns;
      reading_.winner = grid.columns[i];
      for (const BodyRow& body : rows_) {
        std::string label = text_at(body.row, 0);
        if (!label.empty()) reading_.features.push_back({body.row, label, body.section, false, false});
      }
      return std::move(reading_);
    }
    if (!context_.heading_entity.empty()) {
      bool pros_and_cons = std::all_of(heads_.begin(), heads_.end(), [&](const std::string& head) {
        return has(vocabulary_, "pros", head) || has(vocabulary_, "cons", head);
      });
      bool pairs = heads_.size() == 2 && has(vocabulary_, "feature-header", heads_[0]) &&
                   !has(vocabulary_, "non-comparison-header", heads_[0]);
      if (pros_and_cons || pairs) return take_one(pros_and_cons);
    }
    return reject(reason);
  }

  TableReading take_one(bool features_in_columns) {
    const TableGrid& grid = reading_.grid;
    reading_.kind = TableKind::of_one;
    if (features_in_columns) {
      reading_.orientation = Orientation::entities_in_rows;
      for (const BodyRow& body : rows_)
        reading_.entities.push_back({body.row, context_.heading_entity, "", false, false});
      for (std::size_t i = 0; i < heads_.size(); ++i)
        reading_.features.push_back({grid.columns[i], heads_[i], "", false, false});
    } else {
      reading_.orientation = Orientation::entities_in_columns;
      reading_.entities.push_back({grid.columns[1], context_.heading_entity, "", false, false});
      for (const BodyRow& body : rows_)
        reading_.features.push_back({body.row, text_at(body.row, 0), body.section, false, false});
    }
    return std::move(reading_);
  }

  const TableContext& context_;
  const Vocabulary& vocabulary_;
  TableReading reading_;
  std::vector<std::string> heads_;
  std::vector<BodyRow> rows_;
};

}  // namespace

TableReading read_table(const Table& table, const TableContext& context) { return Reader(table, context).read(); }

}  // namespace versus
