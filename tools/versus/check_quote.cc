#include "tools/versus/check_quote.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>

#include "corpus/text.h"
#include "tools/versus/html_entities.h"

namespace versus {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kMostStates = 20'000'000;  // walks of a hostile document end, as "does not stand there"

bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Characters without width, which readers may drop: soft hyphen, joiners, byte order mark, variation selectors.
bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A way over the markup that begins at a place.
struct Skip {
  std::size_t end;
  bool breaks;  // the reader may have put a space there
};

bool is_inline_element(std::string_view name) {
  static constexpr std::array<std::string_view, 26> kInline = {
      "a",    "abbr", "b", "bdi",  "cite",  "code", "data",   "dfn",    "em",  "font", "i",  "ins", "kbd",
      "mark", "q",    "s", "samp", "small", "span", "strike", "strong", "sub", "sup",  "tt", "u",   "var"};
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return std::find(kInline.begin(), kInline.end(), lower) != kInline.end();
}

std::size_t end_of_tag(std::string_view text, std::size_t at) {
  char quote = 0;
  for (std::size_t i = at; i < text.size(); ++i) {
    char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return npos;
}

// Elements whose content nobody sees.
std::size_t end_of_hidden_element(std::string_view text, std::size_t at) {
  for (std::string_view name : {"script", "style", "noscript", "template", "svg", "iframe", "select", "textarea",
                                "math", "button", "video", "audio", "object"}) {
    std::size_t after = at + 1 + name.size();
    if (!starts_with_folded(text.substr(at + 1), name) || after >= text.size() || is_letter(text[after])) continue;
    for (std::size_t i = at + 1; i < text.size(); ++i) {
      i = text.find("</", i);
      if (i == npos) return npos;
      if (starts_with_folded(text.substr(i + 2), name)) return end_of_tag(text, i);
    }
  }
  return npos;
}

void add_tags(std::string_view text, std::size_t at, std::vector<Skip>& skips) {
  if (text[at] != '<' || at + 1 >= text.size()) return;
  if (text.substr(at).starts_with("<!--")) {
    std::size_t end = text.find("-->", at + 2);
    skips.push_back({end == npos ? text.size() : end + 3, false});
    return;
  }
  std::size_t name = at + 1 + (text[at + 1] == '/' ? 1 : 0);
  if (name >= text.size() || (!is_letter(text[name]) && text[name] != '!' && text[name] != '?')) return;
  std::size_t name_end = name;
  while (name_end < text.size() && (is_letter(text[name_end]) || is_digit(text[name_end]))) ++name_end;
  std::size_t tag_end = end_of_tag(text, at);
  // A style sheet can put any element on a line of its own: one with a class or a style, and what follows one.
  std::string_view attributes = text.substr(name_end, std::min(tag_end, text.size()) - name_end);
  bool styled = text[at + 1] == '/' || attributes.find("class") != npos || attributes.find("style") != npos ||
                attributes.find("id=") != npos;
  bool breaks = styled || !is_inline_element(text.substr(name, name_end - name));
  if (tag_end != npos) skips.push_back({tag_end, breaks});
  if (std::size_t end = name_end < text.size() ? end_of_hidden_element(text, at) : npos; end != npos)
    skips.push_back({end, true});
}

// From "(" to the ")" that closes it, or npos.
std::size_t end_of_brackets(std::string_view text, std::size_t at, char open, char close) {
  int depth = 0;
  for (std::size_t i = at; i < text.size() && text[i] != '\n'; ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == open)
      ++depth;
    else if (text[i] == close && --depth == 0)
      return i + 1;
  }
  return npos;
}

// "# ", "- ", "3. " before what they announce.
void add_line_markers(std::string_view text, std::size_t at, std::vector<Skip>& skips) {
  char c = text[at];
  if (c != '#' && c != '-' && c != '+' && !is_digit(c)) return;
  std::size_t before = at;
  while (before > 0 &&
         (text[before - 1] == ' ' || text[before - 1] == '\t' || text[before - 1] == '>' || text[before - 1] == '#'))
    --before;
  if (before > 0 && text[before - 1] != '\n') return;
  std::size_t end = at + 1;
  if (is_digit(c)) {
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end >= text.size() || (text[end] != '.' && text[end] != ')')) return;
    ++end;
  }
  if (c == '#' || (end < text.size() && (text[end] == ' ' || text[end] == '\t'))) skips.push_back({end, true});
}

void add_markdown(std::string_view text, std::size_t at, std::vector<Skip>& skips) {
  char c = text[at];
  auto starts = [&](std::string_view mark) { return text.substr(at).starts_with(mark); };
  if (c == '*' || c == '_' || c == '`' || c == '~' || c == '[' || c == '|') skips.push_back({at + 1, c == '|'});
  if (c == '\\' && at + 1 < text.size()) skips.push_back({at + 1, text[at + 1] == '\n'});
  if (c == '!' && starts("![")) {  // an image: all of it, or its marks
    std::size_t end = end_of_brackets(text, at + 1, '[', ']');
    if (end != npos && end < text.size() && (text[end] == '(' || text[end] == '['))
      end = end_of_brackets(text, end, text[end], text[end] == '(' ? ')' : ']');
    if (end != npos) skips.push_back({end, true});
    skips.push_back({at + 2, true});
  }
  if (starts("[^"))
    if (std::size_t end = end_of_brackets(text, at, '[', ']'); end != npos) skips.push_back({end, false});
  if (c == ']') {
    skips.push_back({at + 1, false});
    if (at + 1 < text.size() && (text[at + 1] == '(' || text[at + 1] == '[')) {
      std::size_t end = end_of_brackets(text, at + 1, text[at + 1], text[at + 1] == '(' ? ')' : ']');
      if (end != npos) skips.push_back({end, false});
    }
  }
  if (c == '<' || c == '>') skips.push_back({at + 1, false});  // autolinks, quote marks
  if (c == '{')                                                // attributes: "{.green}", "{: #id}"
    if (std::size_t end = end_of_brackets(text, at, '{', '}'); end != npos && text.find_first_of(".#:", at) == at + 1)
      skips.push_back({end, false});
  add_line_markers(text, at, skips);
}

// Writers of plain text use the marks of Markdown and reStructuredText too.
void add_text(std::string_view text, std::size_t at, std::vector<Skip>& skips) {
  char c = text[at];
  if (c == '*' || c == '`' || c == '_' || c == '|') skips.push_back({at + 1, c == '|'});
  add_line_markers(text, at, skips);
}

class Walk {
 public:
  Walk(std::string_view quote, std::string_view text, MediaType media) : quote_(quote), text_(text), media_(media) {}

  bool reaches_the_end() {
    push(0, 0, Gap::none);
    while (!open_.empty()) {
      State state = open_.back();
      open_.pop_back();
      if (state.at == text_.size() && state.quote == quote_.size()) return true;
      if (seen_.size() > kMostStates) return false;
      step(state);
    }
    return false;
  }

 private:
  // What went by since the last character: breaking markup may be a space of the quote, white space must be.
  enum class Gap { none, may, must };
  struct State {
    std::size_t at, quote;
    Gap gap;
  };

  void push(std::size_t at, std::size_t quote, Gap gap) {
    auto key =
        static_cast<std::uint64_t>(at) << 34 | static_cast<std::uint64_t>(quote) << 2 | static_cast<unsigned>(gap);
    if (seen_.insert(key).second) open_.push_back({at, quote, gap});
  }

  void step(const State& state) {
    if (state.gap != Gap::none && state.quote < quote_.size() && quote_[state.quote] == ' ')
      push(state.at, state.quote + 1, state.gap);
    if (state.at >= text_.size()) return;
    std::size_t next = state.at;
    char32_t c = next_code_point(text_, next);
    if (is_space(c)) push(next, state.quote, Gap::must);
    if (is_invisible(c) || c < 0x20 || c == 0x7F) push(next, state.quote, state.gap);
    bool is_space_paid = state.quote == 0 || quote_[state.quote - 1] == ' ';
    if (state.gap != Gap::must || is_space_paid) match(state, next);
    skips_.clear();
    add_tags(text_, state.at, skips_);  // pasted text has them too
    if (media_ == MediaType::markdown) add_markdown(text_, state.at, skips_);
    if (media_ == MediaType::text) add_text(text_, state.at, skips_);
    for (const Skip& skip : skips_)
      push(skip.end, state.quote, skip.breaks ? std::max(state.gap, Gap::may) : state.gap);
  }

  void match(const State& state, std::size_t next) {
    std::string_view rest = quote_.substr(state.quote);
    std::string_view character = text_.substr(state.at, next - state.at);
    if (rest.starts_with(character)) push(next, state.quote + character.size(), Gap::none);
    if (character != "&" || media_ == MediaType::text) return;
    std::size_t end = state.at;
    std::string decoded = decode_entity(text_, end);
    if (decoded.empty()) return;
    if (rest.starts_with(decoded)) push(end, state.quote + decoded.size(), Gap::none);
    if (fold_space(decoded).empty()) push(end, state.quote, Gap::must);
  }

  std::string_view quote_, text_;
  MediaType media_;
  std::vector<State> open_;
  std::unordered_set<std::uint64_t> seen_;
  std::vector<Skip> skips_;
};

// What a picture says stands in its markup: `![yes](green.png)`, `<i class="fa fa-times"></i>`.
bool is_markup_of_picture(std::string_view markup) {
  bool markdown = markup.starts_with("![") && (markup.ends_with(')') || markup.ends_with(']'));
  for (std::string_view name : {"<img", "<i", "<span", "<em", "<svg"})
    if (starts_with_folded(markup, name) && markup.size() > name.size() && !is_letter(markup[name.size()])) return true;
  return markdown;
}

bool is_said_by_pictures(std::string_view quote, std::string_view text, const std::vector<Span>& segments) {
  std::string rest = fold_space(quote);
  for (const Span& segment : segments) {
    std::string_view markup = text.substr(segment.begin, segment.size());
    if (!is_markup_of_picture(markup)) return false;
    std::string said;
    for (std::size_t at = 0; at < markup.size();) {
      std::size_t end = at;
      std::string decoded = markup[at] == '&' ? decode_entity(markup, end) : std::string();
      said += decoded.empty() ? std::string(1, markup[at]) : decoded;
      at = decoded.empty() ? at + 1 : end;
    }
    said = fold_space(said);
    std::size_t length = rest.size();
    while (length > 0 && said.find(rest.substr(0, length)) == npos) --length;
    if (length == 0) return false;
    rest.erase(0, length);
    while (!rest.empty() && rest.front() == ' ') rest.erase(0, 1);
  }
  return rest.empty();
}

}  // namespace

bool quote_stands_at(std::string_view quote, std::string_view text, const std::vector<Span>& segments,
                     MediaType media) {
  std::string joined;
  for (const Span& segment : segments) {
    if (segment.begin > segment.end || segment.end > text.size()) return false;
    if (!joined.empty()) joined += '\n';
    joined += text.substr(segment.begin, segment.size());
  }
  if (fold_space(quote).empty() || joined.empty()) return false;
  if (media != MediaType::text && is_said_by_pictures(quote, text, segments)) return true;
  return Walk(quote, joined, media).reaches_the_end();
}

}  // namespace versus
