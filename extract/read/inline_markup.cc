// The scanner turns the text into tokens (text, decoded characters, nothing) and pending marks that count in tokens;
// emphasis and links are decided as the CommonMark specification's appendix describes (a delimiter stack, a bracket
// stack), which only blanks tokens and adds marks; then one pass writes the visible text with its map.
#include "extract/read/inline_markup.h"

#include <algorithm>
#include <array>
#include <optional>

#include "corpus/text.h"
#include "extract/read/character_references.h"

namespace versus {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr int kMaxOpenTags = 64;
constexpr std::size_t kMaxRun = 12;  // longer runs of * or _ are rules and ratings, not emphasis
constexpr std::size_t kMaxLabel = 999;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alnum(char c) { return is_digit(c) || is_alpha(c); }
bool is_punctuation(char c) {
  auto u = static_cast<unsigned char>(c);
  return (u >= 33 && u <= 47) || (u >= 58 && u <= 64) || (u >= 91 && u <= 96) || (u >= 123 && u <= 126);
}

// The lines as one text, and where its bytes stand in the source.
class FlatText {
 public:
  FlatText(std::string_view source, const std::vector<Span>& lines) {
    bool contiguous = true;
    for (std::size_t i = 1; i < lines.size(); ++i)
      contiguous = contiguous && only_space(source, lines[i - 1].end, lines[i].begin);
    if (contiguous && !lines.empty()) {
      text_ = source.substr(lines.front().begin, lines.back().end - lines.front().begin);
      pieces_.push_back({0, lines.front().begin, false});
      return;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i > 0) owned_ += '\n';
      bool starts = i > 0 && !only_space(source, lines[i - 1].end, lines[i].begin);
      pieces_.push_back({owned_.size(), lines[i].begin, starts});
      owned_.append(source.substr(lines[i].begin, lines[i].size()));
    }
    text_ = owned_;
  }
  FlatText(const FlatText&) = delete;
  FlatText& operator=(const FlatText&) = delete;

  std::string_view text() const { return text_; }

  std::uint32_t source_of(std::size_t offset) const {
    const Piece& piece = pieces_[piece_at(offset)];
    return piece.source + static_cast<std::uint32_t>(offset - piece.flat);
  }
  Span source_span(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {source_of(begin), source_of(begin)};
    return {source_of(begin), source_of(end - 1) + 1};
  }
  /// Does a new segment begin in (begin, end]?
  bool has_seam(std::size_t begin, std::size_t end) const {
    if (pieces_.size() < 2) return false;
    std::size_t piece = piece_at(end);
    return pieces_[piece].flat > begin && pieces_[piece].starts_segment;
  }

 private:
  struct Piece {
    std::size_t flat;
    std::uint32_t source;
    bool starts_segment;
  };
  static bool only_space(std::string_view source, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
      if (!is_space(source[i])) return false;
    return true;
  }
  std::size_t piece_at(std::size_t offset) const {
    auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                  [](std::size_t value, const Piece& piece) { return value < piece.flat; });
    return static_cast<std::size_t>(after - pieces_.begin()) - 1;
  }

  std::string owned_;
  std::string_view text_;
  std::vector<Piece> pieces_;
};

struct Token {
  enum class Kind : std::uint8_t { text, decoded, gap, nothing } kind;  // gap: white space that markup stands for
  std::uint32_t begin;
  std::uint32_t end;
  std::uint32_t decoded;  // index of its characters
};

struct PendingMark {
  Mark::Kind kind;
  std::size_t first;  // tokens [first, last)
  std::size_t last;
  std::string target;
  Span source = {};  // image
};

struct Delimiter {
  char character;
  bool can_open;
  bool can_close;
  std::size_t token;  // its first remaining character
  std::size_t count;
  std::size_t original;
  std::size_t previous;
  std::size_t next;
};

struct Bracket {
  std::size_t token;
  std::size_t position;  // after "["
  bool is_image;
  bool active;
  std::size_t delimiter;  // last delimiter before it
};

struct OpenTag {
  std::string name;
  Mark::Kind kind;
  std::size_t token;
  std::string target;
};

std::string_view file_name(std::string_view address) {
  std::size_t end = address.find_first_of("?#");
  address = address.substr(0, end);
  std::size_t slash = address.find_last_of('/');
  return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

class Scanner {
 public:
  Scanner(const FlatText& flat, const InlineOptions& options)
      : flat_(flat), text_(flat.text()), options_(options), markdown_(options.syntax == InlineSyntax::markdown) {}

  InlineText run() {
    while (at_ < text_.size()) step();
    flush(at_);
    resolve_emphasis(kNone);
    while (!tags_.empty()) close_tag(tags_.size() - 1);
    return write();
  }

 private:
  // --- tokens
  std::size_t add(Token::Kind kind, std::size_t begin, std::size_t end) {
    tokens_.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), 0});
    return tokens_.size() - 1;
  }
  void add_decoded(std::string characters, std::size_t begin, std::size_t end) {
    add(Token::Kind::decoded, begin, end);
    tokens_.back().decoded = static_cast<std::uint32_t>(decoded_.size());
    decoded_.push_back(std::move(characters));
  }
  void flush(std::size_t upto) {
    if (upto > pending_) add(Token::Kind::text, pending_, upto);
    pending_ = upto;
  }
  void skip(std::size_t length) {  // markup: no text
    flush(at_);
    add(Token::Kind::nothing, at_, at_ + length);
    at_ += length;
    pending_ = at_;
  }
  void mark_here(Mark::Kind kind, std::string target = {}, Span source = {}) {
    marks_.push_back({kind, tokens_.size(), tokens_.size(), std::move(target), source});
  }

  char before(std::size_t position) const { return position == 0 ? ' ' : text_[position - 1]; }
  char after(std::size_t position) const { return position < text_.size() ? text_[position] : ' '; }

  void step() {
    switch (text_[at_]) {
      case '\\': return read_backslash();
      case '`': return read_code();
      case '*':
      case '_': return read_run();
      case '~':
      case '=': return read_double();
      case '[': return open_bracket(1);
      case '!':
        if (after(at_ + 1) == '[') return open_bracket(2);
        break;
      case ']': return close_bracket();
      case '<': return read_tag();
      case '&': return read_entity();
      case '{': return read_brace();
      case 'h': return read_bare_address();
      case ':':
        if (options_.syntax == InlineSyntax::restructured_text) return read_role();
        break;
      default: break;
    }
    ++at_;
  }

  void read_backslash() {
    bool escapes = markdown_ || (options_.table_cell && after(at_ + 1) == '|') ||
                   options_.syntax == InlineSyntax::restructured_text;
    char next = after(at_ + 1);
    if (escapes && at_ + 1 < text_.size() && (is_punctuation(next) || next == '\n')) {
      if (next == '\n') mark_line_break();
      skip(1);
      ++at_;  // the escaped character is text
      return;
    }
    ++at_;
  }
  void mark_line_break() {
    flush(at_);
    mark_here(Mark::Kind::line_break);
  }

  // --- code
  void index_backticks() {
    runs_indexed_ = true;
    for (std::size_t i = 0; i < text_.size();) {
      if (text_[i] != '`') {
        ++i;
        continue;
      }
      std::size_t begin = i;
      while (i < text_.size() && text_[i] == '`') ++i;
      std::size_t length = i - begin;
      if (length <= kMaxRun) runs_[length].push_back(begin);
    }
  }
  void read_code() {
    std::size_t length = 0;
    while (at_ + length < text_.size() && text_[at_ + length] == '`') ++length;
    if (!runs_indexed_) index_backticks();
    std::size_t close = kNone;
    if (length <= kMaxRun) {
      const auto& positions = runs_[length];
      auto found = std::upper_bound(positions.begin(), positions.end(), at_);
      if (found != positions.end()) close = *found;
    }
    if (close != kNone && !markdown_ && text_.substr(at_, close - at_).find('\n') != std::string_view::npos &&
        close - at_ > 200)
      close = kNone;  // a lone backtick in text
    if (close == kNone) {
      at_ += length;
      return;
    }
    std::size_t begin = at_ + length;
    if (options_.syntax == InlineSyntax::restructured_text && length == 1) return read_interpreted(begin, close);
    skip(length);
    std::size_t first = tokens_.size();
    for (std::size_t i = begin; options_.table_cell && i + 1 < close; ++i) {
      if (text_[i] != '\\' || text_[i + 1] != '|') continue;
      flush(i);
      add(Token::Kind::nothing, i, i + 1);
      pending_ = i + 1;
    }
    flush(close);
    marks_.push_back({Mark::Kind::code, first, tokens_.size(), {}});
    at_ = close;
    skip(length);
  }
  // RST: `text <address>`_ and :role:`text <target>`
  void read_interpreted(std::size_t begin, std::size_t close) {
    std::size_t tail = close + 1;
    std::string target;
    std::size_t end = close;
    if (close > begin && text_[close - 1] == '>') {
      std::size_t open = text_.substr(begin, close - begin).rfind('<');
      if (open != std::string_view::npos) {
        target = std::string(text_.substr(begin + open + 1, close - begin - open - 2));
        end = begin + open;
        while (end > begin && is_space(text_[end - 1])) --end;
      }
    }
    while (tail < text_.size() && text_[tail] == '_' && tail - close < 3) ++tail;
    skip(1);
    std::size_t first = tokens_.size();
    flush(end);
    marks_.push_back({target.empty() && tail == close + 1 ? Mark::Kind::code : Mark::Kind::link, first, tokens_.size(),
                      std::move(target)});
    at_ = end;
    pending_ = end;
    skip(tail - end);
  }
  void read_role() {
    std::size_t i = at_ + 1;
    while (i < text_.size() && i - at_ < 40 && (is_alnum(text_[i]) || text_[i] == '-' || text_[i] == '.')) ++i;
    if (i > at_ + 1 && i + 1 < text_.size() && text_[i] == ':' && text_[i + 1] == '`' && !is_alnum(before(at_)))
      return skip(i + 1 - at_);
    ++at_;
  }

  // --- emphasis
  void read_run() {
    char c = text_[at_];
    std::size_t length = 0;
    while (at_ + length < text_.size() && text_[at_ + length] == c) ++length;
    if (length > kMaxRun) {
      at_ += length;
      return;
    }
    char left = before(at_);
    char right = after(at_ + length);
    if (c == '_' && options_.syntax == InlineSyntax::restructured_text && ends_reference(length)) return skip(length);
    bool left_flanking = !is_space(right) && (!is_punctuation(right) || is_space(left) || is_punctuation(left));
    bool right_flanking = !is_space(left) && (!is_punctuation(left) || is_space(right) || is_punctuation(right));
    Delimiter delimiter{};
    delimiter.character = c;
    if (c == '_') {
      delimiter.can_open = left_flanking && (!right_flanking || is_punctuation(left));
      delimiter.can_close = right_flanking && (!left_flanking || is_punctuation(right));
    } else {
      delimiter.can_open = left_flanking;
      delimiter.can_close = right_flanking;
    }
    if (!markdown_) {  // plain text: products and globs keep their stars, names their underscores
      delimiter.can_open = c == '*' && delimiter.can_open && !is_alnum(left) && (length > 1 || !is_digit(right));
      delimiter.can_close = c == '*' && delimiter.can_close && !is_alnum(right);
    }
    if (!delimiter.can_open && !delimiter.can_close) {
      at_ += length;
      return;
    }
    flush(at_);
    delimiter.token = tokens_.size();
    delimiter.count = delimiter.original = length;
    for (std::size_t i = 0; i < length; ++i) add(Token::Kind::text, at_ + i, at_ + i + 1);
    at_ += length;
    pending_ = at_;
    push_delimiter(delimiter);
  }
  // RST: "Celery_", "Celery__"
  bool ends_reference(std::size_t length) const {
    if (length > 2 || !is_alnum(before(at_)) || is_alnum(after(at_ + length))) return false;
    std::size_t begin = at_;
    while (begin > 0 && at_ - begin < 60 && (is_alnum(text_[begin - 1]) || text_[begin - 1] == '_')) --begin;
    return text_[begin] != '_' && begin + 1 < at_;
  }
  void push_delimiter(Delimiter delimiter) {
    delimiter.previous = last_delimiter_;
    delimiter.next = kNone;
    if (last_delimiter_ != kNone) delimiters_[last_delimiter_].next = delimiters_.size();
    last_delimiter_ = delimiters_.size();
    delimiters_.push_back(delimiter);
  }
  void remove_delimiter(std::size_t index) {
    Delimiter& d = delimiters_[index];
    if (d.previous != kNone) delimiters_[d.previous].next = d.next;
    if (d.next != kNone) delimiters_[d.next].previous = d.previous;
    if (last_delimiter_ == index) last_delimiter_ = d.previous;
  }
  // ~~struck~~ and ==marked==
  void read_double() {
    char c = text_[at_];
    if (!markdown_ || after(at_ + 1) != c || after(at_ + 2) == c || before(at_) == c) {
      while (at_ < text_.size() && text_[at_] == c) ++at_;
      return;
    }
    char left = before(at_);
    char right = after(at_ + 2);
    Delimiter delimiter{};
    delimiter.character = c;
    delimiter.can_open = !is_space(right) && (is_space(left) || is_punctuation(left));
    delimiter.can_close = !is_space(left) && (is_space(right) || is_punctuation(right));
    if (!delimiter.can_open && !delimiter.can_close) {
      at_ += 2;
      return;
    }
    flush(at_);
    delimiter.token = tokens_.size();
    delimiter.count = delimiter.original = 2;
    add(Token::Kind::text, at_, at_ + 1);
    add(Token::Kind::text, at_ + 1, at_ + 2);
    at_ += 2;
    pending_ = at_;
    push_delimiter(delimiter);
  }

  // Matches closers with openers above `bottom`, then drops all delimiters above it.
  void resolve_emphasis(std::size_t bottom) {
    // Below these no opener for a closer of this kind exists: keeps the search linear.
    std::array<std::size_t, 24> floors;
    floors.fill(bottom);
    auto floor_of = [](const Delimiter& d) {
      std::size_t base = d.character == '*' ? 0 : d.character == '_' ? 6 : d.character == '~' ? 12 : 18;
      return base + (d.can_open ? 3 : 0) + d.original % 3;
    };
    std::size_t closer = bottom == kNone ? first_delimiter() : delimiters_[bottom].next;
    while (closer != kNone) {
      if (!delimiters_[closer].can_close) {
        closer = delimiters_[closer].next;
        continue;
      }
      Delimiter& c = delimiters_[closer];
      std::size_t& floor = floors[floor_of(c)];
      std::size_t opener = c.previous;
      bool found = false;
      while (opener != kNone && opener != bottom && opener != floor) {
        const Delimiter& o = delimiters_[opener];
        bool odd = (c.can_open || o.can_close) && (o.original + c.original) % 3 == 0 &&
                   !(o.original % 3 == 0 && c.original % 3 == 0);
        if (o.character == c.character && o.can_open && !(odd && (c.character == '*' || c.character == '_'))) {
          found = true;
          break;
        }
        opener = o.previous;
      }
      std::size_t next = c.next;
      if (!found) {
        floor = c.previous;
        if (!c.can_open) remove_delimiter(closer);
        closer = next;
        continue;
      }
      while (delimiters_[closer].previous != opener) remove_delimiter(delimiters_[closer].previous);
      pair(delimiters_[opener], c);
      if (delimiters_[opener].count == 0) remove_delimiter(opener);
      if (c.count == 0) {
        remove_delimiter(closer);
        closer = next;
      }
    }
    while (last_delimiter_ != kNone && last_delimiter_ != bottom) remove_delimiter(last_delimiter_);
  }
  std::size_t first_delimiter() const {
    std::size_t first = last_delimiter_;
    while (first != kNone && delimiters_[first].previous != kNone) first = delimiters_[first].previous;
    return first;
  }
  void pair(Delimiter& opener, Delimiter& closer) {
    std::size_t use = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
    bool is_mark = opener.character == '*' || opener.character == '_';
    std::size_t open_end = opener.token + opener.count;
    if (is_mark) marks_.push_back({use == 2 ? Mark::Kind::bold : Mark::Kind::emphasis, open_end, closer.token, {}});
    for (std::size_t i = 0; i < use; ++i) {
      tokens_[open_end - 1 - i].kind = Token::Kind::nothing;
      tokens_[closer.token + i].kind = Token::Kind::nothing;
    }
    opener.count -= use;
    closer.token += use;
    closer.count -= use;
  }

  // --- links and images
  void open_bracket(std::size_t length) {
    if (length == 1 && options_.syntax == InlineSyntax::restructured_text) {  // "[1]_", "[#note]_"
      std::size_t end = text_.substr(at_, 60).find("]_");
      if (end != std::string_view::npos && text_.substr(at_, end).find(' ') == std::string_view::npos)
        return skip(end + 2);
    }
    if (length == 1 && after(at_ + 1) == '^') {  // a footnote mark
      std::size_t end = text_.substr(at_, 80).find(']');
      if (end != std::string_view::npos && end > 2) return skip(end + 1);
    }
    flush(at_);
    Bracket bracket{};
    bracket.token = add(Token::Kind::text, at_, at_ + length);
    at_ += length;
    pending_ = at_;
    bracket.position = at_;
    bracket.is_image = length == 2;
    bracket.active = true;
    bracket.delimiter = last_delimiter_;
    brackets_.push_back(bracket);
  }

  struct Target {
    std::string address;
    std::size_t end = 0;  // after the whole construct
  };
  // "(address "title")" at position
  std::optional<Target> read_destination(std::size_t position) const {
    if (after(position) != '(') return std::nullopt;
    std::size_t i = position + 1;
    auto skip_space = [&] {
      while (i < text_.size() && is_space(text_[i])) ++i;
    };
    skip_space();
    std::size_t begin = i;
    std::size_t end = i;
    if (after(i) == '<') {
      std::size_t close = text_.substr(i, 4096).find_first_of(">\n");
      if (close == std::string_view::npos || text_[i + close] != '>') return std::nullopt;
      begin = i + 1;
      end = i + close;
      i = end + 1;
    } else {
      int depth = 0;
      for (; i < text_.size() && !is_space(text_[i]); ++i) {
        if (text_[i] == '\\' && i + 1 < text_.size() && is_punctuation(text_[i + 1])) {
          ++i;
          continue;
        }
        if (text_[i] == '(' && ++depth > 32) return std::nullopt;
        if (text_[i] == ')' && depth-- == 0) break;
      }
      end = i;
    }
    skip_space();
    char quote = after(i);
    if (i > end && (quote == '"' || quote == '\'' || quote == '(')) {
      std::size_t close = text_.substr(0, std::min(text_.size(), i + 2048)).find(quote == '(' ? ')' : quote, i + 1);
      if (close == std::string_view::npos) return std::nullopt;
      i = close + 1;
      skip_space();
    } else if (i > end && after(i) == '=') {  // "(image.png =100x20)"
      while (i < text_.size() && !is_space(text_[i]) && text_[i] != ')') ++i;
    }
    if (after(i) != ')' || i >= text_.size()) return std::nullopt;
    return Target{std::string(text_.substr(begin, end - begin)), i + 1};
  }
  std::optional<Target> look_up(std::size_t begin, std::size_t end, std::size_t after_it) const {
    if (options_.references == nullptr || end <= begin || end - begin > kMaxLabel) return std::nullopt;
    auto found = options_.references->find(link_label_key(text_.substr(begin, end - begin)));
    if (found == options_.references->end()) return std::nullopt;
    return Target{found->second, after_it};
  }
  std::optional<Target> read_target(const Bracket& bracket) const {
    std::size_t close = at_;
    if (auto inline_link = read_destination(close + 1)) return inline_link;
    if (!markdown_) return std::nullopt;
    if (after(close + 1) == '[') {
      std::size_t label_end = text_.substr(0, std::min(text_.size(), close + kMaxLabel)).find(']', close + 2);
      if (label_end != std::string_view::npos) {
        if (label_end > close + 2) return look_up(close + 2, label_end, label_end + 1);
        return look_up(bracket.position, close, label_end + 1);
      }
    }
    return look_up(bracket.position, close, close + 1);
  }

  void close_bracket() {
    if (brackets_.empty()) {
      ++at_;
      return;
    }
    Bracket bracket = brackets_.back();
    brackets_.pop_back();
    std::optional<Target> target = bracket.active ? read_target(bracket) : std::nullopt;
    if (!target) {
      ++at_;
      return;
    }
    flush(at_);
    resolve_emphasis(bracket.delimiter);
    std::size_t first = bracket.token + 1;
    tokens_[bracket.token].kind = Token::Kind::nothing;
    if (bracket.is_image) {
      std::string alternative = fold_space(text_.substr(bracket.position, at_ - bracket.position));
      for (std::size_t i = first; i < tokens_.size(); ++i) tokens_[i].kind = Token::Kind::nothing;
      mark_here(Mark::Kind::image, alternative.empty() ? std::string(file_name(target->address)) : alternative,
                flat_.source_span(bracket.position - 2, target->end));
    } else {
      marks_.push_back({Mark::Kind::link, first, tokens_.size(), target->address});
      for (auto b = brackets_.rbegin(); b != brackets_.rend() && b->active; ++b)
        if (!b->is_image) b->active = false;
    }
    pending_ = at_;
    skip(target->end - at_);
  }
  void read_bare_address() {
    std::string_view rest = text_.substr(at_, 8);
    if (is_alnum(before(at_)) || !(rest.starts_with("http://") || rest == "https://")) {
      ++at_;
      return;
    }
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end]) && text_[end] != '<' && text_[end] != '"' && text_[end] != '`' &&
           text_[end] != ']' && text_[end] != '|')
      ++end;
    auto trailing = [](char c) {
      return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '*' || c == '\'' || c == ')';
    };
    while (end > at_ + 8 && trailing(text_[end - 1]) &&
           !(text_[end - 1] == ')' && text_.substr(at_, end - at_).find('(') != std::string_view::npos))
      --end;
    flush(at_);
    std::size_t first = add(Token::Kind::text, at_, end);
    marks_.push_back({Mark::Kind::link, first, tokens_.size(), std::string(text_.substr(at_, end - at_))});
    at_ = end;
    pending_ = end;
  }

  // --- HTML
  void read_tag() {
    std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<!--")) {
      if (last_comment_end_ == kNone) {
        std::size_t found = text_.rfind("-->");
        last_comment_end_ = found == std::string_view::npos ? 0 : found;
      }
      if (at_ >= last_comment_end_) {
        ++at_;
        return;
      }
      return skip(text_.find("-->", at_ + 4) + 3 - at_);
    }
    if (read_autolink(rest)) return;
    InlineTag tag = parse_tag(rest);
    if (tag.length == 0 || (!markdown_ && !is_html_element(tag.name))) {
      ++at_;
      return;
    }
    apply_tag(tag);
  }
  bool read_autolink(std::string_view rest) {
    std::string_view head = rest.substr(0, 10);
    bool address = head.starts_with("<http://") || head.starts_with("<https://") || head.starts_with("<mailto:");
    if (!address) return false;
    std::size_t end = rest.substr(0, 4096).find_first_of("> \n<", 1);
    if (end == std::string_view::npos || rest[end] != '>') return false;
    skip(1);
    std::size_t first = add(Token::Kind::text, at_, at_ + end - 1);
    marks_.push_back({Mark::Kind::link, first, tokens_.size(), std::string(rest.substr(1, end - 1))});
    at_ += end - 1;
    pending_ = at_;
    skip(1);
    return true;
  }
  void gap(std::size_t length) {  // markup that parts words
    flush(at_);
    add(Token::Kind::gap, at_, at_ + length);
    at_ += length;
    pending_ = at_;
  }
  void apply_tag(const InlineTag& tag) {
    const std::string& name = tag.name;
    if (name == "br") {
      mark_line_break();
      return gap(tag.length);
    }
    if (name == "img") {
      flush(at_);
      std::string alternative = fold_space(attribute_value(tag.attributes, "alt"));
      if (alternative.empty()) alternative = std::string(file_name(attribute_value(tag.attributes, "src")));
      mark_here(Mark::Kind::image, std::move(alternative), flat_.source_span(at_, at_ + tag.length));
      return skip(tag.length);
    }
    if (!tag.closing && (name == "script" || name == "style" || name == "svg" || name == "template")) {
      std::string end = "</" + name;
      std::size_t close = text_.find(end, at_ + tag.length);
      if (close != std::string_view::npos) return skip(close - at_);
    }
    bool block = is_block_element(name);
    if (tag.closing || name == "li") close_named(name, tag.closing && (name == "ul" || name == "ol"));
    if (block)
      gap(tag.length);
    else
      skip(tag.length);
    if (tag.closing || static_cast<int>(tags_.size()) >= kMaxOpenTags) return;
    std::optional<Mark::Kind> kind = kind_of(name);
    if (kind)
      tags_.push_back({name, *kind, tokens_.size(),
                       *kind == Mark::Kind::link ? attribute_value(tag.attributes, "href") : std::string()});
  }
  static std::optional<Mark::Kind> kind_of(std::string_view name) {
    if (name == "b" || name == "strong" || name == "th") return Mark::Kind::bold;
    if (name == "i" || name == "em") return Mark::Kind::emphasis;
    if (name == "code" || name == "kbd" || name == "samp" || name == "tt" || name == "var") return Mark::Kind::code;
    if (name == "a") return Mark::Kind::link;
    if (name == "sup") return Mark::Kind::superscript;
    if (name == "li") return Mark::Kind::list_item;
    return std::nullopt;
  }
  void close_named(std::string_view name, bool ends_list) {
    for (std::size_t i = tags_.size(); i-- > 0;) {
      if (tags_[i].name == name || (ends_list && tags_[i].name == "li")) {
        while (tags_.size() > i) close_tag(tags_.size() - 1);
        return;
      }
    }
  }
  void close_tag(std::size_t index) {
    flush(at_);
    OpenTag& open = tags_[index];
    marks_.push_back({open.kind, open.token, tokens_.size(), std::move(open.target)});
    tags_.pop_back();
  }
  void read_entity() {
    CharacterReference reference = decode_reference(text_.substr(at_));
    if (reference.size == 0 || text_[at_ + reference.size - 1] != ';') {
      ++at_;
      return;
    }
    flush(at_);
    add_decoded(std::move(reference.text), at_, at_ + reference.size);
    at_ += reference.size;
    pending_ = at_;
  }
  // {.class #id}, {: .class}, {{< shortcode >}}, {% tag %}
  void read_brace() {
    if (!markdown_) {
      ++at_;
      return;
    }
    std::string_view rest = text_.substr(at_, 200);
    for (auto [open, close] :
         {std::pair<std::string_view, std::string_view>{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}}) {
      if (!rest.starts_with(open)) continue;
      std::size_t end = rest.find(close, open.size());
      if (end != std::string_view::npos) return skip(end + close.size());
    }
    std::size_t i = 1;
    if (i < rest.size() && rest[i] == ':') ++i;
    while (i < rest.size() && rest[i] == ' ') ++i;
    bool attributes = i + 1 < rest.size() && (rest[i] == '.' || rest[i] == '#') && is_alpha(rest[i + 1]);
    bool size = at_ > 0 && (before(at_) == ')' || before(at_) == ']') && rest.find('=') < rest.find('}');
    std::size_t end = rest.find_first_of("}\n");
    if ((attributes || size) && end != std::string_view::npos && rest[end] == '}') return skip(end + 1);
    ++at_;
  }

  // --- writing
  void write_text(std::size_t begin, std::size_t end) {
    std::size_t i = begin;
    while (i < end) {
      std::size_t run = i;
      while (i < end) {
        auto c = static_cast<unsigned char>(text_[i]);
        if (c < 0x21 || c == 0x7F) {
          bool single = c == ' ' && i > run && i + 1 < end && static_cast<unsigned char>(text_[i + 1]) > 0x20;
          if (!single) break;
        } else if (c >= 0xC2 && special_length(i) > 0) {
          break;
        }
        ++i;
      }
      if (i > run) out_.text.append_verbatim(text_.substr(run, i - run), flat_.source_of(run));
      if (i >= end) return;
      i = write_space(i, end);
    }
  }
  // White space beyond ASCII and characters without a width: their length in bytes, else 0.
  std::size_t special_length(std::size_t i) const {
    auto byte = [&](std::size_t k) { return i + k < text_.size() ? static_cast<unsigned char>(text_[i + k]) : 0U; };
    if (byte(0) == 0xC2 && (byte(1) == 0xA0 || byte(1) == 0xAD || byte(1) < 0xA0)) return 2;
    if (byte(0) == 0xE2 && byte(1) == 0x80 &&
        (byte(2) <= 0x8C || byte(2) == 0xAF || byte(2) == 0xA8 || byte(2) == 0xA9))
      return 3;
    if (byte(0) == 0xE2 && byte(1) == 0x81 && (byte(2) == 0x9F || byte(2) == 0xA0)) return 3;
    if (byte(0) == 0xE3 && byte(1) == 0x80 && byte(2) == 0x80) return 3;
    if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return 3;
    return 0;
  }
  static bool has_width(std::string_view special) {
    return special != "\u00AD" && special != "\u200B" && special != "\u200C" && special != "\u2060" &&
           special != "\uFEFF";
  }
  std::size_t write_space(std::size_t begin, std::size_t end) {
    std::size_t i = begin;
    bool space = false;
    while (i < end) {
      auto c = static_cast<unsigned char>(text_[i]);
      std::size_t special = c >= 0xC2 ? special_length(i) : 0;
      if (special > 0) {
        space = space || has_width(text_.substr(i, special));
        i += special;
      } else if (c < 0x21 || c == 0x7F) {
        space = space || is_space(text_[i]);
        ++i;
      } else {
        break;
      }
    }
    if (space) write_gap(begin, i);
    return i;
  }
  void write_gap(std::size_t begin, std::size_t end) {
    if (out_.text.empty()) return;
    if (end < text_.size() && flat_.has_seam(begin, end)) {
      out_.text.append_space({});
      out_.text.start_segment();
    } else {
      out_.text.append_space(flat_.source_span(begin, end));
    }
  }
  InlineText write() {
    std::vector<std::uint32_t> offsets(tokens_.size() + 1);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      offsets[i] = static_cast<std::uint32_t>(out_.text.size());
      switch (token.kind) {
        case Token::Kind::text: write_text(token.begin, token.end); break;
        case Token::Kind::gap: write_gap(token.begin, token.end); break;
        case Token::Kind::nothing: break;
        case Token::Kind::decoded: {
          std::string& characters = decoded_[token.decoded];
          if (characters == "\u00A0" || characters == " ")
            write_gap(token.begin, token.end);
          else if (has_width(characters))
            out_.text.append_decoded(characters, flat_.source_span(token.begin, token.end));
          break;
        }
      }
    }
    offsets[tokens_.size()] = static_cast<std::uint32_t>(out_.text.size());
    out_.text = out_.text.trimmed();
    write_marks(offsets);
    return std::move(out_);
  }
  void write_marks(const std::vector<std::uint32_t>& offsets) {
    const std::string& text = out_.text.text();
    auto size = static_cast<std::uint32_t>(text.size());
    for (PendingMark& mark : marks_) {
      std::uint32_t begin = std::min(offsets[mark.first], size);
      std::uint32_t end = std::min(offsets[mark.last], size);
      bool point = mark.kind == Mark::Kind::image || mark.kind == Mark::Kind::line_break;
      while (!point && begin < end && text[begin] == ' ') ++begin;
      while (!point && end > begin && text[end - 1] == ' ') --end;
      if (!point && begin >= end) continue;
      out_.marks.push_back({mark.kind, begin, end, std::move(mark.target), mark.source});
    }
    std::stable_sort(out_.marks.begin(), out_.marks.end(), [](const Mark& a, const Mark& b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
  }

  const FlatText& flat_;
  std::string_view text_;
  const InlineOptions& options_;
  bool markdown_;
  std::size_t at_ = 0;
  std::size_t pending_ = 0;  // text from here to at_ is not a token yet
  std::vector<Token> tokens_;
  std::vector<std::string> decoded_;
  std::vector<PendingMark> marks_;
  std::vector<Delimiter> delimiters_;
  std::size_t last_delimiter_ = kNone;
  std::vector<Bracket> brackets_;
  std::vector<OpenTag> tags_;
  std::array<std::vector<std::size_t>, kMaxRun + 1> runs_;  // of backticks, by length
  bool runs_indexed_ = false;
  std::size_t last_comment_end_ = kNone;
  InlineText out_;
};

}  // namespace

std::string link_label_key(std::string_view label) { return fold_case(fold_space(label)); }

InlineText read_inline(std::string_view source, const std::vector<Span>& lines, const InlineOptions& options) {
  if (lines.empty()) return {};
  FlatText flat(source, lines);
  return Scanner(flat, options).run();
}

}  // namespace versus
