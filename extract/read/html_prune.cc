// What is never article: navigation, footers, forms, consent, sharing ... with a budget, because pages misname things.
#include <algorithm>

#include "extract/read/html_flow.h"
#include "extract/read/html_page.h"

namespace versus::html {
namespace {

// An element with more than this share of the page's sentences is kept, whatever it is called. Chosen on the article
// pages: from .25 to .5 the figure moves by less than .002.
constexpr double kMostShare = 0.35;

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

// Most of the text is a data table: the names around it do not matter.
bool is_around_table(const Page& page, int node) {
  std::uint32_t in_tables = 0;
  for (int inner = page.tree.next_in(node, node); inner >= 0;) {
    if (page.tree[inner].tag == Tag::table && page.in_table[static_cast<std::size_t>(inner)]) {
      in_tables += page.of(inner).text;
      inner = page.tree.skip_in(inner, node);
    } else {
      inner = page.tree.next_in(inner, node);
    }
  }
  return in_tables * 2 > page.of(node).text;
}

std::string_view reason_to_prune(const Page& page, int node) {
  const Tree& tree = page.tree;
  Tag tag = tree[node].tag;
  std::string_view role = role_by_element(tree, node);
  if (!role.empty()) return role;
  if (tag == Tag::figure) return holds_kept_parts(tree, node) ? std::string_view{} : "figure";
  if (tree[node].attributes_begin == tree[node].attributes_end) return {};
  if (is_hidden(tree, node)) return "hidden";
  role = role_by_aria(tree, node);
  if (!role.empty()) return role;
  std::uint32_t traits = page.traits_at(node);
  bool bodily = (traits & kBodyTrait) != 0 || tag == Tag::article || tag == Tag::main || tag == Tag::body;
  if (!bodily && (traits & kPruneTraits)) {
    if (is_heading(tag) && !(traits & kHeadlineTrait)) return {};
    return role_of(traits & kPruneTraits);
  }
  return {};
}

bool may_prune(const Page& page, int node, std::string_view role) {
  const Measure& all = page.of(0);
  const Measure& part = page.of(node);
  if (role == "control" || role == "embedded") return part.paragraph * 2 < all.paragraph;
  double share = all.paragraph == 0 ? static_cast<double>(part.text) / (all.text + 1.0)
                                    : static_cast<double>(part.paragraph) / all.paragraph;
  if (share > kMostShare) return false;
  return !is_around_table(page, node) || role == "navigation" || role == "footer";
}

}  // namespace

void prune(Page& page) {
  const Tree& tree = page.tree;
  for (int node = tree.next_in(0, 0); node >= 0;) {
    Tag tag = tree[node].tag;
    auto i = static_cast<std::size_t>(node);
    bool is_element = tag != Tag::text && !page.is_dead(node);
    bool exempt = page.in_table[i] || tag == Tag::html || tag == Tag::body || tag == Tag::head;
    if (is_element && !exempt) {
      std::string_view role = reason_to_prune(page, node);
      if (!role.empty() && may_prune(page, node, role)) page.mark(node, Label::Kind::boilerplate, role);
    }
    bool skip = page.is_dead(node) || tag == Tag::pre;
    node = skip ? tree.skip_in(node, 0) : tree.next_in(node, 0);
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
