// Entities to canonical names. The vocabulary decides, whole names first, so that a product never becomes the framework
// inside its name; then the document: "torch" is PyTorch where PyTorch is compared, "Keras/TensorFlow" is the one of
// the two that is.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/decoration.h"
#include "corpus/sha256.h"
#include "corpus/text.h"
#include "corpus/value.h"
#include "normalize/resolve.h"

namespace versus {
namespace {

constexpr double kWholeName = 1.0;
constexpr double kRule = 0.95;     // squashed, version, decoration, head: what is left is a whole name
constexpr double kDocument = 0.9;  // this document's other names decide
constexpr std::size_t kShortName = 4;
constexpr std::size_t kInitials = 3;  // two letters are the initials of too much

bool is_whole(std::string_view method) { return method == "exact" || method == "variant" || method == "alias"; }

NameLink link_of(std::string_view surface, const EntityMatch& match) {
  Relation relation = match.method == "alias" || match.method == "transliterated" ? Relation::synonym
                      : match.method == "exact" || match.method == "variant"      ? Relation::exact
                                                                                  : Relation::variant;
  return {std::string(surface),
          match.entry->id,
          match.entry->label,
          relation,
          is_whole(match.method) ? "vocabulary" : match.method,
          is_whole(match.method) ? kWholeName : kRule,
          match.version};
}

NameLink link_in_document(std::string_view surface, const EntityEntry& entry) {
  return {std::string(surface), entry.id, entry.label, Relation::synonym, "document", kDocument, ""};
}

// "Foo 2.1", "Foo v3", "Foo (3.x)": surely a version. "GPT-4", "PSR 7", "iPhone 15" may be other things altogether.
bool is_sure_version(std::string_view name, std::string_view version) {
  bool dotted = version.find('.') != std::string_view::npos || version.find('x') != std::string_view::npos;
  std::size_t at = name.rfind(version);
  if (at == std::string_view::npos || at == 0) return dotted;
  if (name[at - 1] == '-') return false;  // "GPT-5.4"
  return dotted || name[at - 1] == 'v' || name[at - 1] == 'V' || name[at - 1] == '(';
}

// "Foo (Rating 1-5)" -> "Foo": how its column is scored is no part of a name.
std::string without_scale(std::string_view clean) {
  std::string name(clean);
  auto scale = find_scale(name);
  if (!scale || scale->begin == 0) return name;
  name.erase(scale->begin, scale->end - scale->begin);
  name = fold_space(name);
  return name_key(name).empty() ? std::string(clean) : name;
}

constexpr int kRemarkWords = 4;  // fewer in parentheses can be an edition: "(Debian style)"

// "rustic (options also in config profile)": ordinary words in parentheses are said of a name, not part of it.
std::string without_remark(std::string name) {
  std::size_t open = name.ends_with(')') ? name.find_last_of('(') : std::string::npos;
  if (open == std::string::npos || open == 0) return name;
  std::string_view inside = std::string_view(name).substr(open + 1, name.size() - open - 2);
  int words = 0;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == ' ' || (i > 0 && inside[i - 1] != ' ')) continue;
    if (inside[i] >= 'A' && inside[i] <= 'Z') return name;
    ++words;
  }
  if (words < kRemarkWords) return name;
  std::string rest = fold_space(name.substr(0, open));
  return name_key(rest).empty() ? name : rest;
}

NameLink unknown(std::string_view surface, std::string_view decorated) {
  NameLink link{std::string(surface), "", "", Relation::unknown, "folded", 0, ""};
  std::string clean = without_remark(without_scale(decorated));
  Undecorated plain = take_off_decoration(clean);
  if (!plain.version.empty() && is_sure_version(clean, plain.version)) {
    link.id = squashed_key(plain.name);
    link.version = plain.version;
    link.method = "version";
  }
  if (link.id.empty()) link.id = squashed_key(clean);
  if (link.id.empty()) link.id = content_id("n_", surface);
  return link;
}

// What the document compares besides this very name.
struct Compared {
  bool has_own_name = false;  // the very name is compared too
  std::vector<std::string> names;
  std::vector<std::string> ids;  // of the known ones, each once
};

Compared compared_besides(std::string_view clean, const std::vector<std::string>& document_entities,
                          const Vocabulary& vocabulary) {
  Compared compared;
  std::string key = name_key(clean);
  for (const std::string& name : document_entities) {
    if (name_key(clean_name(name)) == key) {
      compared.has_own_name = true;
      continue;
    }
    compared.names.push_back(name);
    auto match = vocabulary.find_entity(name);
    if (match && std::find(compared.ids.begin(), compared.ids.end(), match->entry->id) == compared.ids.end()) {
      compared.ids.push_back(match->entry->id);
    }
  }
  return compared;
}

bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<std::string> split_parts(std::string_view clean) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < clean.size();) {
    std::size_t length = 0;
    for (std::string_view separator : {" / ", "/", " & ", " + ", " and ", " with ", " on "}) {
      if (starts_with_folded(clean.substr(at), separator)) length = std::max(length, separator.size());
    }
    if (length == 0) {
      parts.back() += clean[at++];
      continue;
    }
    parts.emplace_back();
    at += length;
  }
  std::erase_if(parts, [](const std::string& part) { return name_key(part).empty(); });
  return parts;
}

std::string initials(std::string_view key) {
  std::string out;
  bool at_start = true;
  for (char c : key) {
    if (at_start && c != ' ') out += c;
    at_start = c == ' ';
  }
  return out;
}

// The known entities a compound name is made of; empty when some part is unknown.
std::vector<const EntityEntry*> known_parts(std::string_view clean, const Vocabulary& vocabulary) {
  std::vector<const EntityEntry*> known;
  std::vector<std::string> parts = split_parts(clean);
  if (parts.size() < 2) return known;
  for (const std::string& part : parts) {
    auto match = vocabulary.find_entity(part);
    if (!match) return {};
    known.push_back(match->entry);
  }
  return known;
}

const EntityEntry* only_compared(const std::vector<const EntityEntry*>& entries, const Compared& compared) {
  const EntityEntry* only = nullptr;
  for (const EntityEntry* entry : entries) {
    if (!has(compared.ids, entry->id)) continue;
    if (only && only != entry) return nullptr;
    only = entry;
  }
  return only;
}

// "RoR" beside "Ruby on Rails": the initials of exactly one name that the document compares.
std::optional<NameLink> by_initials(std::string_view surface, std::string_view clean, const Compared& compared,
                                    const Vocabulary& vocabulary) {
  std::string key = name_key(clean);
  if (key.size() < kInitials || key.find(' ') != std::string::npos) return std::nullopt;
  if (std::none_of(clean.begin(), clean.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return std::nullopt;
  std::optional<NameLink> found;
  for (const std::string& name : compared.names) {
    if (initials(name_key(take_off_decoration(clean_name(name)).name)) != key) continue;
    auto match = vocabulary.find_entity(name);
    NameLink link = match ? link_in_document(surface, *match->entry) : unknown(name, clean_name(name));
    if (found && found->id != link.id) return std::nullopt;
    found = {std::string(surface), link.id, link.label, Relation::synonym, "initials", kDocument, ""};
  }
  return found;
}

// "Bambino" beside "Breville Bambino": the first or last words of exactly one name that the document compares.
bool is_short_for(std::string_view key, std::string_view whole) {
  return whole.size() > key.size() + 1 && key.size() >= kShortName &&
         ((whole.starts_with(key) && whole[key.size()] == ' ') ||
          (whole.ends_with(key) && whole[whole.size() - key.size() - 1] == ' '));
}

std::optional<NameLink> by_short_name(std::string_view surface, std::string_view clean, const Compared& compared,
                                      const Vocabulary& vocabulary) {
  if (compared.has_own_name) return std::nullopt;  // "Server" beside "Server Pro"
  std::string key = name_key(take_off_decoration(clean).name);
  std::optional<NameLink> found;
  for (const std::string& name : compared.names) {
    std::string whole = without_scale(clean_name(name));
    if (!is_short_for(key, name_key(take_off_decoration(whole).name))) continue;
    if (vocabulary.find_entity(name)) return std::nullopt;  // the first word of a known name is often its vendor
    NameLink link = unknown(name, whole);
    if (found && found->id != link.id) return std::nullopt;
    found = {std::string(surface), link.id, link.label, Relation::variant, "short-name", kDocument, ""};
  }
  return found;
}

}  // namespace

NameLink resolve_entity(std::string_view surface, const std::vector<std::string>& document_entities,
                        const Vocabulary& vocabulary) {
  std::string clean = clean_name(surface);
  Compared compared = compared_besides(clean, document_entities, vocabulary);
  std::optional<EntityMatch> match = vocabulary.find_entity(surface);

  Undecorated plain = take_off_decoration(clean);
  if (!match || !has(compared.ids, match->entry->id)) {
    if (const EntityEntry* entry = only_compared(vocabulary.find_in_context(plain.name), compared)) {
      NameLink link = link_in_document(surface, *entry);
      link.version = plain.version;
      return link;
    }
  }
  std::vector<const EntityEntry*> parts = known_parts(clean, vocabulary);
  if (const EntityEntry* entry = only_compared(parts, compared)) return link_in_document(surface, *entry);
  if (match) {
    bool ambiguous = std::count_if(parts.begin(), parts.end(),
                                   [&](const EntityEntry* part) { return has(compared.ids, part->id); }) > 1;
    if (!ambiguous) return link_of(surface, *match);
  } else if (auto link = by_initials(surface, clean, compared, vocabulary)) {
    return *link;
  } else if (auto short_link = by_short_name(surface, clean, compared, vocabulary)) {
    return *short_link;
  }
  NameLink link = unknown(surface, clean);
  if (!parts.empty()) link.method = "parts";
  if (!parts.empty()) link.relation = Relation::composite;
  return link;
}

}  // namespace versus
