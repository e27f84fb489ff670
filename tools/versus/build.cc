#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "corpus/vocabulary.h"
#include "corpus/walk.h"
#include "normalize/normalized_row.h"
#include "score/dataset.h"
#include "tools/versus/commands.h"
#include "tools/versus/input.h"

namespace versus {

Run declare_build(CLI::App& app) {
  struct Options {
    std::vector<std::filesystem::path> sources;
    std::filesystem::path folder;
    WalkOptions walk;
  };
  auto options = std::make_shared<Options>();
  app.add_option("SRC", options->sources, "files and folders to read; - for standard input")->required();
  app.add_option("-o,--output", options->folder, "the dataset's folder")->required();
  app.add_option("--include", options->walk.include, "read only what matches this glob");
  app.add_option("--exclude", options->walk.exclude, "leave out what matches this glob");
  return [options](const Context&) {
    const Vocabulary& vocabulary = Vocabulary::shipped();
    std::vector<NormalizedDocument> documents;
    for (const SourceFile& file : walk(options->sources, options->walk).files)
      documents.push_back(process(make_source(read_bytes(file.file), file.source), vocabulary));
    Dataset dataset = merge_documents(std::move(documents), vocabulary);
    std::filesystem::create_directories(options->folder);
    write_dataset(dataset, options->folder);
    return 0;
  };
}

}  // namespace versus
