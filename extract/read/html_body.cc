#include "extract/read/html_body.h"

#include <algorithm>

#include "corpus/text.h"
#include "extract/read/html_page.h"

namespace versus::html {
namespace {

// The heading that says what the page's title says; else the only h1.
int find_headline(const Page& page) {
  std::string title = fold_case(page.metadata.title);
  int first = -1;
  int h1 = 0;
  for (int node = page.tree.next_in(0, 0); node >= 0; node = page.tree.next_in(node, 0)) {
    Tag tag = page.tree[node].tag;
    if (page.is_dead(node) || !is_heading(tag)) continue;
    std::string text = fold_case(page.text_of(node));
    if (!text.empty() && text == title) return node;
    if (tag != Tag::h1 || text.empty()) continue;
    ++h1;
    if (first < 0) first = node;
  }
  return h1 == 1 ? first : -1;
}

bool is_forum(const Page& page) {
  if (page.metadata.is_forum) return true;
  int posts = 0;
  for (int node = page.tree.next_in(0, 0); node >= 0 && posts < 3; node = page.tree.next_in(node, 0)) {
    posts += (page.traits_at(node) & kForumTrait) && page.of(node).paragraph > 0;
  }
  return posts >= 3;
}

// Everything outside of `top` is not the article.
void mark_outside(Page& page, int top) {
  for (int node = top; node > 0; node = page.tree[node].parent) {
    int parent = page.tree[node].parent;
    for (int sibling = page.tree[parent].first_child; sibling >= 0; sibling = page.tree[sibling].next) {
      if (sibling != node && !page.is_dead(sibling)) page.mark(sibling, Label::Kind::boilerplate, "outside");
    }
  }
}

}  // namespace

void label_posts(Page& page, int top) {
  const Tree& tree = page.tree;
  page.labels.roles.push_back("post");
  auto role = static_cast<std::uint8_t>(page.labels.roles.size() - 1);
  for (int node = tree.next_in(top, top); node >= 0;) {
    bool is_post = !page.is_dead(node) && (page.traits_at(node) & (kForumTrait | kPostTrait)) &&
                   is_block(tree[node].tag) && page.of(node).paragraph > 0;
    if (is_post) page.labels.nodes[static_cast<std::size_t>(node)] = {Label::Kind::article, role};
    node = is_post || page.is_dead(node) ? tree.skip_in(node, top) : tree.next_in(node, top);
  }
}

Labels find_article(const Tree& tree, const Metadata& metadata) {
  Page page(tree, metadata);
  page.measure_all();
  page.find_teasers();
  page.find_grids();
  page.is_forum = is_forum(page);
  page.measure_all();
  page.headline = find_headline(page);
  find_comments(page);
  page.measure_all();
  std::uint32_t all = page.of(0).paragraph;
  prune(page);
  page.measure_all();
  prune_other_posts(page);
  page.measure_all();
  if (page.of(0).paragraph * 5 < all) {
    page.unmark_boilerplate();
    page.measure_all();
    prune_lightly(page);
    page.measure_all();
  }
  int top = find_top(page);
  if (top < 0) return std::move(page.labels);
  clean(page, top);
  if (page.is_forum) label_posts(page, top);
  mark_outside(page, top);
  return std::move(page.labels);
}

}  // namespace versus::html
