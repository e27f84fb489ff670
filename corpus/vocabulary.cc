#include "corpus/vocabulary.h"

namespace versus {

struct Vocabulary::Data {
  std::string fingerprint;
};

Vocabulary::Vocabulary(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;
const Vocabulary& Vocabulary::shipped() {
  static const Vocabulary vocabulary(std::make_unique<Data>());
  return vocabulary;
}
Vocabulary Vocabulary::with_folders(const std::vector<std::filesystem::path>&) {
  return Vocabulary(std::make_unique<Data>());
}
std::optional<EntityMatch> Vocabulary::find_entity(std::string_view) const { return std::nullopt; }
std::optional<FeatureMatch> Vocabulary::find_feature(std::string_view) const { return std::nullopt; }
std::vector<NameMention> Vocabulary::find_mentions(std::string_view) const { return {}; }
const EntityEntry* Vocabulary::entity(std::string_view) const { return nullptr; }
const FeatureEntry* Vocabulary::feature(std::string_view) const { return nullptr; }
bool Vocabulary::has_word(std::string_view, std::string_view) const { return false; }
const WordEntry* Vocabulary::word(std::string_view, std::string_view) const { return nullptr; }
const std::vector<WordEntry>& Vocabulary::words(std::string_view) const {
  static const std::vector<WordEntry> none;
  return none;
}
const std::string& Vocabulary::fingerprint() const { return data_->fingerprint; }
Diagnostics Vocabulary::check() const { return {}; }

}  // namespace versus
