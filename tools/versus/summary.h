// What a build did, in two lines or as one JSON object.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "score/dataset.h"
#include "tools/versus/process_files.h"

namespace versus {

/// The state of a dataset that the next build compares itself with.
struct Previous {
  std::vector<DocumentRecord> documents;
  std::size_t conflicts = 0;  // cells of the matrix in conflict
};
/// Nothing when the folder holds no dataset that can be read.
std::optional<Previous> read_previous(const std::filesystem::path& folder);

enum class Change { fresh, changed, read_again, reused };
struct FileChange {
  std::string source;
  Change change = Change::fresh;
};

struct Changes {
  std::vector<FileChange> files;     // in the order of the files
  std::vector<std::string> removed;  // sources of documents that are no longer there, sorted
  std::size_t count(Change change) const;
};
Changes compare(const std::vector<ProcessedFile>& files, const std::optional<Previous>& previous);

struct Summary {
  std::size_t documents = 0, fresh = 0, changed = 0, removed = 0, reused = 0, read_again = 0, unusable = 0;
  std::size_t rows = 0, features = 0, entities = 0;
  std::size_t cells_single = 0, cells_agree = 0, cells_differ = 0, cells_conflict = 0;
  std::optional<long long> more_conflicts;  // than the dataset before
  std::size_t wrong_totals = 0;
};
/// `files` and `changes` may be empty: a merge knows only the dataset.
Summary summarize(const Dataset& dataset, const Changes& changes, std::size_t unusable,
                  const std::optional<Previous>& previous);

std::string summary_text(const Summary& summary, const std::filesystem::path& folder);
std::string summary_json(const Summary& summary, const std::filesystem::path& folder);

}  // namespace versus
