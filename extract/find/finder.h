// What a finder is: a function that reads a document and adds rows, with the evidence for each.
#pragma once

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "extract/document.h"
#include "extract/find/outline.h"
#include "extract/find/subjects.h"
#include "extract/find/tables.h"
#include "extract/findings.h"

namespace versus {

/// What every finder may look at.
struct FindContext {
  const Document& document;
  const Vocabulary& vocabulary;
  const Subjects& subjects;
  const Outline& outline;
  const std::vector<DocumentTable>& tables;  // in order: a table's ordinal is its index
};

/// Finders run in the order of finders.cc; a later one sees the rows of the earlier ones (claims read cells this way)
/// and which blocks gave rows.
struct FindState {
  Findings findings;
  std::vector<char> block_used;  // per block of the document: an earlier finder took it

  /// Adds a row, unless the document is full: what is refused first is said in the diagnostics. A finder stops there.
  void add_row(FeatureRow row);
  bool is_full() const { return full_; }

 private:
  std::size_t quoted_ = 0;  // bytes of the quotes so far
  bool full_ = false;
};

void find_tables(const FindContext& context, FindState& state);
void find_slides(const FindContext& context, FindState& state);
void find_lists(const FindContext& context, FindState& state);
void find_inline_lists(const FindContext& context, FindState& state);
void find_stated_totals(const FindContext& context, FindState& state);
void find_sentences(const FindContext& context, FindState& state);

/// Evidence for the part [begin, end) of a block's or cell's text.
Evidence evidence_of(const SpannedText& text, std::size_t begin, std::size_t end, int line);

}  // namespace versus
