// The idea: a name is believed for where it stands. A title "A vs B" and the heads of a comparison table name what is
// compared; a heading that is nothing but a known name does too; prose counts only names that the vocabulary knows,
// and makes them compared only when they are mentioned about as often as the leader. Names that no vocabulary knows
// come from titles and tables alone: guessing them from capitalised prose was rejected, it makes every "API" a subject.
#include "extract/find/subjects.h"

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "extract/find/names.h"

namespace versus {
namespace {

double weight_of(NamedIn where) {
  switch (where) {
    case NamedIn::title: return 20;
    case NamedIn::table_axis: return 10;
    case NamedIn::heading: return 5;
    case NamedIn::list_lead: return 3;
    case NamedIn::prose: return 1;
  }
  return 1;
}

// A name that is only in the prose is compared when it is mentioned at least twice and at least a third as often as the
// most mentioned one: of three names discussed alike none is lost, a host language or a vendor stays out. Between 0.2
// and 0.33 the precision and recall of rows and claims on 41 annotated documents stay as they are; more was not
// measured.
constexpr double kComparedShare = 0.33;

constexpr std::size_t kLongestTitle = 120;  // bytes; a first line that is longer is a paragraph

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string ascii_fold(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string first_word_of(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_word(text[end])) ++end;
  return ascii_fold(text.substr(0, end));
}

/// Distinctive in prose: "PyTorch", "date-fns", "vue 3", "zerolog"; not "got".
bool can_be_sought(std::string_view surface) {
  if (surface.empty() || !is_word(surface[0])) return false;
  bool plain = std::all_of(surface.begin(), surface.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return plain ? surface.size() >= 6 : surface.size() >= 2;
}

/// Does the text, equal to the surface but for case, still mean the name? "RUST" and "Rust" do, "sharp" for "Sharp"
/// does not; a name with a capital inside is known in any case.
bool same_name_in_case(std::string_view surface, std::string_view found) {
  if (surface == found) return true;
  bool inner = surface.size() > 1 &&
               std::any_of(surface.begin() + 1, surface.end(), [](char c) { return !(c >= 'a' && c <= 'z'); });
  if (surface.size() > 3 && inner && !std::all_of(surface.begin(), surface.end(), is_upper)) return true;
  return is_upper(found[0]);
}

/// "Framework & Library Comparison" names no two things.
bool is_general_word(std::string_view name, const Vocabulary& vocabulary) {
  std::string key = name_key(name);
  std::string singular = key.ends_with('s') ? key.substr(0, key.size() - 1) : key;
  for (std::string_view list : {"entity-header", "feature-header", "comparison-cue"})
    if (vocabulary.has_word(list, key) || vocabulary.has_word(list, singular)) return !vocabulary.find_entity(name);
  return false;
}

bool ends_at_boundary(std::string_view text, std::size_t end) {
  if (end >= text.size()) return true;
  if (is_word(text[end]) || text[end] == '_' || text[end] == '/') return false;
  bool joined = text[end] == '.' || text[end] == '-' || text[end] == '+' || text[end] == '#';
  return !joined || end + 1 >= text.size() || !is_word(text[end + 1]);
}

bool starts_at_boundary(std::string_view text, std::size_t begin) {
  if (begin == 0) return true;
  char before = text[begin - 1];
  return !is_word(before) && before != '_' && before != '.' && before != '/' && before != '@' && before != '-';
}

}  // namespace

int Subjects::find(std::string_view name) const {
  std::string_view trimmed = trim_name(name);
  if (trimmed.empty()) return -1;
  if (auto it = by_key_.find(squashed_key(trimmed)); it != by_key_.end()) return it->second;
  std::string_view base = base_name(trimmed);
  if (base.size() != trimmed.size())
    if (auto it = by_key_.find(squashed_key(base)); it != by_key_.end()) return it->second;
  if (vocabulary) {
    if (auto match = vocabulary->find_entity(trimmed); match && match->entry)
      if (auto it = by_id_.find(match->entry->id); it != by_id_.end()) return it->second;
  }
  // "Amazon Web Services (AWS)"
  if (std::size_t open = trimmed.find(" ("); trimmed.back() == ')' && open != std::string_view::npos)
    if (auto it = by_key_.find(squashed_key(trimmed.substr(open + 2))); it != by_key_.end()) return it->second;
  return -1;
}

void Subjects::index_surface(const std::string& surface, int subject) {
  std::string key = squashed_key(surface);
  if (key.empty() || !by_key_.emplace(key, subject).second) return;
  all[static_cast<std::size_t>(subject)].surfaces.push_back(surface);
  if (can_be_sought(surface)) by_first_word_[first_word_of(surface)].push_back({surface, subject});
}

void Subjects::add(std::string_view name, NamedIn where) {
  std::string_view trimmed = trim_name(name);
  if (trimmed.empty()) return;
  int index = find(trimmed);
  const EntityEntry* entry = nullptr;
  if (vocabulary)
    if (auto match = vocabulary->find_entity(trimmed)) entry = match->entry;
  if (index < 0) {
    index = static_cast<int>(all.size());
    all.push_back({std::string(trimmed), {}, entry ? entry->id : std::string(), 0, false, false});
    if (entry) by_id_.emplace(entry->id, index);
    std::string_view base = base_name(trimmed);
    if (base.size() != trimmed.size()) index_surface(std::string(base), index);
  }
  index_surface(std::string(trimmed), index);
  Subject& subject = all[static_cast<std::size_t>(index)];
  subject.weight += weight_of(where);
  subject.in_title |= where == NamedIn::title;
  if (where != NamedIn::prose) subject.compared = true;
}

void Subjects::sort() {
  std::vector<int> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    const Subject& left = all[static_cast<std::size_t>(a)];
    const Subject& right = all[static_cast<std::size_t>(b)];
    return left.compared != right.compared ? left.compared : left.weight > right.weight;
  });
  std::vector<int> moved(all.size());
  std::vector<Subject> sorted;
  for (std::size_t i = 0; i < order.size(); ++i) {
    moved[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    sorted.push_back(std::move(all[static_cast<std::size_t>(order[i])]));
  }
  all = std::move(sorted);
  for (auto& [key, subject] : by_key_) subject = moved[static_cast<std::size_t>(subject)];
  for (auto& [id, subject] : by_id_) subject = moved[static_cast<std::size_t>(subject)];
  for (auto& [word, surfaces] : by_first_word_)
    for (Surface& surface : surfaces) surface.subject = moved[static_cast<std::size_t>(surface.subject)];
}

std::vector<SubjectMention> Subjects::find_mentions(std::string_view text) const {
  std::vector<SubjectMention> found;
  if (vocabulary) {
    for (const NameMention& mention : vocabulary->find_mentions(text)) {
      auto it = by_id_.find(mention.entry->id);
      found.push_back({mention.begin, mention.end, it == by_id_.end() ? -1 : it->second});
    }
  }
  if (!by_first_word_.empty()) {
    for (std::size_t i = 0; i < text.size();) {
      if (!is_word(text[i])) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < text.size() && is_word(text[end])) ++end;
      if (auto it = by_first_word_.find(ascii_fold(text.substr(i, end - i)));
          it != by_first_word_.end() && starts_at_boundary(text, i)) {
        const Surface* best = nullptr;
        for (const Surface& surface : it->second) {
          std::string_view here = text.substr(i, surface.text.size());
          if ((best == nullptr || surface.text.size() > best->text.size()) && here.size() == surface.text.size() &&
              ascii_fold(here) == ascii_fold(surface.text) && same_name_in_case(surface.text, here) &&
              ends_at_boundary(text, i + here.size()))
            best = &surface;
        }
        if (best) found.push_back({i, i + best->text.size(), best->subject});
      }
      i = end;
    }
  }
  std::sort(found.begin(), found.end(), [](const SubjectMention& a, const SubjectMention& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end != b.end ? a.end > b.end : a.subject > b.subject;
  });
  std::vector<SubjectMention> kept;
  std::size_t covered = 0;
  for (const SubjectMention& mention : found) {
    if (mention.begin < covered) continue;
    covered = mention.end;
    if (mention.subject >= 0) kept.push_back(mention);
  }
  return kept;
}

Subjects find_subjects(const Document& document, const Vocabulary& vocabulary) {
  Subjects subjects;
  subjects.vocabulary = &vocabulary;
  std::vector<std::string> titled = names_in_title(document.title, vocabulary);
  if (titled.empty()) titled = names_joined_in_title(document);
  if (titled.empty() && document.title.empty() && !document.blocks.empty()) {
    const std::string& first = document.blocks.front().text.text();
    if (first.size() <= kLongestTitle) titled = names_in_title(first, vocabulary);
  }
  for (const std::string& name : titled)
    if (!is_general_word(name, vocabulary)) subjects.add(name, NamedIn::title);
  bool first_heading = true;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::heading) continue;
    const std::string& text = block.text.text();
    bool is_title = first_heading && block.level <= 1;
    first_heading = false;
    for (const std::string& name : names_in_title(text, vocabulary))
      subjects.add(name, is_title ? NamedIn::title : NamedIn::heading);
    // "Functional Programming" is a thing to compare and a criterion; beneath a title "A vs B" it is the latter.
    bool is_criterion = titled.size() >= 2 && subjects.find(text) < 0 && vocabulary.find_feature(text);
    if (!is_criterion && vocabulary.find_entity(base_name(text))) subjects.add(base_name(text), NamedIn::heading);
  }
  for (const std::string& name : headings_with_pros_and_cons(document, vocabulary))
    subjects.add(name, NamedIn::heading);
  for (const std::string& name : names_that_label_lists(document, vocabulary)) subjects.add(name, NamedIn::list_lead);
  for (const Block& block : document.blocks) {
    bool prose = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
                 block.kind == BlockKind::caption || block.kind == BlockKind::quote || block.kind == BlockKind::heading;
    if (!prose) continue;
    const std::string& text = block.text.text();
    if (block.kind != BlockKind::heading && text.size() < 40 && vocabulary.find_entity(base_name(text)))
      subjects.add(base_name(text), NamedIn::list_lead);
    for (const NameMention& mention : vocabulary.find_mentions(text))
      subjects.add(std::string_view(text).substr(mention.begin, mention.end - mention.begin), NamedIn::prose);
  }
  double most = 0;
  for (const Subject& subject : subjects.all) most = std::max(most, subject.weight);
  for (Subject& subject : subjects.all)
    if (subject.weight >= 2 && subject.weight >= kComparedShare * most) subject.compared = true;
  subjects.sort();
  return subjects;
}

}  // namespace versus
