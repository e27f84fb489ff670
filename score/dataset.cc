#include "score/dataset.h"

#include <algorithm>

namespace versus {

Dataset merge_documents(std::vector<NormalizedDocument> documents, const Vocabulary&) {
  std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.source < b.source; });
  return {std::move(documents)};
}

void write_dataset(const Dataset&, const std::filesystem::path&) {}

}  // namespace versus
