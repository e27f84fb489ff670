// The dataset's files, which write_dataset (dataset.h) writes. Adding one: a function here, a file beside it, a line in
// write.cc.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "score/dataset.h"
#include "score/schema.h"

namespace versus {

/// Creates or replaces one file. Throws Error.
void write_file(const std::filesystem::path& file, std::string_view bytes);

/// RFC 4180 but for LF line ends; missing is an empty field, an empty text does not occur.
std::string to_csv(const TableView& table);

/// One JSON object a line, every column in order; missing is null.
std::string to_jsonl(const TableView& table);

/// Features as lines, entities as columns, those with the most cells first.
std::string matrix_to_csv(const Dataset& dataset);

/// Creates `file`, which does not exist. Throws Error.
void write_sqlite(const Dataset& dataset, const std::filesystem::path& file);

/// The dataset for a person: one file, no request, works without JavaScript.
std::string to_report(const Dataset& dataset);

/// What datapackage.json says of a file.
struct WrittenFile {
  std::string name;
  std::string media;
  std::size_t bytes = 0;
  std::string sha256;                // empty: not said
  std::vector<std::string> columns;  // a table that is none of the schema's: its columns, all text
};
std::string to_datapackage(const Dataset& dataset, const std::vector<WrittenFile>& files);

}  // namespace versus
