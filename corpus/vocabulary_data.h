// What a Vocabulary holds inside, for the files that implement it.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/text.h"
#include "corpus/vocabulary.h"

namespace versus {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

/// Who a key belongs to, and the line that says so.
template <class Entry>
struct Owner {
  const Entry* entry = nullptr;
  std::string surface;
  int layer = 0;
  std::string file;
  int line = 0;
  bool generated = false;  // from a vendor or a capital inside a name; gives way to anything written
  bool near = false;       // features: a name of another criterion of the entry's topic
  bool merges = false;     // by same_as: the entry of this name is meant to go
};

/// The entries of one kind, entities or features, and what leads to them.
template <class Entry>
struct Names {
  std::deque<Entry> entries;
  StringMap<Entry*> by_id;
  StringMap<Owner<Entry>> by_key;
  StringMap<const Owner<Entry>*> by_squashed;  // null: two entries squash to the same
  StringMap<const Owner<Entry>*> by_words;     // features, by FeatureForm::words; null: two entries have it
  StringMap<const Owner<Entry>*> by_core;      // and by FeatureForm::core

  /// By id, label or alias.
  Entry* find(const std::string& name) const {
    if (auto found = by_id.find(name); found != by_id.end()) return found->second;
    auto found = by_key.find(name_key(name));
    return found == by_key.end() ? nullptr : by_id.at(found->second.entry->id);
  }
};

/// Words of all names as a trie: one step per word of the text searched, whatever the number of names.
struct MentionTrie {
  struct Node {
    const EntityEntry* entry = nullptr;
    bool needs_own_case = false;     // an ordinary word or very short
    std::vector<std::string> forms;  // spellings that count when it needs its own case
  };
  StringMap<std::uint32_t> words;
  std::unordered_map<std::uint64_t, std::uint32_t> next;  // (node << 32 | word) -> node
  std::vector<Node> nodes{Node{}};
};

struct WordList {
  std::vector<WordEntry> entries;
  StringMap<std::size_t> by_word;
};

struct Vocabulary::Data {
  Names<EntityEntry> entities;
  Names<FeatureEntry> features;
  StringMap<std::vector<const EntityEntry*>> context;
  std::map<std::string, WordList, std::less<>> words;
  MentionTrie mentions;
  Diagnostics problems;  // found while loading; what check() reports
  std::string fingerprint;
};

}  // namespace versus
