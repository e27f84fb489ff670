// Would writing this dataset change anything?
#pragma once

#include <filesystem>

#include "score/dataset.h"

namespace versus {

/// Writes the dataset into a temporary folder and compares every file with those in `folder`.
bool same_as_written(const Dataset& dataset, const std::filesystem::path& folder);

}  // namespace versus
