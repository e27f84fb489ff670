// What readers wrote: recognised by the names of elements, by the lines that head it, by its microdata.
#include <algorithm>

#include "corpus/text.h"
#include "extract/read/html_lines.h"
#include "extract/read/html_page.h"
#include "extract/read/html_traits.h"

namespace versus::html {
namespace {

// Elements that can hold a reader's comment. Inline ones hold counts and links to comments, or code.
bool can_hold_comments(Tag tag) {
  switch (tag) {
    case Tag::div:
    case Tag::section:
    case Tag::article:
    case Tag::aside:
    case Tag::ul:
    case Tag::ol:
    case Tag::li:
    case Tag::dl:
    case Tag::dt:
    case Tag::dd:
    case Tag::table:
    case Tag::tbody:
    case Tag::tr:
    case Tag::td:
    case Tag::form:
    case Tag::footer:
    case Tag::details:
    case Tag::p:
    case Tag::blockquote:
    case Tag::fieldset:
    case Tag::unknown: return true;
    default: return false;
  }
}

bool is_comment_type(std::string_view itemtype, std::string_view itemprop) {
  auto ends = [itemtype](std::string_view ending) {
    return itemtype.size() >= ending.size() && itemtype.substr(itemtype.size() - ending.size()) == ending;
  };
  return ends("/Comment") || ends("/UserComments") || itemprop == "comment" || itemprop == "comments";
}

// An element named after comments that is the page's body all the same: it holds the headline or most of the text.
bool is_body_in_disguise(const Page& page, int node) {
  if (page.headline >= 0 && page.holds(node, page.headline)) return true;
  for (int inner = page.tree.next_in(node, node); inner >= 0; inner = page.tree.next_in(inner, node)) {
    if (page.tree[inner].tag == Tag::h1 && page.of(inner).text > 0) return true;
    if ((page.traits_at(inner) & kBodyTrait) && !(page.traits_at(inner) & kCommentTrait) &&
        page.of(inner).paragraph * 10 > page.of(0).paragraph * 6) {
      return true;
    }
  }
  return false;
}

void find_by_name(Page& page) {
  const Tree& tree = page.tree;
  for (int node = tree.next_in(0, 0); node >= 0;) {
    Tag tag = tree[node].tag;
    if (page.is_dead(node) || tag == Tag::pre || tag == Tag::code || tag == Tag::head) {
      node = tree.skip_in(node, 0);
      continue;
    }
    std::uint32_t traits = page.traits_at(node);
    std::uint32_t comment_traits = kCommentTrait | kReviewsTrait;
    if (!page.is_forum) comment_traits |= kReplyTrait;
    bool named = (traits & comment_traits) != 0 && can_hold_comments(tag);
    if (named && (traits & kBodyTrait) && !(traits & kReviewsTrait)) {  // "comment-body" sits inside comments anyway
      named = (traits & kPostTrait) == 0;
    }
    bool typed = tree[node].attributes_begin != tree[node].attributes_end &&
                 is_comment_type(tree.attribute(node, Attr::itemtype), tree.attribute(node, Attr::itemprop)) &&
                 can_hold_comments(tag);
    std::string_view label = tree.attribute(node, Attr::aria_label);
    named = named ||
            (!label.empty() && can_hold_comments(tag) && (is_comment_heading(label) || may_be_comment_heading(label)));
    if ((named || typed) && !is_body_in_disguise(page, node)) {
      page.mark(node, Label::Kind::comment,
                (traits & kReviewsTrait) && !(traits & (kCommentTrait | kReplyTrait)) ? "review" : "");
      node = tree.skip_in(node, 0);
    } else {
      node = tree.next_in(node, 0);
    }
  }
}

constexpr int kFarthest = 3000;    // nodes looked at for signs of a thread
constexpr int kMostHeadings = 40;  // headings like "Comments" looked at on one page

// Signs that what follows a bare "Comments" was written by readers.
bool looks_like_a_thread(const Page& page, int first) {
  int signs = 0;
  int steps = 0;
  for (int node = first; node >= 0; node = page.tree[node].next) {
    for (int inner = node; inner >= 0; inner = page.tree.next_in(inner, node)) {
      if (++steps > kFarthest) return false;
      const Node& element = page.tree[inner];
      if (element.tag == Tag::textarea || element.tag == Tag::form) return true;
      if (element.tag == Tag::time) ++signs;
      if (element.tag == Tag::a || element.tag == Tag::button) {
        std::string text = fold_case(page.text_of(inner, 24));
        signs += text == "reply" || text == "antworten" || text == "responder" || text == "répondre" ||
                 text == "report" || text == "like" || text == "permalink" || text == "rispondi";
      }
      if (signs >= 2) return true;
    }
  }
  return false;
}

// "3 Comments" heads the rest of its parent; wrapped alone in an element, the rest of that one's parent.
void cut_after(Page& page, int heading) {
  const Tree& tree = page.tree;
  int from = heading;
  for (int up = 0; up < 3 && tree[from].parent > 0; ++up) {
    bool text_before = false;
    bool text_after = false;
    for (int node = tree[from].previous; node >= 0; node = tree[node].previous) text_before |= page.of(node).text > 0;
    for (int node = tree[from].next; node >= 0; node = tree[node].next) text_after |= page.of(node).text > 0;
    if (text_before || text_after) break;
    if (tree[tree[from].parent].tag == Tag::body) break;
    from = tree[from].parent;
  }
  for (int node = from; node >= 0; node = tree[node].next) {
    if (page.is_dead(node) || page.of(node).text == 0) continue;
    if (page.headline >= 0 && page.holds(node, page.headline)) break;
    page.mark(node, Label::Kind::comment, "");
  }
}

void find_by_heading(Page& page) {
  const Tree& tree = page.tree;
  std::uint32_t before = 0;  // sentences met so far
  int candidates = 0;
  for (int node = tree.next_in(0, 0); node >= 0;) {
    Tag tag = tree[node].tag;
    bool skip = page.is_dead(node) || tag == Tag::pre || tag == Tag::code || tag == Tag::table || tag == Tag::nav;
    if (skip) {
      node = tree.skip_in(node, 0);
      continue;
    }
    before += page.own[static_cast<std::size_t>(node)].paragraph;
    std::uint32_t size = page.of(node).text;
    bool line = is_heading(tag) || tag == Tag::p || tag == Tag::div || tag == Tag::span || tag == Tag::strong ||
                tag == Tag::b || tag == Tag::legend || tag == Tag::label || tag == Tag::header;
    if (line && size > 0 && size < 120 && page.of(node).link == 0 && before > 0) {
      std::string text = page.text_of(node, 200);
      bool clear = is_comment_heading(text);
      if (!clear && !(is_heading(tag) && may_be_comment_heading(text))) {
        node = tree.next_in(node, 0);
        continue;
      }
      if (++candidates > kMostHeadings) return;
      bool strong = is_heading(tag) || page.of(tree[node].parent).text == size;
      if (page.is_forum) {
        node = tree.next_in(node, 0);
        continue;
      }
      if ((clear && strong && looks_like_a_thread(page, tree[node].parent)) ||
          (is_heading(tag) && may_be_comment_heading(text) && looks_like_a_thread(page, tree[node].next))) {
        cut_after(page, node);
      } else if (clear && is_heading(tag)) {
        // No sign of a thread and little text after it: a thread that was not loaded.
        std::uint32_t after = 0;
        for (int next = tree[node].next; next >= 0; next = tree[next].next) after += page.of(next).paragraph;
        if (after * 3 < page.of(0).paragraph) cut_after(page, node);
      }
    }
    node = page.is_dead(node) ? tree.skip_in(node, 0) : tree.next_in(node, 0);
  }
}

}  // namespace

void find_comments(Page& page) {
  find_by_name(page);
  page.measure_all();
  find_by_heading(page);
}

}  // namespace versus::html
