#include "extract/find/list_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "corpus/text.h"
#include "extract/find/names.h"

namespace versus {
namespace {

constexpr std::size_t kLongestLabel = 70;  // bytes
constexpr std::size_t kLongestLabelWords = 9;

struct SignText {
  std::string_view text;
  Sign sign;
};

// Symbols stand for a sign on their own; "+" and "-" need white space or a parenthesis around them.
constexpr std::array kSigns = {SignText{"✅", Sign::plus},
                               SignText{"✔", Sign::plus},
                               SignText{"✓", Sign::plus},
                               SignText{"☑", Sign::plus},
                               SignText{"👍", Sign::plus},
                               SignText{"➕", Sign::plus},
                               SignText{"🟢", Sign::plus},
                               SignText{"(+)", Sign::plus},
                               SignText{"[+]", Sign::plus},
                               SignText{"❌", Sign::minus},
                               SignText{"✖", Sign::minus},
                               SignText{"✗", Sign::minus},
                               SignText{"✘", Sign::minus},
                               SignText{"👎", Sign::minus},
                               SignText{"➖", Sign::minus},
                               SignText{"🔴", Sign::minus},
                               SignText{"(-)", Sign::minus},
                               SignText{"(−)", Sign::minus},
                               SignText{"(–)", Sign::minus},
                               SignText{"[-]", Sign::minus},
                               SignText{"⚠", Sign::neutral},
                               SignText{"(0)", Sign::neutral},
                               SignText{"(o)", Sign::neutral},
                               SignText{":white_check_mark:", Sign::plus},
                               SignText{":heavy_check_mark:", Sign::plus},
                               SignText{":x:", Sign::minus},
                               SignText{":+1:", Sign::plus},
                               SignText{":-1:", Sign::minus},
                               SignText{":heavy_plus_sign:", Sign::plus},
                               SignText{":heavy_minus_sign:", Sign::minus}};

constexpr std::array kSpacedSigns = {SignText{"+ ", Sign::plus},  SignText{"++ ", Sign::plus},
                                     SignText{"- ", Sign::minus}, SignText{"-- ", Sign::minus},
                                     SignText{"– ", Sign::minus}, SignText{"− ", Sign::minus}};

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (text[at] == ' ' || text.substr(at, 3) == "\xEF\xB8\x8F" || text.substr(at, 2) == "\xC2\xA0"))
    at += text[at] == ' ' ? 1 : static_cast<unsigned char>(text[at]) == 0xEF ? 3 : 2;
  return at;
}

void take_sign(std::string_view text, ListLine& line, bool spaced_signs) {
  std::string_view rest = text.substr(line.all.begin, line.all.end - line.all.begin);
  for (const SignText& sign : kSigns) {
    if (!rest.starts_with(sign.text)) continue;
    line.sign = sign.sign;
    line.all.begin = skip_space(text, line.all.begin + sign.text.size());
    return;
  }
  if (!spaced_signs) return;
  for (const SignText& sign : kSpacedSigns) {
    if (!rest.starts_with(sign.text)) continue;
    line.sign = sign.sign;
    line.all.begin = skip_space(text, line.all.begin + sign.text.size());
    return;
  }
}

/// The separator after a label: ":", " - ", " – ", " — "; its end, or npos. A dash separates only after bold.
std::size_t separator_end(std::string_view text, std::size_t at, std::size_t end, bool after_bold) {
  std::size_t i = skip_space(text, at);
  if (i < end && text[i] == ':' && (i + 1 >= end || text[i + 1] == ' ')) return i + 1;
  if (text.substr(i, 3) == "：") return i + 3;
  if (!after_bold || i == at) return std::string_view::npos;
  for (std::string_view dash : {"- ", "– ", "— ", "→ "})
    if (text.substr(i, dash.size()) == dash) return i + dash.size();
  return std::string_view::npos;
}

void take_label(const Block& block, ListLine& line) {
  std::string_view text = block.text.text();
  line.rest = line.all;
  auto set = [&](std::size_t begin, std::size_t end, std::size_t rest, bool bold) {
    std::string_view label = trim_name(text.substr(begin, end - begin));
    if (label.empty() || label.size() > kLongestLabel || split_words(label).size() > kLongestLabelWords) return false;
    std::size_t from = static_cast<std::size_t>(label.data() - text.data());
    line.label = {from, from + label.size()};
    line.rest = {std::min(skip_space(text, rest), line.all.end), line.all.end};
    line.label_is_bold = bold;
    return true;
  };
  for (const Mark& mark : block.marks) {
    bool strong = mark.kind == Mark::Kind::bold || mark.kind == Mark::Kind::emphasis || mark.kind == Mark::Kind::code;
    if (!strong || mark.begin < line.all.begin || mark.begin > line.all.begin + 5 || mark.end > line.all.end) continue;
    if (mark.begin > line.all.begin && !trim_name(text.substr(line.all.begin, mark.begin - line.all.begin)).empty())
      continue;
    if (mark.end > mark.begin && text[mark.end - 1] == ':') {
      if (set(mark.begin, mark.end - 1, mark.end, mark.kind == Mark::Kind::bold)) return;
    }
    std::size_t separator = separator_end(text, mark.end, line.all.end, true);
    if (separator != std::string_view::npos && set(mark.begin, mark.end, separator, mark.kind == Mark::Kind::bold))
      return;
  }
  std::size_t colon = line.all.begin;
  while (colon < line.all.end) {
    if (text[colon] == ':' && (colon + 1 >= line.all.end || text[colon + 1] == ' ')) break;
    ++colon;
  }
  if (colon >= line.all.end) return;
  std::string_view label = text.substr(line.all.begin, colon - line.all.begin);
  if (label.find(". ") != std::string_view::npos || label.find('?') != std::string_view::npos) return;
  set(line.all.begin, colon, colon + 1, false);
}

/// "Security:<br>strong": in a bullet, what stands on a first line that is bold or ends in a colon names the rest.
bool is_label_line(const Block& block, std::size_t end) {
  if (block.kind != BlockKind::list_item || end == 0 || end > kLongestLabel) return false;
  return block.text.text()[end - 1] == ':' ||
         std::any_of(block.marks.begin(), block.marks.end(), [&](const Mark& mark) {
           return mark.kind == Mark::Kind::bold && mark.begin == 0 && mark.end == end;
         });
}

/// Where a paragraph is cut into lines: at line breaks and before bold labels, when it begins with one and has more.
std::vector<std::size_t> cuts_of(const Block& block) {
  std::string_view text = block.text.text();
  std::vector<std::size_t> cuts;
  std::vector<std::size_t> labels;
  for (const Mark& mark : block.marks) {
    if (mark.kind == Mark::Kind::line_break && !(cuts.empty() && is_label_line(block, mark.begin)))
      cuts.push_back(mark.begin);
    if (mark.kind == Mark::Kind::bold && mark.end > mark.begin && mark.end - mark.begin <= kLongestLabel) {
      bool inside = text[mark.end - 1] == ':';
      bool behind = mark.end < text.size() && text[mark.end] == ':';
      if (inside || behind) labels.push_back(mark.begin);
    }
  }
  if (labels.size() >= 2 && labels.front() <= 5) cuts.insert(cuts.end(), labels.begin() + 1, labels.end());
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

}  // namespace

std::vector<ListLine> read_lines(const Document& document) {
  std::vector<ListLine> lines;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    bool heading = block.kind == BlockKind::heading;
    bool bullet = block.kind == BlockKind::list_item;
    if (!heading && !bullet && block.kind != BlockKind::paragraph) continue;
    std::vector<std::size_t> cuts = heading ? std::vector<std::size_t>{} : cuts_of(block);
    cuts.push_back(block.text.size());
    std::size_t begin = 0;
    for (std::size_t cut : cuts) {
      ListLine line;
      line.kind = heading ? ListLine::Kind::heading : bullet ? ListLine::Kind::bullet : ListLine::Kind::paragraph;
      line.block = static_cast<int>(i);
      line.level = block.level;
      line.list = block.list;
      line.all = {std::min(skip_space(block.text.text(), begin), cut), cut};
      line.starts_block = begin == 0;
      line.is_whole_block = begin == 0 && cut == block.text.size();
      begin = cut;
      while (line.all.end > line.all.begin && block.text.text()[line.all.end - 1] == ' ') --line.all.end;
      if (line.all.empty()) continue;
      if (!heading) take_sign(block.text.text(), line, true);
      take_label(block, line);
      lines.push_back(line);
    }
  }
  return lines;
}

}  // namespace versus
