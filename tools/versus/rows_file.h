// rows.jsonl alone, until write_dataset writes it.
#pragma once

#include <filesystem>

#include "score/dataset.h"

namespace versus {

void write_rows(const Dataset& dataset, const std::filesystem::path& file);

}  // namespace versus
