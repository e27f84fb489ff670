// What a user may set in versus.toml: the dataset's metadata, tie words, weights of sources, thresholds.
//
//   [dataset]
//   title = "Frontend frameworks"
//   [thresholds]
//   number_tolerance = 0.1      # numbers further apart than this share of the larger one contradict
//   [weights]
//   "old-blog.html" = 0.5       # how much a source's votes count; 1 when not named, 0 leaves it out
//   [words]
//   tie = ["neck and neck"]     # further words that mean a tie
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

struct Config {
  std::string name = "versus-dataset";  // Data Package name: lower case, digits, - _ .
  std::string title, description, homepage, version, license;

  std::vector<std::string> tie_words;
  std::map<std::string, double> source_weights;  // by source, or doc_id

  double number_tolerance = 0.10;  // scoring.md 7: numbers of one unit more than 10 % apart disagree
  double rating_gap = 0.20;        // scoring.md: ratings further apart than this, rescaled to 0-1, differ
  double near_copy = 0.85;         // share of the text in common from which a document is a near-copy
  std::int64_t bootstrap = 1000;   // resamples behind the intervals of Bradley-Terry
  std::uint64_t seed = 1;

  friend bool operator==(const Config&, const Config&) = default;
};

/// Throws Error "FILE:LINE: ..." for a syntax error, an unknown key (with the nearest known one) or a value of the
/// wrong type or range.
Config read_config(const std::filesystem::path& file);
Config parse_config(std::string_view text, std::string_view file_name);

}  // namespace versus
