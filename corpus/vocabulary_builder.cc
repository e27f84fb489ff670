// Who owns a name. Every label and alias claims its key; within one layer two claims are a mistake (the first stands
// and check() reports the second), across layers the later one takes the key over. Names that follow from others - the
// vendor before a product, a squashed spelling - are added last and never displace what somebody wrote down.
#include "corpus/vocabulary_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <type_traits>
#include <utility>

#include "corpus/feature_form.h"
#include "corpus/sha256.h"
#include "corpus/text.h"

namespace versus {

struct VocabularyBuilder::Line {
  const VocabularyFile* file = nullptr;
  const TsvTable* table = nullptr;
  const TsvLine* line = nullptr;

  std::string cell(std::string_view column) const {
    int index = table->column(column);
    return index < 0 ? std::string() : line->cells[static_cast<std::size_t>(index)];
  }
  std::vector<std::string> list(std::string_view column) const { return split_list(cell(column)); }
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(fmt::format("{}:{}: {}", file->path, line->number, what));
  }
};

std::string slug(std::string_view label) {
  std::string id = name_key(label);
  for (std::size_t at = 0; (at = id.find("c#", at)) != std::string::npos;) id.replace(at, 2, "csharp");
  for (std::size_t at = 0; (at = id.find("f#", at)) != std::string::npos;) id.replace(at, 2, "fsharp");
  for (std::size_t at = 0; (at = id.find("++", at)) != std::string::npos;) id.replace(at, 2, "pp");
  if (id.starts_with(".")) id.replace(0, 1, "dot");
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

VocabularyBuilder::VocabularyBuilder() : data_(std::make_unique<Vocabulary::Data>()) {}

// Two near names of an entry are two criteria.
template <class Entry>
bool means_the_same(const Owner<Entry>& a, const Owner<Entry>& b) {
  return a.entry == b.entry && !a.near && !b.near;
}

void VocabularyBuilder::problem(const std::string& file, int line, std::string code, const std::string& what) {
  data_->problems.push_back({Severity::error, line, std::move(code), fmt::format("{}:{}: {}", file, line, what)});
}

template <class Entry>
Owner<Entry>* VocabularyBuilder::claim(Names<Entry>& names, const std::string& name, const Entry& entry,
                                       const Line& line) {
  std::string key = name_key(name);
  if (key.empty()) line.fail(fmt::format("'{}' has no letter or digit to be found by", name));
  auto& owner = names.by_key[key];
  if (owner.entry && owner.layer == layer_) {
    if (owner.entry == &entry) {
      if (owner.surface == name)
        problem(line.file->path, line.line->number, "dead-alias", fmt::format("'{}' is given twice", name));
    } else {
      problem(line.file->path, line.line->number, "two-owners",
              fmt::format("'{}' of {} belongs to {} already ({}:{})", name, entry.label, owner.entry->label, owner.file,
                          owner.line));
    }
    return nullptr;
  }
  owner = {&entry, name, layer_, line.file->path, line.line->number};
  return &owner;
}

void VocabularyBuilder::add_layer(const std::vector<VocabularyFile>& files, const std::string& prefix) {
  ++layer_;
  std::vector<VocabularyFile> named;
  std::vector<TsvTable> tables;
  named.reserve(files.size());
  tables.reserve(files.size());
  std::vector<Line> entities;
  std::vector<Line> features;
  for (const VocabularyFile& file : files) {
    hashed_ += fmt::format("{}\n{}\n{}\n{}\n", layer_, file.path, file.text.size(), file.text);
    const VocabularyFile& here = named.emplace_back(VocabularyFile{prefix + file.path, file.text});
    if (file.path.starts_with("words/")) {
      add_words(here);
      continue;
    }
    static const std::set<std::string, std::less<>> kKnown = {
        "label", "kind", "aliases", "context", "vendor", "id", "same_as", "parts", "related", "what", "near", "topics"};
    const TsvTable& table = tables.emplace_back(parse_tsv(here));
    bool mixed = !file.path.starts_with("entities/") && !file.path.starts_with("features/");
    if (table.lines.empty()) continue;
    if (table.column("label") < 0) throw Error(fmt::format("{}: no column 'label'", here.path));
    if (mixed && table.column("what") < 0)
      throw Error(fmt::format("{}: no column 'what' (entity | feature)", here.path));
    for (const std::string& column : table.columns) {
      if (!column.starts_with("?") && !kKnown.contains(column)) {
        throw Error(fmt::format("{}: unknown column '{}'", here.path, column));
      }
    }
    for (const TsvLine& line : table.lines) {
      Line row{&here, &table, &line};
      std::string what = mixed ? row.cell("what") : file.path.starts_with("entities/") ? "entity" : "feature";
      if (what != "entity" && what != "feature") row.fail(fmt::format("'{}' is neither entity nor feature", what));
      if (row.cell("label").empty()) row.fail("no label");
      (what == "entity" ? entities : features).push_back(row);
    }
  }
  add_entries(data_->entities, entities, "entity");
  add_entries(data_->features, features, "feature");
}

void VocabularyBuilder::read_columns(EntityEntry& entry, const Line& line) {
  if (!line.cell("kind").empty()) entry.kind = line.cell("kind");
  for (auto& vendor : line.list("vendor")) entry.vendors.push_back(std::move(vendor));
}

void VocabularyBuilder::read_columns(FeatureEntry& entry, const Line& line) {
  if (!line.cell("parts").empty()) entry.parts = line.list("parts");
  for (auto& name : line.list("related")) entry.related.push_back(std::move(name));
  for (auto& topic : line.list("topics")) entry.topics.push_back(std::move(topic));
}

// Lines with `same_as` come last: they give their names to an entry that may stand anywhere in the layer.
template <class Entry>
void VocabularyBuilder::add_entries(Names<Entry>& names, const std::vector<Line>& lines, std::string_view what) {
  std::vector<std::pair<Entry*, const Line*>> naming;
  for (const Line& line : lines) {
    if (!line.cell("same_as").empty()) continue;
    std::string id = line.cell("id").empty() ? slug(line.cell("label")) : line.cell("id");
    Entry*& entry = names.by_id[id];
    if (!entry) {
      entry = &names.entries.emplace_back();
      entry->id = id;
    } else if (entry->layer == layer_) {
      problem(line.file->path, line.line->number, "two-entries",
              fmt::format("{} is defined at {}:{} already", id, entry->file, entry->line));
      continue;
    }
    entry->label = line.cell("label");
    read_columns(*entry, line);
    entry->file = line.file->path;
    entry->line = line.line->number;
    entry->layer = layer_;
    naming.emplace_back(entry, &line);
  }
  for (const auto& [entry, line] : naming) claim(names, entry->label, *entry, *line);
  for (const auto& [entry, line] : naming) add_names(names, *entry, *line);
  for (const Line& line : lines) {
    std::string target = line.cell("same_as");
    if (target.empty()) continue;
    Entry* entry = names.find(target);
    if (!entry) line.fail(fmt::format("same_as: no {} is called '{}'", what, target));
    if (auto* owner = claim(names, line.cell("label"), *entry, line)) owner->merges = true;
    entry->aliases.push_back(line.cell("label"));
    add_names(names, *entry, line);
  }
}

template <class Entry>
void VocabularyBuilder::add_names(Names<Entry>& names, Entry& entry, const Line& line) {
  for (auto& alias : line.list("aliases")) {
    if (alias == line.cell("label")) continue;
    claim(names, alias, entry, line);
    entry.aliases.push_back(std::move(alias));
  }
  if constexpr (std::is_same_v<Entry, EntityEntry>) {
    for (auto& name : line.list("context")) entry.context.push_back(std::move(name));
  } else {
    for (auto& name : line.list("near")) {
      if (auto* owner = claim(names, name, entry, line)) owner->near = true;
      entry.near.push_back(std::move(name));
    }
  }
}

void VocabularyBuilder::add_words(const VocabularyFile& file) {
  std::string name = std::filesystem::path(file.path).stem().string();
  TsvTable table = parse_tsv(file);
  WordList& list = data_->words[name];
  for (const TsvLine& line : table.lines) {
    WordEntry entry;
    entry.word = fold_space(fold_case(line.cells.front()));
    if (entry.word.empty()) throw Error(fmt::format("{}:{}: no word", file.path, line.number));
    entry.fields.assign(line.cells.begin() + 1, line.cells.end());
    auto [at, added] = list.by_word.try_emplace(entry.word, list.entries.size());
    if (added) {
      list.entries.push_back(std::move(entry));
    } else {
      list.entries[at->second] = std::move(entry);  // a later line, or layer, replaces its fields
    }
  }
}

// "Google" is the vendor of TensorFlow: "Google TensorFlow". Of "AWS Lambda", vendors Amazon and AWS: "Amazon Lambda".
void VocabularyBuilder::add_vendor_names() {
  for (const EntityEntry& entry : data_->entities.entries) {
    std::set<std::string> bases;
    std::vector<std::string> names = entry.aliases;
    names.push_back(entry.label);
    for (const std::string& name : names) {
      std::string key = name_key(name);
      for (const std::string& vendor : entry.vendors) {
        std::string vendor_key = name_key(vendor) + ' ';
        if (key.starts_with(vendor_key)) key.erase(0, vendor_key.size());
      }
      bases.insert(std::move(key));
    }
    for (const std::string& vendor : entry.vendors) {
      for (const std::string& base : bases) {
        data_->entities.by_key.try_emplace(
            name_key(vendor) + ' ' + base,
            Owner<EntityEntry>{&entry, vendor + ' ' + base, entry.layer, entry.file, entry.line, true});
      }
    }
  }
}

// parts and related are written as labels, aliases or ids; kept as ids. related holds both ways.
void VocabularyBuilder::resolve_feature_links() {
  auto resolve = [&](const FeatureEntry& entry, std::vector<std::string>& names, std::string_view column) {
    std::vector<std::string> ids;
    for (const std::string& name : names) {
      FeatureEntry* found = data_->features.find(name);
      if (!found || found == &entry) {
        problem(entry.file, entry.line, "unknown-link", fmt::format("{}: '{}' names no other feature", column, name));
      } else if (std::find(ids.begin(), ids.end(), found->id) == ids.end()) {
        ids.push_back(found->id);
      }
    }
    names = std::move(ids);
  };
  for (FeatureEntry& entry : data_->features.entries) {
    resolve(entry, entry.parts, "parts");
    resolve(entry, entry.related, "related");
  }
  relate_features_of_a_topic();
  for (FeatureEntry& entry : data_->features.entries) {
    for (const std::string& id : std::vector<std::string>(entry.related)) {
      data_->features.by_id.at(id)->related.push_back(entry.id);
    }
  }
  for (FeatureEntry& entry : data_->features.entries) {
    std::sort(entry.related.begin(), entry.related.end());
    entry.related.erase(std::unique(entry.related.begin(), entry.related.end()), entry.related.end());
  }
}

// A topic that only one feature has relates nothing: a slip of the pen.
void VocabularyBuilder::relate_features_of_a_topic() {
  std::map<std::string, std::vector<FeatureEntry*>> members;
  for (FeatureEntry& entry : data_->features.entries) {
    for (const std::string& topic : entry.topics) members[name_key(topic)].push_back(&entry);
  }
  for (const auto& [topic, entries] : members) {
    if (entries.size() == 1) {
      problem(entries.front()->file, entries.front()->line, "lonely-topic",
              fmt::format("topics: no other feature has '{}'", topic));
    }
    for (FeatureEntry* entry : entries) {
      for (const FeatureEntry* other : entries) {
        if (other != entry) entry->related.push_back(other->id);
      }
    }
  }
}

void VocabularyBuilder::index_squashed() {
  auto index = [](auto& names) {
    for (const auto& [key, owner] : names.by_key) {
      std::string squashed = key;
      std::erase(squashed, ' ');
      auto [at, added] = names.by_squashed.try_emplace(squashed, &owner);
      if (!added && at->second && !means_the_same(*at->second, owner)) at->second = nullptr;
    }
  };
  index(data_->entities);
  index(data_->features);
}

void VocabularyBuilder::index_context() {
  for (const EntityEntry& entry : data_->entities.entries) {
    for (const std::string& name : entry.context) data_->context[name_key(name)].push_back(&entry);
  }
}

// An entry that no name of its own leads to any more was emptied by another line: dead, unless same_as meant it. One
// whose label became another entry's alias is shadowed by it: "TorchServe" as a further name of PyTorch.
template <class Entry>
void VocabularyBuilder::check_reachable(const Names<Entry>& names) {
  std::set<const Entry*> reachable;
  for (const auto& [key, owner] : names.by_key) reachable.insert(owner.entry);
  for (const Entry& entry : names.entries) {
    const Owner<Entry>& owner = names.by_key.at(name_key(entry.label));
    if (owner.entry == &entry || owner.merges) continue;
    problem(owner.file, owner.line, "shadowed",
            fmt::format("'{}' of {} shadows {} ({}:{})", owner.surface, owner.entry->label, entry.label, entry.file,
                        entry.line));
    if (!reachable.contains(&entry)) {
      problem(entry.file, entry.line, "dead-entry", fmt::format("no name leads to {}", entry.label));
    }
  }
}

Vocabulary VocabularyBuilder::finish() {
  add_vendor_names();
  resolve_feature_links();
  index_squashed();
  index_context();
  index_mentions();
  check_reachable(data_->entities);
  check_reachable(data_->features);
  data_->fingerprint = sha256_hex(hashed_);
  std::stable_sort(data_->problems.begin(), data_->problems.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.message < b.message; });
  Vocabulary vocabulary(std::move(data_));
  index_forms(vocabulary);
  return vocabulary;
}

// A form that two features share says nothing about either. Only a label's core stands for the feature: what is left of
// "amount of memory" or "edge support" is another criterion's name.
void VocabularyBuilder::index_forms(Vocabulary& vocabulary) {
  auto& names = vocabulary.data_->features;
  auto add = [](auto& index, const std::string& form, const Owner<FeatureEntry>& owner) {
    if (form.empty()) return;
    auto [at, added] = index.try_emplace(form, &owner);
    if (!added && at->second && !means_the_same(*at->second, owner)) at->second = nullptr;
  };
  std::vector<std::pair<std::string, const Owner<FeatureEntry>*>> cores;
  for (const auto& [key, owner] : names.by_key) {
    FeatureForm form = feature_form(owner.surface, vocabulary);
    add(names.by_words, form.words, owner);
    if (key == name_key(owner.entry->label)) cores.emplace_back(form.core, &owner);
  }
  names.by_core = names.by_words;  // a whole name has more of a claim than what is left of one
  std::erase_if(cores, [&](const auto& core) { return names.by_words.contains(core.first); });
  for (const auto& [core, owner] : cores) add(names.by_core, core, *owner);
}

}  // namespace versus
