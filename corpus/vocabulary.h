// The knowledge to read with: names of entities and features, and word lists. All of it is data (corpus/vocabulary/,
// TSV), compiled into the program and extended or overridden by folders of the user's. The code knows no topic.
//
//   entities/*.tsv   label, kind, aliases, context, vendor, id, same_as     one line per name
//   features/*.tsv   label, aliases, near, parts, related, topics, id, same_as    one line per name
//   words/*.tsv      word lists by file name: words/tie.tsv is list "tie"; further columns are the entry's fields
//   *.tsv            in a user's folder: either kind of name, with a column `what` (entity | feature)
//
// The file format is in corpus/vocabulary_file.h, the columns in corpus/vocabulary/README.md. A folder laid over
// another extends its entries (same id) and takes over the names it mentions: the last word on a name wins.
//
// Look-ups are by key (corpus/text.h); their cost does not grow with the vocabulary.
#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/diagnostic.h"

namespace versus {

struct EntityEntry {
  std::string id;     // stable: slug of the label unless the file says otherwise ("pytorch")
  std::string label;  // "PyTorch"
  std::string kind;   // "framework", "product", "vendor", "database", ...; may be empty
  std::vector<std::string> aliases;
  std::vector<std::string> context;  // names that mean it only where it is compared anyway ("torch")
  std::vector<std::string> vendors;  // "Google": "Google TensorFlow" is TensorFlow
  std::string file;                  // where it is defined, for messages
  int line = 0;
  int layer = 0;  // 0: shipped; 1, 2, ...: the user's folders, in order
};

struct FeatureEntry {
  std::string id;
  std::string label;
  std::vector<std::string> aliases;
  std::vector<std::string> near;     // names of other, mostly narrower criteria of its topic: related, never merged
  std::vector<std::string> parts;    // composite: ids of its parts
  std::vector<std::string> related;  // ids: same topic, other criterion; stands on both sides
  std::vector<std::string> topics;   // features that share one are related
  std::string file;
  int line = 0;
  int layer = 0;
};

struct WordEntry {
  std::string word;                 // as written in the file, folded
  std::vector<std::string> fields;  // the further columns
};

/// A whole name that the vocabulary knows.
struct EntityMatch {
  const EntityEntry* entry = nullptr;
  std::string version;  // decoration taken off: "3.x", "2.1"
  std::string method;   // exact | variant (the label's key) | alias | squashed | version | decoration | head | turned |
                        // number | transliterated
};

struct FeatureMatch {
  const FeatureEntry* entry = nullptr;
  std::string method;    // exact | variant | alias | squashed; by words: token-set | core
  int layer = 0;         // of the line that gives this name to this entry
  std::string surface;   // the name as that line writes it
  bool is_near = false;  // a name of another criterion of the entry's topic
};

/// A known name inside running text, longest match first, products before the frameworks inside their names.
struct NameMention {
  std::size_t begin = 0;  // bytes of the text searched
  std::size_t end = 0;
  const EntityEntry* entry = nullptr;
};

class Vocabulary {
 public:
  /// The shipped vocabulary, built once per process.
  static const Vocabulary& shipped();

  /// The shipped vocabulary with `folders` laid over it, later ones first. Throws Error with file and line when a file
  /// cannot be understood.
  /// `tie_words` are added to the list of words that mean a tie.
  static Vocabulary with_folders(const std::vector<std::filesystem::path>& folders,
                                 const std::vector<std::string>& tie_words = {});

  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  ~Vocabulary();

  /// The entity a whole name stands for; decoration such as "(3.x)" is taken off.
  std::optional<EntityMatch> find_entity(std::string_view name) const;
  /// The feature a whole name stands for, by key only.
  std::optional<FeatureMatch> find_feature(std::string_view name) const;
  /// The feature whose name has the same meaningful words (corpus/feature_form.h), when there is only one.
  std::optional<FeatureMatch> find_feature_by_words(std::string_view name) const;
  /// Known entities in running text, in order, not overlapping. Names that are ordinary words ("Go", "Rust", "Make")
  /// count only in their own capitalisation.
  std::vector<NameMention> find_mentions(std::string_view text) const;

  /// Entities that a whole name stands for only where they are compared anyway ("torch": PyTorch).
  std::vector<const EntityEntry*> find_in_context(std::string_view name) const;

  const std::deque<EntityEntry>& entities() const;
  const std::deque<FeatureEntry>& features() const;
  const EntityEntry* entity(std::string_view id) const;
  const FeatureEntry* feature(std::string_view id) const;

  /// Is the word in a list ("tie", "missing", "advantage-header", ...), whatever its case? An unknown list is empty.
  bool has_word(std::string_view list, std::string_view word) const;
  const WordEntry* word(std::string_view list, std::string_view word) const;
  const std::vector<WordEntry>& words(std::string_view list) const;

  /// SHA-256 of the content: part of the cache key.
  const std::string& fingerprint() const;

  /// What `versus check --vocabulary` reports: two owners of an alias, shadowed products, dead entries; with file:line.
  Diagnostics check() const;

 private:
  friend class VocabularyBuilder;
  struct Data;
  explicit Vocabulary(std::unique_ptr<Data> data);
  std::unique_ptr<Data> data_;
};

}  // namespace versus
