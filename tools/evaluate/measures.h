// Named measures, and the floors that pin them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace versus {

/// Hits and misses of one task. `right` counts predictions, `found` counts what a person listed: a list may be found in
/// several predictions.
struct Tally {
  int listed = 0;
  int found = 0;
  int predicted = 0;
  int right = 0;

  double precision() const;  // 1 when nothing was predicted and nothing listed, 0 when only nothing was predicted
  double recall() const;     // 1 when nothing is listed
  double f1() const;
  void add(const Tally& other);
};

/// Judgements on matched pairs that can be right or wrong.
struct Share {
  int right = 0;
  int of = 0;

  double value() const { return of == 0 ? 1.0 : static_cast<double>(right) / of; }
  void add(const Share& other) { right += other.right, of += other.of; }
};

struct Measure {
  std::string name;
  double value = 0;
};

/// Compares measures with a file of "metric TAB floor" lines ('#' begins a comment), prints each failing or unknown
/// metric to stderr, and says whether all floors hold. Throws Error when the file cannot be read.
bool floors_hold(const std::vector<Measure>& measures, const std::filesystem::path& floors);

}  // namespace versus
