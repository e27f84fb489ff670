#include "corpus/vocabulary.h"

#include <utility>

#include "corpus/decoration.h"
#include "corpus/feature_form.h"
#include "corpus/text.h"
#include "corpus/transliterate.h"
#include "corpus/vocabulary_builder.h"
#include "corpus/vocabulary_data.h"
#include "corpus/vocabulary_file.h"

namespace versus {
namespace {

template <class Entry>
const Owner<Entry>* find_key(const Names<Entry>& names, std::string_view key) {
  auto found = names.by_key.find(key);
  return found == names.by_key.end() ? nullptr : &found->second;
}

template <class Entry>
const Owner<Entry>* find_squashed(const Names<Entry>& names, std::string_view key) {
  std::string squashed(key);
  std::erase(squashed, ' ');
  auto found = names.by_squashed.find(squashed);
  return found == names.by_squashed.end() ? nullptr : found->second;
}

template <class Entry>
std::string method_of(const Owner<Entry>& owner, std::string_view surface, std::string_view key) {
  if (surface == owner.entry->label) return "exact";
  return key == name_key(owner.entry->label) ? "variant" : "alias";
}

FeatureMatch match_of(const Owner<FeatureEntry>& owner, std::string method) {
  return {owner.entry, std::move(method), owner.layer, owner.surface, owner.near};
}

// "Keras API", "Go programming language", "the Redis database" -> the name without its generic head; empty: it has
// none.
std::string without_head(const Vocabulary& vocabulary, std::string_view key, std::string& head) {
  if (key.starts_with("the ")) key.remove_prefix(4);
  for (std::size_t space = key.find(' '); space != std::string_view::npos; space = key.find(' ', space + 1)) {
    if (vocabulary.has_word("entity-head", key.substr(space + 1))) {
      head = key.substr(space + 1);
      return std::string(key.substr(0, space));
    }
  }
  return {};
}

bool head_fits(const WordEntry* head, std::string_view kind) {
  if (!head || head->fields.empty() || head->fields.front().empty()) return true;
  for (const std::string& fitting : split_list(head->fields.front())) {
    if (fitting == kind) return true;
  }
  return false;
}

// "Lambda (AWS)" -> "AWS Lambda": whose it is may stand behind.
std::string turned_round(std::string_view surface) {
  if (!surface.ends_with(')')) return {};
  std::size_t open = surface.rfind('(');
  if (open == std::string_view::npos || open == 0) return {};
  return name_key(std::string(surface.substr(open + 1)) + ' ' + std::string(surface.substr(0, open)));
}

// "Azure Function" -> "Azure Functions" and back; a name of one word is too short for that ("Rail", "Rails").
std::string other_number(std::string_view key) {
  if (key.find(' ') == std::string_view::npos || key.ends_with("ss")) return {};
  return std::string(key.ends_with('s') ? key.substr(0, key.size() - 1) : std::string(key) + 's');
}

// "sveltejs" -> "svelte": the head "js" is written glued, too.
std::string without_glued_head(std::string_view key) {
  constexpr std::string_view kHead = "js";
  bool has_head = key.size() > kHead.size() + 2 && key.ends_with(kHead) && key.find(' ') == std::string_view::npos;
  return std::string(has_head ? key.substr(0, key.size() - kHead.size()) : "");
}

// "Cowboy 4" is anything; "Java 17" (marked in the list) and "Cowboy 4.2" are versions.
bool is_number_behind_ordinary_word(const Vocabulary& vocabulary, std::string_view name, std::string_view version) {
  if (version.empty() || version.find_first_not_of("0123456789") != std::string_view::npos) return false;
  const WordEntry* word = vocabulary.word("ordinary", name);
  return word && (word->fields.empty() || word->fields.front().empty());
}

}  // namespace

Vocabulary::Vocabulary(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
Vocabulary::~Vocabulary() = default;

const Vocabulary& Vocabulary::shipped() {
  static const Vocabulary vocabulary = with_folders({});
  return vocabulary;
}

Vocabulary Vocabulary::with_folders(const std::vector<std::filesystem::path>& folders,
                                    const std::vector<std::string>& tie_words) {
  VocabularyBuilder builder;
  builder.add_layer(shipped_vocabulary_files(), "vocabulary/");
  for (const auto& folder : folders) {
    builder.add_layer(read_vocabulary_folder(folder), (folder / "").generic_string());
  }
  if (!tie_words.empty()) {
    VocabularyFile file{"words/tie.tsv", "word\n"};
    for (const std::string& word : tie_words) file.text += word + "\n";
    builder.add_layer({file}, "configuration: ");
  }
  return builder.finish();
}

std::optional<EntityMatch> Vocabulary::find_entity(std::string_view name) const {
  const auto& names = data_->entities;
  std::string surface = clean_name(name);
  std::string key = name_key(surface);
  if (key.empty()) return std::nullopt;
  if (auto* owner = find_key(names, key)) return EntityMatch{owner->entry, "", method_of(*owner, surface, key)};

  if (auto* owner = find_squashed(names, key)) return EntityMatch{owner->entry, "", "squashed"};  // before "Caffe 2"

  Undecorated plain = take_off_decoration(surface);
  std::string plain_key = name_key(plain.name);
  if (is_number_behind_ordinary_word(*this, plain_key, plain.version)) return std::nullopt;
  if (plain_key != key && !plain_key.empty()) {
    std::string method = plain.version.empty() ? "decoration" : "version";
    if (auto* owner = find_key(names, plain_key)) return EntityMatch{owner->entry, plain.version, method};
    if (auto* owner = find_squashed(names, plain_key)) return EntityMatch{owner->entry, plain.version, method};
  }

  std::string head;
  if (std::string core = without_head(*this, plain_key, head); !core.empty()) {
    auto* owner = find_key(names, core);
    if (owner && head_fits(word("entity-head", head), owner->entry->kind)) {
      return EntityMatch{owner->entry, plain.version, "head"};
    }
  }
  if (std::string core = without_glued_head(plain_key); !core.empty()) {
    auto* owner = find_key(names, core);
    if (owner && head_fits(word("entity-head", "js"), owner->entry->kind)) {
      return EntityMatch{owner->entry, plain.version, "head"};
    }
  }
  if (std::string turned = turned_round(surface); !turned.empty()) {
    if (auto* owner = find_key(names, turned)) return EntityMatch{owner->entry, "", "turned"};
  }
  if (std::string other = other_number(plain_key); !other.empty()) {
    if (auto* owner = find_key(names, other)) return EntityMatch{owner->entry, plain.version, "number"};
  }
  Undecorated glued = take_off_glued_version(plain.name);
  if (!glued.version.empty()) {
    if (auto* owner = find_key(names, name_key(glued.name))) return EntityMatch{owner->entry, glued.version, "version"};
  }
  if (std::string latin = transliterate(plain_key); latin != plain_key) {
    if (auto* owner = find_squashed(names, name_key(latin))) {
      return EntityMatch{owner->entry, plain.version, "transliterated"};
    }
  }
  return std::nullopt;
}

std::optional<FeatureMatch> Vocabulary::find_feature(std::string_view name) const {
  const auto& names = data_->features;
  std::string surface = clean_name(name);
  std::string key = name_key(surface);
  if (key.empty()) return std::nullopt;
  if (auto* owner = find_key(names, key)) {
    return match_of(*owner, method_of(*owner, surface, key));
  }
  if (auto* owner = find_squashed(names, key)) return match_of(*owner, "squashed");
  return std::nullopt;
}

std::optional<FeatureMatch> Vocabulary::find_feature_by_words(std::string_view name) const {
  const auto& names = data_->features;
  FeatureForm form = feature_form(clean_name(name), *this);
  if (form.words.empty()) return std::nullopt;
  if (auto at = names.by_words.find(form.words); at != names.by_words.end()) {
    if (!at->second) return std::nullopt;
    return match_of(*at->second, "token-set");
  }
  // One of the two may have a generic head, not both: "enterprise features" are not "enterprise support".
  const auto& index = form.core == form.words ? names.by_core : names.by_words;
  auto at = index.find(form.core);
  if (at == index.end() || !at->second) return std::nullopt;
  return match_of(*at->second, "core");
}

std::vector<const EntityEntry*> Vocabulary::find_in_context(std::string_view name) const {
  auto found = data_->context.find(name_key(clean_name(name)));
  return found == data_->context.end() ? std::vector<const EntityEntry*>{} : found->second;
}

const std::deque<EntityEntry>& Vocabulary::entities() const { return data_->entities.entries; }
const std::deque<FeatureEntry>& Vocabulary::features() const { return data_->features.entries; }

const EntityEntry* Vocabulary::entity(std::string_view id) const {
  auto found = data_->entities.by_id.find(id);
  return found == data_->entities.by_id.end() ? nullptr : found->second;
}

const FeatureEntry* Vocabulary::feature(std::string_view id) const {
  auto found = data_->features.by_id.find(id);
  return found == data_->features.by_id.end() ? nullptr : found->second;
}

const WordEntry* Vocabulary::word(std::string_view list, std::string_view word) const {
  auto found = data_->words.find(list);
  if (found == data_->words.end()) return nullptr;
  const WordList& words = found->second;
  auto at = words.by_word.find(word);
  if (at == words.by_word.end()) at = words.by_word.find(fold_space(fold_case(word)));
  return at == words.by_word.end() ? nullptr : &words.entries[at->second];
}

bool Vocabulary::has_word(std::string_view list, std::string_view word) const { return this->word(list, word); }

const std::vector<WordEntry>& Vocabulary::words(std::string_view list) const {
  static const std::vector<WordEntry> none;
  auto found = data_->words.find(list);
  return found == data_->words.end() ? none : found->second.entries;
}

const std::string& Vocabulary::fingerprint() const { return data_->fingerprint; }
Diagnostics Vocabulary::check() const { return data_->problems; }

}  // namespace versus
