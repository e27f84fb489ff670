// Builds a Tree from tags and text in source order: the tree construction stage of the HTML Standard (13.2.6).
//
// Followed: implied and missing end tags, scopes, the table insertion modes with foster parenting, nested forms and
// links, lists. Left out, because no reader sees the difference: reconstructing formatting elements (a `<b>` left open
// ends with its paragraph), frames, select modes, foreign content.
#pragma once

#include <string_view>
#include <vector>

#include "extract/read/html_tree.h"

namespace versus::html {

struct TagToken {
  Tag tag = Tag::unknown;
  std::uint32_t name_hash = 0;  // tells unknown elements apart
  Span span;                    // from `<` to after `>`
  std::uint32_t attributes_begin = 0;
  std::uint32_t attributes_end = 0;
};

class TreeBuilder {
 public:
  explicit TreeBuilder(Tree& tree);
  void start_tag(const TagToken& token);
  void end_tag(const TagToken& token);
  /// Source bytes as they are, or (decoded) text that stands for them.
  void text(std::string_view characters, Span span, bool decoded);
  void finish(std::uint32_t at);
  bool reached_max_depth() const { return reached_max_depth_; }

 private:
  enum class Mode : std::uint8_t { body, table, section, row, column_group, cell, caption };
  enum class Scope { normal, button, list_item, table };
  struct Open {
    int node;
    Tag tag;
    Mode mode;
    std::uint32_t name_hash;
  };

  Mode mode() const { return open_.back().mode; }
  Tag current() const { return open_.back().tag; }
  bool start_in_table(const TagToken& token);
  bool start_in_section(const TagToken& token);
  bool start_in_row(const TagToken& token);
  void start_in_body(const TagToken& token);
  void start_block(const TagToken& token);
  bool end_in_table(const TagToken& token);
  void end_in_body(const TagToken& token);
  void end_formatting(const TagToken& token);
  void end_any_other(const TagToken& token);

  int new_node(const Node& node);
  void append(int parent, int child);
  void insert_before(int sibling, int child);
  void place(int child);
  void insert(const TagToken& token, bool stays_open = true);
  void insert_implied(Tag tag);
  void pop();
  void pop_to_size(std::size_t size);
  void close_implied(Tag except);
  void pop_through(Tag tag);
  void clear_to(Mode mode);
  bool leave(Mode mode);
  void close_cell();
  void close_paragraph();
  void erase_open(std::size_t index);
  int find_in_scope(Tag tag, Scope scope) const;
  bool in_table_scope(Tag tag) const { return find_in_scope(tag, Scope::table) >= 0; }

  Tree& tree_;
  std::vector<Open> open_;
  std::uint32_t at_ = 0;  // where the token being handled begins
  int body_ = -1;
  int form_ = -1;
  bool foster_ = false;
  bool reached_max_depth_ = false;
};

}  // namespace versus::html
