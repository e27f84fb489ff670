#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "extract/document.h"
#include "tools/versus/commands.h"
#include "tools/versus/grid.h"
#include "tools/versus/input.h"

namespace versus {
namespace {

using Json = nlohmann::ordered_json;

void print_line(const Json& json) { fmt::print("{}\n", json.dump(-1, ' ', false, Json::error_handler_t::replace)); }

Json describe(const Document& document) {
  return {{"kind", "document"},        {"title", document.title},       {"published", document.published},
          {"author", document.author}, {"language", document.language}, {"url", document.url}};
}

Json describe(const Block& block) {
  Json json = {{"kind", block_kind_name(block.kind)},
               {"level", block.level},
               {"line", block.line},
               {"byte_start", block.span.begin},
               {"byte_end", block.span.end},
               {"role", block.role},
               {"text", block.text.text()}};
  if (block.table) {
    json["caption"] = block.table->caption.text();
    json["header_rows"] = block.table->header_rows;
    json["rows"] = grid_of(*block.table);
  }
  return json;
}

}  // namespace

Run declare_read(CLI::App& app) {
  struct Options {
    std::string file, media;
    bool body = false;
  };
  auto options = std::make_shared<Options>();
  app.add_option("FILE", options->file, "the document; - for standard input")->required();
  app.add_flag("--body", options->body, "the article's text alone");
  app.add_option("--media", options->media, "html, markdown or text, whatever the name says");
  return [options](const Context&) {
    Document document = read_document(read_usable_source(options->file, options->media));
    if (options->body) {
      fmt::print("{}", article_text(document));
      return 0;
    }
    print_line(describe(document));
    for (const Block& block : document.blocks) print_line(describe(block));
    return 0;
  };
}

}  // namespace versus
