#include "tools/versus/process_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "corpus/sha256.h"
#include "tools/versus/input.h"

namespace versus {
namespace {

ProcessedFile process_file(const SourceFile& file, const Vocabulary& vocabulary, const Cache& cache) {
  ProcessedFile result;
  std::string bytes;
  try {
    bytes = read_bytes(file.file);
  } catch (const Error& error) {
    result.origin = Origin::unreadable;
    result.document.source = file.source;
    result.document.usable = false;
    std::string reason = error.what();
    reason.erase(0, std::min(reason.size(), file.file.string().size() + 2));  // the message names the source already
    result.document.diagnostics.push_back({Severity::error, 0, "unreadable", "cannot be read: " + reason});
    return result;
  }
  if (auto known = cache.find(sha256_hex(bytes), file.source)) {
    result.origin = Origin::reused;
    result.document = std::move(*known);
  } else {
    result.document = process_bytes(bytes, {file.source}, vocabulary);
  }
  return result;
}

}  // namespace

NormalizedDocument process_bytes(std::string_view bytes, const DocumentName& name, const Vocabulary& vocabulary) {
  Source decoded = make_source(bytes, name.source, name.media);
  if (decoded.url.empty()) decoded.url = name.url;
  try {
    return process(decoded, vocabulary);
  } catch (const std::exception& error) {  // one bad document is a diagnostic, never the end of the run
    decoded.text.clear();
    decoded.usable = false;
    decoded.diagnostics.push_back(
        {Severity::error, 0, "internal-error", fmt::format("could not be processed ({}); not used", error.what())});
    return process(decoded, vocabulary);
  }
}

std::vector<ProcessedFile> process_files(const std::vector<SourceFile>& files, const Vocabulary& vocabulary,
                                         const Cache& cache, unsigned jobs,
                                         const std::function<void(const std::string&)>& on_done) {
  std::vector<ProcessedFile> results(files.size());
  std::atomic<std::size_t> next = 0;
  std::mutex reporting;
  auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) {
      results[i] = process_file(files[i], vocabulary, cache);
      std::lock_guard lock(reporting);
      on_done(files[i].source);
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min<std::size_t>(jobs, files.size()); ++i) others.emplace_back(work);
  work();
  others.clear();
  return results;
}

}  // namespace versus
