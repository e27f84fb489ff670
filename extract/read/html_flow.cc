#include "extract/read/html_flow.h"

#include <algorithm>
#include <optional>
#include <string>

namespace versus::html {
namespace {

// Marks that nest; a page of elements left open would repeat them all in every block.
constexpr std::size_t kMostOpenMarks = 16;
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Bytes of white space at `at`, U+00A0 included; 0: none.
std::size_t space_at(std::string_view text, std::size_t at) {
  if (is_space(text[at])) return 1;
  return text.compare(at, 2, kNoBreakSpace) == 0 ? 2 : 0;
}

std::optional<Mark::Kind> mark_of(Tag tag) {
  switch (tag) {
    case Tag::b:
    case Tag::strong:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6: return Mark::Kind::bold;
    case Tag::i:
    case Tag::em: return Mark::Kind::emphasis;
    case Tag::code:
    case Tag::kbd:
    case Tag::samp:
    case Tag::tt: return Mark::Kind::code;
    case Tag::a: return Mark::Kind::link;
    case Tag::sup: return Mark::Kind::superscript;
    case Tag::li: return Mark::Kind::list_item;
    default: return std::nullopt;
  }
}

// "https://x.org/img/check-mark.png?v=2" -> "check-mark.png"
std::string file_name(std::string_view address) {
  if (address.substr(0, 5) == "data:") return {};
  address = address.substr(0, address.find_first_of("?#"));
  std::size_t slash = address.find_last_of('/');
  if (slash != std::string_view::npos) address.remove_prefix(slash + 1);
  return std::string(address);
}

std::string first_of(std::initializer_list<std::string_view> texts) {
  for (std::string_view text : texts) {
    if (text.find_first_not_of(" \t\n\r\f") != std::string_view::npos) return std::string(text);
  }
  return {};
}

// What an image says, or an element without text that a style sheet turns into one (`<i class="fa fa-check"></i>`).
std::string image_name(const Tree& tree, int node) {
  auto attribute = [&tree, node](Attr name) { return tree.attribute(node, name); };
  if (tree[node].tag == Tag::img) {
    std::string source = file_name(attribute(Attr::src));
    std::string lazy = file_name(attribute(Attr::data_src));
    return first_of({attribute(Attr::alt), lazy, source, attribute(Attr::title)});
  }
  return first_of(
      {attribute(Attr::aria_label), attribute(Attr::title), attribute(Attr::data_label), attribute(Attr::class_)});
}

bool contains_folded(std::string_view text, std::string_view word) {
  return std::search(text.begin(), text.end(), word.begin(), word.end(),
                     [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; }) != text.end();
}

bool style_says(std::string_view style, std::string_view property, std::string_view value) {
  std::string packed;
  for (char c : style) {
    if (!is_space(c)) packed.push_back(c);
  }
  std::string declaration = std::string(property) + ":" + std::string(value);
  return contains_folded(packed, declaration);
}

}  // namespace

bool is_hidden(const Tree& tree, int node) {
  const Node& element = tree[node];
  if (element.attributes_begin == element.attributes_end) return false;
  if (tree.has_attribute(node, Attr::hidden)) return true;
  std::string_view style = tree.attribute(node, Attr::style);
  if (style.empty()) return false;
  return style_says(style, "display", "none") || style_says(style, "visibility", "hidden");
}

std::uint32_t FlowWriter::next_offset() const {
  return static_cast<std::uint32_t>(flow_.text.size() + (space_pending_ && !flow_.text.empty() ? 1 : 0));
}

void FlowWriter::emit_space() {
  if (space_pending_ && !flow_.text.empty()) flow_.text.append_space(space_);
  space_pending_ = false;
}

void FlowWriter::boundary() {
  if (space_pending_) return;
  space_pending_ = true;
  space_ = {};
}

void FlowWriter::mark_line() {
  auto here = static_cast<std::uint32_t>(flow_.text.size());
  if (here == 0) return;
  bool is_marked =
      !flow_.marks.empty() && flow_.marks.back().kind == Mark::Kind::line_break && flow_.marks.back().begin == here;
  if (!is_marked) flow_.marks.push_back({Mark::Kind::line_break, here, here, {}});
}

void FlowWriter::line_edge() {
  boundary();
  mark_line();
}

void FlowWriter::edge_of(const Node& element) {
  if (element.shown == Shown::line) line_edge();
  if (element.shown == Shown::apart) boundary();
}

// White space is folded; a single space stays part of the run so that a sentence is one piece.
void FlowWriter::run(std::string_view characters, std::uint32_t begin) {
  std::size_t at = 0;
  while (at < characters.size()) {
    std::size_t space_end = at;
    while (space_end < characters.size()) {
      std::size_t size = space_at(characters, space_end);
      if (size == 0) break;
      space_end += size;
    }
    if (space_end > at) {
      space_pending_ = true;
      space_ = {begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(space_end)};
      at = space_end;
      continue;
    }
    std::size_t end = at;
    while (end < characters.size()) {
      if (characters[end] == ' ' && end + 1 < characters.size() && space_at(characters, end + 1) == 0) {
        end += 2;
        continue;
      }
      if (space_at(characters, end) != 0) break;
      ++end;
    }
    emit_space();
    flow_.text.append_verbatim(characters.substr(at, end - at), begin + static_cast<std::uint32_t>(at));
    at = end;
  }
}

void FlowWriter::text(int node) {
  const Node& element = tree_[node];
  if (!element.decoded) return run(element.text, element.source.begin);
  std::size_t at = 0;
  while (at < element.text.size()) {
    std::size_t size = space_at(element.text, at);
    if (size > 0) {
      space_pending_ = true;
      space_ = element.source;
      at += size;
      continue;
    }
    std::size_t end = at;
    while (end < element.text.size() && space_at(element.text, end) == 0) ++end;
    emit_space();
    flow_.text.append_decoded(element.text.substr(at, end - at), element.source);
    at = end;
  }
}

void FlowWriter::open(int node) {
  const Node& element = tree_[node];
  edge_of(element);
  if (element.shown == Shown::seam) mark_line();
  std::optional<Mark::Kind> kind = mark_of(element.tag);
  if (element.first_child < 0) {
    if (element.tag == Tag::i || element.tag == Tag::span || element.tag == Tag::em) single(node);
    return;
  }
  if (!kind || open_.size() >= kMostOpenMarks) return;
  Mark mark;
  mark.kind = *kind;
  mark.begin = next_offset();
  mark.end = mark.begin;
  if (*kind == Mark::Kind::link) mark.target = std::string(tree_.attribute(node, Attr::href));
  open_.push_back({node, flow_.marks.size()});
  flow_.marks.push_back(std::move(mark));
}

void FlowWriter::close(int node) {
  edge_of(tree_[node]);
  if (open_.empty() || open_.back().node != node) return;
  Mark& mark = flow_.marks[open_.back().index];
  mark.end = std::max(mark.begin, static_cast<std::uint32_t>(flow_.text.size()));
  open_.pop_back();
}

void FlowWriter::single(int node) {
  Mark mark;
  mark.kind = tree_[node].tag == Tag::br ? Mark::Kind::line_break : Mark::Kind::image;
  if (mark.kind == Mark::Kind::image) {
    mark.target = image_name(tree_, node);
    if (mark.target.empty()) return;
    mark.begin = mark.end = next_offset();
    mark.source = tree_[node].source;
  } else {
    mark.begin = mark.end = static_cast<std::uint32_t>(flow_.text.size());
    boundary();
  }
  flow_.marks.push_back(std::move(mark));
}

Flow FlowWriter::take() {
  for (OpenMark& open : open_) {
    Mark& mark = flow_.marks[open.index];
    mark.end = std::max(mark.begin, static_cast<std::uint32_t>(flow_.text.size()));
  }
  Flow out = std::move(flow_);
  flow_ = {};
  space_pending_ = false;
  for (OpenMark& open : open_) {
    Mark mark = out.marks[open.index];
    mark.begin = mark.end = 0;
    open.index = flow_.marks.size();
    flow_.marks.push_back(std::move(mark));
  }
  std::uint32_t size = static_cast<std::uint32_t>(out.text.size());
  std::erase_if(out.marks, [size](Mark& mark) {
    mark.begin = std::min(mark.begin, size);
    mark.end = std::min(mark.end, size);
    bool is_point = mark.kind == Mark::Kind::image || mark.kind == Mark::Kind::line_break;
    return !is_point && mark.begin == mark.end;
  });
  return out;
}

Flow read_flow(const Tree& tree, int root) {
  FlowWriter writer(tree);
  int node = tree[root].first_child;
  while (node >= 0) {
    const Node& element = tree[node];
    bool enter = element.first_child >= 0;
    if (element.tag == Tag::text) {
      writer.text(node);
    } else if (is_invisible(element.tag) || is_hidden(tree, node)) {
      enter = false;
      if (is_block(element.tag)) writer.boundary();
    } else if (element.tag == Tag::br || element.tag == Tag::img || element.tag == Tag::svg) {
      writer.single(node);
    } else {
      if (is_block(element.tag)) writer.line_edge();
      writer.open(node);
    }
    if (enter) {
      node = element.first_child;
      continue;
    }
    for (;;) {
      if (is_block(tree[node].tag) && node != root) writer.line_edge();
      if (node != root && tree[node].tag != Tag::text) writer.close(node);
      if (tree[node].next >= 0) {
        node = tree[node].next;
        break;
      }
      node = tree[node].parent;
      if (node == root || node < 0) return writer.take();
    }
  }
  return writer.take();
}

}  // namespace versus::html
