// Lists that are tables. The idea: headings, lead-ins and parent bullets each name a thing, a feature or neither; what
// a line says belongs to the innermost thing and the innermost feature around it, and its own label supplies the one
// that is missing:
//
//   ## Keras / ### Pros / - Easy           thing above, feature above
//   ## Keras / - **Price**: free           thing above, feature in the label
//   Price: / - Keras: free                 feature above, thing in the label
//   ## Keras / + easy / - slow             thing above, feature by the sign
//
// Lines without both give nothing: the sentences finder reads them.
#include <algorithm>
#include <map>
#include <set>

#include "corpus/text.h"
#include "extract/find/list_context.h"
#include "extract/find/names.h"
#include "extract/find/table_values.h"
#include "extract/find/winners.h"

namespace versus {
namespace {

constexpr int kLeadInLevel = 7;   // below the headings
constexpr int kBulletLevel = 10;  // above the bullets' own depth
constexpr std::size_t kLongestLeadInWords = 14;

bool is_address(std::string_view text) {
  return text.find(' ') == std::string_view::npos &&
         (text.starts_with("http") || text.starts_with("www.") || text.find("://") != std::string_view::npos);
}

class ListReader {
 public:
  ListReader(const FindContext& context, FindState& state)
      : context_(context), state_(state), lines_(read_lines(context.document)) {}

  void read() {
    survey();
    first_row_ = state_.findings.rows.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) read_line(i);
    drop_lone_entities();
  }

 private:
  const Block& block_of(const ListLine& line) const {
    return context_.document.blocks[static_cast<std::size_t>(line.block)];
  }
  std::string_view text_of(const ListLine& line, Part part) const {
    return std::string_view(block_of(line).text.text()).substr(part.begin, part.end - part.begin);
  }

  bool is_lead_in(std::size_t i) const {
    const ListLine& line = lines_[i];
    if (line.kind != ListLine::Kind::paragraph || line.sign == Sign::plus || line.sign == Sign::minus) return false;
    std::string_view text = text_of(line, line.all);
    if (split_words(text).size() > kLongestLeadInWords) return false;
    if (!line.is_whole_block && i + 1 < lines_.size() && lines_[i + 1].block == line.block)
      return text.back() == ':' && line.rest.empty();
    if (text.back() == ':') return true;
    const Block& block = block_of(line);
    bool bold = std::any_of(block.marks.begin(), block.marks.end(), [&](const Mark& mark) {
      return mark.kind == Mark::Kind::bold && mark.begin <= line.all.begin + 4 && mark.end + 1 >= line.all.end;
    });
    if (bold) return true;
    bool list_follows =
        i + 1 < lines_.size() && lines_[i + 1].kind == ListLine::Kind::bullet && lines_[i + 1].block == line.block + 1;
    char last = text.back();
    return list_follows && line.is_whole_block && last != '.' && last != '!' && last != ';' &&
           split_words(text).size() <= 8;
  }

  /// Which groups of labelled lines name things, and how many things have a heading or lead-in of their own.
  void survey() {
    struct Group {
      std::set<std::string> names;
      int named = 0;
      int size = 0;
    };
    std::map<std::pair<int, int>, Group> groups;
    std::set<int> headed;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const ListLine& line = lines_[i];
      if (line.kind == ListLine::Kind::bullet && !line.label.empty()) {
        Group& group = groups[{line.list, line.level}];
        ++group.size;
        if (is_address(text_of(line, line.rest))) ++group.size;  // a list of links
        if (std::string name = thing_of(line); !name.empty()) ++group.named, group.names.insert(name_key(name));
      } else if (line.kind == ListLine::Kind::bullet) {
        ++groups[{line.list, line.level}].size;
      }
      bool topic = line.kind == ListLine::Kind::heading || is_lead_in(i) ||
                   (line.kind == ListLine::Kind::bullet && line.rest.empty());
      if (!topic || (line.kind == ListLine::Kind::heading && context_.outline.is_title(line.block))) continue;
      Topic read = read_topic(topic_text(line), context_);
      if (!read.entity.empty()) headed.insert(context_.subjects.find(read.entity));
    }
    for (const auto& [key, group] : groups)
      if (group.names.size() >= 2 && 10 * group.named >= 6 * group.size) thing_lists_.insert(key);
    several_headed_ = headed.size() >= 2;
  }

  /// A heading "A: 9.2/10" is about A.
  std::string_view topic_text(const ListLine& line) const {
    if (!line.label.empty() && !line.rest.empty() && line.kind == ListLine::Kind::heading &&
        context_.subjects.is_compared(text_of(line, line.label)))
      return text_of(line, line.label);
    if (!line.label.empty() && line.rest.empty()) return text_of(line, line.label);
    return text_of(line, line.all);
  }

  std::string thing_of(const ListLine& line) const {
    std::string_view label = text_of(line, line.label);
    if (std::string name = entity_of_label(label, context_); !name.empty()) return name;
    bool known = context_.vocabulary.find_entity(label).has_value();
    return known && context_.outline.announces_comparison(line.block, context_.vocabulary) ? std::string(label) : "";
  }

  void read_line(std::size_t i) {
    const ListLine& line = lines_[i];
    switch (line.kind) {
      case ListLine::Kind::heading: {
        stack_.pop_to(line.level);
        Topic topic = read_topic(topic_text(line), context_);
        bool rated = !topic.entity.empty() && !line.label.empty() && !line.rest.empty();
        if (rated) add_heading_rating(line, topic.entity);
        // A first heading right above bullets is what they are about, not the article's title.
        bool bullets_follow = i + 1 < lines_.size() && lines_[i + 1].kind == ListLine::Kind::bullet &&
                              lines_[i + 1].block == line.block + 1;
        stack_.push(line.level, std::move(topic), context_.outline.is_title(line.block) && !bullets_follow);
        return;
      }
      case ListLine::Kind::paragraph:
        if (is_lead_in(i)) {
          stack_.pop_to(kLeadInLevel);
          stack_.push(kLeadInLevel, read_topic(topic_text(line), context_));
          return;
        }
        if (block_of(line).list < 0) stack_.pop_to(kBulletLevel);  // the list above has ended
        if (!say(line) && line.is_whole_block) stack_.pop_to(kLeadInLevel);
        stack_.pop_to(kBulletLevel);
        return;
      case ListLine::Kind::bullet: {
        int level = kBulletLevel + line.level;
        stack_.pop_to(level);
        say(line);
        Topic topic;
        bool titled = !line.label.empty() || split_words(text_of(line, line.all)).size() <= 8;
        if (titled)
          topic = read_topic(line.label.empty() ? text_of(line, line.all) : text_of(line, line.label), context_);
        stack_.push(level, std::move(topic));
        return;
      }
    }
  }

  /// Adds the rows of one line; false: it says nothing about one thing and one feature.
  bool say(const ListLine& line) {
    if (state_.block_used[static_cast<std::size_t>(line.block)]) return false;
    if (const TopicStack::Entry* about = stack_.innermost(); about && points_elsewhere(about->topic.text)) return false;
    bool labelled = !line.label.empty() && !line.rest.empty();
    if (labelled && is_address(text_of(line, line.rest))) return false;
    if (labelled && say_winner(line)) return true;
    const TopicStack::Entry* entity = stack_.innermost_entity();
    if (!entity) return labelled && say_of_labelled_thing(line);
    if (!several_headed_) return false;
    const TopicStack::Entry* feature = stack_.innermost_feature();
    if (labelled && is_feature_label(line)) {
      std::string section = feature ? feature->topic.text : "";
      const TopicStack::Entry* nearest = stack_.innermost();
      if (section.empty() && nearest != entity) section = nearest->topic.text;
      add(line, line.rest, entity->topic.entity, std::string(text_of(line, line.label)), section, "entity-list");
      return true;
    }
    bool is_bullet = line.kind == ListLine::Kind::bullet;
    if (feature && (is_bullet || feature->topic.side != Sign::none)) {
      add(line, line.all, entity->topic.entity, feature->topic.feature, stack_.section_above(feature), "entity-list");
      return true;
    }
    if (line.sign == Sign::plus || line.sign == Sign::minus) {
      add(line, line.all, entity->topic.entity, line.sign == Sign::plus ? "Pros" : "Cons",
          stack_.section_above(nullptr), "pros-and-cons");
      return true;
    }
    return false;
  }

  /// "Helpful links", "AWS Resources".
  bool points_elsewhere(std::string_view topic) const {
    for (std::string_view word : split_words(topic))
      if (is_word_of(context_.vocabulary, "link-heading", word)) return true;
    return false;
  }

  bool is_feature_label(const ListLine& line) const {
    std::string_view label = text_of(line, line.label);
    bool known = is_word_of(context_.vocabulary, "pros", label) || is_word_of(context_.vocabulary, "cons", label) ||
                 is_word_of(context_.vocabulary, "label", label);
    if (line.kind == ListLine::Kind::paragraph) return known || (line.label_is_bold && !line.is_whole_block);
    if (is_word_of(context_.vocabulary, "notes-header", label) && !line.label_is_bold) return false;
    return known || line.label_is_bold || split_words(label).size() <= 5;
  }

  /// "Keras: free" under a feature.
  bool say_of_labelled_thing(const ListLine& line) {
    const TopicStack::Entry* about = stack_.innermost();
    while (about && about->topic.text.empty()) about = nullptr;
    if (!about || about->is_title) return false;
    std::string name;
    if (line.kind == ListLine::Kind::bullet) {
      if (!thing_lists_.contains({line.list, line.level})) return false;
      name = thing_of(line);
      // Among known things an unknown name is one too.
      if (std::string label(text_of(line, line.label)); name.empty() && looks_like_proper_name(label)) name = label;
    } else if (is_word_of(context_.vocabulary, "score-heading", about->topic.text)) {
      name = entity_of_label(text_of(line, line.label), context_);
    }
    if (name.empty()) return false;
    add(line, line.rest, name, about->topic.text, stack_.section_above(about), "feature-list");
    return true;
  }

  /// What a heading's lists say is a comparison only where another thing's lists say something of the same kind: the
  /// features of one product alone are its description.
  void drop_lone_entities() {
    auto& rows = state_.findings.rows;
    auto about_entity = [](const FeatureRow& row) {
      return row.finder == "entity-list" || row.finder == "pros-and-cons";
    };
    std::map<std::string, std::set<int>> things_with;  // feature -> subjects
    for (std::size_t i = first_row_; i < rows.size(); ++i)
      if (about_entity(rows[i])) things_with[name_key(rows[i].feature)].insert(context_.subjects.find(rows[i].entity));
    std::set<int> shared;
    for (const auto& [feature, things] : things_with)
      if (things.size() >= 2) shared.insert(things.begin(), things.end());
    rows.erase(std::remove_if(rows.begin() + static_cast<long>(first_row_), rows.end(),
                              [&](const FeatureRow& row) {
                                return about_entity(row) && !shared.contains(context_.subjects.find(row.entity));
                              }),
               rows.end());
  }

  std::vector<std::string> compared() const {
    std::vector<std::string> names;
    for (const Subject& subject : context_.subjects.all)
      if (subject.compared) names.push_back(subject.name);
    return names;
  }

  /// Where the name begins in a rest "Winner: Keras"; 0: it is no such rest.
  std::size_t after_winner_label(const ListLine& line) const {
    std::string_view rest = text_of(line, line.rest);
    std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos || !is_word_of(context_.vocabulary, "advantage-header", rest.substr(0, colon)))
      return 0;
    return line.rest.begin + std::min(rest.size(), rest.find_first_not_of(' ', colon + 1));
  }

  /// "Winner: Keras", "Price: Winner: Keras", "Best for beginners: Keras", "For researchers: use PyTorch".
  bool say_winner(const ListLine& line) {
    std::string label(text_of(line, line.label));
    std::string key = name_key(label);
    std::string feature;
    const TopicStack::Entry* about = stack_.innermost();
    bool whole = is_word_of(context_.vocabulary, "advantage-header", label);
    if (whole) {
      feature = about && !about->is_title && about->topic.entity.empty() ? about->topic.text : label;
    } else {
      for (std::string_view lead : {"best for ", "for ", "best "})
        if (key.starts_with(lead) && feature.empty()) feature = label.substr(std::min(label.size(), lead.size()));
    }
    Part verdict = line.rest;
    if (std::size_t after = whole ? 0 : after_winner_label(line); after > 0) {
      feature = label;
      verdict.begin = after;
      whole = true;
    }
    if (feature.empty() || stack_.innermost_entity()) return false;
    std::string_view rest = text_of(line, verdict);
    std::vector<SubjectMention> mentions = context_.subjects.find_mentions(rest);
    if (!whole) {
      // "Start with A for quick wins": the words before A are those of an advice, and A is the only name.
      if (mentions.empty() || split_words(rest).size() > 10) return false;
      for (const SubjectMention& mention : mentions)
        if (mention.subject != mentions.front().subject) return false;
      std::string lead = name_key(rest.substr(0, mentions.front().begin));
      if (!lead.empty() && !context_.vocabulary.has_word("alternative-lead", lead) &&
          !context_.vocabulary.has_word("advantage-header", lead))
        return false;
      verdict.end = verdict.begin + mentions.front().end;
      verdict.begin += mentions.front().begin;
      rest = text_of(line, verdict);
    }
    std::optional<Winner> winner = read_winner(rest, compared(), context_.subjects);
    if (!winner) return false;
    FeatureRow row =
        advantage_row(*winner, compared(), block_of(line).text.substr(verdict.begin, verdict.end).trimmed());
    row.feature = feature;
    bool under_topic = about && feature == about->topic.text;
    row.section = under_topic ? stack_.section_above(about) : about && !about->is_title ? about->topic.text : "";
    row.finder = "winner-line";
    finish(line, std::move(row));
    return true;
  }

  void add_heading_rating(const ListLine& line, const std::string& entity) {
    CellValue judged = judge_value(std::string(text_of(line, line.rest)), {});
    if (judged.kind != RowKind::rating) return;
    const TopicStack::Entry* about = stack_.innermost();
    std::string feature = about && !about->is_title ? about->topic.text : "";
    add(line, line.rest, entity, feature, "", "entity-list");
  }

  /// The scale that most ratings so far are on: what a stated total of theirs is on too.
  std::optional<Scale> common_scale() const {
    std::map<std::string, std::pair<int, Scale>> counts;
    for (const FeatureRow& row : state_.findings.rows)
      if (row.kind == RowKind::rating && row.scale) {
        auto& entry = counts[row.scale->low.to_string() + "-" + row.scale->high.to_string()];
        ++entry.first;
        entry.second = *row.scale;
      }
    const std::pair<int, Scale>* best = nullptr;
    for (const auto& [key, entry] : counts)
      if (!best || entry.first > best->first) best = &entry;
    return best ? std::optional<Scale>(best->second) : std::nullopt;
  }

  void add(const ListLine& line, Part part, const std::string& entity, const std::string& feature,
           const std::string& section, const char* finder) {
    FeatureRow row;
    row.value = block_of(line).text.substr(part.begin, part.end).trimmed();
    std::string_view kept = strip_footnote_marks(row.value.text());
    if (!kept.empty() && kept.size() < row.value.size()) row.value = row.value.substr(0, kept.size()).trimmed();
    if (row.value.empty()) return;
    CellValue judged = judge_value(row.value.text(), {feature, section});
    row.kind = judged.kind;
    row.scale = judged.scale;
    row.entity = entity;
    row.feature = feature;
    row.section = section;
    row.finder = finder;
    Value value = parse_value(row.value.text());
    bool number = value.type == ValueType::rating || (value.type == ValueType::number && value.unit.empty());
    if (number && is_word_of(context_.vocabulary, "total-row", feature)) {
      row.kind = RowKind::stated_total;
      row.finder = "stated-total";
      if (!row.scale) row.scale = common_scale();
    }
    finish(line, std::move(row));
  }

  void finish(const ListLine& line, FeatureRow row) {
    const Block& block = block_of(line);
    row.evidence = evidence_of(row.value, 0, row.value.size(), block.line);
    state_.add_row(std::move(row));
    used_.insert(line.block);
  }

 public:
  const std::set<int>& used() const { return used_; }

 private:
  const FindContext& context_;
  FindState& state_;
  std::vector<ListLine> lines_;
  TopicStack stack_;
  std::set<std::pair<int, int>> thing_lists_;  // (list, depth) whose labels name things
  bool several_headed_ = false;
  std::set<int> used_;
  std::size_t first_row_ = 0;
};

}  // namespace

void find_lists(const FindContext& context, FindState& state) {
  ListReader reader(context, state);
  reader.read();
  for (int block : reader.used()) state.block_used[static_cast<std::size_t>(block)] = 1;
}

}  // namespace versus
