// Inside the article's element: what does not belong.
#include <algorithm>

#include "corpus/text.h"
#include "extract/read/html_lines.h"
#include "extract/read/html_page.h"

namespace versus::html {
namespace {

void clean_lists(Page& page, int top) {
  const Tree& tree = page.tree;
  for (int node = tree.next_in(top, top); node >= 0;) {
    bool skip = page.is_dead(node) || page.in_table[static_cast<std::size_t>(node)];
    Tag tag = tree[node].tag;
    if (!skip && (tag == Tag::ul || tag == Tag::ol || tag == Tag::dl)) {
      const Measure& measure = page.of(node);
      if (measure.text > 0 && measure.link_density() > 0.5 && measure.paragraph * 5 < measure.text) {
        page.mark(node, Label::Kind::boilerplate, "links");
        skip = true;
      }
    }
    node = skip ? tree.skip_in(node, top) : tree.next_in(node, top);
  }
}

// Blocks that are one link and nothing else, and lines like "Advertisement".
void clean_lines(Page& page, int top) {
  const Tree& tree = page.tree;
  for (int node = tree.next_in(top, top); node >= 0;) {
    Tag tag = tree[node].tag;
    auto i = static_cast<std::size_t>(node);
    bool skip = page.is_dead(node) || page.in_table[i] || page.in_grid[i] || tag == Tag::pre;
    if (!skip && is_block(tag) && !is_heading(tag)) {
      const Measure& all = page.of(node);
      const Measure& own = page.own[static_cast<std::size_t>(node)];
      bool is_leaf = all.text > 0 && own.text == all.text;
      bool is_item = html::is_item(tag);
      bool is_pointer = own.text > 0 && own.link * 2 > own.text && own.text < 400;
      if (is_leaf && !is_item && all.link == all.text) {
        page.mark(node, Label::Kind::boilerplate, "links");
        skip = true;
      } else if (is_leaf && is_pointer && is_pointer_label(page.text_of(node, 80))) {
        page.mark(node, Label::Kind::boilerplate, "related");
        skip = true;
      } else if (is_leaf && all.text < 90 && is_residue(page.text_of(node, 200))) {
        page.mark(node, Label::Kind::boilerplate, "residue");
        skip = true;
      }
    }
    node = skip ? tree.skip_in(node, top) : tree.next_in(node, top);
  }
}

// A heading like "Related posts" in the second half ends the article.
void cut_tail(Page& page, int top) {
  const Tree& tree = page.tree;
  std::uint32_t total = page.of(top).text;
  std::uint32_t seen = 0;
  for (int node = tree.next_in(top, top); node >= 0;) {
    if (page.is_dead(node)) {
      node = tree.skip_in(node, top);
      continue;
    }
    Tag tag = tree[node].tag;
    std::uint32_t size = page.of(node).text;
    bool line =
        is_heading(tag) || ((tag == Tag::p || tag == Tag::div || tag == Tag::strong || tag == Tag::b) && size < 60);
    if (line && size > 0 && seen * 2 > total && is_tail_heading(page.text_of(node, 120))) {
      bool ends = is_heading(tag) ? (total - seen) * 2 < total : (total - seen) * 10 < total;
      if (!ends) {
        if (!is_heading(tag)) page.mark(node, Label::Kind::boilerplate, "related");
        node = tree.skip_in(node, top);
        seen += size;
        continue;
      }
      // Everything after it, up to the article's element.
      for (int at = node; at != top && at >= 0; at = tree[at].parent) {
        for (int next = at == node ? node : tree[at].next; next >= 0; next = tree[next].next) {
          if (!page.is_dead(next)) page.mark(next, Label::Kind::boilerplate, "tail");
        }
        if (tree[at].parent == top) break;
      }
      return;
    }
    if (tag == Tag::text) seen += size;
    node = tree.next_in(node, top);
  }
}

bool is_droppable_at_end(const Page& page, int block) {
  const Measure& own = page.own[static_cast<std::size_t>(block)];
  if (page.is_teaser[static_cast<std::size_t>(block)] || own.link * 2 > own.text || is_heading(page.tree[block].tag)) {
    return true;
  }
  std::string text = page.text_of(block, 600);
  return is_residue(text) || is_sign_off(text);
}

// Backwards from the end: teasers, lines of links, headings over nothing, sign-offs.
void trim_end(Page& page, int top) {
  const Tree& tree = page.tree;
  std::vector<int> blocks;
  for (int node = tree.next_in(top, top); node >= 0;) {
    auto i = static_cast<std::size_t>(node);
    Tag tag = tree[node].tag;
    bool skip = page.is_dead(node);
    bool whole =
        (page.in_table[i] && tag == Tag::table) || page.in_grid[i] || tag == Tag::pre || tag == Tag::blockquote;
    if (!skip && page.of(node).text > 0 && (whole || (is_block(tag) && page.own[i].text > 0))) blocks.push_back(node);
    node = skip || whole ? tree.skip_in(node, top) : tree.next_in(node, top);
  }
  std::uint32_t budget = page.of(top).text * 2 / 5;
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
    Tag tag = tree[*block].tag;
    if (tag == Tag::table || tag == Tag::pre || tag == Tag::blockquote) return;
    if (page.in_grid[static_cast<std::size_t>(*block)]) return;
    const Measure& own = page.own[static_cast<std::size_t>(*block)];
    if (own.text > budget || !is_droppable_at_end(page, *block)) return;
    if (page.of(*block).text != own.text) {  // holds other blocks: only its own text could go
      if (own.text > 20) return;
      continue;
    }
    budget -= own.text;
    page.mark(*block, Label::Kind::boilerplate, "tail");
  }
}

// The headline, and what stands before it.
void clean_headline(Page& page, int top) {
  const Tree& tree = page.tree;
  std::string title = fold_case(page.metadata.title);
  int headline = -1;
  for (int node = tree.next_in(top, top); node >= 0; node = tree.next_in(node, top)) {
    if (page.is_dead(node)) continue;
    Tag tag = tree[node].tag;
    if (tag == Tag::h1 || ((tag == Tag::h2 || tag == Tag::h3) && fold_case(page.text_of(node, 400)) == title)) {
      headline = node;
      break;
    }
  }
  if (headline < 0) return;
  page.mark(headline, Label::Kind::boilerplate, "headline");
}

}  // namespace

void clean(Page& page, int top) {
  clean_headline(page, top);
  page.measure_all();
  clean_lists(page, top);
  clean_lines(page, top);
  cut_tail(page, top);
  page.measure_all();
  trim_end(page, top);
}

}  // namespace versus::html
