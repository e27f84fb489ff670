// What a dataset remembers of the documents it was made from, so that the next build reads only what changed.
//
// A document's result is a pure function of its bytes, the media type its name hints at, the vocabulary and the
// program: these are the key. The file lies in the dataset's state folder: a header line that says program and
// vocabulary, then a line per document: sha256, hint and the document's shard line, tab-separated and sorted.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/vocabulary.h"
#include "normalize/normalized_row.h"

namespace versus {

class Cache {
 public:
  Cache() = default;

  /// What `file` remembers; empty when there is none, it is damaged, or it was made by another program or vocabulary.
  static Cache load(const std::filesystem::path& file, const Vocabulary& vocabulary);

  /// The document made of these bytes under a name with this hint, with `source` as its name. Safe to call from many
  /// threads.
  std::optional<NormalizedDocument> find(const std::string& sha256, const std::string& source) const;

 private:
  std::shared_ptr<const std::string> bytes_;  // lines_ looks into it
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> lines_;
};

/// The program and vocabulary that make documents what they are: "versus 0.1.0 program 1f.. vocabulary 9a..".
std::string maker(const Vocabulary& vocabulary);

/// The content of a cache file for documents that one maker made.
std::string cache_text(const std::vector<NormalizedDocument>& documents, std::string_view made_by);

}  // namespace versus
