// The dataset's files, which write_dataset (dataset.h) writes. Adding one: a function here, a file beside it, a line in write.cc.
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

}  // namespace versus
