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
  std::filesystem::path file;  // to open
  std::string source;          // the name in the dataset: relative to the argument's folder, '/' separated
};

struct WalkProblem {
  std::string source;
  Diagnostic diagnostic;
};

struct WalkResult {
  std::vector<SourceFile> files;      // sorted by source, each once
  std::vector<WalkProblem> problems;  // unreadable folders, directory loops, formats not read
};

/// Files and folders -> the documents to read. `NAME_files/` beside NAME.html, dot files and version-control folders
/// are skipped. Throws Error when an argument does not exist.
WalkResult walk(const std::vector<std::filesystem::path>& arguments, const WalkOptions& options);

}  // namespace versus
