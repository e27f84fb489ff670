// What a dataset's state folder holds beside the manifest: the cache, and where the sources lie.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/vocabulary.h"
#include "corpus/walk.h"
#include "normalize/normalized_row.h"

namespace versus {

std::filesystem::path cache_file(const std::filesystem::path& dataset);

/// Writes the state of a dataset that is being written into `stage` and will stand at `dataset`. `files` may be empty.
void write_state(const std::filesystem::path& stage, const std::filesystem::path& dataset,
                 const std::vector<NormalizedDocument>& documents, const std::vector<SourceFile>& files,
                 const Vocabulary& vocabulary);

/// source -> the file it was read from. Empty when the dataset does not say.
std::map<std::string, std::filesystem::path> remembered_sources(const std::filesystem::path& dataset);

}  // namespace versus
