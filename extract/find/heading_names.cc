// Names from structure: "## Lua", "## Erlang" beside each other, each with "+ ..." and "- ..." lines beneath.
#include <map>

#include "corpus/text.h"
#include "extract/find/list_lines.h"
#include "extract/find/names.h"
#include "extract/find/outline.h"
#include "extract/find/subjects.h"

namespace versus {

std::vector<std::string> headings_with_pros_and_cons(const Document& document, const Vocabulary& vocabulary) {
  Outline outline(document);
  auto is_side = [&](std::string_view text) {
    std::string key = name_key(text);
    return vocabulary.has_word("pros", key) || vocabulary.has_word("cons", key);
  };
  std::map<int, std::vector<int>> by_parent;  // parent heading -> headings with pros and cons
  std::map<int, bool> counted;
  for (const ListLine& line : read_lines(document)) {
    const Block& block = document.blocks[static_cast<std::size_t>(line.block)];
    std::string_view text = block.text.text();
    std::string_view label = text.substr(line.label.begin, line.label.end - line.label.begin);
    bool side = line.kind == ListLine::Kind::heading
                    ? is_side(trim_name(text))
                    : line.sign == Sign::plus || line.sign == Sign::minus || (!label.empty() && is_side(label));
    if (!side) continue;
    int heading = outline.heading_above(line.block);
    while (heading >= 0 && is_side(trim_name(document.blocks[static_cast<std::size_t>(heading)].text.text())))
      heading = outline.heading_above(heading);
    if (heading < 0 || outline.is_title(heading) || counted[heading]) continue;
    counted[heading] = true;
    by_parent[outline.heading_above(heading)].push_back(heading);
  }
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

}  // namespace versus
