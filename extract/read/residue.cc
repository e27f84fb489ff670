// A single word never decides: "References" over a chapter about pointers, "Comments" over one about syntax and
// "Subscribe" in a sentence are content. A section is residue when its heading says so and what follows looks like it:
// addresses under "References", "@name" and "6 months ago" under "2 Comments".
#include "extract/read/residue.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/text.h"
#include "extract/read/front_matter.h"
#include "extract/read/html_lines.h"
#include "extract/read/residue_lines.h"

namespace versus {
namespace {

constexpr std::size_t kBylineBlocks = 12;  // a byline stands among the first or last blocks
constexpr std::size_t kCommentWindow = 8;  // blocks after "2 Comments" in which a comment must show itself
constexpr double kTail = 0.4;              // comments and related links stand in the rest of the text after this share

class Labeller {
 public:
  explicit Labeller(Document& document) : document_(document), blocks_(document.blocks) {
    for (const Block& block : blocks_) {
      before_.push_back(total_);
      total_ += size_of(block);
    }
  }

  void run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) label_line(i);
    label_comments();
    label_references();
    label_contents();
    label_related();
    find_title();
  }

 private:
  static std::size_t size_of(const Block& block) {
    if (!block.table) return block.text.size() + 1;
    std::size_t size = 1;
    for (const Cell& cell : block.table->cells) size += cell.text.size() + 1;
    return size;
  }
  bool is_late(std::size_t i) const { return static_cast<double>(before_[i]) >= kTail * static_cast<double>(total_); }
  bool is_open(std::size_t i) const {
    return blocks_[i].kind != BlockKind::comment && blocks_[i].kind != BlockKind::boilerplate;
  }
  bool is_prose(std::size_t i) const { return is_open(i) && !blocks_[i].table && blocks_[i].kind != BlockKind::code; }
  std::string_view text(std::size_t i) const { return blocks_[i].text.text(); }
  void label(std::size_t i, BlockKind kind, std::string_view role) {
    blocks_[i].kind = kind;
    blocks_[i].role = role;
  }
  void label(std::size_t i, std::string_view role) { label(i, BlockKind::boilerplate, role); }

  // --- single lines
  void label_line(std::size_t i) {
    if (!is_prose(i)) return;
    if (text(i).empty()) return label(i, "images");
    if (text(i).size() > 240) return;
    bool edge = i < kBylineBlocks || i + kBylineBlocks / 2 >= blocks_.size();
    if (edge) {
      Byline byline = read_byline(text(i));
      if (byline.found) {
        if (document_.author.empty()) document_.author = byline.author;
        if (document_.published.empty()) document_.published = byline.date;
        return label(i, "byline");
      }
    }
    std::string_view role = residue_role(text(i));
    // "Category: document store" in a list is a feature.
    if (role == "tags" && (!edge || blocks_[i].kind != BlockKind::paragraph)) return;
    // "### Copy" over text is a section, "Copy" alone a button.
    if (role == "navigation" && is_marked_heading(i) && i + 1 < blocks_.size() &&
        blocks_[i + 1].kind != BlockKind::heading)
      return;
    if (!role.empty()) label(i, role);
  }

  // --- comments
  bool shows_comments(std::size_t first) const {
    std::size_t end = std::min(blocks_.size(), first + kCommentWindow);
    for (std::size_t i = first; i < end; ++i)
      if (is_comment_sign(text(i))) return true;
    return false;
  }
  void label_comments() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_prose(i) || text(i).size() > 160) continue;
      bool sentence = text(i).ends_with('.') || text(i).find(". ") != std::string_view::npos;
      bool heading = !sentence && html::is_comment_heading(text(i));
      bool weak = !heading && (html::may_be_comment_heading(text(i)) || is_comment_widget(text(i)));
      if (!heading && !weak) continue;
      bool late = is_late(i) || blocks_.size() - i <= 3;
      bool shown = shows_comments(i + 1);
      if (weak && !shown) continue;
      if (heading && !shown && !(late && ends_soon(i))) continue;
      if (!late) {  // a widget above the article
        if (is_comment_widget(text(i)) || heading) label(i, BlockKind::comment, "comments");
        continue;
      }
      std::size_t first = i;
      while (first > 0 && is_prose(first - 1) && is_comment_widget(text(first - 1))) --first;
      for (std::size_t k = first; k < blocks_.size(); ++k) {
        if (k > i && ends_comments(k)) break;
        if (blocks_[k].kind != BlockKind::boilerplate) label(k, BlockKind::comment, "comments");
        i = k;
      }
    }
  }
  bool ends_soon(std::size_t i) const { return total_ - before_[i] - size_of(blocks_[i]) < 600; }
  bool is_marked_heading(std::size_t k) const {
    return blocks_[k].kind == BlockKind::heading && blocks_[k].span.size() > blocks_[k].text.size() + 2;
  }
  // The article goes on: a marked heading over text, or a table.
  bool ends_comments(std::size_t k) const {
    if (blocks_[k].table && blocks_[k].table->n_rows > 2 && blocks_[k].table->n_columns > 1) return true;
    if (!is_marked_heading(k) || blocks_[k].level > 2 || html::is_comment_heading(text(k))) return false;
    return !shows_comments(k) && k + 1 < blocks_.size();
  }

  // --- sections
  // The blocks under the heading at `i`.
  std::size_t section_end(std::size_t i) const {
    std::size_t end = i + 1;
    int level = blocks_[i].kind == BlockKind::heading ? blocks_[i].level : 6;
    while (end < blocks_.size() && !(blocks_[end].kind == BlockKind::heading && blocks_[end].level <= level)) ++end;
    return end;
  }
  static double link_share(const Block& block) {
    if (block.text.empty()) return 1;
    std::size_t linked = 0;
    std::uint32_t covered = 0;
    for (const Mark& mark : block.marks) {
      if (mark.kind != Mark::Kind::link) continue;
      std::uint32_t begin = std::max(mark.begin, covered);
      if (mark.end > begin) linked += mark.end - begin;
      covered = std::max(covered, mark.end);
    }
    return static_cast<double>(linked) / static_cast<double>(block.text.size());
  }
  bool is_reference(std::size_t i) const {
    if (blocks_[i].kind == BlockKind::boilerplate) return true;
    bool linked = std::any_of(blocks_[i].marks.begin(), blocks_[i].marks.end(),
                              [](const Mark& mark) { return mark.kind == Mark::Kind::link; });
    return link_share(blocks_[i]) >= 0.5 || is_citation(text(i)) || (linked && text(i).size() < 200);
  }
  void label_references() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_prose(i) || text(i).size() > 60) continue;
      ReferenceHeading kind = reference_heading(text(i));
      if (kind == ReferenceHeading::none) continue;
      bool heading = blocks_[i].kind == BlockKind::heading || text(i).back() == ':';
      if (!heading && !(i + 1 < blocks_.size() && blocks_[i + 1].kind == BlockKind::list_item)) continue;
      std::size_t end = section_end(i);
      if (blocks_[i].kind != BlockKind::heading) {
        end = i + 1;
        while (end < blocks_.size() && blocks_[end].kind == BlockKind::list_item) ++end;
      }
      std::size_t n = 0;
      std::size_t references = 0;
      for (std::size_t k = i + 1; k < end; ++k) {
        if (!is_prose(k)) continue;
        ++n;
        references += is_reference(k) ? 1 : 0;
      }
      bool mostly = references * 10 >= n * (kind == ReferenceHeading::sure ? 5 : 8);
      if (n == 0 || !mostly) continue;
      for (std::size_t k = i; k < end; ++k)
        if (is_open(k) && !blocks_[k].table) label(k, "references");
      i = end - 1;
    }
  }

  void label_contents() {
    std::unordered_set<std::string> headings;
    for (const Block& block : blocks_)
      if (block.kind == BlockKind::heading) headings.insert(name_key(block.text.text()));
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (is_prose(i) && text(i).size() < 60 && is_contents_heading(text(i))) {
        std::size_t end = i + 1;
        while (end < blocks_.size() && (blocks_[end].kind == BlockKind::list_item || is_entry(end, headings))) ++end;
        if (end > i + 1 || blocks_[i].kind == BlockKind::heading)
          for (std::size_t k = i; k < end; ++k) label(k, "contents");
        i = end - 1;
      } else if (blocks_[i].kind == BlockKind::list_item) {
        i = label_anchor_list(i);
      }
    }
  }
  bool is_entry(std::size_t i, const std::unordered_set<std::string>& headings) const {
    return blocks_[i].kind == BlockKind::paragraph && text(i).size() < 120 && headings.contains(name_key(text(i)));
  }
  // A list of nothing but links to places in this document; returns its last block.
  std::size_t label_anchor_list(std::size_t first) {
    std::size_t end = first;
    bool anchors = true;
    for (; end < blocks_.size() && blocks_[end].kind == BlockKind::list_item; ++end) {
      bool anchor = std::any_of(blocks_[end].marks.begin(), blocks_[end].marks.end(), [](const Mark& mark) {
        return mark.kind == Mark::Kind::link && mark.target.starts_with('#');
      });
      anchors = anchors && anchor && link_share(blocks_[end]) > 0.8;
    }
    if (anchors && end - first >= 3)
      for (std::size_t k = first; k < end; ++k) label(k, "contents");
    return end - 1;
  }

  // "Related posts" and what stands under it, when that is links or short lines at the end of the text.
  void label_related() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_prose(i) || !is_late(i) || text(i).size() > 60 || !html::is_tail_heading(text(i))) continue;
      std::size_t end = i + 1;
      bool list = false;
      while (end < blocks_.size() && is_prose(end) && blocks_[end].kind != BlockKind::heading &&
             (link_share(blocks_[end]) > 0.5 || (text(end).size() < 120 && text(end).back() != '.'))) {
        list = true;
        ++end;
      }
      if (!list && end < blocks_.size()) continue;
      for (std::size_t k = i; k < end; ++k) label(k, "related");
      i = end - 1;
    }
  }

  // --- title
  void find_title() {
    if (!document_.title.empty()) return;
    auto is_heading = [](const Block& block) { return block.kind == BlockKind::heading; };
    auto first = std::find_if(blocks_.begin(), blocks_.end(),
                              [&](const Block& block) { return is_heading(block) && block.level == 1; });
    if (first == blocks_.end()) {  // a lower one above everything else, unless it is one section of several
      first = std::find_if(blocks_.begin(), blocks_.end(),
                           [](const Block& block) { return block.kind != BlockKind::boilerplate; });
      if (first != blocks_.end() && is_heading(*first)) {
        bool list_below = first + 1 != blocks_.end() && (first + 1)->kind == BlockKind::list_item;
        bool again = std::any_of(first + 1, blocks_.end(),
                                 [&](const Block& block) { return is_heading(block) && block.level == first->level; });
        if (list_below && again) return;
      } else {
        first = blocks_.end();
      }
    }
    if (first != blocks_.end()) {
      document_.title = first->text.text();
      return;
    }
    for (const Block& block : blocks_) {
      if (block.kind == BlockKind::boilerplate || block.role == "cell-continued") continue;
      if (block.kind == BlockKind::paragraph && !block.text.empty() && block.text.size() <= 100 &&
          block.text.text().back() != '.' && block.text.text().back() != ':')
        document_.title = block.text.text();
      return;
    }
  }

  Document& document_;
  std::vector<Block>& blocks_;
  std::vector<std::size_t> before_;  // bytes of text before each block
  std::size_t total_ = 0;
};

}  // namespace

void label_residue(Document& document) { Labeller(document).run(); }

}  // namespace versus
