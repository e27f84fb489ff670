#include "score/near_copies.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "corpus/near_copy.h"

namespace versus {
namespace {

bool stands_before(const NormalizedDocument& x, const NormalizedDocument& y) {
  auto key = [](const NormalizedDocument& d) {
    return std::tuple(d.published.empty(), d.published, -static_cast<long long>(d.rows.size()), d.doc_id);
  };
  return key(x) < key(y);
}

}  // namespace

std::map<std::string, std::string> find_near_copies(const std::vector<NormalizedDocument>& documents) {
  std::vector<std::size_t> order(documents.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t x, std::size_t y) { return stands_before(documents[x], documents[y]); });

  // Only documents that share a hash can resemble each other, so only those are compared.
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> originals_with;
  std::map<std::string, std::string> out;
  for (std::size_t i : order) {
    const NormalizedDocument& document = documents[i];
    std::set<std::size_t> candidates;
    for (std::uint64_t hash : document.shingles) {
      auto found = originals_with.find(hash);
      if (found == originals_with.end()) continue;
      candidates.insert(found->second.begin(), found->second.end());
    }
    const NormalizedDocument* original = nullptr;
    double best = 0;
    for (std::size_t other : candidates) {
      if (!are_near_copies(document.shingles, documents[other].shingles)) continue;
      double share = sketch_similarity(document.shingles, documents[other].shingles);
      if (!original || share > best || (share == best && stands_before(documents[other], *original))) {
        best = share;
        original = &documents[other];
      }
    }
    if (original) {
      out[document.doc_id] = original->doc_id;
      continue;
    }
    for (std::uint64_t hash : document.shingles) originals_with[hash].push_back(i);
  }
  return out;
}

}  // namespace versus
