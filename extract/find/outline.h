// The headings above a block, and the sentence that leads into it.
#pragma once

#include <string>
#include <vector>

#include "corpus/vocabulary.h"
#include "extract/document.h"
#include "extract/find/subjects.h"

namespace versus {

class Outline {
 public:
  explicit Outline(const Document& document);

  /// Index of the nearest heading block above (for a heading: of the one it stands under), or -1.
  int heading_above(int block) const { return above_[static_cast<std::size_t>(block)]; }

  /// The paragraph directly above when it introduces what follows ("Log a message and 10 fields:"), or -1.
  int lead_in(int block) const;

  /// What tells this block from its like: the lead-in, else the nearest heading. Empty under the document's title.
  std::string section_of(int block) const;

  /// The nearest heading above that is nothing but one compared thing; its name, or empty.
  std::string heading_entity(int block, const Subjects& subjects) const;

  /// Does a heading above or the lead-in announce a comparison, or the title one of things that it does not name?
  bool announces_comparison(int block, const Vocabulary& vocabulary) const;

  /// Short texts that belong to a block and may state its scale: lead-in, paragraphs just above, nearest heading.
  std::vector<std::string> texts_about(int block) const;

  bool is_title(int heading) const { return heading == title_; }

 private:
  const Document& document_;
  std::vector<int> above_;
  int title_ = -1;
};

}  // namespace versus
