#include "extract/read/line_lists.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"

namespace versus {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

constexpr std::u32string_view kGlyphs = U"•◦‣▪▫●○■□▶►▸▹➤➢→⇒·∙⁃–—◆◇⬤✦✧❖❯›»";
constexpr std::u32string_view kMeaningful =
    U"✅☑✔✓❌✖✗✘❎👍👎➕➖⚠🟢🟡🔴🟠⭐★☆✕×🚫⛔";

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_emoji(char32_t c) { return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF); }

std::size_t spaces_at(std::string_view line, std::size_t at) {
  std::size_t n = 0;
  while (at + n < line.size() && (line[at + n] == ' ' || line[at + n] == '\t')) ++n;
  if (line.substr(at + n).starts_with("\u00A0")) n += 2;
  while (at + n < line.size() && (line[at + n] == ' ' || line[at + n] == '\t')) ++n;
  return n;
}

// "1.", "12)", "(3)", "a.", "b)", "iv."
std::size_t ordinal_length(std::string_view line) {
  std::size_t i = 0;
  bool open = !line.empty() && line[0] == '(';
  if (open) ++i;
  std::size_t begin = i;
  while (i < line.size() && is_digit(line[i]) && i - begin < 4) ++i;
  if (i == begin) {
    if (i < line.size() && is_lower(line[i]) && line[i] != 'e') ++i;
    while (i < line.size() && i > begin && i - begin < 4 && (line[i] == 'i' || line[i] == 'v' || line[i] == 'x') &&
           (line[begin] == 'i' || line[begin] == 'v' || line[begin] == 'x'))
      ++i;
  }
  if (i == begin || i >= line.size()) return 0;
  if (open) return line[i] == ')' ? i + 1 : 0;
  return line[i] == '.' || line[i] == ')' ? i + 1 : 0;
}

std::optional<Bullet> symbol_bullet(std::string_view line) {
  std::size_t offset = 0;
  char32_t c = next_code_point(line, offset);
  bool meaningful = contains(kMeaningful, c);
  if (!contains(kGlyphs, c) && !meaningful && !is_emoji(c)) return std::nullopt;
  bool emoji = is_emoji(c);
  while (offset < line.size()) {  // variation selectors, joined emoji
    std::size_t next = offset;
    char32_t more = next_code_point(line, next);
    if (more != 0xFE0F && more != 0x200D && more != 0x20E3 && !(more >= 0x1F3FB && more <= 0x1F3FF) &&
        !(emoji && !meaningful && is_emoji(more) && !contains(kMeaningful, more)))
      break;
    offset = next;
  }
  std::size_t spaces = spaces_at(line, offset);
  if (offset + spaces >= line.size()) return std::nullopt;
  bool dash = c == U'–' || c == U'—' || c == U'·' || c == U'×' || c == U'★' || c == U'☆' || c == U'⭐';
  if (dash && spaces == 0) return std::nullopt;
  if ((c == U'★' || c == U'☆' || c == U'⭐') && spaces > 0 && offset + spaces >= line.size()) return std::nullopt;
  return Bullet{offset + spaces, false, meaningful, false};
}

}  // namespace

std::optional<Bullet> parse_bullet(std::string_view line) {
  if (line.empty()) return std::nullopt;
  char c = line[0];
  if (c == '-' || c == '*' || c == '+') {
    std::size_t spaces = spaces_at(line, 1);
    if (spaces == 0 || 1 + spaces >= line.size()) return std::nullopt;
    return Bullet{1 + spaces, false, false, true};
  }
  if (c == '(' && line.size() > 4 && line[2] == ')' && (line[1] == '+' || line[1] == '-' || line[1] == '0')) {
    std::size_t spaces = spaces_at(line, 3);
    if (spaces > 0 && 3 + spaces < line.size()) return Bullet{3 + spaces, false, true, false};
  }
  if (c == '(' || is_digit(c) || is_lower(c)) {
    std::size_t length = ordinal_length(line);
    if (length == 0) return std::nullopt;
    std::size_t spaces = spaces_at(line, length);
    if (spaces == 0 || length + spaces >= line.size()) return std::nullopt;
    return Bullet{length + spaces, true, false, is_digit(c)};
  }
  if (static_cast<unsigned char>(c) < 0x80) return std::nullopt;
  return symbol_bullet(line);
}

std::vector<LineItem> split_line_items(std::string_view source, const std::vector<Span>& lines) {
  if (lines.size() < 2) return {};
  std::vector<std::optional<Bullet>> bullets;
  for (const Span& line : lines) {
    std::optional<Bullet> bullet = parse_bullet(source.substr(line.begin, line.size()));
    if (bullet && (bullet->is_markdown || bullet->ordered)) bullet.reset();
    bullets.push_back(bullet);
  }
  if (std::count_if(bullets.begin(), bullets.end(), [](const auto& b) { return b.has_value(); }) < 2) return {};
  std::vector<LineItem> items;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (items.empty() || bullets[i]) items.push_back({bullets[i].has_value(), {}});
    Span line = lines[i];
    if (bullets[i] && !bullets[i]->is_text) line.begin += static_cast<std::uint32_t>(bullets[i]->length);
    items.back().lines.push_back(line);
  }
  return items;
}

}  // namespace versus
