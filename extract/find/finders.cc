#include <array>

#include "extract/find/finder.h"

namespace versus {
namespace {

using Finder = void (*)(const FindContext&, FindState&);

constexpr std::array kFinders = {
    find_tables,    find_slides, find_lists, find_inline_lists, find_stated_totals,
    find_sentences,  // last: it reads the cells and list entries that the others understood
};

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
  return std::move(state.findings);
}

Evidence evidence_of(const SpannedText& text, std::size_t begin, std::size_t end, int line) {
  Evidence evidence;
  evidence.segments = text.spans(begin, end);
  evidence.quote = fold_space(std::string_view(text.text()).substr(begin, end - begin));
  evidence.line = line;
  return evidence;
}

}  // namespace versus
