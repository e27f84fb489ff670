// A list that lost its line breaks: "1. Price: - Keras: free - PyTorch: free too 2. Speed: - Keras: ...".
// The dashes before names that are compared cut the values; what stands before the first dash of a run, back to the
// number or the end of the sentence, is the feature.
#include <cctype>

#include "corpus/text.h"
#include "extract/find/finder.h"
#include "extract/find/list_context.h"
#include "extract/find/names.h"

namespace versus {
namespace {

struct Item {
  std::size_t dash = 0;   // where " - Name:" begins
  std::size_t value = 0;  // after the colon
  std::string entity;
};

constexpr std::size_t kLongestName = 40;      // bytes
constexpr std::size_t kLongestFeature = 120;  // bytes

std::vector<Item> find_items(std::string_view text, const FindContext& context) {
  std::vector<Item> items;
  for (std::size_t i = 0; i + 3 < text.size(); ++i) {
    std::size_t dash = 0;
    for (std::string_view mark : {" - ", " – ", " • ", " * "})
      if (text.substr(i, mark.size()) == mark) dash = mark.size();
    if (dash == 0) continue;
    std::size_t begin = i + dash;
    std::size_t colon = text.find(':', begin);
    if (colon == std::string_view::npos || colon - begin > kLongestName) continue;
    std::string_view name = text.substr(begin, colon - begin);
    if (name.find(". ") != std::string_view::npos) continue;
    std::string entity = entity_of_label(name, context);
    if (!entity.empty()) items.push_back({i, colon + 1, std::move(entity)});
  }
  return items;
}

/// Where the feature's own text begins: after the last "N. " or sentence end before `end`; npos when it is none.
std::size_t feature_begin(std::string_view text, std::size_t from, std::size_t end) {
  std::size_t number = std::string_view::npos;
  std::size_t sentence = from;
  for (std::size_t i = from; i + 1 < end; ++i) {
    bool dot = (text[i] == '.' || text[i] == ')') && text[i + 1] == ' ';
    if (!dot) continue;
    std::size_t digits = i;
    while (digits > from && std::isdigit(static_cast<unsigned char>(text[digits - 1]))) --digits;
    bool numbered = digits < i && i - digits <= 2 && (digits == from || text[digits - 1] == ' ');
    if (numbered)
      number = digits;
    else if (text[i] == '.')
      sentence = i + 1;
  }
  return number != std::string_view::npos ? number : sentence;
}

}  // namespace

void find_inline_lists(const FindContext& context, FindState& state) {
  for (std::size_t b = 0; b < context.document.blocks.size(); ++b) {
    const Block& block = context.document.blocks[b];
    if (block.kind != BlockKind::paragraph || state.block_used[b]) continue;
    std::string_view text = block.text.text();
    std::vector<Item> items = find_items(text, context);
    std::size_t previous_end = 0;
    std::size_t i = 0;
    while (i < items.size()) {
      // A run of items shares a feature until text ending in a colon comes before an item.
      std::size_t begin = feature_begin(text, previous_end, items[i].dash);
      std::string_view feature = text.substr(begin, items[i].dash - begin);
      feature = trim_name(feature);
      bool named =
          items[i].dash > 0 && text[items[i].dash - 1] == ':' && !feature.empty() && feature.size() <= kLongestFeature;
      std::size_t last = i;
      std::size_t end = text.size();
      while (last < items.size()) {
        std::size_t next = last + 1 < items.size() ? items[last + 1].dash : text.size();
        end = next;
        bool new_feature = last + 1 < items.size() && text[next - 1] == ':';
        if (new_feature) end = feature_begin(text, items[last].value, next);
        ++last;
        if (new_feature) break;
      }
      if (named && last - i >= 2) {
        for (std::size_t k = i; k < last; ++k) {
          std::size_t value_end = k + 1 < last ? items[k + 1].dash : end;
          FeatureRow row;
          row.value = block.text.substr(items[k].value, value_end).trimmed();
          if (row.value.empty()) continue;
          row.entity = items[k].entity;
          row.feature = std::string(feature);
          row.finder = "inline-list";
          row.section = context.outline.section_of(static_cast<int>(b));
          row.evidence = evidence_of(row.value, 0, row.value.size(), block.line);
          state.add_row(std::move(row));
          state.block_used[b] = 1;
        }
      }
      previous_end = end;
      i = last;
    }
  }
}

}  // namespace versus
