#include "corpus/mhtml.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "corpus/text.h"

namespace versus {
namespace {

constexpr int kDeepest = 4;  // multipart/related within multipart/alternative within ...

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::string_view next_line(std::string_view& text) {
  std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Message {
  std::map<std::string, std::string> fields;  // lower-case names; folded lines joined
  std::string_view body;

  std::string field(const std::string& name) const {
    auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
  }
};

Message parse_message(std::string_view text) {
  Message message;
  std::string last;
  while (!text.empty()) {
    std::string_view line = next_line(text);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (!last.empty()) message.fields[last] += fold_space(line).insert(0, 1, ' ');
      continue;
    }
    std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    last = lower(fold_space(line.substr(0, colon)));
    message.fields.emplace(last, fold_space(line.substr(colon + 1)));
  }
  message.body = text;
  return message;
}

// `multipart/related; boundary="x"; charset=utf-8`, name "boundary" -> "x"
std::string parameter(std::string_view field, std::string_view name) {
  std::string folded = lower(field);
  for (std::size_t at = folded.find(';'); at != std::string::npos; at = folded.find(';', at)) {
    at = folded.find_first_not_of(" \t", at + 1);
    if (at == std::string::npos) return {};
    std::size_t equals = folded.find('=', at);
    if (equals == std::string::npos) return {};
    if (fold_space(folded.substr(at, equals - at)) != name) continue;
    std::size_t begin = folded.find_first_not_of(" \t", equals + 1);
    if (begin == std::string::npos) return {};
    if (field[begin] == '"') {
      std::size_t end = field.find('"', begin + 1);
      return std::string(field.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
    }
    return std::string(field.substr(begin, field.find_first_of("; \t", begin) - begin));
  }
  return {};
}

std::string media_of(const Message& message) {
  std::string type = message.field("content-type");
  return lower(fold_space(std::string_view(type).substr(0, type.find(';'))));
}

// Bodies between the lines "--boundary".
std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary) {
  std::vector<std::string_view> parts;
  std::string delimiter = "--" + boundary;
  const char* begin = nullptr;
  for (std::string_view rest = body; !rest.empty();) {
    const char* line_begin = rest.data();
    std::string_view line = next_line(rest);
    if (!line.starts_with(delimiter)) continue;
    if (begin != nullptr) parts.emplace_back(begin, static_cast<std::size_t>(line_begin - begin));
    begin = rest.data();
    if (line.substr(delimiter.size()).starts_with("--")) return parts;
  }
  if (begin != nullptr) parts.emplace_back(begin, static_cast<std::size_t>(body.data() + body.size() - begin));
  return parts;
}

std::string decode_body(const Message& message) {
  std::string encoding = lower(message.field("content-transfer-encoding"));
  if (encoding == "quoted-printable") return decode_quoted_printable(message.body);
  if (encoding == "base64") return decode_base64(message.body);
  return std::string(message.body);
}

void collect_pages(const Message& message, int depth, std::vector<Message>& pages) {
  std::string media = media_of(message);
  if (media.starts_with("multipart/") && depth < kDeepest) {
    std::string boundary = parameter(message.field("content-type"), "boundary");
    if (boundary.empty()) return;
    for (std::string_view part : split_parts(message.body, boundary))
      collect_pages(parse_message(part), depth + 1, pages);
  } else if (media == "text/html" || media == "application/xhtml+xml" || media == "text/plain") {
    pages.push_back(message);
  }
}

}  // namespace

bool is_mhtml(std::string_view bytes) {
  std::string_view head = bytes.substr(0, 4096);
  if (head.starts_with("From: <Saved by ")) return true;
  Message message = parse_message(head);
  return message.fields.contains("mime-version") && media_of(message) == "multipart/related";
}

std::optional<ArchivedPage> read_mhtml(std::string_view bytes) {
  Message message = parse_message(bytes);
  std::vector<Message> pages;
  collect_pages(message, 0, pages);
  if (pages.empty()) return std::nullopt;
  std::string start = parameter(message.field("content-type"), "start");
  auto page = std::find_if(pages.begin(), pages.end(),
                           [&](const Message& part) { return !start.empty() && part.field("content-id") == start; });
  if (page == pages.end())
    page = std::find_if(pages.begin(), pages.end(), [](const Message& part) { return media_of(part) != "text/plain"; });
  if (page == pages.end()) page = pages.begin();
  ArchivedPage result;
  result.bytes = decode_body(*page);
  result.media = media_of(*page) == "text/plain" ? "text/plain" : "text/html";
  result.charset = parameter(page->field("content-type"), "charset");
  result.url = page->field("content-location");
  if (result.url.empty()) result.url = message.field("snapshot-content-location");
  return result;
}

std::string decode_quoted_printable(std::string_view text) {
  auto hex = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
  };
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
      continue;
    }
    std::size_t line_end = text.find_first_not_of(" \t\r", i + 1);  // "=" at the end of a line: the line goes on
    if (line_end == std::string_view::npos || text[line_end] == '\n') {
      i = std::min(line_end, text.size() - 1);
    } else if (i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0) {
      out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
      i += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string decode_base64(std::string_view text) {
  static constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  static const std::array<signed char, 256> kValue = [] {
    std::array<signed char, 256> table{};
    table.fill(-1);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i)
      table[static_cast<unsigned char>(kAlphabet[i])] = static_cast<signed char>(i);
    return table;
  }();
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int n = 0;
  for (char c : text) {
    if (c == '=') break;
    int value = kValue[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    n += 6;
    if (n >= 8) {
      n -= 8;
      out += static_cast<char>(bits >> n & 0xFF);
    }
  }
  return out;
}

}  // namespace versus
