// Reading what the command line names.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/source.h"
#include "corpus/vocabulary.h"
#include "score/config.h"

namespace versus {

/// The bytes of a file, or of standard input for "-". Throws Error with the path and the system's reason.
std::string read_bytes(const std::filesystem::path& file);

/// One document, decoded. Throws Error when the file cannot be read or is not text.
Source read_usable_source(const std::filesystem::path& file, const std::string& media_hint);

/// What --config names, or versus.toml in the current folder when there is one. Throws Error with file and line.
Config load_config(const std::filesystem::path& file);

/// The shipped vocabulary with the folders of `--vocabulary` over it. Throws Error with file and line.
class LoadedVocabulary {
 public:
  explicit LoadedVocabulary(const std::vector<std::filesystem::path>& folders,
                            const std::vector<std::string>& tie_words = {}) {
    if (!folders.empty() || !tie_words.empty()) own_ = Vocabulary::with_folders(folders, tie_words);
  }
  const Vocabulary& get() const { return own_ ? *own_ : Vocabulary::shipped(); }

 private:
  std::optional<Vocabulary> own_;
};

}  // namespace versus
