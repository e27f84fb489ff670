// Which files a run reads.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/diagnostic.h"

namespace versus {

struct WalkOptions {
  std::vector<std::string> include;  // globs on the path below the argument; empty: every format we read
  std::vector<std::string> exclude;
};

struct SourceFile {
  std::filesystem::path file;  // to open; "-" is standard input
  std::string source;          // the name in the dataset: relative to the argument's folder, '/' separated, valid UTF-8
};

struct WalkProblem {
  std::string source;
  Diagnostic diagnostic;
};

struct WalkResult {
  std::vector<SourceFile> files;      // sorted by source, each file once, each name once
  std::vector<WalkProblem> problems;  // sorted by source: unreadable folders, directory loops, formats not read
};

/// Files and folders -> the documents to read. `NAME_files/` beside NAME.html, dot files, version-control folders and
/// datasets of ours are skipped. A file named as an argument is read whatever its format. Files from different
/// arguments that would have the same name get as much of their folders' names as tells them apart. The order of the
/// arguments does not matter. Throws Error when an argument does not exist.
WalkResult walk(const std::vector<std::filesystem::path>& arguments, const WalkOptions& options);

/// The folder in a dataset that holds what versus remembers of it.
inline constexpr const char* kStateFolder = ".versus";

/// Was this folder written by `versus build`?
bool is_dataset(const std::filesystem::path& folder);

}  // namespace versus
