// Sentences with their comparatives turned into their opposites: training data for what is rarely said.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace versus {

struct Turned {
  std::string sentence;
  std::vector<std::pair<std::size_t, std::size_t>> places;  // where the given places are now
  bool changed = false;
};

/// Replaces every comparative with a known opposite ("better" <-> "worse") outside `places` (bytes, in order).
Turned turn_comparatives(std::string_view sentence, const std::vector<std::pair<std::size_t, std::size_t>>& places);

}  // namespace versus
