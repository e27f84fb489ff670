#include "extract/read/html_page.h"

#include <algorithm>

#include "corpus/text.h"
#include "extract/read/html_flow.h"
#include "extract/read/html_traits.h"

namespace versus::html {
namespace {

std::uint32_t count_characters(std::string_view text) {
  std::uint32_t count = 0;
  for (char c : text) {
    bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    count += !continues && !space;
  }
  return count;
}

// A block with this much text of its own, mostly not links, reads like a sentence.
constexpr std::uint32_t kSentence = 40;

}  // namespace

Page::Page(const Tree& page_tree, const Metadata& page_metadata) : tree(page_tree), metadata(page_metadata) {
  std::size_t n = tree.nodes.size();
  labels.nodes.assign(n, {});
  labels.roles.push_back("");
  traits.assign(n, 0);
  dead.assign(n, 0);
  measure.assign(n, {});
  characters.assign(n, 0);
  own.assign(n, {});
  block.assign(n, 0);
  in_link.assign(n, 0);
  in_table.assign(n, 0);
  is_teaser.assign(n, 0);
  in_grid.assign(n, 0);
  std::unordered_map<std::string_view, std::uint32_t> cache;  // pages repeat their class names
  auto cached = [&cache](std::string_view names) {
    auto [found, is_new] = cache.try_emplace(names, 0);
    if (is_new) found->second = traits_of(names);
    return found->second;
  };
  for (int node = 0; node >= 0; node = tree.next_in(node, 0)) {
    auto i = static_cast<std::size_t>(node);
    const Node& element = tree[node];
    if (element.parent >= 0) {
      auto above = static_cast<std::size_t>(element.parent);
      block[i] = is_block(element.tag) ? node : block[above];
      in_link[i] = in_link[above] || element.tag == Tag::a;
      in_table[i] = in_table[above] || (element.tag == Tag::table && !is_layout_table(tree, node));
      if (is_invisible(element.tag) || dead[above]) dead[i] = 1;
      if (element.tag == Tag::text && !dead[i]) characters[i] = count_characters(element.text);
    }
    if (element.attributes_begin == element.attributes_end) continue;
    std::string_view names = tree.attribute(node, Attr::class_);
    if (!names.empty()) traits[i] |= cached(names);
    names = tree.attribute(node, Attr::id);
    if (!names.empty()) traits[i] |= cached(names);
    if (tree.attribute(node, Attr::itemprop) == "articleBody") traits[i] |= kBodyTrait;
  }
}

bool Page::holds(int ancestor, int node) const {
  for (; node >= 0; node = tree[node].parent) {
    if (node == ancestor) return true;
  }
  return false;
}

void Page::mark(int node, Label::Kind kind, std::string_view role) {
  auto found = std::find(labels.roles.begin(), labels.roles.end(), role);
  if (found == labels.roles.end()) found = labels.roles.insert(labels.roles.end(), std::string(role));
  labels.nodes[static_cast<std::size_t>(node)] = {kind, static_cast<std::uint8_t>(found - labels.roles.begin())};
  for (int inner = node; inner >= 0; inner = tree.next_in(inner, node)) dead[static_cast<std::size_t>(inner)] = 1;
}

void Page::unmark_boilerplate() {
  for (int node = 0; node >= 0; node = tree.next_in(node, 0)) {
    auto i = static_cast<std::size_t>(node);
    if (labels.nodes[i].kind == Label::Kind::boilerplate) labels.nodes[i] = {};
    bool above = tree[node].parent >= 0 && dead[static_cast<std::size_t>(tree[node].parent)];
    dead[i] = above || is_invisible(tree[node].tag) || labels.nodes[i].kind == Label::Kind::comment;
  }
}

void Page::measure_all() {
  std::fill(measure.begin(), measure.end(), Measure{});
  std::fill(own.begin(), own.end(), Measure{});
  for (std::size_t i = 0; i < measure.size(); ++i) {
    std::uint32_t count = characters[i];
    if (count == 0 || dead[i]) continue;
    measure[i].text = count;
    measure[i].link = in_link[i] ? count : 0;
    Measure& mine = own[static_cast<std::size_t>(block[i])];
    mine.text += count;
    mine.link += measure[i].link;
  }
  // Children come after their parents in `nodes`.
  for (std::size_t i = measure.size(); i-- > 1;) {
    if (dead[i]) continue;
    if (own[i].text >= kSentence && own[i].link * 2 <= own[i].text) {
      own[i].paragraph = own[i].text;
      measure[i].paragraph += own[i].text;
      if (!is_teaser[i]) measure[i].solid += own[i].text;
    }
    Measure& above = measure[static_cast<std::size_t>(tree.nodes[i].parent)];
    above.text += measure[i].text;
    above.link += measure[i].link;
    above.paragraph += measure[i].paragraph;
    above.solid += measure[i].solid;
  }
}

// Rows that look alike, each of as many short cells: a table made of other elements.
void Page::find_grids() {
  constexpr int kFewestRows = 3;
  constexpr int kFewestCells = 2;
  constexpr std::uint32_t kLongestCell = 80;  // on average
  auto count_cells = [this](int row) {
    int cells = 0;
    for (int cell = tree[row].first_child; cell >= 0; cell = tree[cell].next) {
      if (tree[cell].tag != Tag::text && !is_invisible(tree[cell].tag)) ++cells;
    }
    return cells;
  };
  for (int node = tree.next_in(0, 0); node >= 0; node = tree.next_in(node, 0)) {
    auto i = static_cast<std::size_t>(node);
    const Measure& all = measure[i];
    Tag tag = tree[node].tag;
    if (in_grid[i] || is_list(tag) || !is_block(tag) || all.text == 0 || all.link * 2 > all.text) continue;
    std::string_view role = tree.attribute(node, Attr::role);
    bool is_grid = role == "table" || role == "grid";
    if (!is_grid) {
      int rows = 0;
      int cells = -1;
      bool alike = true;
      for (int row = tree[node].first_child; row >= 0 && alike; row = tree[row].next) {
        if (tree[row].tag == Tag::text || measure[static_cast<std::size_t>(row)].text == 0) continue;
        int here = tree[row].tag == Tag::div || tree[row].tag == Tag::section ? count_cells(row) : 0;
        alike = here >= kFewestCells && (cells < 0 || here == cells);
        cells = here;
        ++rows;
      }
      bool is_card = false;  // teasers have headings
      for (int inner = tree.next_in(node, node); alike && inner >= 0; inner = tree.next_in(inner, node)) {
        is_card = is_card || is_heading(tree[inner].tag) || tree[inner].tag == Tag::time;
      }
      is_grid = alike && !is_card && rows >= kFewestRows && all.paragraph * 4 < all.text &&
                all.text < kLongestCell * static_cast<std::uint32_t>(rows * cells);
    }
    if (!is_grid) continue;
    for (int inner = node; inner >= 0; inner = tree.next_in(inner, node)) in_grid[static_cast<std::size_t>(inner)] = 1;
  }
}

void Page::find_teasers() {
  constexpr std::uint32_t kLongestTeaser = 600;
  bool under_link = false;
  for (int node = 0; node >= 0; node = tree.next_in(node, 0)) {
    auto i = static_cast<std::size_t>(node);
    Tag tag = tree[node].tag;
    if (is_heading(tag) && measure[i].text > 0) {
      under_link = measure[i].link * 5 >= measure[i].text * 4;
    } else if (under_link && is_block(tag) && own[i].text >= kSentence) {
      is_teaser[i] = own[i].text < kLongestTeaser;
      under_link = false;
    }
  }
}

std::string Page::text_of(int node, std::size_t limit) const {
  std::string out;
  for (int inner = node; inner >= 0 && out.size() < limit; inner = tree.next_in(inner, node)) {
    if (tree[inner].tag == Tag::text) {
      out += tree[inner].text.substr(0, limit);
    } else if (is_block(tree[inner].tag) || tree[inner].tag == Tag::br) {
      out += ' ';
    } else if (is_invisible(tree[inner].tag)) {
      inner = tree.skip_in(inner, node);
      if (inner < 0) break;
      if (tree[inner].tag == Tag::text) out += tree[inner].text.substr(0, limit);
    }
  }
  return fold_space(out);
}

}  // namespace versus::html
