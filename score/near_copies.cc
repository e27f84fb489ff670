#include "score/near_copies.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace versus {
namespace {

// Fewer hashes than this say too little about resemblance (a two-line note is not a copy of another).
constexpr std::size_t kMinShingles = 16;

bool stands_before(const NormalizedDocument& x, const NormalizedDocument& y) {
  auto key = [](const NormalizedDocument& d) {
    return std::tuple(d.published.empty(), d.published, -static_cast<long long>(d.rows.size()), d.doc_id);
  };
  return key(x) < key(y);
}

}  // namespace

double resemblance(const std::vector<std::uint64_t>& x, const std::vector<std::uint64_t>& y) {
  std::set<std::uint64_t> in_x(x.begin(), x.end()), in_y(y.begin(), y.end());
  if (in_x.empty() || in_y.empty()) return 0;
  std::set<std::uint64_t> together = in_x;
  together.insert(in_y.begin(), in_y.end());
  std::size_t k = std::min(together.size(), std::max(in_x.size(), in_y.size()));
  std::size_t common = 0, seen = 0;
  for (std::uint64_t hash : together) {
    if (seen++ == k) break;
    common += in_x.count(hash) && in_y.count(hash);
  }
  return static_cast<double>(common) / static_cast<double>(k);
}

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
    if (document.shingles.size() < kMinShingles) continue;
    std::map<std::size_t, int> shared;
    for (std::uint64_t hash : document.shingles) {
      auto found = originals_with.find(hash);
      if (found == originals_with.end()) continue;
      for (std::size_t other : found->second) ++shared[other];
    }
    const NormalizedDocument* original = nullptr;
    double best = threshold;
    for (const auto& [other, count] : shared) {
      double share = resemblance(document.shingles, documents[other].shingles);
      if (share > best || (share == best && (!original || stands_before(documents[other], *original)))) {
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
