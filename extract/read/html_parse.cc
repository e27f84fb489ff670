// libxml2 as the tokenizer. The only file that knows it.
//
// The page goes into the push parser in one chunk, so that input->consumed + cur - base is the source position at every
// SAX callback. libxml2 closes and implies elements by HTML 4's rules; those events are recognised by having no tag at
// their place and are dropped, and end tags that it ignores are read from the source, so that the TreeBuilder gets the
// page's own tags. `cursor_` is the end of what has been accounted for: every event is first looked for there, which
// also mends the positions that libxml2 gets wrong (text runs over 1,000 bytes are reported one byte early).
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

#include "extract/read/character_references.h"
#include "extract/read/html_builder.h"
#include "extract/read/html_tree.h"

namespace versus::html {
namespace {

// libxml2 searches its stack of names for every end tag: a deep one is cut down to keep the time linear.
constexpr int kMaxNameStack = 256;

std::uint32_t hash_name(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (char c : name)
    hash = (hash ^ static_cast<unsigned char>(std::tolower(static_cast<unsigned char>(c)))) * 16777619U;
  return hash;
}

bool is_alpha(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

bool ends_name(char c) { return c == '>' || c == '/' || std::isspace(static_cast<unsigned char>(c)) != 0; }

// HTML Standard 13.2.6.4.1, the public identifiers still met.
bool is_quirky(std::string_view public_id, std::string_view system_id) {
  std::string lower(public_id);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  auto begins = [&lower](std::string_view prefix) { return lower.rfind(prefix, 0) == 0; };
  if (begins("-//w3c//dtd html 4.01 frameset//") || begins("-//w3c//dtd html 4.01 transitional//")) {
    return system_id.empty();
  }
  for (std::string_view prefix :
       {"-//w3c//dtd html 3", "-//w3c//dtd html 4.0 transitional//", "-//w3c//dtd html 4.0 frameset//",
        "-//ietf//dtd html", "-//w3c//dtd html experimental", "-//w3c//dtd w3 html", "-//w3o//dtd w3 html",
        "-//microsoft//dtd internet explorer", "-//netscape comm. corp.//dtd", "-//softquad", "html"}) {
    if (begins(prefix)) return true;
  }
  return false;
}

// libxml2 compares every attribute with all before it. From this many on they are blanked out for it.
constexpr int kMaxAttributes = 1000;
constexpr std::size_t kLongTag = 8192;  // bytes; shorter tags cannot hold so many

// Where the attributes of the tag at `open` become too many, and where the tag ends.
std::pair<std::size_t, std::size_t> surplus_attributes(std::string_view text, std::size_t open) {
  int words = 0;
  std::size_t surplus = std::string_view::npos;
  char quote = 0;
  std::size_t at = open + 1;
  for (; at < text.size() && (quote != 0 || text[at] != '>'); ++at) {
    char c = text[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && text[at - 1] == '=') {
      quote = c;
    } else if (std::isspace(static_cast<unsigned char>(c)) && ++words == kMaxAttributes) {
      surplus = at;
    }
  }
  return {surplus, at};
}

// The page without the attributes beyond kMaxAttributes of any tag, every byte at its place; empty: nothing to change.
std::string without_surplus_attributes(std::string_view text) {
  std::string out;
  std::size_t close = 0;
  for (std::size_t open = text.find('<'); open != std::string_view::npos; open = text.find('<', open + 1)) {
    if (open + 1 >= text.size() || !is_alpha(text[open + 1])) continue;
    if (close <= open) close = std::min(text.find('>', open), text.size());
    if (close - open < kLongTag) continue;
    auto [surplus, end] = surplus_attributes(text, open);
    if (surplus != std::string_view::npos) {
      if (out.empty()) out = std::string(text);
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(surplus), out.begin() + static_cast<std::ptrdiff_t>(end),
                ' ');
    }
    open = std::max(open, end - 1);
  }
  return out;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view source, Tree& tree) : source_(source), tree_(tree), builder_(tree) {}

  void run();
  bool reached_max_depth() const { return builder_.reached_max_depth(); }

  void on_doctype(std::string_view public_id, std::string_view system_id);
  void on_start(const xmlChar* name, const xmlChar** attributes);
  void on_end();
  void on_text(std::string_view characters);
  void on_other() { cursor_ = std::max(cursor_, position()); }

 private:
  std::size_t position() const {
    const xmlParserInput* input = context_->input;
    return std::min(input->consumed + static_cast<std::size_t>(input->cur - input->base), source_.size());
  }
  char at(std::size_t offset) const { return offset < source_.size() ? source_[offset] : '\0'; }
  bool is_end_tag(std::size_t offset) const {
    return at(offset) == '<' && at(offset + 1) == '/' && is_alpha(at(offset + 2));
  }
  bool matches(std::string_view characters, std::size_t offset) const {
    return offset <= source_.size() && source_.substr(offset, characters.size()) == characters;
  }
  void take_end_tags(std::size_t limit);
  bool find_start_tag(std::string_view name, std::size_t limit);
  void verbatim(std::size_t begin, std::size_t size);
  void decoded(std::string_view characters, std::size_t end);
  bool take_reference(std::string_view characters, std::size_t reported);
  void add_attributes(const xmlChar** attributes);
  void trim_name_stack();

  std::string_view source_;
  Tree& tree_;
  TreeBuilder builder_;
  htmlParserCtxtPtr context_ = nullptr;
  std::size_t cursor_ = 0;
  bool skip_reference_name_ = false;       // the reference was decoded here; libxml2 still reports its name
  bool skip_reference_semicolon_ = false;  // ... and its semicolon
  bool saw_doctype_ = false;
  std::unordered_map<const xmlChar*, Tag> tags_;  // libxml2's names are unique per parser
  std::unordered_map<const xmlChar*, Attr> attrs_;
};

void Tokenizer::on_doctype(std::string_view public_id, std::string_view system_id) {
  if (!saw_doctype_) tree_.quirks = is_quirky(public_id, system_id);
  saw_doctype_ = true;
  on_other();
}

// End tags that stand between the cursor and `limit`; libxml2 reports only those that close something.
void Tokenizer::take_end_tags(std::size_t limit) {
  while (cursor_ < limit && is_end_tag(cursor_)) {
    std::size_t name_end = cursor_ + 2;
    while (name_end < source_.size() && !ends_name(source_[name_end])) ++name_end;
    std::size_t close = source_.find('>', name_end);
    std::size_t end = close == std::string_view::npos ? source_.size() : close + 1;
    if (end > limit) return;
    std::string name(source_.substr(cursor_ + 2, name_end - cursor_ - 2));
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    TagToken token;
    token.tag = tag_of(name);
    token.name_hash = token.tag == Tag::unknown ? hash_name(name) : 0;
    token.span = {static_cast<std::uint32_t>(cursor_), static_cast<std::uint32_t>(end)};
    cursor_ = end;
    builder_.end_tag(token);
  }
}

// Moves the cursor to the `<` of the tag whose start event libxml2 reports at `limit`; false when the source has none:
// the element is libxml2's own idea.
bool Tokenizer::find_start_tag(std::string_view name, std::size_t limit) {
  take_end_tags(limit);
  for (std::size_t offset = cursor_; offset < limit;) {
    std::size_t open = source_.find('<', offset);
    if (open >= limit) return false;
    bool same = open + 1 + name.size() <= source_.size() &&
                std::equal(name.begin(), name.end(), source_.begin() + static_cast<std::ptrdiff_t>(open) + 1,
                           [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
    if (same) {
      cursor_ = open;
      return true;
    }
    if (is_end_tag(open)) {
      std::size_t before = cursor_;
      cursor_ = open;
      take_end_tags(limit);
      if (cursor_ == open) {
        cursor_ = before;
        return false;
      }
      offset = cursor_;
    } else {
      offset = open + 1;
    }
  }
  return false;
}

void Tokenizer::add_attributes(const xmlChar** attributes) {
  for (; attributes && attributes[0]; attributes += 2) {
    auto [found, is_new] = attrs_.try_emplace(attributes[0], Attr::unknown);
    if (is_new) found->second = attr_of(reinterpret_cast<const char*>(attributes[0]));
    if (found->second == Attr::unknown) continue;
    std::string_view value;
    if (attributes[1] && attributes[1][0]) {
      tree_.strings.emplace_back(reinterpret_cast<const char*>(attributes[1]));
      value = tree_.strings.back();
    }
    tree_.attributes.push_back({found->second, value});
  }
}

void Tokenizer::on_start(const xmlChar* name, const xmlChar** attributes) {
  std::size_t reported = position();
  std::string_view text(reinterpret_cast<const char*>(name));
  if (find_start_tag(text, reported)) {
    std::size_t begin = cursor_;
    std::size_t end = reported + (at(reported) == '/' && at(reported + 1) == '>' ? 2 : at(reported) == '>' ? 1 : 0);
    cursor_ = end;
    auto [found, is_new] = tags_.try_emplace(name, Tag::unknown);
    if (is_new) found->second = tag_of(text);
    TagToken token;
    token.tag = found->second;
    token.name_hash = token.tag == Tag::unknown ? hash_name(text) : 0;
    token.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    token.attributes_begin = static_cast<std::uint32_t>(tree_.attributes.size());
    add_attributes(attributes);
    token.attributes_end = static_cast<std::uint32_t>(tree_.attributes.size());
    builder_.start_tag(token);
  }
  trim_name_stack();
}

// libxml2 stops reading once its outermost element is closed; pages go on after `</html>`. So the outermost one stays.
void Tokenizer::on_end() {
  take_end_tags(position());
  if (context_->nameNr == 1 && context_->nameMax > 1) {
    context_->nameTab[1] = context_->nameTab[0];
    context_->nameNr = 2;
  }
}

void Tokenizer::trim_name_stack() {
  if (context_->nameNr <= kMaxNameStack) return;
  context_->nameTab[2] = context_->nameTab[context_->nameNr - 1];
  context_->nameNr = 3;
  context_->name = context_->nameTab[2];
}

void Tokenizer::verbatim(std::size_t begin, std::size_t size) {
  cursor_ = begin + size;
  builder_.text(source_.substr(begin, size), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cursor_)},
                false);
}

void Tokenizer::decoded(std::string_view characters, std::size_t end) {
  std::size_t begin = cursor_;
  cursor_ = std::max(cursor_, std::min(end, source_.size()));
  tree_.strings.emplace_back(characters);
  builder_.text(tree_.strings.back(), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(cursor_)}, true);
}

// A character reference at the cursor; `characters` is what libxml2 made of it.
bool Tokenizer::take_reference(std::string_view characters, std::size_t reported) {
  if (at(cursor_) != '&') return false;
  bool kept_as_is = characters == "&" && !matches("&amp", cursor_) && !matches("&#", cursor_);
  if (kept_as_is || at(cursor_ + 1) == '#') {
    CharacterReference reference = decode_reference(source_.substr(cursor_));
    if (reference.size > 0) {
      skip_reference_name_ = kept_as_is;
      decoded(reference.text, cursor_ + reference.size);
      return true;
    }
  }
  if (kept_as_is || (characters.size() > 1 && matches(characters, cursor_))) return false;
  decoded(characters, std::max(reported, cursor_ + 1));
  return true;
}

void Tokenizer::on_text(std::string_view characters) {
  if (characters.empty()) return;
  std::size_t reported = position();
  if (skip_reference_name_) {
    skip_reference_name_ = false;
    skip_reference_semicolon_ = true;
    return;
  }
  if (skip_reference_semicolon_) {
    skip_reference_semicolon_ = false;
    if (characters.front() == ';') characters.remove_prefix(1);
    if (characters.empty()) return;
  }
  if (take_reference(characters, reported)) return;
  if (matches(characters, cursor_)) return verbatim(cursor_, characters.size());
  take_end_tags(reported);
  if (take_reference(characters, reported)) return;
  if (matches(characters, cursor_)) return verbatim(cursor_, characters.size());
  constexpr std::size_t kSlide = 8;
  std::size_t window = std::min(source_.size(), reported + kSlide);
  if (window > cursor_) {
    std::size_t found = source_.substr(cursor_, window - cursor_).find(characters);
    if (found != std::string_view::npos) return verbatim(cursor_ + found, characters.size());
  }
  decoded(characters, reported);
}

void start_element(void* user, const xmlChar* name, const xmlChar** attributes) {
  static_cast<Tokenizer*>(user)->on_start(name, attributes);
}
void end_element(void* user, const xmlChar*) { static_cast<Tokenizer*>(user)->on_end(); }
void characters(void* user, const xmlChar* text, int size) {
  static_cast<Tokenizer*>(user)->on_text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}
void comment(void* user, const xmlChar*) { static_cast<Tokenizer*>(user)->on_other(); }
void instruction(void* user, const xmlChar*, const xmlChar*) { static_cast<Tokenizer*>(user)->on_other(); }
void doctype(void* user, const xmlChar*, const xmlChar* public_id, const xmlChar* system_id) {
  auto view = [](const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; };
  static_cast<Tokenizer*>(user)->on_doctype(view(public_id), view(system_id));
}

htmlSAXHandler make_handler() {
  htmlSAXHandler handler;
  std::memset(&handler, 0, sizeof handler);
  handler.startElement = start_element;
  handler.endElement = end_element;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  handler.cdataBlock = characters;
  handler.comment = comment;
  handler.processingInstruction = instruction;
  handler.internalSubset = doctype;
  return handler;
}

void Tokenizer::run() {
  static std::once_flag initialized;
  std::call_once(initialized, xmlInitParser);
  htmlSAXHandler handler = make_handler();
  context_ = htmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
  if (context_) {
    htmlCtxtUseOptions(context_, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                     HTML_PARSE_IGNORE_ENC);
    std::string shortened = without_surplus_attributes(source_);
    std::string_view input = shortened.empty() ? source_ : std::string_view(shortened);
    htmlParseChunk(context_, input.data(), static_cast<int>(input.size()), 1);
    take_end_tags(source_.size());
    htmlFreeParserCtxt(context_);
  }
  builder_.finish(static_cast<std::uint32_t>(source_.size()));
}

}  // namespace

Tree parse_html(std::string_view text, Diagnostics& diagnostics) {
  if (text.size() > kMaxBytes) {
    std::size_t end = kMaxBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    text = text.substr(0, end);
    diagnostics.push_back({Severity::warning, 0, "page-cut", "the page is over 64 MiB; the rest was not read"});
  }
  Tree tree;
  tree.nodes.reserve(text.size() / 24 + 16);
  Tokenizer tokenizer(text, tree);
  tokenizer.run();
  if (tokenizer.reached_max_depth()) {
    diagnostics.push_back(
        {Severity::note, 0, "nesting-cut", "elements nest over 512 deep; deeper ones are read as siblings"});
  }
  return tree;
}

}  // namespace versus::html
