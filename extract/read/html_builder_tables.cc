// The insertion modes of tables (HTML Standard 13.2.6.4.9 - 13.2.6.4.15).
#include <algorithm>

#include "extract/read/html_builder.h"

namespace versus::html {

// "Clear the stack back to a table, table body or table row context."
void TreeBuilder::clear_to(Mode mode) {
  while (open_.size() > 1) {
    Tag tag = current();
    if (tag == Tag::template_) return;
    if (mode == Mode::table && tag == Tag::table) return;
    if (mode == Mode::section && is_section(tag)) return;
    if (mode == Mode::row && tag == Tag::tr) return;
    pop();
  }
}

/// Closes the section or row around; the token that asked for it is tried again.
bool TreeBuilder::leave(Mode mode) {
  clear_to(mode);
  pop();
  return false;
}

void TreeBuilder::close_cell() {
  while (open_.size() > 1) {
    Tag tag = current();
    if (tag == Tag::table) return;
    pop();
    if (is_cell(tag) || tag == Tag::caption) return;
  }
}

// The start_in_* functions return whether the token was used up; otherwise the mode changed and it is tried again.
bool TreeBuilder::start_in_table(const TagToken& token) {
  switch (token.tag) {
    case Tag::caption:
    case Tag::colgroup:
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
      clear_to(Mode::table);
      insert(token);
      return true;
    case Tag::col:
      clear_to(Mode::table);
      insert_implied(Tag::colgroup);
      return open_.back().tag != Tag::colgroup;
    case Tag::tr:
    case Tag::td:
    case Tag::th:
      clear_to(Mode::table);
      insert_implied(Tag::tbody);
      return current() != Tag::tbody;  // at the greatest depth nothing opens: give up on the tag
    case Tag::table: pop_through(Tag::table); return false;
    case Tag::script:
    case Tag::style:
    case Tag::template_: insert(token); return true;
    case Tag::form:
      if (form_ < 0) insert(token, false);
      return true;
    case Tag::input:
      if (tree_.attributes.size() > token.attributes_begin && holds_table_parts(current())) {
        insert(token, false);
        return true;
      }
      break;
    default: break;
  }
  foster_ = true;
  start_in_body(token);
  foster_ = false;
  return true;
}

bool TreeBuilder::start_in_section(const TagToken& token) {
  if (token.tag == Tag::tr) {
    clear_to(Mode::section);
    insert(token);
    return true;
  }
  if (is_cell(token.tag)) {
    clear_to(Mode::section);
    insert_implied(Tag::tr);
    return current() != Tag::tr;
  }
  return is_table_child(token.tag) ? leave(Mode::section) : start_in_table(token);
}

bool TreeBuilder::start_in_row(const TagToken& token) {
  if (is_cell(token.tag)) {
    clear_to(Mode::row);
    insert(token);
    return true;
  }
  return token.tag == Tag::tr || is_table_child(token.tag) ? leave(Mode::row) : start_in_table(token);
}

// Returns whether the token was used up.
bool TreeBuilder::end_in_table(const TagToken& token) {
  Tag tag = token.tag;
  bool never_closes = tag == Tag::body || tag == Tag::html || tag == Tag::col;
  switch (mode()) {
    case Mode::column_group:
      if (tag == Tag::col) return true;
      pop_through(Tag::colgroup);
      return tag == Tag::colgroup;
    case Mode::cell:
    case Mode::caption:
      if (never_closes || tag == Tag::colgroup) return true;
      if (tag == Tag::table || is_section(tag) || tag == Tag::tr) {
        if (!in_table_scope(tag)) return true;
        close_cell();
        return false;
      }
      if (is_cell(tag) || tag == Tag::caption) {
        if (in_table_scope(tag)) pop_through(tag);
        return true;
      }
      end_in_body(token);
      return true;
    case Mode::row:
      if (tag == Tag::tr || tag == Tag::table || (is_section(tag) && in_table_scope(tag))) {
        leave(Mode::row);
        return tag == Tag::tr;
      }
      break;
    case Mode::section:
      if (tag == Tag::table || (is_section(tag) && in_table_scope(tag))) {
        leave(Mode::section);
        return tag != Tag::table;
      }
      break;
    case Mode::table:
      if (tag == Tag::table) {
        pop_through(Tag::table);
        return true;
      }
      break;
    case Mode::body: return false;
  }
  bool table_part = is_section(tag) || is_cell(tag) || tag == Tag::tr || tag == Tag::caption || tag == Tag::colgroup;
  if (never_closes || table_part) return true;
  foster_ = true;
  end_in_body(token);
  foster_ = false;
  return true;
}

}  // namespace versus::html
