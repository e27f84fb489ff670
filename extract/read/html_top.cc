// The element that holds the article: every block of sentences votes for the elements around it.
#include <algorithm>
#include <cmath>

#include "extract/read/html_page.h"
#include "extract/read/html_traits.h"

namespace versus::html {
namespace {

// Each was varied on the 91 article pages (tools/evaluate/cross_validate.py): F1 moves by at most .0035, most not at
// all.
constexpr std::uint32_t kShortest = 25;  // characters; shorter blocks do not vote
constexpr int kReach = 5;                // elements above a block that hear its vote
constexpr int kReachOfClimb = 10;        // page builders wrap every paragraph in eight elements
constexpr double kTeaserVote = 0.3;
constexpr std::uint32_t kLead = 200;  // less between headline and body is a standfirst
constexpr double kRival = 0.75;       // of the best score
constexpr double kClimb = 1.35;       // a parent with this much more text in sentences is the article

bool votes(Tag tag) {
  switch (tag) {
    case Tag::p:
    case Tag::pre:
    case Tag::td:
    case Tag::th:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::li:
    case Tag::dd:
    case Tag::blockquote:
    case Tag::div:
    case Tag::section:
    case Tag::article:
    case Tag::main:
    case Tag::center:
    case Tag::body:
    case Tag::fieldset: return true;
    default: return false;
  }
}

double vote_of(const Page& page, int block) {
  const Measure& own = page.own[static_cast<std::size_t>(block)];
  if (own.text < kShortest) return 0;
  if (page.tree[block].tag == Tag::li && own.text < 80) return 0;
  double length = std::min(own.text / 60.0, 6.0);
  double teaser = page.is_teaser[static_cast<std::size_t>(block)] ? kTeaserVote : 1.0;
  return (1.0 + length) * (1.0 - own.link_density()) * teaser;
}

double bonus_of(const Page& page, int node) {
  std::uint32_t traits = page.traits_at(node);
  double bonus = 1.0;
  if (traits & kBodyTrait) bonus *= 1.4;
  if (page.tree[node].tag == Tag::article) bonus *= 1.2;
  if (traits & kPostTrait) bonus *= 1.1;
  if (traits & kPruneTraits) bonus *= 0.7;
  return bonus;
}

std::vector<double> count_votes(const Page& page) {
  std::vector<double> scores(page.tree.nodes.size(), 0.0);
  for (int node = page.tree.next_in(0, 0); node >= 0; node = page.tree.next_in(node, 0)) {
    if (page.is_dead(node) || !votes(page.tree[node].tag)) continue;
    double vote = vote_of(page, node);
    if (vote <= 0) continue;
    Tag tag = page.tree[node].tag;
    bool is_container = tag == Tag::div || tag == Tag::section || tag == Tag::article || tag == Tag::main ||
                        tag == Tag::body || tag == Tag::td || tag == Tag::center;
    int above = is_container ? node : page.tree[node].parent;
    for (int level = 0; level < kReach && above >= 0; ++level, above = page.tree[above].parent) {
      scores[static_cast<std::size_t>(above)] += vote / (level == 0 ? 1.0 : level == 1 ? 2.0 : level * 3.0);
    }
  }
  return scores;
}

bool can_be_top(Tag tag) {
  return tag != Tag::text && tag != Tag::html && tag != Tag::p && tag != Tag::tr && !is_section(tag) &&
         tag != Tag::ul && tag != Tag::ol && tag != Tag::li && tag != Tag::table && tag != Tag::dl;
}

int common_ancestor(const Page& page, int a, int b) {
  while (a >= 0 && !page.holds(a, b)) a = page.tree[a].parent;
  return a;
}

int climb_to_rivals(const Page& page, const std::vector<double>& scores, int top, double best) {
  std::vector<int> rivals;
  for (int node = page.tree.next_in(0, 0); node >= 0; node = page.tree.next_in(node, 0)) {
    if (scores[static_cast<std::size_t>(node)] >= best * kRival && can_be_top(page.tree[node].tag) &&
        !page.holds(node, top) && !page.holds(top, node)) {
      rivals.push_back(node);
    }
  }
  if (rivals.size() < 3) return top;
  int ancestor = top;
  for (int rival : rivals) ancestor = common_ancestor(page, ancestor, rival);
  return ancestor >= 0 ? ancestor : top;
}

int climb_to_text(const Page& page, int top) {
  for (;;) {
    int best = top;
    int above = page.tree[top].parent;
    for (int level = 0; level < kReachOfClimb && above > 0; ++level, above = page.tree[above].parent) {
      if (page.of(above).solid > page.of(best).solid * kClimb) {
        best = above;
        break;
      }
    }
    if (best == top) return top;
    top = best;
  }
}

// Sentences between the headline and the top belong to the article, when little else comes with them.
int climb_to_headline(const Page& page, int top) {
  if (page.headline < 0 || page.holds(top, page.headline)) return top;
  int common = common_ancestor(page, top, page.headline);
  if (common <= 0) return top;
  std::uint32_t lead = 0;
  bool after_headline = false;
  for (int node = common; node >= 0 && node != top; node = page.tree.next_in(node, common)) {
    after_headline = after_headline || node == page.headline;
    bool counts = after_headline && !page.is_dead(node) && page.tree[node].tag != Tag::li &&
                  !page.is_teaser[static_cast<std::size_t>(node)];
    std::uint32_t size = counts ? page.own[static_cast<std::size_t>(node)].paragraph : 0;
    if (size >= 80) lead += size;
  }
  std::uint32_t all = page.of(common).solid;
  std::uint32_t rest = all - std::min(all, page.of(top).solid + lead);
  return lead >= kLead && rest * 4 < page.of(top).solid ? common : top;
}

}  // namespace

int find_top(Page& page) {
  std::vector<double> scores = count_votes(page);
  int top = -1;
  double best = 0;
  for (int node = page.tree.next_in(0, 0); node >= 0; node = page.tree.next_in(node, 0)) {
    auto i = static_cast<std::size_t>(node);
    if (scores[i] <= 0 || page.is_dead(node)) continue;
    scores[i] *= (1.0 - page.of(node).link_density()) * bonus_of(page, node);
    if (can_be_top(page.tree[node].tag) && scores[i] > best) {
      best = scores[i];
      top = node;
    }
  }
  if (top < 0) return -1;
  top = climb_to_rivals(page, scores, top, best);
  return climb_to_headline(page, climb_to_text(page, top));
}

}  // namespace versus::html
