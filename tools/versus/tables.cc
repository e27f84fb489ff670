#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "corpus/diagnostic.h"
#include "extract/document.h"
#include "tools/versus/commands.h"
#include "tools/versus/grid.h"
#include "tools/versus/input.h"

namespace versus {
namespace {

using Grid = std::vector<std::vector<std::string>>;

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

// Tables follow each other after an empty line.
void print_csv(const std::vector<Grid>& tables) {
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (i > 0) fmt::print("\n");
    for (const auto& row : tables[i]) {
      for (std::size_t column = 0; column < row.size(); ++column)
        fmt::print("{}{}", column > 0 ? "," : "", csv_field(row[column]));
      fmt::print("\n");
    }
  }
}

void print_json(const std::vector<Grid>& tables) {
  nlohmann::ordered_json json = tables;
  fmt::print("{}\n", json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

}  // namespace

Run declare_tables(CLI::App& app) {
  struct Options {
    std::string file, media, format = "json";
    int table = 0;
  };
  auto options = std::make_shared<Options>();
  app.add_option("FILE", options->file, "the document; - for standard input")->required();
  app.add_option("--format", options->format, "json: a list of tables, each a list of rows of cell texts; csv")
      ->check(CLI::IsMember({"json", "csv"}));
  app.add_option("--table", options->table, "the N-th table alone, from 1")->check(CLI::PositiveNumber);
  app.add_option("--media", options->media, "html, markdown or text, whatever the name says");
  return [options](const Context&) {
    Document document = read_document(read_usable_source(options->file, options->media));
    std::vector<Grid> tables;
    for (const Block& block : document.blocks) {
      if (!block.table) continue;
      Grid grid = visible_grid_of(*block.table);
      if (!grid.empty()) tables.push_back(std::move(grid));
    }
    if (options->table > 0) {
      auto wanted = static_cast<std::size_t>(options->table);
      if (wanted > tables.size())
        throw Error(fmt::format("{}: there is no table {}; the document has {}", options->file, wanted, tables.size()));
      tables = {tables[wanted - 1]};
    }
    options->format == "csv" ? print_csv(tables) : print_json(tables);
    return 0;
  };
}

}  // namespace versus
