#include "extract/read/html_style.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace versus::html {
namespace {

// Comparisons of a rule with an element. A page of 10,000 elements and 500 rules about `display` needs 200,000.
constexpr std::size_t kMaxSteps = 20'000'000;
// Bytes on either side of two touching elements. A choice: an initial set in another style has one.
constexpr std::size_t kShortestName = 2;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

/// What a rule or a style attribute says about an element.
struct Layout {
  enum class Display { unsaid, run, block, flex } display = Display::unsaid;
  bool is_column = false;  // flex-direction: column
};

/// "display: flex; color: red"
Layout read_declarations(std::string_view text) {
  Layout out;
  while (!text.empty()) {
    std::string_view declaration = text.substr(0, text.find(';'));
    text.remove_prefix(std::min(text.size(), declaration.size() + 1));
    std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    std::string name = lower(trim(declaration.substr(0, colon)));
    std::string value = lower(trim(declaration.substr(colon + 1)));
    value = value.substr(0, value.find_first_of(" !\t\n"));
    if (name == "flex-direction") out.is_column = value.starts_with("column");
    if (name != "display") continue;
    if (value == "block" || value == "list-item" || value == "table" || value == "flow-root")
      out.display = Layout::Display::block;
    else if (value == "flex" || value == "grid")
      out.display = Layout::Display::flex;
    else
      out.display = Layout::Display::run;
  }
  return out;
}

/// "td.name" of a selector; views into the sheet.
struct Compound {
  Tag tag = Tag::unknown;  // unknown: any
  std::string_view id;
  std::vector<std::string_view> classes;
  bool is_child = false;  // its parent, not any ancestor, matches the compound before it
};

struct Rule {
  std::vector<Compound> compounds;
  Layout layout;
};

std::optional<Compound> read_compound(std::string_view text) {
  Compound out;
  std::size_t at = text.find_first_of(".#");
  std::string_view tag = text.substr(0, at);
  if (!tag.empty() && tag != "*") {
    out.tag = tag_of(lower(tag));
    if (out.tag == Tag::unknown) return std::nullopt;
  }
  while (at < text.size()) {
    std::size_t end = std::min(text.find_first_of(".#", at + 1), text.size());
    std::string_view name = text.substr(at + 1, end - at - 1);
    if (name.empty()) return std::nullopt;
    if (text[at] == '#')
      out.id = name;
    else
      out.classes.push_back(name);
    at = end;
  }
  return out;
}

/// Nothing for selectors that depend on more than names, classes and ids ("a:hover", "[open] p", "h2 + p").
std::optional<std::vector<Compound>> read_selector(std::string_view text) {
  if (text.find_first_of(":[]+~()\\@") != std::string_view::npos) return std::nullopt;
  std::vector<Compound> out;
  bool is_child = false;
  while (!(text = trim(text)).empty()) {
    if (text.front() == '>') {
      is_child = true;
      text.remove_prefix(1);
      continue;
    }
    std::size_t end = std::min(text.find_first_of(" \n\t\r\f>"), text.size());
    std::optional<Compound> compound = read_compound(text.substr(0, end));
    if (!compound) return std::nullopt;
    compound->is_child = is_child;
    is_child = false;
    out.push_back(std::move(*compound));
    text.remove_prefix(end);
  }
  bool names_something =
      !out.empty() && (out.back().tag != Tag::unknown || !out.back().id.empty() || !out.back().classes.empty());
  return names_something ? std::optional(std::move(out)) : std::nullopt;
}

std::size_t end_of_block(std::string_view sheet, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < sheet.size(); ++at) {
    if (sheet[at] == '{') ++depth;
    if (sheet[at] == '}' && --depth == 0) return at;
  }
  return sheet.size();
}

std::string without_comments(std::string_view sheet) {
  std::string out;
  while (!sheet.empty()) {
    std::size_t begin = sheet.find("/*");
    out += sheet.substr(0, begin);
    std::size_t end = begin == std::string_view::npos ? begin : sheet.find("*/", begin + 2);
    if (end == std::string_view::npos) break;
    sheet.remove_prefix(end + 2);
  }
  return out;
}

/// The rules of a sheet that say something about layout, in order. Conditions (@media, @supports) may not hold: left
/// out.
void read_sheet(std::string_view sheet, std::vector<Rule>& rules) {
  std::size_t at = 0;
  while (at < sheet.size()) {
    std::size_t stop = sheet.find_first_of("{;}", at);
    if (stop == std::string_view::npos) return;
    std::string_view prelude = trim(sheet.substr(at, stop - at));
    at = stop + 1;
    if (sheet[stop] != '{' || prelude.starts_with("@layer")) continue;  // a layer's rules are read like the others
    std::size_t close = end_of_block(sheet, stop);
    at = std::min(close + 1, sheet.size());
    if (prelude.starts_with('@')) continue;
    Layout layout = read_declarations(sheet.substr(stop + 1, close - stop - 1));
    if (layout.display == Layout::Display::unsaid && !layout.is_column) continue;
    while (!prelude.empty()) {
      std::string_view selector = prelude.substr(0, prelude.find(','));
      prelude.remove_prefix(std::min(prelude.size(), selector.size() + 1));
      if (auto compounds = read_selector(selector)) rules.push_back({std::move(*compounds), layout});
    }
  }
}

std::vector<std::string_view> classes_of(const Tree& tree, int node) {
  std::vector<std::string_view> out;
  std::string_view text = tree.attribute(node, Attr::class_);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

class Styles {
 public:
  explicit Styles(Tree& tree) : tree_(tree) {
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
      if (tree.nodes[i].tag != Tag::style) continue;
      std::string text;
      for (int child = tree.nodes[i].first_child; child >= 0; child = tree[child].next) text += tree[child].text;
      tree.strings.push_back(without_comments(text));
      read_sheet(tree.strings.back(), rules_);
    }
    for (std::size_t i = 0; i < rules_.size(); ++i) {
      const Compound& last = rules_[i].compounds.back();
      if (!last.classes.empty())
        by_class_[last.classes.front()].push_back(i);
      else if (!last.id.empty())
        by_id_[last.id].push_back(i);
      else
        by_tag_[static_cast<std::size_t>(last.tag)].push_back(i);
    }
  }

  Layout layout_of(int node) {
    if (steps_ >= kMaxSteps) return {};
    std::vector<std::size_t> found = by_tag_[static_cast<std::size_t>(tree_[node].tag)];
    if (tree_[node].attributes_begin != tree_[node].attributes_end) {
      for (std::string_view name : classes_of(tree_, node)) add(by_class_, name, found);
      add(by_id_, tree_.attribute(node, Attr::id), found);
    }
    std::sort(found.begin(), found.end());
    Layout out;
    for (std::size_t rule : found)
      if (matches(rules_[rule], node)) lay_over(out, rules_[rule].layout);
    std::string_view style = tree_.attribute(node, Attr::style);
    if (!style.empty()) lay_over(out, read_declarations(style));
    return out;
  }

 private:
  using Index = std::unordered_map<std::string_view, std::vector<std::size_t>>;

  static void add(const Index& index, std::string_view name, std::vector<std::size_t>& found) {
    if (auto it = index.find(name); it != index.end()) found.insert(found.end(), it->second.begin(), it->second.end());
  }

  static void lay_over(Layout& out, const Layout& over) {
    if (over.display != Layout::Display::unsaid) out.display = over.display;
    out.is_column |= over.is_column;
  }

  bool fits(const Compound& compound, int node) {
    ++steps_;
    if (compound.tag != Tag::unknown && compound.tag != tree_[node].tag) return false;
    if (!compound.id.empty() && compound.id != tree_.attribute(node, Attr::id)) return false;
    if (compound.classes.empty()) return true;
    std::vector<std::string_view> own = classes_of(tree_, node);
    return std::all_of(compound.classes.begin(), compound.classes.end(),
                       [&](std::string_view name) { return std::find(own.begin(), own.end(), name) != own.end(); });
  }

  /// From the right; the nearest ancestor that fits a compound is taken for it.
  bool matches(const Rule& rule, int node) {
    std::size_t at = rule.compounds.size();
    bool may_climb = false;
    while (at > 0 && node >= 0 && steps_ < kMaxSteps) {
      if (fits(rule.compounds[at - 1], node)) {
        may_climb = !rule.compounds[--at].is_child;
      } else if (!may_climb) {
        return false;
      }
      node = tree_[node].parent;
    }
    return at == 0;
  }

  Tree& tree_;
  std::vector<Rule> rules_;
  Index by_class_;
  Index by_id_;
  std::vector<std::size_t> by_tag_[256];
  std::size_t steps_ = 0;
};

/// The first text under `node`, or the last.
std::string_view edge_text(const Tree& tree, int node, bool is_first) {
  while (node >= 0 && tree[node].tag != Tag::text) node = is_first ? tree[node].first_child : tree[node].last_child;
  return node >= 0 ? tree[node].text : std::string_view{};
}

/// Most saved pages keep their style sheets elsewhere. `<td><span class="name">B300</span><span class="note">New`: two
/// elements of different classes, touching, a capital or digit right behind a letter or digit. As running text that
/// would be one word; nobody writes it so unless a sheet sets them apart.
bool is_glued_to_previous(const Tree& tree, int node) {
  int previous = tree[node].previous;
  if (previous < 0 || is_block(tree[node].tag) || is_block(tree[previous].tag)) return false;
  if (!is_cell(tree[tree[node].parent].tag)) return false;
  std::string_view own = tree.attribute(node, Attr::class_);
  std::string_view other = tree.attribute(previous, Attr::class_);
  if (own.empty() || other.empty() || own == other) return false;
  std::string_view before = edge_text(tree, previous, false);
  std::string_view behind = edge_text(tree, node, true);
  if (before.size() < kShortestName || behind.size() < kShortestName) return false;
  char left = before.back();
  char right = behind.front();
  bool is_capital = right >= 'A' && right <= 'Z';
  bool is_digit = right >= '0' && right <= '9';
  return (is_capital || is_digit) && std::isalnum(static_cast<unsigned char>(left)) != 0;
}

}  // namespace

void mark_shown(Tree& tree) {
  Styles styles(tree);
  for (int node = 1; node < static_cast<int>(tree.nodes.size()); ++node) {
    Node& element = tree[node];
    if (element.tag == Tag::text || element.first_child < 0 || is_invisible(element.tag)) continue;
    Layout layout = styles.layout_of(node);
    if (is_glued_to_previous(tree, node)) element.shown = std::max(element.shown, Shown::seam);
    bool is_flex = layout.display == Layout::Display::flex;
    if (is_flex || layout.display == Layout::Display::block) element.shown = Shown::line;
    if (!is_flex) continue;
    for (int child = element.first_child; child >= 0; child = tree[child].next)
      tree[child].shown = std::max(tree[child].shown, layout.is_column ? Shown::line : Shown::apart);
  }
}

}  // namespace versus::html
