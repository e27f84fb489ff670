#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "extract/find/finder.h"

namespace versus {
namespace {

using Finder = void (*)(const FindContext&, FindState&);

constexpr std::array kFinders = {
    find_tables,    find_slides, find_lists, find_inline_lists, find_stated_totals,
    find_sentences,  // last: it reads the cells and list entries that the others understood
};

// What one document may say, so that one of 100 MB needs memory in proportion to its text and not a hundred times that:
// five times the rows and 800 times the quoted bytes of the richest of 540 real documents (3,692 and 19 kB).
constexpr std::size_t kMostRows = 20'000;
constexpr std::size_t kMostQuoted = 16 << 20;

/// Text that names two compared things and gave no row is counted, so that nothing is lost in silence.
void count_unread_blocks(const FindContext& context, FindState& state) {
  std::vector<Span> read;
  for (const FeatureRow& row : state.findings.rows)
    read.insert(read.end(), row.evidence.segments.begin(), row.evidence.segments.end());
  std::sort(read.begin(), read.end());
  int unread = 0;
  int first_line = 0;
  for (const Block& block : context.document.blocks) {
    bool prose = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
                 block.kind == BlockKind::quote || block.kind == BlockKind::caption;
    if (!prose) continue;
    auto inside = std::lower_bound(read.begin(), read.end(), Span{block.span.begin, 0});
    if (inside != read.end() && inside->begin < block.span.end) continue;
    int named = -1;
    bool two = false;
    for (const SubjectMention& mention : context.subjects.find_mentions(block.text.text())) {
      if (!context.subjects.all[static_cast<std::size_t>(mention.subject)].compared) continue;
      two |= named >= 0 && mention.subject != named;
      named = mention.subject;
    }
    if (!two) continue;
    if (++unread == 1) first_line = block.line;
  }
  if (unread == 0) return;
  state.findings.diagnostics.push_back(
      {Severity::note, first_line, "text-not-read",
       fmt::format("{} {} two of the things compared and {} no row, the first one here", unread,
                   unread == 1 ? "block names" : "blocks name", unread == 1 ? "gives" : "give")});
}

}  // namespace

Findings find_rows(const Document& document, const Vocabulary& vocabulary) {
  Subjects subjects = find_subjects(document, vocabulary);
  Outline outline(document);
  std::vector<DocumentTable> tables = read_tables(document, outline, vocabulary, subjects);
  add_short_names(document, subjects);
  FindContext context{document, vocabulary, subjects, outline, tables};
  FindState state;
  state.block_used.assign(document.blocks.size(), 0);
  for (const Subject& subject : subjects.all)
    if (subject.compared) state.findings.subjects.push_back(subject.name);
  for (Finder find : kFinders) find(context, state);
  count_unread_blocks(context, state);
  return std::move(state.findings);
}

void FindState::add_row(FeatureRow row) {
  if (full_) return;
  quoted_ += row.evidence.quote.size();
  full_ = findings.rows.size() == kMostRows || quoted_ > kMostQuoted;
  if (!full_) return findings.rows.push_back(std::move(row));
  findings.diagnostics.push_back(
      {Severity::warning, row.evidence.line, "too-many-rows",
       fmt::format("more than {} rows or {} MB of quotes in one document; the rest of them is not used", kMostRows,
                   kMostQuoted >> 20)});
}

Evidence evidence_of(const SpannedText& text, std::size_t begin, std::size_t end, int line) {
  Evidence evidence;
  evidence.segments = text.spans(begin, end);
  evidence.quote = fold_space(std::string_view(text.text()).substr(begin, end - begin));
  evidence.line = line;
  return evidence;
}

}  // namespace versus
