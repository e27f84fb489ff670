// Names from structure: "## Lua", "## Erlang" beside each other, each with "+ ..." and "- ..." lines beneath.
#include <map>
#include <set>

#include "corpus/text.h"
#include "extract/find/list_lines.h"
#include "extract/find/names.h"
#include "extract/find/outline.h"
#include "extract/find/subjects.h"

namespace versus {

std::vector<std::string> headings_with_pros_and_cons(const Document& document, const Vocabulary& vocabulary) {
  Outline outline(document);
  auto side_of = [&](std::string_view text) {
    std::string key = name_key(text);
    return vocabulary.has_word("pros", key) ? Sign::plus : vocabulary.has_word("cons", key) ? Sign::minus : Sign::none;
  };
  struct Sides {
    bool plus = false;
    bool minus = false;
  };
  std::map<int, Sides> sides;  // by heading
  for (const ListLine& line : read_lines(document)) {
    const Block& block = document.blocks[static_cast<std::size_t>(line.block)];
    std::string_view text = block.text.text();
    std::string_view label = text.substr(line.label.begin, line.label.end - line.label.begin);
    Sign side = line.sign;
    if (line.kind == ListLine::Kind::heading)
      side = side_of(trim_name(text));
    else if (side == Sign::none || side == Sign::neutral)
      side = side_of(label);
    if (side == Sign::none || side == Sign::neutral) continue;
    int heading = outline.heading_above(line.block);
    while (heading >= 0 &&
           side_of(trim_name(document.blocks[static_cast<std::size_t>(heading)].text.text())) != Sign::none)
      heading = outline.heading_above(heading);
    if (heading < 0 || outline.is_title(heading)) continue;
    (side == Sign::plus ? sides[heading].plus : sides[heading].minus) = true;
  }
  std::map<int, std::vector<int>> by_parent;  // parent heading -> headings with both
  for (const auto& [heading, both] : sides)
    if (both.plus && both.minus) by_parent[outline.heading_above(heading)].push_back(heading);
  std::vector<std::string> names;
  for (const auto& [parent, headings] : by_parent) {
    std::vector<std::string> siblings;
    for (int heading : headings) {
      std::string_view name = trim_name(document.blocks[static_cast<std::size_t>(heading)].text.text());
      if (looks_like_proper_name(name) && split_words(base_name(name)).size() <= 4) siblings.emplace_back(name);
    }
    if (siblings.size() >= 2) names.insert(names.end(), siblings.begin(), siblings.end());
  }
  return names;
}

std::vector<std::string> names_that_label_lists(const Document& document, const Vocabulary& vocabulary) {
  std::map<std::string, std::set<int>> lists_with;  // label -> lists
  for (const ListLine& line : read_lines(document)) {
    if (line.kind != ListLine::Kind::bullet || line.label.empty()) continue;
    const std::string& text = document.blocks[static_cast<std::size_t>(line.block)].text.text();
    std::string label = text.substr(line.label.begin, line.label.end - line.label.begin);
    if (vocabulary.find_entity(label)) lists_with[label].insert(line.list);
  }
  std::vector<std::string> names;
  for (const auto& [label, lists] : lists_with)
    if (lists.size() >= 2) names.push_back(label);
  if (names.size() < 2) names.clear();
  return names;
}

}  // namespace versus
