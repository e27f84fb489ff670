// Running text from a subtree: what a reader sees, white space folded, with marks and with the bytes it came from.
#pragma once

#include <cstddef>
#include <vector>

#include "corpus/spanned_text.h"
#include "extract/read/html_tree.h"
#include "extract/table.h"

namespace versus::html {

struct Flow {
  SpannedText text;
  std::vector<Mark> marks;  // in order of their beginnings; offsets count in `text`
};

/// Hidden by the page itself: `hidden`, `display:none`, `visibility:hidden`.
bool is_hidden(const Tree& tree, int node);

/// Collects text node by node. Elements are opened and closed in document order; marks may span several texts.
class FlowWriter {
 public:
  explicit FlowWriter(const Tree& tree) : tree_(tree) {}

  void text(int node);
  void boundary();       // the edge of a block: a space
  void line_edge();      // ... where a line begins or ends: a space and a mark
  void open(int node);   // an inline element or a list item begins
  void close(int node);  // ... and ends
  /// br, img, svg and other things without text of their own.
  void single(int node);
  bool empty() const { return flow_.text.empty(); }
  /// What has been collected; elements still open go on in the next text.
  Flow take();

 private:
  struct OpenMark {
    int node;
    std::size_t index;  // into flow_.marks
  };
  std::uint32_t next_offset() const;
  void mark_line();
  void edge_of(const Node& element);
  void emit_space();
  void run(std::string_view characters, std::uint32_t begin);

  const Tree& tree_;
  Flow flow_;
  std::vector<OpenMark> open_;
  bool space_pending_ = false;
  Span space_;
};

/// The text of everything under `root` (not `root`'s own boundaries), spaces at the edges of blocks.
Flow read_flow(const Tree& tree, int root);

}  // namespace versus::html
