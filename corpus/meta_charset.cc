// HTML Standard 13.2.3.2, "prescan a byte stream to determine its encoding", but over the whole head: browsers decode
// again when a later <meta> disagrees.
#include <algorithm>
#include <optional>
#include <string>

#include "corpus/encoding.h"
#include "corpus/text.h"

namespace versus {
namespace {

constexpr std::size_t kHead = 1 << 16;  // the longest distance to a charset among 427 saved pages is 5 kB

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

struct Attribute {
  std::string name, value;  // lower-cased
};

class Scanner {
 public:
  explicit Scanner(std::string_view html) : html_(html) {}

  bool done() const { return at_ >= html_.size(); }
  bool starts_with(std::string_view prefix) const { return starts_with_folded(html_.substr(at_), prefix); }
  char peek(std::size_t ahead = 0) const { return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0'; }
  void skip(std::size_t n) { at_ = std::min(at_ + n, html_.size()); }
  void skip_past(std::string_view what) {
    std::size_t found = html_.find(what, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + what.size();
  }
  void skip_tag_name() {
    while (!done() && !is_space(peek()) && peek() != '>') ++at_;
  }

  // 13.2.3.2 "get an attribute"
  std::optional<Attribute> attribute() {
    while (!done() && (is_space(peek()) || peek() == '/')) ++at_;
    if (done() || peek() == '>') return std::nullopt;
    Attribute attribute;
    while (!done() && !is_space(peek()) && peek() != '/' && peek() != '>' && (peek() != '=' || attribute.name.empty()))
      attribute.name += lower(html_[at_++]);
    while (!done() && is_space(peek())) ++at_;
    if (peek() != '=') return attribute;
    ++at_;
    while (!done() && is_space(peek())) ++at_;
    if (char quote = peek(); quote == '"' || quote == '\'') {
      for (++at_; !done() && peek() != quote; ++at_) attribute.value += lower(peek());
      skip(1);
    } else {
      for (; !done() && !is_space(peek()) && peek() != '>'; ++at_) attribute.value += lower(peek());
    }
    return attribute;
  }

 private:
  std::string_view html_;
  std::size_t at_ = 0;
};

// HTML Standard, "extracting a character encoding from a meta element": "text/html; charset=utf-8" -> "utf-8".
std::string charset_in_content(std::string_view content) {
  for (std::size_t at = content.find("charset"); at != std::string_view::npos; at = content.find("charset", at)) {
    at += 7;
    while (at < content.size() && is_space(content[at])) ++at;
    if (at >= content.size() || content[at] != '=') continue;
    for (++at; at < content.size() && is_space(content[at]);) ++at;
    if (at >= content.size()) return {};
    if (char quote = content[at]; quote == '"' || quote == '\'') {
      std::size_t end = content.find(quote, at + 1);
      return end == std::string_view::npos ? std::string() : std::string(content.substr(at + 1, end - at - 1));
    }
    return std::string(content.substr(at, content.find_first_of("; \t\n\f\r", at) - at));
  }
  return {};
}

std::string charset_of_meta(Scanner& scanner) {
  bool is_content_type = false;
  std::string from_content, charset;
  while (auto attribute = scanner.attribute()) {
    if (attribute->name == "http-equiv") is_content_type = attribute->value == "content-type";
    if (attribute->name == "content" && from_content.empty()) from_content = charset_in_content(attribute->value);
    if (attribute->name == "charset" && charset.empty()) charset = attribute->value;
  }
  return !charset.empty() ? charset : is_content_type ? from_content : std::string();
}

}  // namespace

std::string meta_charset(std::string_view html) {
  Scanner scanner(html.substr(0, kHead));
  while (!scanner.done()) {
    if (scanner.starts_with("<!--")) {
      scanner.skip(2);  // "<!-->" is a whole comment
      scanner.skip_past("-->");
    } else if (scanner.starts_with("<meta") && (is_space(scanner.peek(5)) || scanner.peek(5) == '/')) {
      scanner.skip(5);
      std::string charset = charset_of_meta(scanner);
      if (!charset.empty() && !encoding_of_label(charset).empty()) return charset;
    } else if (scanner.peek() == '<' && (is_letter(scanner.peek(1)) || scanner.peek(1) == '/')) {
      scanner.skip_tag_name();
      while (scanner.attribute()) {
      }
    } else if (scanner.starts_with("<!") || scanner.starts_with("</") || scanner.starts_with("<?")) {
      scanner.skip_past(">");
    } else {
      scanner.skip(1);
    }
  }
  return {};
}

}  // namespace versus
