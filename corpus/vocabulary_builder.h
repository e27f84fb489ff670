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
  void add_entities(const std::vector<Line>& lines);
  void add_features(const std::vector<Line>& lines);
  void add_words(const VocabularyFile& file);
  void name_entity(EntityEntry& entry, const Line& line);
  void name_feature(FeatureEntry& entry, const Line& line);
  void add_vendor_names();
  void resolve_feature_links();
  void index_squashed();
  void index_context();
  void index_mentions();
  static void index_forms(Vocabulary& vocabulary);
  void check_reachable();
  void problem(const std::string& file, int line, std::string code, const std::string& what);

  template <class Entry>
  void claim(NameIndex<Entry>& names, const std::string& name, const Entry& entry, const Line& line);

  std::unique_ptr<Vocabulary::Data> data_;
  std::string prefix_;
  std::string hashed_;  // what the fingerprint is of
  int layer_ = -1;
};

/// "Primary API Style" -> "primary-api-style": the id of an entry that names none.
std::string slug(std::string_view label);

}  // namespace versus
