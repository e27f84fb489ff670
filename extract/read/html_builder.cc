#include "extract/read/html_builder.h"

#include <algorithm>

namespace versus::html {
namespace {

constexpr std::string_view kSpace = " \t\n\r\f";

bool is_blank(std::string_view text) { return text.find_first_not_of(kSpace) == std::string_view::npos; }

bool is_scope_boundary(Tag tag) {
  switch (tag) {
    case Tag::applet:
    case Tag::caption:
    case Tag::html:
    case Tag::table:
    case Tag::td:
    case Tag::th:
    case Tag::marquee:
    case Tag::object:
    case Tag::template_: return true;
    default: return false;
  }
}

bool is_head_element(Tag tag) {
  switch (tag) {
    case Tag::title:
    case Tag::meta:
    case Tag::link:
    case Tag::base:
    case Tag::script:
    case Tag::style:
    case Tag::template_:
    case Tag::noscript: return true;
    default: return false;
  }
}

}  // namespace

TreeBuilder::TreeBuilder(Tree& tree) : tree_(tree) {
  tree_.nodes.clear();
  tree_.nodes.push_back({});
  tree_[0].tag = Tag::html;
  open_.push_back({0, Tag::html, Mode::body, 0});
}

int TreeBuilder::new_node(const Node& node) {
  tree_.nodes.push_back(node);
  return static_cast<int>(tree_.nodes.size()) - 1;
}

void TreeBuilder::append(int parent, int child) {
  Node& node = tree_[child];
  Node& above = tree_[parent];
  node.parent = parent;
  node.previous = above.last_child;
  if (above.last_child >= 0) {
    tree_[above.last_child].next = child;
  } else {
    above.first_child = child;
  }
  above.last_child = child;
}

void TreeBuilder::insert_before(int sibling, int child) {
  Node& node = tree_[child];
  Node& after = tree_[sibling];
  node.parent = after.parent;
  node.previous = after.previous;
  node.next = sibling;
  if (after.previous >= 0) {
    tree_[after.previous].next = child;
  } else {
    tree_[after.parent].first_child = child;
  }
  after.previous = child;
}

// "The appropriate place for inserting a node", foster parenting included.
void TreeBuilder::place(int child) {
  if (foster_ && holds_table_parts(current())) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].tag == Tag::table) return insert_before(open_[i].node, child);
    }
  }
  append(open_.back().node, child);
}

void TreeBuilder::insert(const TagToken& token, bool stays_open) {
  Node node;
  node.tag = token.tag;
  node.source = token.span;
  node.attributes_begin = token.attributes_begin;
  node.attributes_end = token.attributes_end;
  int index = new_node(node);
  place(index);
  if (!stays_open) return;
  if (open_.size() >= static_cast<std::size_t>(kMaxDepth)) {
    reached_max_depth_ = true;
    return;
  }
  Mode mode = open_.back().mode;
  switch (token.tag) {
    case Tag::table: mode = Mode::table; break;
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot: mode = Mode::section; break;
    case Tag::tr: mode = Mode::row; break;
    case Tag::colgroup: mode = Mode::column_group; break;
    case Tag::td:
    case Tag::th: mode = Mode::cell; break;
    case Tag::caption: mode = Mode::caption; break;
    case Tag::template_: mode = Mode::body; break;
    default: break;
  }
  open_.push_back({index, token.tag, mode, token.name_hash});
}

void TreeBuilder::insert_implied(Tag tag) {
  TagToken token;
  token.tag = tag;
  token.span = {at_, at_};
  insert(token);
}

void TreeBuilder::pop() {
  tree_[open_.back().node].source.end = std::max(tree_[open_.back().node].source.end, at_);
  open_.pop_back();
}

void TreeBuilder::pop_to_size(std::size_t size) {
  while (open_.size() > size) pop();
}

int TreeBuilder::find_in_scope(Tag tag, Scope scope) const {
  for (std::size_t i = open_.size(); i-- > 1;) {
    Tag open = open_[i].tag;
    if (open == tag) return static_cast<int>(i);
    if (scope == Scope::table) {
      if (open == Tag::table || open == Tag::template_) return -1;
      continue;
    }
    if (is_scope_boundary(open)) return -1;
    if (scope == Scope::button && open == Tag::button) return -1;
    if (scope == Scope::list_item && (open == Tag::ul || open == Tag::ol)) return -1;
  }
  return -1;
}

void TreeBuilder::close_implied(Tag except) {
  while (open_.size() > 1) {
    Tag tag = current();
    bool implied = is_item(tag) || tag == Tag::option || tag == Tag::optgroup || tag == Tag::p;
    if (!implied || tag == except) return;
    pop();
  }
}

void TreeBuilder::pop_through(Tag tag) {
  while (open_.size() > 1) {
    bool last = current() == tag;
    pop();
    if (last) return;
  }
}

void TreeBuilder::close_paragraph() {
  int found = find_in_scope(Tag::p, Scope::button);
  if (found >= 0) pop_to_size(static_cast<std::size_t>(found));
}

void TreeBuilder::erase_open(std::size_t index) {
  tree_[open_[index].node].source.end = std::max(tree_[open_[index].node].source.end, at_);
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
}

void TreeBuilder::start_tag(const TagToken& token) {
  at_ = token.span.begin;
  for (;;) {
    switch (mode()) {
      case Mode::body: return start_in_body(token);
      case Mode::table:
        if (start_in_table(token)) return;
        break;
      case Mode::section:
        if (start_in_section(token)) return;
        break;
      case Mode::row:
        if (start_in_row(token)) return;
        break;
      case Mode::column_group:
        if (token.tag == Tag::col) return insert(token, false);
        if (token.tag == Tag::template_) return insert(token);
        pop_through(Tag::colgroup);
        break;
      case Mode::cell:
      case Mode::caption: {
        bool table_part = is_table_child(token.tag) || is_cell(token.tag) || token.tag == Tag::tr;
        if (!table_part) return start_in_body(token);
        close_cell();
        break;
      }
    }
  }
}

void TreeBuilder::start_block(const TagToken& token) {
  close_paragraph();
  if (is_heading(token.tag) && is_heading(current())) pop();
  if (token.tag == Tag::li || token.tag == Tag::dt || token.tag == Tag::dd) {
    for (std::size_t i = open_.size(); i-- > 1;) {
      Tag open = open_[i].tag;
      bool same = token.tag == Tag::li ? open == Tag::li : open == Tag::dt || open == Tag::dd;
      if (same) {
        pop_to_size(i);
        break;
      }
      if (is_special(open) && open != Tag::address && open != Tag::div && open != Tag::p) break;
    }
    close_paragraph();
  }
  insert(token);
}

void TreeBuilder::start_in_body(const TagToken& token) {
  Tag tag = token.tag;
  if (current() == Tag::head && !is_head_element(tag)) pop();
  switch (tag) {
    case Tag::html:
      if (tree_[0].attributes_begin == tree_[0].attributes_end) {
        tree_[0].attributes_begin = token.attributes_begin;
        tree_[0].attributes_end = token.attributes_end;
      }
      return;
    case Tag::head:
      if (open_.size() == 1 && body_ < 0) insert(token);
      return;
    case Tag::body:
      if (body_ >= 0 || open_.size() > 1) return;
      insert(token);
      body_ = open_.back().node;
      return;
    case Tag::caption:
    case Tag::col:
    case Tag::colgroup:
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
    case Tag::tr:
    case Tag::td:
    case Tag::th:
    case Tag::frame: return;
    case Tag::form:
      if (form_ >= 0) return;
      close_paragraph();
      insert(token);
      if (current() == Tag::form) form_ = open_.back().node;
      return;
    case Tag::table:
      if (!tree_.quirks) close_paragraph();
      insert(token);
      return;
    case Tag::button: {
      int found = find_in_scope(Tag::button, Scope::normal);
      if (found >= 0) pop_to_size(static_cast<std::size_t>(found));
      return insert(token);
    }
    case Tag::a:
      for (std::size_t i = open_.size(); i-- > 1;) {
        if (open_[i].tag == Tag::a) {
          if (i + 1 == open_.size()) {
            pop();
          } else {
            erase_open(i);
          }
          break;
        }
        if (is_scope_boundary(open_[i].tag)) break;
      }
      return insert(token);
    case Tag::option:
    case Tag::optgroup:
      if (current() == Tag::option) pop();
      return insert(token);
    case Tag::hr: close_paragraph(); return insert(token, false);
    default: break;
  }
  if (is_void(tag)) return insert(token, false);
  if (is_block(tag)) return start_block(token);
  insert(token);
}

void TreeBuilder::end_tag(const TagToken& token) {
  at_ = token.span.end;
  while (mode() != Mode::body) {
    if (end_in_table(token)) return;
  }
  end_in_body(token);
}

void TreeBuilder::end_formatting(const TagToken& token) {
  bool crosses_special = false;
  for (std::size_t i = open_.size(); i-- > 1;) {
    if (open_[i].tag == token.tag) {
      if (crosses_special) {
        erase_open(i);
      } else {
        pop_to_size(i);
      }
      return;
    }
    if (is_scope_boundary(open_[i].tag)) return;
    crosses_special = crosses_special || is_special(open_[i].tag);
  }
}

void TreeBuilder::end_any_other(const TagToken& token) {
  for (std::size_t i = open_.size(); i-- > 1;) {
    if (open_[i].tag == token.tag && open_[i].name_hash == token.name_hash) return pop_to_size(i);
    if (is_special(open_[i].tag)) return;
  }
}

void TreeBuilder::end_in_body(const TagToken& token) {
  Tag tag = token.tag;
  if (tag == Tag::html || tag == Tag::body) return;
  if (tag == Tag::p && find_in_scope(Tag::p, Scope::button) < 0) {
    TagToken empty;
    empty.tag = Tag::p;
    empty.span = token.span;
    return insert(empty, false);
  }
  if (tag == Tag::br) {
    TagToken line_break;
    line_break.tag = Tag::br;
    line_break.span = token.span;
    return insert(line_break, false);
  }
  if (tag == Tag::form && form_ >= 0) {
    int form = form_;
    form_ = -1;
    int found = find_in_scope(Tag::form, Scope::normal);
    if (found < 0 || open_[static_cast<std::size_t>(found)].node != form) return;
    close_implied(Tag::unknown);
    found = find_in_scope(Tag::form, Scope::normal);
    if (found >= 0) erase_open(static_cast<std::size_t>(found));
    return;
  }
  if (is_heading(tag)) {
    for (std::size_t i = open_.size(); i-- > 1;) {
      if (is_heading(open_[i].tag)) return pop_to_size(i);
      if (is_scope_boundary(open_[i].tag)) return;
    }
    return;
  }
  if (is_formatting(tag)) return end_formatting(token);
  if (is_block(tag) || tag == Tag::button || tag == Tag::object || tag == Tag::applet || tag == Tag::marquee) {
    Scope scope = tag == Tag::li ? Scope::list_item : tag == Tag::p ? Scope::button : Scope::normal;
    int found = find_in_scope(tag, scope);
    if (found >= 0) pop_to_size(static_cast<std::size_t>(found));
    return;
  }
  end_any_other(token);
}

void TreeBuilder::text(std::string_view characters, Span span, bool decoded) {
  if (characters.empty()) return;
  at_ = span.begin;
  bool blank = is_blank(characters);
  if (current() == Tag::head && !blank) pop();
  if (mode() == Mode::column_group && !blank) pop_through(Tag::colgroup);
  Mode now = mode();
  foster_ = !blank && (now == Mode::table || now == Mode::section || now == Mode::row);
  Node node;
  node.tag = Tag::text;
  node.decoded = decoded;
  node.source = span;
  node.text = characters;
  if (!(foster_ && holds_table_parts(current()))) {  // runs that touch are one
    int last = tree_[open_.back().node].last_child;
    if (last >= 0 && !decoded) {
      Node& before = tree_[last];
      if (before.tag == Tag::text && !before.decoded && before.source.end == span.begin) {
        before.source.end = span.end;
        before.text = std::string_view(before.text.data(), before.text.size() + characters.size());
        foster_ = false;
        return;
      }
    }
  }
  place(new_node(node));
  foster_ = false;
}

void TreeBuilder::finish(std::uint32_t at) {
  at_ = at;
  pop_to_size(1);
  tree_[0].source.end = at;
  for (std::size_t i = tree_.nodes.size(); i-- > 1;) {  // children come after their parents
    Node& node = tree_.nodes[i];
    if (node.tag == Tag::text) node.text_size = static_cast<std::uint32_t>(node.text.size());
    if (!is_invisible(node.tag)) tree_[node.parent].text_size += node.text_size;
  }
}

}  // namespace versus::html
