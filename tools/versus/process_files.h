// Stage one and two over many files, on several threads. Each document is on its own; their order is the files'.
#pragma once

#include <functional>
#include <vector>

#include "corpus/vocabulary.h"
#include "corpus/walk.h"
#include "normalize/normalized_row.h"
#include "tools/versus/cache.h"

namespace versus {

enum class Origin { read, reused, unreadable };

struct ProcessedFile {
  Origin origin = Origin::read;
  NormalizedDocument document;  // unreadable: source and diagnostics alone
};

/// `on_done` is called once per document with its name, never twice at the same time.
std::vector<ProcessedFile> process_files(const std::vector<SourceFile>& files, const Vocabulary& vocabulary,
                                         const Cache& cache, unsigned jobs,
                                         const std::function<void(const std::string&)>& on_done);

/// What is known of a document beside its bytes.
struct DocumentName {
  std::string source;
  std::string media = {};  // a hint; empty: by the ending of the source
  std::string url = {};
};

/// One document's bytes, whatever goes wrong in them.
NormalizedDocument process_bytes(std::string_view bytes, const DocumentName& name, const Vocabulary& vocabulary);

}  // namespace versus
