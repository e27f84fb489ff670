// Is a dataset what it says? Keys, references and types; every file the same table; every quote at its place.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace versus {

struct CheckResult {
  std::vector<std::string> problems;   // one sentence each, the file or source and line first
  std::vector<std::string> not_found;  // sources of documents whose bytes could not be found
  std::size_t records = 0, quotes = 0, quotes_checked = 0, documents_checked = 0;
};

/// `sources` are files and folders to find the documents in, by content; empty: where the dataset remembers them.
/// Throws Error when there is no dataset.
CheckResult check_dataset(const std::filesystem::path& dataset, const std::vector<std::filesystem::path>& sources);

}  // namespace versus
