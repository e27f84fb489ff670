// Which inline elements a page shows apart from the text beside them, as its style attributes and style sheets say.
//
//   <style>.name, .note { display: block }</style>
//   <td><span class="name">B300</span><span class="note">shipping</span>   ->   "B300 shipping", a line break between
#pragma once

#include "extract/read/html_tree.h"

namespace versus::html {

/// Sets Node::shown of every element. Read are `display` and `flex-direction` of style attributes and of rules outside
/// of @media whose selectors are made of element names, classes, ids, descendants and children; of rules that apply,
/// the last one counts. In table cells, elements of different classes whose words run together meet in a seam. Linear:
/// past a bound of steps per page rules are left alone.
void mark_shown(Tree& tree);

}  // namespace versus::html
