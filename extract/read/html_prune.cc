// What is never article: navigation, footers, forms, consent, sharing ... with a budget, because pages misname things.
#include <algorithm>

#include "corpus/text.h"
#include "extract/read/html_flow.h"
#include "extract/read/html_lines.h"
#include "extract/read/html_page.h"
#include "extract/read/html_traits.h"

namespace versus::html {
namespace {

// An element with more than this share of the page's sentences is kept, whatever it is called. On the 91 article pages
// .25 costs .007 of F1 and .5 changes nothing (tools/evaluate/cross_validate.py).
constexpr double kMostShare = 0.35;
// Hidden text may be a second copy of the article for machines.
constexpr double kMostHiddenShare = 0.7;

std::string_view role_by_element(const Tree& tree, int node) {
  switch (tree[node].tag) {
    case Tag::nav: return "navigation";
    case Tag::aside: return "aside";
    case Tag::footer: return "footer";
    case Tag::form: return "form";
    case Tag::dialog: return "dialog";
    case Tag::search: return "navigation";
    case Tag::menu: return "navigation";
    case Tag::button:
    case Tag::select:
    case Tag::textarea:
    case Tag::input:
    case Tag::option: return "control";
    case Tag::object:
    case Tag::video:
    case Tag::audio:
    case Tag::canvas:
    case Tag::applet:
    case Tag::embed: return "embedded";
    default: break;
  }
  return {};
}

std::string_view role_by_aria(const Tree& tree, int node) {
  std::string_view role = tree.attribute(node, Attr::role);
  if (role.empty()) return {};
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "search" || role == "toolbar") {
    return "navigation";
  }
  if (role == "complementary") return "aside";
  if (role == "banner") return "banner";
  if (role == "contentinfo") return "footer";
  if (role == "dialog" || role == "alertdialog" || role == "alert" || role == "tooltip") return "dialog";
  if (role == "button") return "control";
  return {};
}

bool holds_kept_parts(const Tree& tree, int node) {
  for (int inner = tree.next_in(node, node); inner >= 0; inner = tree.next_in(inner, node)) {
    Tag tag = tree[inner].tag;
    if (tag == Tag::table || tag == Tag::pre || tag == Tag::blockquote) return true;
  }
  return false;
}

// Most of the text is a data table, a quotation or code: the names around it do not matter.
bool is_around_kept_part(const Page& page, int node) {
  std::uint32_t in_tables = 0;
  for (int inner = page.tree.next_in(node, node); inner >= 0;) {
    Tag tag = page.tree[inner].tag;
    bool kept = tag == Tag::table ? page.in_table[static_cast<std::size_t>(inner)] != 0
                                  : tag == Tag::blockquote || tag == Tag::pre;
    if (kept) {
      in_tables += page.of(inner).text;
      inner = page.tree.skip_in(inner, node);
    } else {
      inner = page.tree.next_in(inner, node);
    }
  }
  return in_tables * 2 > page.of(node).text;
}

// Tabs and accordions hide what the reader has not opened yet.
bool is_panel(const Page& page, int node) {
  for (int level = 0; level < 3 && node > 0; ++level, node = page.tree[node].parent) {
    if (page.traits_at(node) & kPanelTrait) return true;
    std::string_view role = page.tree.attribute(node, Attr::role);
    if (role == "tabpanel" || role == "region" || page.tree[node].tag == Tag::details) return true;
  }
  return false;
}

// Names that stand on something short; a page that uses them for much of its text means something else by them.
constexpr std::uint32_t kShortTraits =
    kTagsTrait | kBylineTrait | kContentsTrait | kHeadlineTrait | kAuthorTrait | kConsentTrait | kShareTrait;
constexpr double kMostInAll = 0.25;  // of the page's sentences, all elements of one name together
constexpr int kMostBylines = 6;      // more of them are the items' own lines

// The traits by which this page may be pruned.
std::uint32_t trusted_traits(const Page& page) {
  const Tree& tree = page.tree;
  std::uint32_t in_all[32] = {};
  int bylines = 0;
  for (int node = tree.next_in(0, 0); node >= 0;) {
    std::uint32_t traits = page.is_dead(node) ? 0 : page.traits_at(node) & kShortTraits;
    Tag tag = tree[node].tag;
    bool counts = traits != 0 && !(page.traits_at(node) & kBodyTrait) && tag != Tag::body && tag != Tag::main &&
                  tag != Tag::article && tag != Tag::nav && tag != Tag::footer && tag != Tag::aside;
    for (unsigned bit = 0; counts && bit < 32; ++bit) {
      if (traits & (1U << bit)) in_all[bit] += page.of(node).solid;
    }
    if (counts && (traits & kBylineTrait) && page.of(node).link == 0 && page.of(node).text > 0) ++bylines;
    bool skip = page.is_dead(node) || counts;
    node = skip ? tree.skip_in(node, 0) : tree.next_in(node, 0);
  }
  std::uint32_t trusted = kPruneTraits;
  for (unsigned bit = 0; bit < 32; ++bit) {
    if (in_all[bit] > kMostInAll * page.of(0).solid) trusted &= ~(1U << bit);
  }
  if (bylines > kMostBylines) trusted &= ~kBylineTrait;
  return trusted;
}

// "id=privacy" on a section headed "Privacy" is an anchor, not a name.
bool is_anchor(const Page& page, int node) {
  const Tree& tree = page.tree;
  std::string_view id = tree.attribute(node, Attr::id);
  if (id.empty() || (traits_of(tree.attribute(node, Attr::class_)) & kPruneTraits)) return false;
  for (int inner = node; inner >= 0; inner = tree.next_in(inner, node)) {
    if (!is_heading(tree[inner].tag)) continue;
    std::string heading = squashed_key(page.text_of(inner, 120));
    std::string key = squashed_key(id);
    return !key.empty() && (heading.find(key) != std::string::npos || key.find(heading) != std::string::npos);
  }
  return false;
}

std::string_view reason_to_prune(const Page& page, int node, std::uint32_t trusted) {
  const Tree& tree = page.tree;
  Tag tag = tree[node].tag;
  std::string_view role = role_by_element(tree, node);
  if (!role.empty()) return role;
  if (tag == Tag::figure) return holds_kept_parts(tree, node) ? std::string_view{} : "figure";
  if (tree[node].attributes_begin == tree[node].attributes_end) return {};
  if (is_hidden(tree, node) && !is_panel(page, node)) return "hidden";
  role = role_by_aria(tree, node);
  if (!role.empty()) return role;
  std::uint32_t traits = page.traits_at(node);
  bool bodily = (traits & kBodyTrait) != 0 || tag == Tag::article || tag == Tag::main || tag == Tag::body;
  if (!bodily && (traits & trusted)) {
    if (is_heading(tag) && !(traits & kHeadlineTrait)) return {};
    if (is_anchor(page, node)) return {};
    return role_of(traits & trusted);
  }
  return {};
}

bool may_prune(const Page& page, int node, std::string_view role) {
  const Measure& all = page.of(0);
  const Measure& part = page.of(node);
  if (role == "control" || role == "embedded") return part.paragraph * 2 < all.paragraph;
  double share = all.paragraph == 0 ? static_cast<double>(part.text) / (all.text + 1.0)
                                    : static_cast<double>(part.paragraph) / all.paragraph;
  if (share > (role == "hidden" ? kMostHiddenShare : kMostShare)) return false;
  return !is_around_kept_part(page, node) || role == "navigation" || role == "footer";
}

}  // namespace

namespace {

void prune_consent(Page& page) {
  std::string title = fold_case(page.metadata.title);
  for (std::string_view word : {"cookie", "privacy", "consent", "gdpr"}) {
    if (title.find(word) != std::string::npos) return;
  }
  const Tree& tree = page.tree;
  for (int node = tree.next_in(0, 0); node >= 0;) {
    Tag tag = tree[node].tag;
    const Measure& own = page.own[static_cast<std::size_t>(node)];
    bool line = !page.is_dead(node) && is_block(tag) && own.text > 20 && own.text == page.of(node).text;
    if (line && !page.in_table[static_cast<std::size_t>(node)] && is_consent_text(page.text_of(node, 1600))) {
      page.mark(node, Label::Kind::boilerplate, "consent");
    }
    node = page.is_dead(node) || tag == Tag::pre ? tree.skip_in(node, 0) : tree.next_in(node, 0);
  }
}

}  // namespace

void prune(Page& page) {
  prune_consent(page);
  page.measure_all();
  std::uint32_t trusted = trusted_traits(page);
  const Tree& tree = page.tree;
  for (int node = tree.next_in(0, 0); node >= 0;) {
    Tag tag = tree[node].tag;
    auto i = static_cast<std::size_t>(node);
    bool is_element = tag != Tag::text && !page.is_dead(node);
    bool exempt = page.in_table[i] || tag == Tag::html || tag == Tag::body || tag == Tag::head;
    if (is_element && !exempt) {
      std::string_view role = reason_to_prune(page, node, trusted);
      if (!role.empty() && may_prune(page, node, role)) page.mark(node, Label::Kind::boilerplate, role);
    }
    bool skip = page.is_dead(node) || tag == Tag::pre;
    node = skip ? tree.skip_in(node, 0) : tree.next_in(node, 0);
  }
}

namespace {

bool has_heading_of_its_own(const Page& page, int node) {
  for (int inner = page.tree.next_in(node, node); inner >= 0; inner = page.tree.next_in(inner, node)) {
    const Measure& measure = page.of(inner);
    if (is_heading(page.tree[inner].tag) && measure.text > 0 && measure.link * 5 < measure.text * 4) return true;
  }
  return false;
}

int article_around(const Page& page, int node) {
  for (node = page.tree[node].parent; node >= 0; node = page.tree[node].parent) {
    if (page.tree[node].tag == Tag::article) return node;
  }
  return -1;
}

bool is_list_of_posts(const Page& page, int node) {
  Tag tag = page.tree[node].tag;
  if (tag == Tag::article || page.of(node).solid == 0) return true;
  return page.of(node).link_density() > 0.5;
}

}  // namespace

void prune_other_posts(Page& page) {
  const Tree& tree = page.tree;
  int mine = page.headline >= 0 ? article_around(page, page.headline) : -1;
  for (int node = tree.next_in(0, 0); node >= 0;) {
    Tag tag = tree[node].tag;
    bool mark = false;
    if (!page.is_dead(node) && mine >= 0 && tag == Tag::article && !page.holds(node, page.headline)) {
      bool around = page.holds(mine, node) || page.of(mine).solid > 300;
      mark = around && !has_heading_of_its_own(page, node);
    }
    if (mark) page.mark(node, Label::Kind::boilerplate, "other-post");
    if (!page.is_dead(node) && is_heading(tag) && page.of(node).text > 0 && page.of(node).text < 80 &&
        is_tail_heading(page.text_of(node, 120))) {
      int first = node;
      for (int next = tree[node].next; next >= 0; next = tree[next].next) {
        if (page.of(next).text == 0 || page.is_dead(next)) continue;
        if (!is_list_of_posts(page, next) || is_heading(tree[next].tag)) break;
        if (first >= 0) page.mark(first, Label::Kind::boilerplate, "related");
        first = -1;
        page.mark(next, Label::Kind::boilerplate, "related");
      }
    }
    node = page.is_dead(node) ? tree.skip_in(node, 0) : tree.next_in(node, 0);
  }
}

void prune_lightly(Page& page) {
  const Tree& tree = page.tree;
  for (int node = tree.next_in(0, 0); node >= 0;) {
    Tag tag = tree[node].tag;
    if (!page.is_dead(node) && !page.in_table[static_cast<std::size_t>(node)]) {
      bool plain =
          tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::button || tag == Tag::select;
      bool form = tag == Tag::form && page.of(node).paragraph * 2 < page.of(0).paragraph;
      if (plain || form) page.mark(node, Label::Kind::boilerplate, role_by_element(tree, node));
    }
    node = page.is_dead(node) ? tree.skip_in(node, 0) : tree.next_in(node, 0);
  }
}

}  // namespace versus::html
