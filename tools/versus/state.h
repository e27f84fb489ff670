// What a dataset's state folder holds beside the manifest: the cache, and where the sources lie.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/walk.h"
#include "normalize/normalized_row.h"

namespace versus {

std::filesystem::path cache_file(const std::filesystem::path& dataset);

/// Writes the state of a dataset that is being written into `stage` and will stand at `dataset`. `files` may be empty;
/// without a maker (cache.h) nothing is cached.
void write_state(const std::filesystem::path& stage, const std::filesystem::path& dataset,
                 const std::vector<NormalizedDocument>& documents, const std::vector<SourceFile>& files,
                 std::string_view made_by);

/// source -> the file it was read from. Empty when the dataset does not say.
std::map<std::string, std::filesystem::path> remembered_sources(const std::filesystem::path& dataset);

}  // namespace versus
