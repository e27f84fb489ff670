#include "extract/read/html_body.h"

#include <algorithm>

#include "corpus/text.h"
#include "extract/read/html_page.h"
#include "extract/read/html_traits.h"

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

// The page says itself what its article is (JSON-LD articleBody): the element that holds most of its phrases.
int find_top_by_linked_data(const Page& page) {
  constexpr int kPhrases = 12;
  constexpr std::size_t kPhrase = 40;  // bytes
  std::string said = fold_case(fold_space(page.metadata.article_body));
  std::vector<std::string> phrases;
  for (int i = 0; i < kPhrases; ++i) {
    std::size_t begin = said.size() * static_cast<std::size_t>(i) / kPhrases;
    while (begin < said.size() && said[begin] != ' ') ++begin;
    if (begin + kPhrase <= said.size()) phrases.push_back(said.substr(begin, kPhrase));
  }
  int top = -1;
  std::size_t found = 0;
  for (int node = page.tree.next_in(0, 0); node >= 0 && !phrases.empty(); node = page.tree.next_in(node, 0)) {
    if (page.is_dead(node) || page.own[static_cast<std::size_t>(node)].paragraph == 0) continue;
    std::string text = fold_case(page.text_of(node, 8000));
    std::size_t hits =
        std::erase_if(phrases, [&text](const std::string& phrase) { return text.find(phrase) != std::string::npos; });
    if (hits == 0) continue;
    found += hits;
    if (top < 0) top = page.tree[node].parent;
    while (top > 0 && !page.holds(top, node)) top = page.tree[top].parent;
  }
  return found * 2 > kPhrases ? top : -1;
}

// Too little was found when the page's own account of the article is over twice as long, or when next to nothing is
// left of a page that has text.
bool is_too_little(const Page& page, std::uint32_t article, std::uint32_t all) {
  if (page.metadata.article_body.size() > 400 && std::size_t{article} * 2 < page.metadata.article_body.size() * 4 / 5)
    return true;
  return article < 250 && all > 500;
}

// Prunes by element alone and looks again; what the first look found stays when the second finds no more.
void look_again(Page& page, int& top) {
  Labels labels = page.labels;
  std::vector<char> dead = page.dead;
  std::uint32_t before = top < 0 ? 0 : page.of(top).text;
  page.unmark_boilerplate();
  page.measure_all();
  prune_lightly(page);
  page.measure_all();
  int second = find_top_by_linked_data(page);
  if (second < 0) second = find_top(page);
  if (second >= 0) {
    clean(page, second);
    page.measure_all();
  }
  if (second >= 0 && page.of(second).text > before * 3 / 2) {
    top = second;
    return;
  }
  page.labels = std::move(labels);
  page.dead = std::move(dead);
  page.measure_all();
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
  if (top >= 0) clean(page, top);
  page.measure_all();
  if (is_too_little(page, top < 0 ? 0 : page.of(top).text, all)) look_again(page, top);
  if (top < 0) return std::move(page.labels);
  if (page.is_forum) label_posts(page, top);
  mark_outside(page, top);
  return std::move(page.labels);
}

}  // namespace versus::html
