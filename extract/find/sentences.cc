// Claims in running text. Each sentence is read with what stands around it: the heading's entity, the subject of the
// sentence before, the row of a cell, the two that the document compares. Headings, code, comments and boilerplate are
// not read; cells and list entries are read through the rows that earlier finders made of them.

#include <algorithm>
#include <memory>

#include "extract/find/claims/claim.h"
#include "extract/find/claims/judge.h"
#include "extract/find/claims/split.h"
#include "extract/find/finder.h"

namespace versus {
namespace {

const ClaimLexicon& lexicon_of(const Vocabulary& vocabulary) {
  thread_local std::string fingerprint;
  thread_local std::unique_ptr<ClaimLexicon> lexicon;
  if (!lexicon || fingerprint != vocabulary.fingerprint()) {
    lexicon = std::make_unique<ClaimLexicon>(vocabulary);
    fingerprint = vocabulary.fingerprint();
  }
  return *lexicon;
}

/// The subjects of a text, without repeats, in order.
std::vector<int> subjects_in(const Subjects& subjects, std::string_view text) {
  std::vector<int> found;
  for (const SubjectMention& mention : subjects.find_mentions(text))
    if (std::find(found.begin(), found.end(), mention.subject) == found.end()) found.push_back(mention.subject);
  return found;
}

class SentenceFinder {
 public:
  SentenceFinder(const FindContext& context, FindState& state)
      : context_(context), state_(state), lexicon_(lexicon_of(context.vocabulary)) {
    compared_ = subjects_in(context.subjects, context.document.title);
    if (compared_.size() < 2) compared_ = all_compared();
    if (compared_.size() != 2) protagonist_ = find_protagonist();
  }

  void read_blocks() {
    std::size_t n_rows = state_.findings.rows.size();  // claims are added behind them
    for (std::size_t b = 0; b < context_.document.blocks.size(); ++b) {
      const Block& block = context_.document.blocks[b];
      switch (block.kind) {
        case BlockKind::heading: read_heading(block); break;
        case BlockKind::table:
          feature_below_ = single_feature(tables_++, n_rows);
          previous_subject_ = previous_other_ = -1;
          break;
        case BlockKind::paragraph:
        case BlockKind::caption:
        case BlockKind::quote:
          read_text(block.text, block.line, base_context(), nullptr);
          if (block.kind == BlockKind::paragraph) feature_below_.clear();
          break;
        case BlockKind::list_item:
          if (!state_.block_used[b]) read_text(block.text, block.line, base_context(), nullptr);
          feature_below_.clear();
          break;
        default: break;
      }
    }
  }

  /// Cells and list entries: the row's entity is spoken of, its feature is what the claim is about.
  void read_rows() {
    std::size_t n_rows = state_.findings.rows.size();
    for (std::size_t r = 0; r < n_rows; ++r) {
      if (state_.findings.rows[r].kind != RowKind::text) continue;
      const FeatureRow row = state_.findings.rows[r];
      std::string name = row.entity;
      int subject = context_.subjects.find(name);
      if (subject < 0) continue;
      ClaimContext claim_context;
      claim_context.default_subject = subject;
      claim_context.feature = row.feature;
      claim_context.compared = compared_.size() == 2 ? compared_ : std::vector<int>();
      claim_context.candidates = compared_;
      previous_subject_ = previous_other_ = -1;
      read_text(row.value, row.evidence.line, claim_context, &row);
    }
  }

 private:
  std::vector<int> all_compared() const {
    const std::vector<Subject>& all = context_.subjects.all;
    std::vector<int> found;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].compared) found.push_back(static_cast<int>(i));
    return found;
  }

  ClaimContext base_context() const {
    ClaimContext claim_context;
    claim_context.heading_subject = heading_subject();
    claim_context.compared = section_compared();
    claim_context.compared_by_heading = compared_.size() != 2;
    claim_context.candidates = compared_;
    claim_context.feature = feature_below_;
    return claim_context;
  }

  int heading_subject() const {
    for (auto level = headings_.rbegin(); level != headings_.rend(); ++level)
      if (level->subjects.size() == 1 && !level->is_title) return level->subjects.front();
    return -1;
  }

  // A heading that names two speaks of those; one that names another than the document's only other ... of both.
  std::vector<int> section_compared() const {
    for (auto level = headings_.rbegin(); level != headings_.rend(); ++level)
      if (level->subjects.size() == 2 && !level->is_title) return level->subjects;
    if (compared_.size() == 2) return compared_;
    int here = heading_subject();
    if (here >= 0 && protagonist_ >= 0 && here != protagonist_) return {protagonist_, here};
    return {};
  }

  void read_heading(const Block& block) {
    int level = std::max(1, block.level);
    while (!headings_.empty() && headings_.back().level >= level) headings_.pop_back();
    headings_.push_back({level, subjects_in(context_.subjects, block.text.text()), block.text.text(), !any_heading_});
    any_heading_ = true;
    previous_subject_ = previous_other_ = -1;
    feature_below_.clear();
  }

  // The feature of a table whose rows are all about one.
  std::string single_feature(int table, std::size_t n_rows) const {
    std::string feature;
    for (std::size_t r = 0; r < n_rows; ++r) {
      const FeatureRow& row = state_.findings.rows[r];
      if (row.evidence.table != table || row.kind == RowKind::stated_total || row.kind == RowKind::claim) continue;
      if (!feature.empty() && row.feature != feature) return {};
      feature = row.feature;
    }
    return feature;
  }

  void read_text(const SpannedText& text, int line, ClaimContext claim_context, const FeatureRow* row) {
    std::vector<SubjectMention> mentions = context_.subjects.find_mentions(text.text());
    std::size_t next = 0;
    for (auto [begin, end] : split_sentences(text.text())) {
      std::vector<ClaimMention> inside;
      while (next < mentions.size() && mentions[next].begin < begin) ++next;
      for (; next < mentions.size() && mentions[next].end <= end; ++next)
        inside.push_back({mentions[next].begin - begin, mentions[next].end - begin, mentions[next].subject});
      claim_context.previous_subject = previous_subject_;
      claim_context.previous_other = previous_other_;
      std::string_view sentence = std::string_view(text.text()).substr(begin, end - begin);
      if (state_.is_full()) return;
      if (sentence.size() > kLongestSentence) continue;
      int spoken_of = -1;
      std::vector<Claim> claims =
          judge_claims(sentence, inside, claim_context, lexicon_, shipped_claim_model(), &spoken_of);
      for (const Claim& claim : claims) {
        if (row != nullptr && claim.direction == Direction::attribute) continue;  // the row says it already
        add_row(claim, text, begin, end, line, inside, row);
      }
      if (!inside.empty()) {
        previous_subject_ = spoken_of >= 0 ? spoken_of : inside.front().subject;
        previous_other_ = -1;
        for (const ClaimMention& mention : inside)
          if (mention.subject != previous_subject_ && previous_other_ < 0) previous_other_ = mention.subject;
      }
    }
  }

  void add_row(const Claim& claim, const SpannedText& text, std::size_t begin, std::size_t end, int line,
               const std::vector<ClaimMention>& mentions, const FeatureRow* row) {
    auto surface = [&](int subject, int mention) {
      if (subject < 0) return std::string();
      if (mention >= 0 && mentions[static_cast<std::size_t>(mention)].subject == subject) {
        const ClaimMention& where = mentions[static_cast<std::size_t>(mention)];
        return text.text().substr(begin + where.begin, where.end - where.begin);
      }
      return row != nullptr && subject == context_.subjects.find(row->entity)
                 ? row->entity
                 : context_.subjects.all[static_cast<std::size_t>(subject)].name;
    };
    FeatureRow out;
    out.kind = RowKind::claim;
    out.entity = surface(claim.subject, claim.subject_mention);
    out.opponent = surface(claim.object, claim.object_mention);
    out.feature = claim.feature;
    out.section = row != nullptr ? row->section : headings_.empty() ? std::string() : headings_.back().text;
    out.value = text.substr(begin, end);
    out.direction = claim.direction;
    out.hedged = claim.hedged;
    out.negated = claim.negated;
    out.finder = "sentence";
    out.confidence = claim.confidence;
    out.evidence = evidence_of(text, begin, end, line);
    if (row != nullptr) {
      out.evidence.table = row->evidence.table;
      out.evidence.table_row = row->evidence.table_row;
      out.evidence.table_column = row->evidence.table_column;
    }
    state_.add_row(std::move(out));
  }

  // The one that an article about "X and its alternatives" is about: named twice as often as any other, or in nearly
  // every section that a heading gives to another.
  int find_protagonist() const {
    std::vector<int> counts(context_.subjects.all.size());
    std::vector<int> sections(counts.size());
    std::vector<bool> here(counts.size());
    int n_sections = 0;
    int heading = -1;
    auto close = [&] {
      for (std::size_t k = 0; k < here.size(); ++k)
        sections[k] += heading >= 0 && here[k] && static_cast<int>(k) != heading;
      n_sections += heading >= 0 ? 1 : 0;
      here.assign(here.size(), false);
    };
    for (const Block& block : context_.document.blocks) {
      if (block.kind == BlockKind::heading) {
        close();
        std::vector<int> named = subjects_in(context_.subjects, block.text.text());
        heading = named.size() == 1 ? named.front() : -1;
      } else if (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) {
        for (const SubjectMention& mention : context_.subjects.find_mentions(block.text.text())) {
          ++counts[static_cast<std::size_t>(mention.subject)];
          here[static_cast<std::size_t>(mention.subject)] = true;
        }
      }
    }
    close();
    for (std::size_t k = 0; k < sections.size(); ++k)
      if (sections[k] >= kSections && sections[k] * 3 >= n_sections * 2) return static_cast<int>(k);
    auto most = std::max_element(counts.begin(), counts.end());
    if (most == counts.end() || *most < kNamedOften) return -1;
    for (auto other = counts.begin(); other != counts.end(); ++other)
      if (other != most && *other * 2 > *most) return -1;
    return static_cast<int>(most - counts.begin());
  }

  static constexpr int kSections = 3;  // of others that speak of the one: fewer may be chance
  // Four times the longest that claims in 540 documents stand in: text without full stops, which reading takes long
  // for.
  static constexpr std::size_t kLongestSentence = 2000;
  static constexpr int kNamedOften = 5;  // fewer says nothing about what an article is about

  struct Heading {
    int level;
    std::vector<int> subjects;
    std::string text;
    bool is_title;  // the first: speaks of the whole article
  };

  const FindContext& context_;
  FindState& state_;
  const ClaimLexicon& lexicon_;
  std::vector<int> compared_;
  std::vector<Heading> headings_;
  std::string feature_below_;
  int tables_ = 0;
  int protagonist_ = -1;
  bool any_heading_ = false;
  int previous_subject_ = -1;
  int previous_other_ = -1;
};

}  // namespace

void find_sentences(const FindContext& context, FindState& state) {
  SentenceFinder finder(context, state);
  finder.read_rows();
  finder.read_blocks();
}

}  // namespace versus
