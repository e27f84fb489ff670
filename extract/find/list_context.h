// What a line of an article is about: the thing and the feature that headings, lead-ins and bullets above it name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/find/finder.h"
#include "extract/find/list_lines.h"

namespace versus {

/// What one heading, lead-in or parent bullet says. "Pros of Keras": entity "Keras", feature "Pros".
struct Topic {
  std::string text;        // trimmed, without a colon at its end
  std::string entity;      // the one compared thing it is about, as written; empty: none
  std::string feature;     // a label of what follows ("Pros", "When to use"); empty: none
  Sign side = Sign::none;  // plus: pros, minus: cons
};

/// Reads a heading or lead-in: a compared thing alone, a label alone ("Pros", "Best for"), or both ("Pros of A", "A's
/// advantages", "When to use A", "Choose A if"). Otherwise only `text` is set.
Topic read_topic(std::string_view text, const FindContext& context);

/// The compared thing that a label names: the whole label, or its beginning ("AWS Lambda", "Keras (on TensorFlow)").
/// Empty for several things at once ("AWS + Azure") and for anything else.
std::string entity_of_label(std::string_view label, const FindContext& context);

bool is_word_of(const Vocabulary& vocabulary, std::string_view list, std::string_view text);

/// Headings, lead-ins and parent bullets around the current line, outermost first.
class TopicStack {
 public:
  struct Entry {
    int level = 0;  // headings 1-6, lead-ins 7, bullets 10 and more
    Topic topic;
    bool is_title = false;
  };
  void pop_to(int level);  // drops entries of this level and deeper
  void push(int level, Topic topic, bool is_title = false) { entries_.push_back({level, std::move(topic), is_title}); }

  const Entry* innermost_entity() const;
  /// The label below the innermost entity (or with it), else null.
  const Entry* innermost_feature() const;
  /// The innermost entry that is no entity and stands below the innermost entity: what a line's value is about.
  const Entry* innermost() const { return entries_.empty() ? nullptr : &entries_.back(); }
  /// Text of the innermost entry above `entry` that is neither title nor entity.
  std::string section_above(const Entry* entry) const;

 private:
  std::vector<Entry> entries_;
};

}  // namespace versus
