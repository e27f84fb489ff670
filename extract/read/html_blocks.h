// The blocks of a page in reading order.
#pragma once

#include <string>
#include <vector>

#include "corpus/text.h"
#include "extract/document.h"
#include "extract/read/html_tree.h"

namespace versus::html {

/// What an element's text is, unless an element inside says otherwise.
struct Label {
  enum class Kind : std::uint8_t { inherit, article, comment, boilerplate };
  Kind kind = Kind::inherit;
  std::uint8_t role = 0;  // index into Labels::roles
};

struct Labels {
  std::vector<Label> nodes;  // one per node of the tree; empty: everything is the article
  std::vector<std::string> roles;
};

/// Every text of the page is in exactly one block, save cells' own nested tables. Tables that only lay out the page are
/// boilerplate with role "layout", followed by the blocks of their cells.
std::vector<Block> read_blocks(const Tree& tree, const Labels& labels, const LineIndex& lines,
                               Diagnostics& diagnostics);

/// Whether a table only arranges parts of the page.
bool is_layout_table(const Tree& tree, int table);

}  // namespace versus::html
