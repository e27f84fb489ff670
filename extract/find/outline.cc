#include "extract/find/outline.h"

#include <algorithm>

#include "corpus/text.h"
#include "extract/find/names.h"

namespace versus {
namespace {

constexpr std::size_t kLongestLeadIn = 200;  // bytes; longer paragraphs say something themselves

bool has_cue(std::string_view text, const Vocabulary& vocabulary) {
  for (std::string_view word : split_words(text))
    if (vocabulary.has_word("comparison-cue", name_key(word))) return true;
  return false;
}

constexpr std::size_t kTitleBlocks = 4;  // the title stands among the first blocks of the article

/// The first heading, near the top, with no other of its rank: a first heading among equals is a section.
int find_title(const Document& document) {
  int title = -1;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::boilerplate || block.kind == BlockKind::comment) continue;
    ++seen;
    if (block.kind != BlockKind::heading) continue;
    if (title < 0) {
      if (seen > kTitleBlocks) return -1;
      title = static_cast<int>(i);
    } else if (block.level <= document.blocks[static_cast<std::size_t>(title)].level) {
      bool is_document_title =
          name_key(document.blocks[static_cast<std::size_t>(title)].text.text()) == name_key(document.title);
      return is_document_title && document.blocks[static_cast<std::size_t>(title)].level == 1 ? title : -1;
    }
  }
  return title;
}

}  // namespace

Outline::Outline(const Document& document) : document_(document) {
  std::vector<int> open;  // headings above, outermost first
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::heading) {
      while (!open.empty() && document.blocks[static_cast<std::size_t>(open.back())].level >= block.level)
        open.pop_back();
    }
    above_.push_back(open.empty() ? -1 : open.back());
    if (block.kind == BlockKind::heading) open.push_back(static_cast<int>(i));
  }
  title_ = find_title(document);
}

int Outline::lead_in(int block) const {
  int above = block - 1;
  while (above >= 0 && document_.blocks[static_cast<std::size_t>(above)].kind == BlockKind::boilerplate) --above;
  if (above < 0) return -1;
  const Block& candidate = document_.blocks[static_cast<std::size_t>(above)];
  if (candidate.kind != BlockKind::paragraph || candidate.text.size() > kLongestLeadIn || candidate.text.empty())
    return -1;
  return candidate.text.text().back() == ':' ? above : -1;
}

std::string Outline::section_of(int block) const {
  if (int lead = lead_in(block); lead >= 0) {
    const std::string& text = document_.blocks[static_cast<std::size_t>(lead)].text.text();
    bool one_sentence = text.find(". ") == std::string::npos;
    if (one_sentence && split_words(text).size() <= 14) return fold_space(text);
  }
  int heading = heading_above(block);
  if (heading < 0 || heading == title_) return {};
  return fold_space(trim_name(document_.blocks[static_cast<std::size_t>(heading)].text.text()));
}

std::string Outline::heading_entity(int block, const Subjects& subjects) const {
  for (int heading = heading_above(block); heading >= 0 && heading != title_; heading = heading_above(heading)) {
    std::string_view name = trim_name(document_.blocks[static_cast<std::size_t>(heading)].text.text());
    if (subjects.is_compared(name)) return std::string(name);
  }
  return {};
}

bool Outline::announces_comparison(int block, const Vocabulary& vocabulary) const {
  // "A vs B" announces tables about A and B; those are known by their names.
  auto announces = [&](std::string_view title) {
    return has_cue(title, vocabulary) && names_in_title(title, vocabulary).size() < 2;
  };
  if (announces(document_.title)) return true;
  for (int heading = heading_above(block); heading >= 0; heading = heading_above(heading)) {
    const std::string& text = document_.blocks[static_cast<std::size_t>(heading)].text.text();
    if (heading == title_ ? announces(text) : has_cue(text, vocabulary)) return true;
  }
  int lead = lead_in(block);
  return lead >= 0 && has_cue(document_.blocks[static_cast<std::size_t>(lead)].text.text(), vocabulary);
}

std::vector<std::string> Outline::texts_about(int block) const {
  std::vector<std::string> texts;
  for (int i = block - 1; i >= 0 && i >= block - 2; --i) {
    const Block& above = document_.blocks[static_cast<std::size_t>(i)];
    bool near =
        above.kind == BlockKind::paragraph || above.kind == BlockKind::heading || above.kind == BlockKind::caption;
    if (!near) break;
    if (above.text.size() <= kLongestLeadIn) texts.push_back(above.text.text());
    if (above.kind == BlockKind::heading) return texts;
  }
  if (int heading = heading_above(block); heading >= 0 && heading != title_)
    texts.push_back(document_.blocks[static_cast<std::size_t>(heading)].text.text());
  return texts;
}

}  // namespace versus
