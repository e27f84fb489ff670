#include "extract/read/markdown_mask.h"

#include <algorithm>

namespace versus {
namespace {

// Block structure shows at the beginning of a line; the rest of a longer line would only cost cmark time and memory.
constexpr std::size_t kMaxLine = 2000;

std::size_t indentation(std::string_view line) {
  std::size_t n = 0;
  std::size_t i = 0;
  for (; i < line.size() && (line[i] == ' ' || line[i] == '\t'); ++i) n = line[i] == '\t' ? n + 4 - n % 4 : n + 1;
  return n;
}

std::string_view stripped(std::string_view line) {
  std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

struct Definition {
  std::string_view label;
  std::string_view address;
};

// "[label]: address "title""
bool parse_definition(std::string_view line, Definition& out) {
  if (indentation(line) > 3) return false;
  std::string_view text = stripped(line);
  if (text.size() < 4 || text[0] != '[' || text[1] == '^') return false;
  std::size_t close = text.find("]:");
  if (close == std::string_view::npos || close < 2 || close > 999) return false;
  if (text.substr(1, close - 1).find('[') != std::string_view::npos) return false;
  std::string_view rest = stripped(text.substr(close + 2));
  if (rest.empty()) return false;
  std::size_t end = rest.front() == '<' ? rest.find('>') : rest.find_first_of(" \t");
  if (end == std::string_view::npos) end = rest.size();
  std::string_view title = end < rest.size() ? stripped(rest.substr(end + (rest.front() == '<' ? 1 : 0))) : "";
  if (!title.empty() && title.front() != '"' && title.front() != '\'' && title.front() != '(') return false;
  out.label = text.substr(1, close - 1);
  out.address = rest.front() == '<' ? rest.substr(1, end - 1) : rest.substr(0, end);
  return true;
}

// Even in a paragraph nobody writes "[label]: https://..." as text.
bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with('/') || text.starts_with('#') ||
         text.starts_with("./") || text.starts_with("../");
}

bool is_import(std::string_view line) {
  if (!line.starts_with("import ") && !line.starts_with("export ")) return false;
  std::string_view text = stripped(line);
  if (text.starts_with("import "))
    return text.ends_with("';") || text.ends_with("\";") || text.ends_with("'") || text.ends_with("\"");
  return text.starts_with("export const ") || text.starts_with("export default ");
}

// ":::note", "::: warning Title", ":::", "!!! note", "??? tip"
bool is_colon_fence(std::string_view text) {
  if (!text.starts_with(":::")) return false;
  std::size_t end = text.find_first_not_of(':');
  return end == std::string_view::npos || text[end] == ' ' || (text[end] >= 'a' && text[end] <= 'z') ||
         text[end] == '{';
}
bool is_bang_admonition(std::string_view text) {
  return text.starts_with("!!! ") || text.starts_with("??? ") || text.starts_with("???+ ") ||
         text.starts_with("=== \"");
}
// A line that holds only a shortcode or a component's tag.
bool is_template_line(std::string_view text) {
  return (text.starts_with("{{<") && text.ends_with(">}}")) || (text.starts_with("{{%") && text.ends_with("%}}")) ||
         (text.starts_with("{%") && text.ends_with("%}")) || (text.starts_with("{:") && text.ends_with("}"));
}
bool is_component_line(std::string_view text) {
  if (text.size() < 3 || text.front() != '<' || text.back() != '>') return false;
  std::size_t name = text[1] == '/' ? 2 : 1;
  if (name >= text.size() || text[name] < 'A' || text[name] > 'Z') return false;
  if (text.find_first_of("abcdefghijklmnopqrstuvwxyz", name) == std::string_view::npos) return false;  // "<TABLE>"
  InlineTag tag = parse_tag(text);
  return tag.length == text.size();
}

class Masker {
 public:
  Masker(BlockWriter& writer, Span front_matter) : writer_(writer), front_(front_matter) {}

  MarkdownMask run() {
    auto n = static_cast<std::size_t>(writer_.n_lines());
    mask_.admonition.assign(n, 0);
    mask_.text.reserve(std::min<std::size_t>(writer_.text().size(), n * 200) + n);
    for (int number = 1; number <= writer_.n_lines(); ++number) {
      Span span = writer_.line(number);
      add_line(number, span);
      mask_.text += '\n';
    }
    return std::move(mask_);
  }

 private:
  void blank() { previous_open_ = false; }

  void add_line(int number, Span span) {
    std::string_view line = writer_.bytes(span);
    if (span.begin < front_.end) return blank();
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) {
      mask_.text += "   ";
      line.remove_prefix(3);
    }
    std::string_view text = stripped(line);
    if (track_fence(text)) return copy(line, text);
    if (text.empty()) {
      blank();
      return copy(line, text);
    }
    if (admonition_indent_ >= 0 && add_admonition_line(number, line)) return;
    if (indentation(line) <= 3 && is_import(text) && !previous_open_) {
      note(span, "import");
      return;
    }
    Definition definition;
    if (parse_definition(line, definition) && (!previous_open_ || is_address(definition.address))) {
      writer_.references().try_emplace(link_label_key(definition.label), std::string(definition.address));
      note(span, "link-definitions");
      return;
    }
    if (is_bang_admonition(text)) {
      admonition_indent_ = static_cast<int>(indentation(line));
      return blank();
    }
    if (is_colon_fence(text)) {
      // ":::note[Title]" keeps its title as a line of its own.
      return blank();
    }
    if (is_template_line(text) || is_component_line(text)) return blank();
    // A comment of its own line ends what was open: definitions may follow it.
    previous_open_ = !(text.starts_with("<!--") && text.ends_with("-->"));
    copy(line, text);
  }

  // Code fences hide everything inside them from the masks.
  bool track_fence(std::string_view text) {
    std::size_t length = 0;
    char c = text.empty() ? ' ' : text.front();
    if (c == '`' || c == '~')
      while (length < text.size() && text[length] == c) ++length;
    if (fence_length_ == 0) {
      if (length < 3 || (c == '`' && text.find('`', length) != std::string_view::npos)) return false;
      fence_ = c;
      fence_length_ = length;
      return true;
    }
    if (c == fence_ && length >= fence_length_ && length == text.size()) fence_length_ = 0;
    return true;
  }

  bool add_admonition_line(int number, std::string_view line) {
    auto needed = static_cast<std::size_t>(admonition_indent_) + 4;
    if (indentation(line) < needed || line.find('\t') < needed) {
      admonition_indent_ = -1;
      return false;
    }
    mask_.admonition[static_cast<std::size_t>(number) - 1] = 1;
    std::string masked(line.substr(0, kMaxLine));
    masked[static_cast<std::size_t>(admonition_indent_)] = '>';
    mask_.text += masked;
    return true;
  }

  void note(Span span, std::string role) {
    if (!mask_.boilerplate.empty()) {
      auto& [last, last_role] = mask_.boilerplate.back();
      if (last_role == role && last_line_noted_ + 1 == writer_.index().line_of(span.begin)) {
        last.end = span.end;
        ++last_line_noted_;
        return;
      }
    }
    mask_.boilerplate.emplace_back(span, std::move(role));
    last_line_noted_ = writer_.index().line_of(span.begin);
  }

  void copy(std::string_view line, std::string_view text) {
    std::size_t begin = mask_.text.size();
    mask_.text.append(line.substr(0, kMaxLine));
    if (text.size() > kMaxLine) mask_.text.back() = 'x';
    for (std::size_t i = begin; i < mask_.text.size(); ++i)
      if (mask_.text[i] == '\0') mask_.text[i] = ' ';
  }

  BlockWriter& writer_;
  Span front_;
  MarkdownMask mask_;
  bool previous_open_ = false;  // the line before belongs to a paragraph
  char fence_ = 0;
  std::size_t fence_length_ = 0;
  int admonition_indent_ = -1;
  int last_line_noted_ = -1;
};

}  // namespace

MarkdownMask mask_markdown(BlockWriter& writer, Span front_matter) { return Masker(writer, front_matter).run(); }

}  // namespace versus
