// A light tree of one HTML page. Every node knows the exact source bytes it stands at.
//
// html_parse.cc cuts the page into tokens with libxml2; html_builder.cc builds this tree from them as the HTML Standard
// (13.2.6) does where it matters for reading: implied and missing end tags, table insertion modes, foster parenting.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/diagnostic.h"
#include "corpus/span.h"
#include "extract/read/html_tags.h"

namespace versus::html {

/// Elements nest no deeper than this (browsers stop at 512); deeper ones become siblings of the deepest.
constexpr int kMaxDepth = 512;
/// Bytes of a page that are read. The longest saved article met was 9 MB; what comes after is a diagnostic.
constexpr std::size_t kMaxBytes = std::size_t{64} << 20;

struct Attribute {
  Attr name = Attr::unknown;
  std::string_view value;  // decoded
};

/// How an inline element stands in its line; html_style.cc finds out.
enum class Shown : std::uint8_t {
  run,    // as a part of the running text
  seam,   // as another part of a cell than the text it touches; no space is sure to be seen
  apart,  // in a box of its own: white space around it
  line,   // on a line of its own
};

struct Node {
  Tag tag = Tag::unknown;
  Shown shown = Shown::run;
  bool decoded = false;  // text: `text` stands for the source bytes without being equal to them
  std::int32_t parent = -1;
  std::int32_t first_child = -1;
  std::int32_t last_child = -1;
  std::int32_t next = -1;
  std::int32_t previous = -1;
  Span source;                  // element: from its start tag to its end; text: the bytes
  std::string_view text;        // text nodes
  std::uint32_t text_size = 0;  // bytes of all text under it, or its own
  std::uint32_t attributes_begin = 0;
  std::uint32_t attributes_end = 0;
};

struct Tree {
  std::vector<Node> nodes;  // 0 is the root, `html`
  std::vector<Attribute> attributes;
  std::deque<std::string> strings;  // what `decoded` texts and attribute values point into
  bool quirks = true;               // HTML Standard 13.2.6.4.1

  const Node& operator[](int node) const { return nodes[static_cast<std::size_t>(node)]; }
  Node& operator[](int node) { return nodes[static_cast<std::size_t>(node)]; }

  /// Empty when the element does not have it.
  std::string_view attribute(int node, Attr name) const;
  bool has_attribute(int node, Attr name) const;

  /// The next node of the subtree under `root` in document order; -1 after the last.
  int next_in(int node, int root) const;
  /// The same, stepping over what is under `node`.
  int skip_in(int node, int root) const;
};

/// `text` must outlive the tree. Never fails: any bytes give some tree.
Tree parse_html(std::string_view text, Diagnostics& diagnostics);

}  // namespace versus::html
