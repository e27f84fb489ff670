// The merge: documents of any number, in any order and grouping, become one dataset; same inputs, same bytes.
#pragma once

#include <filesystem>
#include <vector>

#include "corpus/vocabulary.h"
#include "normalize/normalized_row.h"

namespace versus {

struct Dataset {
  std::vector<NormalizedDocument> documents;  // sorted by source
};

Dataset merge_documents(std::vector<NormalizedDocument> documents, const Vocabulary& vocabulary);

/// Writes every file of the dataset into `folder`, which exists and is empty (the command makes the write atomic).
void write_dataset(const Dataset& dataset, const std::filesystem::path& folder);

}  // namespace versus
