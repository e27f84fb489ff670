// Values made of symbols. A leading run of symbols is read into tokens; what kind they are decides: stars and repeated
// marks are a rating, checks and crosses an answer.
#include <algorithm>
#include <vector>

#include "corpus/text.h"
#include "corpus/value_parts.h"
#include "corpus/value_words.h"

namespace versus {
namespace {

enum class Kind { answer, full, empty, half, plus, other };

struct Symbol {
  Kind kind = Kind::other;
  ValueType answer = ValueType::text;
  char32_t character = 0;
  bool circle = false;  // a coloured circle: a mark of quality as often as an answer
};

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_joiner(char32_t c) { return c == 0xFE0F || c == 0xFE0E || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF); }
bool is_emoji(char32_t c) { return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF) || c == 0x2B50; }
bool is_full(char32_t c) { return contains(U"★⭐🌟✭✮✯✪⍟●⬤■▰█▓⚫🔵🟦🟩⭑", c); }
bool is_empty_mark(char32_t c) { return contains(U"☆✩✰○◯□▱░▒⚪⬜⚬⭐︎", c) && c != U'⭐'; }
bool is_half(char32_t c) { return contains(U"½⯨⯪⭒◐◑🌗", c); }

std::optional<Symbol> shortcode(std::string_view text, std::size_t& length) {
  std::size_t end = text.substr(0, 50).find(':', 1);
  if (end == std::string_view::npos || end < 2 || text.find(' ') < end) return std::nullopt;
  std::string_view name = text.substr(1, end - 1);
  length = end + 1;
  if (text.substr(length).starts_with("{.")) {  // ":material-check:{.green}"
    std::size_t close = text.find('}', length);
    if (close != std::string_view::npos) length = close + 1;
  }
  Symbol symbol;
  if (name == "star" || name == "star2" || name == "full_moon") {
    symbol.kind = Kind::full;
    symbol.character = U'★';
  } else if (name == "star_half" || name == "half_star" || name == "star-half" || name == "first_quarter_moon") {
    symbol.kind = Kind::half;
  } else if (name == "star_empty" || name == "empty_star" || name == "new_moon" || name == "white_star") {
    symbol.kind = Kind::empty;
  } else if (name == "bulb" || name == "fire" || name == "moneybag" || name == "zap" || name == "rocket") {
    symbol.character = static_cast<char32_t>(name.front());
  } else if (auto answer = answer_shortcode(name)) {
    symbol.kind = Kind::answer;
    symbol.answer = *answer;
  } else {
    return std::nullopt;
  }
  return symbol;
}

std::optional<Symbol> next_symbol(std::string_view text, std::size_t& length) {
  if (text.front() == ':') return shortcode(text, length);
  std::size_t at = 0;
  char32_t c = next_code_point(text, at);
  Symbol symbol;
  symbol.character = c;
  if (c == U'+' || c == U'➕') {
    symbol.kind = Kind::plus;
  } else if (is_half(c)) {
    symbol.kind = Kind::half;
    if (auto answer = answer_symbol(c)) symbol.answer = *answer;
  } else if (is_full(c)) {
    symbol.kind = Kind::full;
    if (auto answer = answer_symbol(c)) symbol.answer = *answer;
  } else if (is_empty_mark(c)) {
    symbol.kind = Kind::empty;
  } else if (auto answer = answer_symbol(c)) {
    symbol.kind = Kind::answer;
    symbol.answer = *answer;
    symbol.circle = contains(U"🟢🔴🟡🟠👍👎", c);
  } else if (!is_emoji(c)) {
    return std::nullopt;
  }
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_joiner(next_code_point(text, next))) break;
    at = next;
  }
  length = at;
  return symbol;
}

struct Run {
  std::vector<Symbol> symbols;
  std::string_view rest;
};

Run read_run(std::string_view text) {
  Run run;
  while (!text.empty() && run.symbols.size() < 40) {
    std::size_t length = 0;
    std::size_t skip = 0;
    while (skip < text.size() && (text[skip] == ' ' || (text[skip] == '/' && !run.symbols.empty()))) ++skip;
    if (skip >= text.size()) break;
    auto symbol = next_symbol(text.substr(skip), length);
    if (!symbol) break;
    run.symbols.push_back(*symbol);
    text.remove_prefix(skip + length);
  }
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  run.rest = text;
  return run;
}

Value rating(long long halves, long long scale) {
  Value value;
  value.type = ValueType::rating;
  value.number = halves % 2 == 0 ? Decimal{halves / 2, 0} : Decimal{halves * 5, 1};
  if (scale > 0) value.scale = Scale{{0, 0}, {scale, 0}};
  return value;
}

bool is_star(char32_t c) { return contains(U"★⭐🌟✭✮✯✪⍟⭑", c); }

// "★★★½☆", "●●●○○", ":star::star:", "💡💡💡"
std::optional<Value> read_marks(const Run& run) {
  long long full = 0;
  long long half = 0;
  long long empty = 0;
  bool stars = false;
  for (const Symbol& symbol : run.symbols) {
    if (symbol.kind == Kind::full) {
      ++full;
      stars = stars || is_star(symbol.character);
    } else if (symbol.kind == Kind::half) {
      ++half;
    } else if (symbol.kind == Kind::empty) {
      ++empty;
      stars = stars || contains(U"☆✩✰", symbol.character);
    } else {
      return std::nullopt;
    }
  }
  long long slots = full + half + empty;
  if (half > 1 || slots > 20) return std::nullopt;
  if (stars) {
    if (full + half == 1 && empty == 0 && !run.rest.empty()) {  // "★ 4.5" or a bullet
      if (auto stated = parse_rating(run.rest)) return stated;
      if (auto number = parse_number(run.rest);
          number && number->unit.empty() && number->number && compare(*number->number, {5, 0}) <= 0) {
        Value value = rating(0, 5);
        value.number = number->number;
        return value;
      }
      return std::nullopt;
    }
    if (auto stated = run.rest.empty() ? std::nullopt : parse_rating(run.rest)) return stated;
    long long scale = empty > 0 ? std::max<long long>(slots, 3) : full + half <= 5 ? 5 : 10;
    return rating(2 * full + half, scale);
  }
  if (slots >= 3 && (empty > 0 || full >= 3)) return rating(2 * full + half, empty > 0 ? slots : 0);
  return std::nullopt;
}

std::optional<Value> read_answers(const Run& run) {
  bool yes = false;
  bool no = false;
  bool partial = false;
  bool circle = false;
  for (const Symbol& symbol : run.symbols) {
    yes = yes || symbol.answer == ValueType::yes;
    no = no || symbol.answer == ValueType::no;
    partial = partial || symbol.answer == ValueType::partial;
    circle = circle || symbol.circle;
  }
  if (!yes && !no && !partial) return std::nullopt;
  if (circle && !run.rest.empty()) return std::nullopt;
  bool all_answers = std::all_of(run.symbols.begin(), run.symbols.end(),
                                 [](const Symbol& symbol) { return symbol.answer != ValueType::text; });
  if (!all_answers) return std::nullopt;
  Value value;
  value.type = (yes && no) || partial ? ValueType::partial : yes ? ValueType::yes : ValueType::no;
  // "✅ (limited)" and "✔ partial" say that the check is not the whole truth.
  if (value.type == ValueType::yes && !run.rest.empty()) {
    auto answer = parse_answer(
        run.rest.front() == '(' && run.rest.back() == ')' ? run.rest.substr(1, run.rest.size() - 2) : run.rest);
    if (answer && answer->type == ValueType::partial) value.type = ValueType::partial;
  }
  return value;
}

}  // namespace

std::optional<Value> parse_symbols(std::string_view text) {
  if (text == "~") return value_of(ValueType::partial);
  if (text == "+/-" || text == "+-" || text == "±" || text == "-/+" || text == "+ / -")
    return value_of(ValueType::partial);
  if (text.front() == '(' && text.size() > 2) {  // "(✅)", "(✓) with plugin"
    std::size_t close = text.find(')');
    if (close != std::string_view::npos) {
      Run inner = read_run(text.substr(1, close - 1));
      if (!inner.symbols.empty() && inner.rest.empty()) {
        auto answer = read_answers(inner);
        if (answer && answer->type == ValueType::yes) answer->type = ValueType::partial;
        return answer;
      }
    }
    return std::nullopt;
  }
  Run run = read_run(text);
  if (run.symbols.empty()) return std::nullopt;
  if (auto marks = read_marks(run)) return marks;
  bool all_plus = std::all_of(run.symbols.begin(), run.symbols.end(),
                              [](const Symbol& symbol) { return symbol.kind == Kind::plus; });
  if (all_plus) {
    if (!run.rest.empty() || run.symbols.size() > 5) return std::nullopt;
    return rating(2 * static_cast<long long>(run.symbols.size()), 0);
  }
  if (auto answer = read_answers(run)) return answer;
  // The same emoji again and again.
  char32_t first = run.symbols.front().character;
  bool repeated = run.symbols.size() >= 2 && run.symbols.size() <= 10 && run.rest.empty() &&
                  std::all_of(run.symbols.begin(), run.symbols.end(), [&](const Symbol& symbol) {
                    return symbol.kind == Kind::other && symbol.character == first;
                  });
  if (repeated) return rating(2 * static_cast<long long>(run.symbols.size()), 0);
  if (run.symbols.size() == 1 && run.rest.empty() && (first == U'💡' || first == U'b')) return rating(2, 0);
  return std::nullopt;
}

std::string_view without_decoration(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t at = 0;
    char32_t c = next_code_point(rest, at);
    if (!is_emoji(c) && !is_joiner(c) && c != U' ') break;
    rest.remove_prefix(at);
  }
  return rest;
}

}  // namespace versus
