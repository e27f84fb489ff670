// The map of `extract | merge`: a record in, its rows out, nothing remembered. Needs no environment.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "corpus/mhtml.h"
#include "corpus/text.h"
#include "tools/versus/cache.h"
#include "tools/versus/commands.h"
#include "tools/versus/input.h"
#include "tools/versus/process_files.h"
#include "tools/versus/shard_lines.h"

namespace versus {
namespace {

using Json = nlohmann::json;

struct Record {
  std::string source, media, url, bytes;
  std::string problem;  // "" or why it is not a record
};

std::string text_of(const Json& json, const char* key) {
  auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_base64(const std::string& text) {
  return text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n") ==
         std::string::npos;
}

Record parse_record(const std::string& line) {
  Record record;
  Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) {
    record.problem = "not a JSON object";
    return record;
  }
  record.source = text_of(json, "source");
  record.media = text_of(json, "media");
  record.url = text_of(json, "url");
  if (record.source.empty()) {
    record.problem = "no \"source\"";
  } else if (json.contains("base64")) {
    std::string encoded = text_of(json, "base64");
    record.bytes = decode_base64(encoded);
    if (!json["base64"].is_string() || !is_base64(encoded)) record.problem = "\"base64\" is not base64";
  } else if (json.contains("text") && json["text"].is_string()) {
    record.bytes = text_of(json, "text");
  } else {
    record.problem = "neither \"text\" nor \"base64\"";
  }
  return record;
}

void print_line(const std::string& line) {
  if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size() || std::fputc('\n', stdout) == EOF)
    throw Error("cannot write to standard output");
}

int run_extract(const Vocabulary& vocabulary) {
  std::string made_by = maker(vocabulary);
  std::size_t documents = 0;
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    if (fold_space(line).empty()) continue;
    Record record = parse_record(line);
    if (!record.problem.empty()) {
      print_line(bad_record_line(record.source, record.problem));
      continue;
    }
    NormalizedDocument document = process_bytes(record.bytes, {record.source, record.media, record.url}, vocabulary);
    print_line(document_line(document, made_by));
    print_line(status_line(document));
    ++documents;
  }
  if (std::cin.bad()) throw Error("cannot read standard input");
  print_line(end_line(documents));
  return 0;
}

}  // namespace

Run declare_extract(CLI::App& app) {
  auto vocabularies = std::make_shared<std::vector<std::filesystem::path>>();
  auto config = std::make_shared<std::filesystem::path>();
  app.add_option("--config", *config, "settings; by default versus.toml here, when there is one");
  app.add_option("--vocabulary", *vocabularies, "a folder of names of your own (may be repeated)")
      ->expected(1)
      ->take_all();
  return [vocabularies, config](const Context&) {
    return run_extract(LoadedVocabulary(*vocabularies, load_config(*config).tie_words).get());
  };
}

}  // namespace versus
