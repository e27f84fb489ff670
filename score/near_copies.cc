#include "score/near_copies.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace versus {
namespace {

constexpr std::size_t kMinShingles = 24;  // below this one changed word moves the estimate past the threshold

/// Estimated share of shingles in common: of the k smallest hashes of both together, how many are in both.
double resemblance(const std::vector<std::uint64_t>& x, const std::vector<std::uint64_t>& y) {
  std::size_t seen = 0, common = 0, k = std::max(x.size(), y.size());
  for (std::size_t i = 0, j = 0; seen < k && (i < x.size() || j < y.size()); ++seen) {
    if (j == y.size() || (i < x.size() && x[i] < y[j])) {
      ++i;
    } else if (i == x.size() || y[j] < x[i]) {
      ++j;
    } else {
      ++common, ++i, ++j;
    }
  }
  return seen == 0 ? 0 : static_cast<double>(common) / static_cast<double>(seen);
}

bool stands_before(const NormalizedDocument& x, const NormalizedDocument& y) {
  auto key = [](const NormalizedDocument& d) {
    return std::tuple(d.published.empty(), d.published, -static_cast<long long>(d.rows.size()), d.doc_id);
  };
  return key(x) < key(y);
}

}  // namespace

std::map<std::string, std::string> find_near_copies(const std::vector<NormalizedDocument>& documents,
                                                    double threshold) {
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
      double share = resemblance(document.shingles, documents[other].shingles);
      // A sketch of a few hashes says little: a note of two lines is a copy only when nothing differs.
      bool is_short = document.shingles.size() < kMinShingles || documents[other].shingles.size() < kMinShingles;
      if (share < (is_short ? 1 : threshold)) continue;
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
