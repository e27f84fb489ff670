#include "extract/read/html_blocks.h"

#include <algorithm>
#include <cctype>

#include "extract/read/html_flow.h"
#include "extract/read/html_grid.h"

namespace versus::html {
namespace {

struct Context {
  int node = 0;
  BlockKind kind = BlockKind::paragraph;
  Label label{Label::Kind::article, 0};
  int level = 0;  // heading level, list depth
  int list = -1;  // list that an item here belongs to
  bool ordered = false;
  bool keeps_together = false;  // paragraphs inside an item become one text
  bool item_open = false;       // the item has not given its text yet
};

// Elements that end an item's text; other block elements inside an item are only spaces.
bool breaks_item(Tag tag) {
  return is_heading(tag) || is_list(tag) || is_item(tag) || tag == Tag::table || tag == Tag::pre ||
         tag == Tag::blockquote || tag == Tag::figure || tag == Tag::figcaption || tag == Tag::article ||
         tag == Tag::section || tag == Tag::caption || is_cell(tag);
}

int count_paragraphs(const Tree& tree, int item) {
  int count = 0;
  for (int node = tree[item].first_child; node >= 0;) {
    Tag tag = tree[node].tag;
    if (tag == Tag::p && tree[node].first_child >= 0) ++count;
    node = breaks_item(tag) ? tree.skip_in(node, item) : tree.next_in(node, item);
  }
  return count;
}

class BlockReader {
 public:
  BlockReader(const Tree& tree, const Labels& labels, const LineIndex& lines, Diagnostics& diagnostics)
      : tree_(tree), labels_(labels), lines_(lines), diagnostics_(diagnostics), flow_(tree) {}
  std::vector<Block> run();

 private:
  bool enter(int node);
  void leave(int node);
  void push_context(int node);
  void flush();
  void add_code(int node);
  void add_table(int table, bool is_layout);
  void finish_block(Block& block, Label label);
  Label label_of(int node) const;
  bool has_label(int node) const {
    return !labels_.nodes.empty() && labels_.nodes[static_cast<std::size_t>(node)].kind != Label::Kind::inherit;
  }

  const Tree& tree_;
  const Labels& labels_;
  const LineIndex& lines_;
  Diagnostics& diagnostics_;
  FlowWriter flow_;
  std::vector<Context> contexts_;
  std::vector<Block> blocks_;
  int lists_ = 0;
};

Label BlockReader::label_of(int node) const {
  Label own = labels_.nodes.empty() ? Label{} : labels_.nodes[static_cast<std::size_t>(node)];
  return own.kind == Label::Kind::inherit && !contexts_.empty() ? contexts_.back().label : own;
}

void BlockReader::finish_block(Block& block, Label label) {
  if (label.kind == Label::Kind::comment) block.kind = BlockKind::comment;
  if (label.kind == Label::Kind::boilerplate) block.kind = BlockKind::boilerplate;
  if (!labels_.roles.empty() && label.role < labels_.roles.size() && !labels_.roles[label.role].empty()) {
    block.role = labels_.roles[label.role];
  }
  block.line = lines_.line_of(block.span.begin);
  blocks_.push_back(std::move(block));
}

void BlockReader::flush() {
  if (flow_.empty()) {
    flow_.boundary();
    return;
  }
  Flow flow = flow_.take();
  Context& context = contexts_.back();
  Block block;
  block.kind = context.kind;
  block.level = context.level;
  if (block.kind == BlockKind::list_item) {
    if (!context.item_open) block.kind = BlockKind::paragraph;
    context.item_open = false;
    block.list = context.list;
    block.ordered = context.ordered;
  }
  block.span = flow.text.cover();
  block.text = std::move(flow.text);
  block.marks = std::move(flow.marks);
  finish_block(block, context.label);
}

// Code keeps its lines.
void BlockReader::add_code(int pre) {
  Block block;
  block.kind = BlockKind::code;
  for (int node = tree_.next_in(pre, pre); node >= 0;) {
    const Node& element = tree_[node];
    if (element.tag == Tag::text) {
      if (element.decoded) {
        block.text.append_decoded(element.text, element.source);
      } else {
        block.text.append_verbatim(element.text, element.source.begin);
      }
    } else if (element.tag == Tag::br || element.tag == Tag::li || element.tag == Tag::tr) {
      if (!block.text.empty() && block.text.text().back() != '\n') {
        block.text.append_decoded("\n", {element.source.begin, element.source.begin});
      }
    }
    node = is_invisible(element.tag) ? tree_.skip_in(node, pre) : tree_.next_in(node, pre);
  }
  block.text = block.text.trimmed();
  if (block.text.empty()) return;
  block.span = block.text.cover();
  finish_block(block, label_of(pre));
}

void BlockReader::add_table(int table, bool is_layout) {
  if (nesting_of(tree_, table) > kMaxTableNesting) return;
  FormedTable formed = form_table(tree_, table, lines_, diagnostics_);
  if (formed.table.cells.empty()) return;
  Block block;
  block.kind = is_layout ? BlockKind::boilerplate : BlockKind::table;
  if (is_layout) block.role = "layout";
  block.span = tree_[table].source;
  block.table = std::move(formed.table);
  Label label = label_of(table);
  if (is_layout) {
    block.line = lines_.line_of(block.span.begin);
    blocks_.push_back(std::move(block));
    return;
  }
  finish_block(block, label);
  for (int node = tree_.next_in(table, table); node >= 0; node = tree_.next_in(node, table)) {
    if (tree_[node].tag != Tag::table || nesting_of(tree_, node) > kMaxTableNesting) continue;
    FormedTable inner = form_table(tree_, node, lines_, diagnostics_);
    if (inner.table.cells.empty()) continue;
    Block nested;
    nested.kind = BlockKind::table;
    nested.span = tree_[node].source;
    nested.table = std::move(inner.table);
    finish_block(nested, label);
  }
}

void BlockReader::push_context(int node) {
  const Node& element = tree_[node];
  Context context = contexts_.empty() ? Context{} : contexts_.back();
  context.label = label_of(node);
  context.node = node;
  context.keeps_together = context.keeps_together && !breaks_item(element.tag);
  if (is_heading(element.tag)) {
    context.kind = BlockKind::heading;
    context.level = static_cast<int>(element.tag) - static_cast<int>(Tag::h1) + 1;
  } else if (is_list(element.tag)) {
    context.level = context.list < 0 ? 1 : context.level + 1;
    context.list = lists_++;
    context.ordered = element.tag == Tag::ol;
    context.kind = BlockKind::paragraph;
  } else if (is_item(element.tag)) {
    if (context.list < 0) {
      context.list = lists_++;
      context.level = 1;
    }
    context.kind = BlockKind::list_item;
    if (element.tag == Tag::dd) ++context.level;
    context.item_open = true;
    context.keeps_together = count_paragraphs(tree_, node) <= 1;
  } else if (element.tag == Tag::blockquote) {
    context.kind = BlockKind::quote;
  } else if (element.tag == Tag::figcaption || element.tag == Tag::caption) {
    context.kind = BlockKind::caption;
  } else if (is_cell(element.tag)) {
    context.kind = BlockKind::paragraph;
    context.list = -1;
    context.level = 0;
  } else if (context.kind == BlockKind::heading) {
    context.kind = BlockKind::heading;
  }
  contexts_.push_back(context);
}

// Returns whether the walk goes into the element.
bool BlockReader::enter(int node) {
  const Node& element = tree_[node];
  switch (element.tag) {
    case Tag::text:
      if (has_label(node)) {
        flush();
        push_context(node);
      }
      flow_.text(node);
      return false;
    case Tag::br:
    case Tag::img:
    case Tag::svg: flow_.single(node); return false;
    case Tag::pre:
    case Tag::listing:
    case Tag::xmp:
      flush();
      add_code(node);
      return false;
    case Tag::table: {
      flush();
      bool is_layout = is_layout_table(tree_, node);
      add_table(node, is_layout);
      if (!is_layout) return false;
      push_context(node);
      return true;
    }
    default: break;
  }
  if (is_invisible(element.tag)) return false;
  bool labelled = has_label(node);
  if (is_block(element.tag) || labelled) {
    if (contexts_.back().keeps_together && !breaks_item(element.tag) && !labelled) {
      flow_.boundary();
    } else {
      flush();
      push_context(node);
    }
  } else {
    flow_.open(node);
  }
  return true;
}

void BlockReader::leave(int node) {
  Tag tag = tree_[node].tag;
  if (contexts_.size() > 1 && contexts_.back().node == node) {
    flush();
    bool spent = contexts_.back().kind == BlockKind::list_item && !contexts_.back().item_open;
    contexts_.pop_back();
    // A wrapper inside an item gave the item's text.
    if (spent && contexts_.back().kind == BlockKind::list_item) contexts_.back().item_open = false;
  } else if (is_block(tag)) {
    flow_.boundary();
  } else if (tag != Tag::text) {
    flow_.close(node);
  }
}

std::vector<Block> BlockReader::run() {
  push_context(0);
  int node = tree_[0].first_child;
  while (node >= 0) {
    if (enter(node) && tree_[node].first_child >= 0) {
      node = tree_[node].first_child;
      continue;
    }
    leave(node);
    while (node > 0 && tree_[node].next < 0) {
      node = tree_[node].parent;
      if (node > 0) leave(node);
    }
    if (node <= 0) break;
    node = tree_[node].next;
  }
  flush();
  return std::move(blocks_);
}

}  // namespace

// Chosen by reading the tables of saved pages: a table with th, caption or thead of its own is data; so is one without
// that holds no other table and no cell that is most of it and reads like a text.
bool is_layout_table(const Tree& tree, int table) {
  std::string_view role = tree.attribute(table, Attr::role);
  if (role == "presentation" || role == "none") return true;
  std::size_t nested_text = 0;
  bool nested = false;
  int parts = 0;  // headings and paragraphs
  int cells = 0;
  int rows = 0;
  std::size_t longest = 0;
  for (int node = tree.next_in(table, table); node >= 0;) {
    Tag tag = tree[node].tag;
    if (tag == Tag::th || tag == Tag::caption || tag == Tag::thead) return false;
    if (is_cell(tag)) {
      ++cells;
      longest = std::max<std::size_t>(longest, tree[node].text_size);
    }
    rows += tag == Tag::tr;
    parts += is_heading(tag) || tag == Tag::p;
    if (tag == Tag::table) {
      nested = true;
      nested_text += tree[node].text_size;
    }
    node = tag == Tag::table ? tree.skip_in(node, table) : tree.next_in(node, table);
  }
  std::size_t total = tree[table].text_size;
  if (nested && (nested_text * 2 > total || cells <= 4)) return true;
  if (cells <= 1 || (rows <= 1 && cells <= 2)) return true;
  return longest > 1500 && longest * 2 > total && parts > 3;
}

std::vector<Block> read_blocks(const Tree& tree, const Labels& labels, const LineIndex& lines,
                               Diagnostics& diagnostics) {
  return BlockReader(tree, labels, lines, diagnostics).run();
}

}  // namespace versus::html
