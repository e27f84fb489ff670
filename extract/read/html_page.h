// What the steps of finding the article know about a page and tell each other. Private to html_body*.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/read/html_blocks.h"
#include "extract/read/html_metadata.h"
#include "extract/read/html_tree.h"

namespace versus::html {

/// Of the text under an element that is still alive; counted in characters without white space.
struct Measure {
  std::uint32_t text = 0;
  std::uint32_t link = 0;       // of it inside links
  std::uint32_t paragraph = 0;  // of it in blocks that read like sentences
  std::uint32_t solid = 0;      // of that not in the one paragraph of a teaser (under a heading that is a link)

  double link_density() const { return text == 0 ? 0.0 : static_cast<double>(link) / static_cast<double>(text); }
};

struct Page {
  const Tree& tree;
  const Metadata& metadata;
  Labels labels;
  std::vector<std::uint32_t> traits;      // per element, of class and id
  std::vector<char> dead;                 // per node: labelled, or inside something that is
  std::vector<std::uint32_t> characters;  // per text node, without white space
  std::vector<Measure> measure;           // per element; see measure_all
  std::vector<Measure> own;               // per block element: its text outside of inner blocks
  std::vector<int> block;                 // per node: the block element it belongs to
  std::vector<char> in_link;              // per node
  std::vector<char> in_table;             // per node: inside a data table
  std::vector<char> is_teaser;            // per block element: the first paragraph under a heading that is a link
  std::vector<char> in_grid;              // per node: inside rows of cells that are not a table
  bool is_forum = false;                  // what readers wrote is the content
  int headline = -1;                      // the heading that is the article's title

  Page(const Tree& page_tree, const Metadata& page_metadata);

  int size() const { return static_cast<int>(tree.nodes.size()); }
  bool is_dead(int node) const { return dead[static_cast<std::size_t>(node)] != 0; }
  const Measure& of(int node) const { return measure[static_cast<std::size_t>(node)]; }
  std::uint32_t traits_at(int node) const { return traits[static_cast<std::size_t>(node)]; }
  bool holds(int ancestor, int node) const;

  /// Labels the element and everything in it.
  void mark(int node, Label::Kind kind, std::string_view role);
  /// Takes labels of `kind` back where `undo` says so, by role.
  void unmark_boilerplate();
  /// Brings `measure` and `own` up to date with what is alive.
  void measure_all();
  /// Sets in_grid; needs measure_all.
  void find_grids();
  /// Sets is_teaser; needs measure_all.
  void find_teasers();
  /// The visible text under a node, folded; at most about `limit` bytes.
  std::string text_of(int node, std::size_t limit = 400) const;
};

/// Labels what readers wrote. Never taken back.
void find_comments(Page& page);
/// Labels what is never article by its element, role or name, unless too much would go.
void prune(Page& page);
/// Labels other articles around the one that holds the headline, and what stands under "Related posts".
void prune_other_posts(Page& page);
/// The same as prune, by element alone; for pages of which `prune` left too little.
void prune_lightly(Page& page);
/// The element that holds the article; -1 when nothing reads like one.
int find_top(Page& page);
/// Labels the posts of a forum or question page as such.
void label_posts(Page& page, int top);
/// Labels what is inside `top` without belonging to the article: lone links, share lines, tails.
void clean(Page& page, int top);

}  // namespace versus::html
