// Files -> the look-up tables of a Vocabulary. Layers are added in order; a later one overrides.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "corpus/vocabulary_data.h"
#include "corpus/vocabulary_file.h"

namespace versus {

class VocabularyBuilder {
 public:
  VocabularyBuilder();

  /// Throws Error with file and line. `prefix` goes before the files' paths in messages.
  void add_layer(const std::vector<VocabularyFile>& files, const std::string& prefix);
  Vocabulary finish();

 private:
  struct Line;
  void add_words(const VocabularyFile& file);
  void add_vendor_names();
  void resolve_feature_links();
  void relate_features_of_a_topic();
  void index_squashed();
  void index_context();
  void index_mentions();
  static void index_forms(Vocabulary& vocabulary);
  void problem(const std::string& file, int line, std::string code, const std::string& what);

  template <class Entry>
  void add_entries(Names<Entry>& names, const std::vector<Line>& lines, std::string_view what);
  template <class Entry>
  void add_names(Names<Entry>& names, Entry& entry, const Line& line);
  /// The name's owner, now `entry`; null: it belongs to another line already.
  template <class Entry>
  Owner<Entry>* claim(Names<Entry>& names, const std::string& name, const Entry& entry, const Line& line);
  template <class Entry>
  void check_reachable(const Names<Entry>& names);
  static void read_columns(EntityEntry& entry, const Line& line);
  static void read_columns(FeatureEntry& entry, const Line& line);

  std::unique_ptr<Vocabulary::Data> data_;
  std::string prefix_;
  std::string hashed_;  // what the fingerprint is of
  int layer_ = -1;
};

/// "Primary API Style" -> "primary-api-style": the id of an entry that names none.
std::string slug(std::string_view label);

}  // namespace versus
