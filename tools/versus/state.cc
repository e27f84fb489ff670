#include "tools/versus/state.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "score/write/write.h"
#include "tools/versus/cache.h"

namespace versus {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCache = "cache.tsv";
constexpr const char* kSources = "sources.jsonl";

// Relative to the dataset, so that both can be moved together. Names that JSON cannot hold and pipes are left out:
// nothing can be checked against them later.
std::string sources_text(const std::vector<SourceFile>& files, const fs::path& dataset) {
  fs::path base = fs::weakly_canonical(fs::absolute(dataset));
  std::string text;
  for (const SourceFile& file : files) {
    std::error_code error;
    fs::path full = fs::canonical(file.file, error);
    if (error || !fs::is_regular_file(full, error) || !is_valid_utf8(full.native())) continue;
    nlohmann::ordered_json line = {{"source", file.source}, {"file", full.lexically_relative(base).generic_string()}};
    text += line.dump() + "\n";
  }
  return text;
}

}  // namespace

fs::path cache_file(const fs::path& dataset) { return dataset / kStateFolder / kCache; }

void write_state(const fs::path& stage, const fs::path& dataset, const std::vector<NormalizedDocument>& documents,
                 const std::vector<SourceFile>& files, std::string_view made_by) {
  fs::create_directories(stage / kStateFolder);
  if (!made_by.empty()) write_file(cache_file(stage), cache_text(documents, made_by));
  if (!files.empty()) write_file(stage / kStateFolder / kSources, sources_text(files, dataset));
}

std::map<std::string, fs::path> remembered_sources(const fs::path& dataset) {
  std::map<std::string, fs::path> sources;
  std::ifstream input(dataset / kStateFolder / kSources, std::ios::binary);
  for (std::string line; std::getline(input, line);) {
    auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("source") || !json.contains("file")) continue;
    if (!json["source"].is_string() || !json["file"].is_string()) continue;
    sources[json["source"]] = fs::weakly_canonical(fs::absolute(dataset)) / json["file"].get<std::string>();
  }
  return sources;
}

}  // namespace versus
