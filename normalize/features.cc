// Features to canonical names: the vocabulary first, whole names before rules; then the words that carry meaning; then
// the parts of a composite. No string similarity: it does not tell "Ease of Use" ~ "Ease of Development" (the same)
// from "Ease of Use" ~ "Ease of Deployment" (not the same).
#include <algorithm>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

#include "corpus/decoration.h"
#include "corpus/feature_form.h"
#include "corpus/sha256.h"
#include "corpus/text.h"
#include "corpus/value.h"
#include "normalize/resolve.h"

namespace versus {
namespace {

// How sure a way of merging is. Whole names of the vocabulary are as good as the vocabulary; the rules were right on
// all pairs of tests/normalize/data/name_pairs_seen.tsv and are ranked by how much of the name they disregard.
constexpr double kWholeName = 1.0;
constexpr double kSquashed = 0.98;
constexpr double kTokenSet = 0.95;
constexpr double kCore = 0.9;
constexpr double kPart = 0.8;
constexpr double kRelated = 0.5;

Relation relation_of(const FeatureMatch& match, std::string_view surface, const Vocabulary& vocabulary) {
  if (match.method == "exact" || match.method == "variant") return Relation::exact;
  if (match.method != "alias") return Relation::variant;
  FeatureForm form = feature_form(surface, vocabulary);
  FeatureForm label = feature_form(match.entry->label, vocabulary);
  return !form.core.empty() && form.core == label.core ? Relation::variant : Relation::synonym;
}

std::string id_of(std::string words) {
  std::replace(words.begin(), words.end(), ' ', '-');
  return words;
}

NameLink link_of(std::string_view surface, const FeatureMatch& match, const Vocabulary& vocabulary) {
  if (match.is_near)
    return {std::string(surface), id_of(name_key(match.surface)), "", Relation::unknown, "near", 0, ""};
  bool whole = match.method == "exact" || match.method == "variant" || match.method == "alias";
  double score = whole                         ? kWholeName
                 : match.method == "squashed"  ? kSquashed
                 : match.method == "token-set" ? kTokenSet
                                               : kCore;
  return {std::string(surface),
          match.entry->id,
          match.entry->label,
          relation_of(match, surface, vocabulary),
          whole ? "vocabulary" : match.method,
          score,
          ""};
}

// Brackets that say how a criterion is measured ("(1-10)", "(lower is better)", "(ms)") or spell it out again.
bool is_note(std::string_view inside, std::string_view before, const Vocabulary& vocabulary) {
  std::string key = name_key(inside);
  if (key.empty()) return true;
  std::string outer = name_key(before);
  auto spells_out = [](std::string_view name, std::string_view letters) {
    std::string initials;
    for (std::string_view word : split_words(name)) initials += word.front();
    return initials.size() > 1 && initials == letters;
  };
  if (spells_out(key, outer) || spells_out(outer, key)) return true;
  std::vector<std::string_view> words = split_words(key);
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
    return word.find_first_not_of("0123456789.") == std::string_view::npos || vocabulary.has_word("feature-note", word);
  });
}

struct Core {
  std::string name;       // without notes
  std::string qualified;  // not empty: `name` had a bracket that narrows it, "Performance (GPU)"
};

Core take_off_notes(std::string name, const Vocabulary& vocabulary) {
  name = without_number(name);
  if (auto scale = find_scale(name)) {
    if (scale->begin > 0 && scale->end <= name.size())
      name = fold_space(name.substr(0, scale->begin) + " " + name.substr(scale->end));
  }
  while (name.size() > 2 && (name.back() == ')' || name.back() == ']')) {
    std::size_t open = name.find_last_of(name.back() == ')' ? '(' : '[');
    if (open == std::string::npos || open == 0) break;
    std::string before = fold_space(std::string_view(name).substr(0, open));
    if (!is_note(std::string_view(name).substr(open + 1, name.size() - open - 2), before, vocabulary)) {
      return {name, before};
    }
    name = before;
  }
  return {std::move(name), ""};
}

// A name that no vocabulary knows. Its id is made of its meaningful words, so that "JSON support" and "Support for
// JSON" are one in every document; of its key where a rule must not reach.
NameLink unknown(std::string_view surface, std::string_view name, const Vocabulary& vocabulary) {
  FeatureForm form = feature_form(name, vocabulary);
  std::string id = id_of(form.core.empty() ? name_key(name) : form.core);
  if (id.empty()) id = content_id("n_", surface);
  return {std::string(surface), id, "", Relation::unknown, form.core.empty() ? "folded" : "token-set", 0, ""};
}

// "A / B", "A & B", "A and B", "A, B and C" -> the pieces; one piece: nothing to split.
std::vector<std::string> split_composite(std::string_view name) {
  std::vector<std::string> parts(1);
  std::size_t at = 0;
  while (at < name.size()) {
    std::size_t length = 0;
    for (std::string_view separator : {", and ", " and ", " & ", " + ", " / ", ", ", "/", "&", ","}) {
      if (starts_with_folded(name.substr(at), separator)) {
        length = separator.size();
        break;
      }
    }
    if (length == 0) {
      parts.back() += name[at++];
      continue;
    }
    parts.emplace_back();
    at += length;
  }
  for (std::string& part : parts) part = fold_space(part);
  std::erase_if(parts, [](const std::string& part) { return name_key(part).empty(); });
  return parts;
}

// By words "Syntax and Readability" is anything that has both: a composite name matches composite names only.
std::optional<FeatureMatch> find_whole(std::string_view name, const Vocabulary& vocabulary) {
  if (auto match = vocabulary.find_feature(name)) return match;
  auto match = vocabulary.find_feature_by_words(name);
  if (!match || split_composite(name).size() < 2) return match;
  bool same_form = match->method == "token-set" && split_composite(match->surface).size() > 1;
  return same_form ? match : std::nullopt;
}

std::string join(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) (out += out.empty() ? "" : " ") += words[i];
  return out;
}

// "Vision/NLP Libraries": the first part shares the last one's head; "Data import and export": the last part shares the
// first one's modifier. The shared reading counts when it is a known feature.
std::optional<FeatureMatch> find_part(const std::vector<std::string>& parts, std::size_t index,
                                      const Vocabulary& vocabulary) {
  if (index + 1 < parts.size()) {
    std::vector<std::string_view> last = split_words(parts.back());
    for (std::size_t from = 1; from < last.size(); ++from) {
      if (auto match = find_whole(parts[index] + ' ' + join(last, from, last.size()), vocabulary)) return match;
    }
  }
  if (index > 0) {
    std::vector<std::string_view> first = split_words(parts.front());
    for (std::size_t to = first.size(); to-- > 1;) {
      if (auto match = find_whole(join(first, 0, to) + ' ' + parts[index], vocabulary)) return match;
    }
  }
  return find_whole(parts[index], vocabulary);
}

void add_parts(std::vector<NameLink>& links, const std::string& name, const Vocabulary& vocabulary) {
  std::vector<std::string> parts = split_composite(name);
  if (parts.size() < 2) return;
  std::vector<NameLink> found;
  bool any_known = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::optional<FeatureMatch> match = find_part(parts, i, vocabulary);
    any_known = any_known || match;
    NameLink link = match ? link_of(links.front().surface, *match, vocabulary)
                          : unknown(links.front().surface, parts[i], vocabulary);
    link.relation = Relation::composite;
    link.method = "part";
    link.score = match ? kPart : 0;
    found.push_back(std::move(link));
  }
  if (!any_known) return;
  links.front().relation = Relation::composite;
  links.front().method = "parts";
  links.insert(links.end(), found.begin(), found.end());
}

NameLink related_link(std::string_view surface, const FeatureEntry& entry, const char* method) {
  return {std::string(surface), entry.id, entry.label, Relation::related, method, kRelated, ""};
}

bool is_loose(std::string_view head, const Vocabulary& vocabulary) {
  return vocabulary.has_word("feature-loose-head", head);
}

// What a name is about: "End-to-end latency" is a latency, "Latency under load" too, and "Community activity" is about
// the community: the longest known feature that the name ends in, has before a preposition, or begins with when only
// heads that go with anything (list `feature-loose-head`: "size", "type") follow. These relate nothing themselves.
const FeatureEntry* find_wider(const std::string& name, const Vocabulary& vocabulary) {
  std::string key = name_key(name);
  std::vector<std::string_view> words = split_words(key);
  auto find = [&](std::size_t from, std::size_t to) -> const FeatureEntry* {
    auto match = vocabulary.find_feature(join(words, from, to));
    return match && !match->is_near ? match->entry : nullptr;
  };
  auto preposition = std::find_if(words.begin(), words.end(),
                                  [&](std::string_view word) { return vocabulary.has_word("preposition", word); });
  if (preposition != words.end()) {
    auto end = static_cast<std::size_t>(preposition - words.begin());
    for (std::size_t from = 0; from < end; ++from) {
      if (is_loose(join(words, from, end), vocabulary)) return nullptr;
      if (const FeatureEntry* entry = find(from, end)) return entry;
    }
    return nullptr;
  }
  if (words.empty()) return nullptr;
  std::size_t loose = words.size();
  while (loose > 1 && is_loose(words[loose - 1], vocabulary)) --loose;
  for (std::size_t from = 1; from < words.size() && !is_loose(join(words, from, words.size()), vocabulary); ++from) {
    if (const FeatureEntry* entry = find(from, words.size())) return entry;
  }
  for (std::size_t to = words.size() - 1; to >= loose && to > 0; --to) {
    if (is_loose(join(words, 0, to), vocabulary)) break;
    if (const FeatureEntry* entry = find(0, to)) return entry;
  }
  return nullptr;
}

void add_wider(std::vector<NameLink>& links, const std::string& name, const Vocabulary& vocabulary) {
  const FeatureEntry* entry = find_wider(name, vocabulary);
  if (!entry || entry->id == links.front().id) return;
  links.push_back(related_link(links.front().surface, *entry, "wider"));
}

void add_parts_of_entry(std::vector<NameLink>& links, const FeatureEntry& entry, const Vocabulary& vocabulary) {
  if (!entry.parts.empty()) links.front().relation = Relation::composite;
  for (const std::string& id : entry.parts) {
    const FeatureEntry& part = *vocabulary.feature(id);
    links.push_back({links.front().surface, id, part.label, Relation::composite, "vocabulary", kPart, ""});
  }
}

// "easier to debug", "much harder to debug": the criterion is how easy it is, whoever wins it. The words before "to"
// but for the last are degrees.
std::string without_degree(const std::string& name, const Vocabulary& vocabulary) {
  std::string key = name_key(name);
  std::vector<std::string_view> words = split_words(key);
  auto to = std::find(words.begin(), words.end(), "to");
  if (to == words.begin() || to == words.end() || to + 1 == words.end()) return {};
  if (to - words.begin() > 2 || !vocabulary.has_word("ease", *(to - 1))) return {};
  return join(words, static_cast<std::size_t>(to - words.begin()) + 1, words.size());
}

std::vector<std::string> gerunds(const std::string& verb) {
  std::vector<std::string> out{verb + "ing", verb + verb.back() + "ing"};
  if (verb.back() == 'e') out.front() = verb.substr(0, verb.size() - 1) + "ing";
  return out;
}

std::optional<FeatureMatch> find_ease(const std::string& task, const Vocabulary& vocabulary) {
  if (auto match = vocabulary.find_feature("easy to " + task)) return match;
  if (task.find(' ') != std::string::npos) return std::nullopt;
  for (const std::string& gerund : gerunds(task)) {
    if (auto match = vocabulary.find_feature("ease of " + gerund)) return match;
  }
  return std::nullopt;
}

// "--json", "-v": the name of an option, whatever word it is made of.
bool is_program_option(std::string_view clean) {
  return clean.size() > 1 && clean[0] == '-' && clean[1] != ' ' && clean[1] != '>' && !name_key(clean).empty();
}

}  // namespace

std::vector<NameLink> resolve_feature(std::string_view surface, const Vocabulary& vocabulary) {
  std::string clean = clean_name(surface);
  std::vector<NameLink> links;
  if (is_program_option(clean))
    return {{std::string(surface), fold_case(clean), "", Relation::unknown, "folded", 0, ""}};
  std::optional<FeatureMatch> match = vocabulary.find_feature(clean);
  Core core{clean, ""};
  if (!match) {
    core = take_off_notes(clean, vocabulary);
    match = find_whole(core.name, vocabulary);
  }
  if (std::string task = match ? "" : without_degree(core.name, vocabulary); !task.empty()) {
    match = find_ease(task, vocabulary);
    core.name = "easy to " + task;
  }
  if (match) {
    links.push_back(link_of(surface, *match, vocabulary));
    if (match->is_near) {
      links.push_back(related_link(surface, *match->entry, "near"));
    } else {
      add_parts_of_entry(links, *match->entry, vocabulary);
    }
    if (links.size() == 1) add_wider(links, core.name, vocabulary);
    return links;
  }
  links.push_back(unknown(surface, core.name, vocabulary));
  if (core.qualified.empty()) {
    add_parts(links, core.name, vocabulary);
    if (links.size() == 1) add_wider(links, core.name, vocabulary);
  } else if (auto wider = find_whole(core.qualified, vocabulary)) {
    links.push_back(related_link(surface, *wider->entry, "qualified"));
  }
  return links;
}

std::vector<NameLink> related_features(const NameLink& primary, const Vocabulary& vocabulary) {
  std::vector<NameLink> links;
  const FeatureEntry* entry = vocabulary.feature(primary.id);
  if (!entry) {
    auto match = find_whole(clean_name(primary.surface), vocabulary);
    if (!match || !match->is_near) return links;
    entry = match->entry;  // "billing" is near the pricing model, which is related to the price
  }
  for (const std::string& id : entry->related) {
    links.push_back(related_link(primary.surface, *vocabulary.feature(id), "vocabulary"));
  }
  return links;
}

}  // namespace versus
