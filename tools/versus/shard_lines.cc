#include "tools/versus/shard_lines.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "corpus/diagnostic.h"
#include "score/shard.h"

namespace versus {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDocument = R"({"type":"document",)";
constexpr std::string_view kMadeBy = R"("made_by":")";
constexpr std::string_view kContent = R"("document":)";
constexpr std::string_view kStatus = R"({"type":"status",)";
constexpr std::string_view kEnd = R"({"type":"end",)";
constexpr std::string_view kBadRecord = R"("status":"bad_record")";

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// The parts of a document line, found without parsing the document.
std::string_view content_of(std::string_view line) {
  std::size_t begin = line.find(kContent, kDocument.size());
  return begin == std::string_view::npos
             ? std::string_view()
             : line.substr(begin + kContent.size(), line.size() - begin - kContent.size() - 1);
}

std::string_view maker_of(std::string_view line) {
  std::string_view rest = line.substr(kDocument.size());
  if (!rest.starts_with(kMadeBy)) return {};
  rest.remove_prefix(kMadeBy.size());
  return rest.substr(0, rest.find('"'));
}

std::size_t count_in_end(std::string_view line, const std::string& place) {
  Json json = Json::parse(line, nullptr, false);
  if (!json.is_object() || !json.contains("n_documents") || !json["n_documents"].is_number_unsigned())
    throw Error(fmt::format("{}: a damaged end line", place));
  return json["n_documents"];
}

}  // namespace

std::string document_line(const NormalizedDocument& document, std::string_view made_by) {
  return fmt::format("{}{}{}\",{}{}}}", kDocument, kMadeBy, made_by, kContent, to_json_line(document));
}

std::string status_line(const NormalizedDocument& document) {
  Json json = {{"type", "status"},
               {"source", document.source},
               {"status", document.usable ? "ok" : "unusable"},
               {"n_rows", document.rows.size()},
               {"message", nullptr}};
  if (!document.usable && !document.diagnostics.empty()) json["message"] = document.diagnostics.back().message;
  return dump(json);
}

std::string bad_record_line(const std::string& source, const std::string& message) {
  Json json = {{"type", "status"}, {"source", nullptr}, {"status", "bad_record"}, {"n_rows", 0}, {"message", message}};
  if (!source.empty()) json["source"] = source;
  return dump(json);
}

std::string end_line(std::size_t n_documents) { return fmt::format("{}\"n_documents\":{}}}", kEnd, n_documents); }

void Shard::add(std::string_view text, const std::string& name) {
  std::set<std::string_view> since_end;  // a line that came twice is one document
  std::size_t repeated = 0;
  bool is_open = true;
  for (int number = 1; !text.empty(); ++number) {
    std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    std::string place = fmt::format("{}:{}", name, number);
    is_open = true;
    if (line.starts_with(kDocument) && line.ends_with('}') && !content_of(line).empty()) {
      if (!since_end.insert(line).second) ++repeated;
      document_lines_.emplace(line);
    } else if (line.starts_with(kStatus)) {
      status_lines_.emplace(line);
    } else if (line.starts_with(kEnd)) {
      std::size_t stated = count_in_end(line, place);
      if (stated != since_end.size() && stated != since_end.size() + repeated)
        throw Error(fmt::format("{}: the end line counts {} documents, {} came", place, stated, since_end.size()));
      since_end.clear();
      repeated = 0;
      is_open = false;
    } else {
      throw Error(fmt::format("{}: not a line of `versus extract`", place));
    }
  }
  if (is_open) throw Error(fmt::format("{}: cut short: no end line", name));
}

std::string Shard::to_text() const {
  std::string text;
  for (const auto* lines : {&document_lines_, &status_lines_})
    for (const std::string& line : *lines) text.append(line).append("\n");
  return text + end_line(document_lines_.size()) + "\n";
}

std::vector<NormalizedDocument> Shard::documents() const {
  std::vector<NormalizedDocument> documents;
  for (const std::string& line : document_lines_) documents.push_back(from_json_line(content_of(line)));
  return documents;
}

std::size_t Shard::bad_records() const {
  std::size_t n = 0;
  for (const std::string& line : status_lines_) n += line.find(kBadRecord) != std::string::npos ? 1 : 0;
  return n;
}

std::string Shard::made_by() const {
  std::set<std::string_view> makers;
  for (const std::string& line : document_lines_) makers.insert(maker_of(line));
  return makers.size() == 1 ? std::string(*makers.begin()) : std::string();
}

}  // namespace versus
