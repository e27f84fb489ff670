// An open-addressed index: from a hash to a number, for tables that are built once and asked for each word of a text.
// std::unordered_map took a sixth of the time of reading claims; eight bytes a slot keep the table in the cache.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace versus {

/// FNV-1a.
inline std::uint64_t hash_of(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ull;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

class HashIndex {
 public:
  /// `value`: 0 or more. The same value is never added twice.
  void add(std::uint64_t hash, std::int32_t value) {
    if (slots_.size() < 2 * (added_.size() + 1)) grow();
    place(hash, value);
    added_.emplace_back(hash, value);
  }

  /// The value added under `hash` for which `same(value)` holds, -1: none.
  template <typename Same>
  std::int32_t find(std::uint64_t hash, Same same) const {
    if (slots_.empty()) return -1;
    std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].value >= 0; at = (at + 1) & mask)
      if (slots_[at].hash == static_cast<std::uint32_t>(hash >> 32) && same(slots_[at].value)) return slots_[at].value;
    return -1;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;  // its upper half
    std::int32_t value = -1;
  };

  void place(std::uint64_t hash, std::int32_t value) {
    std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].value >= 0) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), value};
  }

  void grow() {
    slots_.assign(slots_.empty() ? 64 : 2 * slots_.size(), Slot{});
    for (const auto& [hash, value] : added_) place(hash, value);
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::vector<std::pair<std::uint64_t, std::int32_t>> added_;
};

}  // namespace versus
