#include "tools/versus/cache.h"

#include <fmt/format.h>

#include <set>

#include "corpus/formats.h"
#include "score/shard.h"
#include "tools/versus/input.h"
#include "tools/versus/program_id.h"

namespace versus {
namespace {

std::string_view take(std::string_view& text, char delimiter) {
  std::size_t end = text.find(delimiter);
  std::string_view taken = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return taken;
}

}  // namespace

std::string maker(const Vocabulary& vocabulary) {
  return fmt::format("versus {} program {} vocabulary {}", VERSUS_VERSION, program_id(), vocabulary.fingerprint());
}

Cache Cache::load(const std::filesystem::path& file, const Vocabulary& vocabulary) {
  Cache cache;
  std::error_code error;
  if (program_id().empty() || !std::filesystem::is_regular_file(file, error)) return cache;
  cache.bytes_ = std::make_shared<const std::string>(read_bytes(file));
  std::string header = maker(vocabulary) + "\n";
  std::string_view rest = *cache.bytes_;
  if (!rest.starts_with(header)) return {};
  rest.remove_prefix(header.size());
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    std::string_view sha256 = take(line, '\t');
    std::string_view hint = take(line, '\t');
    cache.lines_.insert({{sha256, hint}, line});
  }
  return cache;
}

std::optional<NormalizedDocument> Cache::find(const std::string& sha256, const std::string& source) const {
  std::string hint = format_of_name(source);
  auto found = lines_.find({sha256, hint});
  if (found == lines_.end()) return std::nullopt;
  try {
    NormalizedDocument document = from_json_line(found->second);
    document.source = source;
    return document;
  } catch (const Error&) {
    return std::nullopt;  // a damaged line costs time, nothing else
  }
}

std::string cache_text(const std::vector<NormalizedDocument>& documents, std::string_view made_by) {
  std::map<std::pair<std::string, std::string>, std::string> lines;  // of two names for the same bytes the smaller
  for (const NormalizedDocument& document : documents) {
    if (document.sha256.empty()) continue;
    std::string line = to_json_line(document);
    auto [it, is_new] = lines.insert({{document.sha256, format_of_name(document.source)}, line});
    if (!is_new) it->second = std::min(it->second, line);
  }
  std::string text(made_by);
  text += '\n';
  for (const auto& [key, line] : lines) text += fmt::format("{}\t{}\t{}\n", key.first, key.second, line);
  return text;
}

}  // namespace versus
