#include "extract/read/html_tree.h"

namespace versus::html {

std::string_view Tree::attribute(int node, Attr name) const {
  const Node& element = (*this)[node];
  for (std::uint32_t i = element.attributes_begin; i < element.attributes_end; ++i) {
    if (attributes[i].name == name) return attributes[i].value;
  }
  return {};
}

bool Tree::has_attribute(int node, Attr name) const {
  const Node& element = (*this)[node];
  for (std::uint32_t i = element.attributes_begin; i < element.attributes_end; ++i) {
    if (attributes[i].name == name) return true;
  }
  return false;
}

int Tree::next_in(int node, int root) const {
  int child = (*this)[node].first_child;
  return child >= 0 ? child : skip_in(node, root);
}

int Tree::skip_in(int node, int root) const {
  while (node != root && node >= 0) {
    int next = (*this)[node].next;
    if (next >= 0) return next;
    node = (*this)[node].parent;
  }
  return -1;
}

}  // namespace versus::html
