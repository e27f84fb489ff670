#include "extract/find/list_context.h"

#include <algorithm>

#include "corpus/text.h"
#include "extract/find/names.h"

namespace versus {
namespace {

/// Small words between a label and a name: "Pros of A", "Advantages of using A", "When to use A", "A's pros".
std::string without_small_words(std::string_view text) {
  std::string out;
  for (std::string_view word : split_words(text)) {
    std::string key = name_key(word);
    if (key == "of" || key == "the" || key == "using" || key == "s" || key == "with" || key == "von" || key == "de" ||
        key == "and" || key.empty())
      continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string_view without_colon(std::string_view text) {
  text = trim_name(text);
  while (!text.empty() && (text.back() == ':' || text.back() == ' ' || text.back() == '?')) text.remove_suffix(1);
  return text;
}

}  // namespace

bool is_word_of(const Vocabulary& vocabulary, std::string_view list, std::string_view text) {
  return vocabulary.has_word(list, name_key(text));
}

std::string entity_of_label(std::string_view label, const FindContext& context) {
  std::string_view name = without_colon(label);
  if (name.empty() || looks_like_prose(name)) return {};
  if (context.subjects.is_compared(name)) return std::string(name);
  std::vector<SubjectMention> mentions = context.subjects.find_mentions(name);
  if (mentions.size() == 1 && mentions[0].begin == 0 &&
      context.subjects.all[static_cast<std::size_t>(mentions[0].subject)].compared) {
    std::string_view rest = name.substr(mentions[0].end);
    bool joined = rest.find('+') != std::string_view::npos || rest.find('/') != std::string_view::npos ||
                  rest.find('&') != std::string_view::npos;
    bool follows = rest.empty() || rest[0] == ' ';
    if (follows && !joined && split_words(rest).size() <= 3 && looks_like_proper_name(name)) return std::string(name);
    if (follows && rest.starts_with(" (")) return std::string(name);
  }
  return {};
}

Topic read_topic(std::string_view text, const FindContext& context) {
  const Vocabulary& vocabulary = context.vocabulary;
  Topic topic;
  std::string_view trimmed = without_colon(text);
  topic.text = fold_space(trimmed);
  if (trimmed.empty()) return topic;
  auto label = [&](std::string_view words) {
    if (is_word_of(vocabulary, "pros", words))
      topic.side = Sign::plus;
    else if (is_word_of(vocabulary, "cons", words))
      topic.side = Sign::minus;
    else if (!is_word_of(vocabulary, "label", words) && !is_word_of(vocabulary, "alternative-lead", words))
      return false;
    topic.feature = std::string(words);
    return true;
  };
  if (context.subjects.is_compared(trimmed)) {
    topic.entity = std::string(trimmed);
    return topic;
  }
  if (label(trimmed) || label(base_name(trimmed))) return topic;
  std::vector<SubjectMention> mentions = context.subjects.find_mentions(trimmed);
  if (mentions.empty()) return topic;
  // The names of one composite thing ("React + Zustand") are read as one name.
  std::size_t begin = mentions.front().begin;
  std::size_t end = mentions.back().end;
  std::string_view name = trimmed.substr(begin, end - begin);
  if (mentions.size() > 1 && context.subjects.find(name) < 0) {
    bool joined = name.find(" + ") != std::string_view::npos;
    if (!joined || name.find(" or ") != std::string_view::npos || name.find(" vs") != std::string_view::npos)
      return topic;
  }
  if (mentions.size() == 1 && !context.subjects.all[static_cast<std::size_t>(mentions[0].subject)].compared)
    return topic;
  std::string before = without_small_words(trimmed.substr(0, begin));
  std::string_view tail = trimmed.substr(end);
  if (tail.starts_with("'s") || tail.starts_with("'S")) tail.remove_prefix(2);
  if (tail.starts_with("’s") || tail.starts_with("’S")) tail.remove_prefix(4);
  std::string after = without_small_words(without_colon(tail));
  std::string joined_label = before.empty() ? after : after.empty() ? before : before + " " + after;
  if (joined_label.empty()) return topic;
  auto try_label = [&](const std::string& words) {
    if (!label(words)) return false;
    topic.entity = std::string(name);
    return true;
  };
  if (try_label(joined_label)) return topic;
  // A version stays with the name: "Choose Vue 3 if".
  std::size_t space = after.find(' ');
  std::string first_after = after.substr(0, space);
  bool version = !first_after.empty() && first_after[0] >= '0' && first_after[0] <= '9';
  if (version) {
    std::string rest = space == std::string::npos ? "" : after.substr(space + 1);
    std::string words = before.empty() ? rest : rest.empty() ? before : before + " " + rest;
    if (try_label(words)) topic.entity = std::string(name) + " " + first_after;
  }
  return topic;
}

void TopicStack::pop_to(int level) {
  while (!entries_.empty() && entries_.back().level >= level) entries_.pop_back();
}

const TopicStack::Entry* TopicStack::innermost_entity() const {
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry)
    if (!entry->topic.entity.empty() && !entry->is_title) return &*entry;
  return nullptr;
}

const TopicStack::Entry* TopicStack::innermost_feature() const {
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
    if (!entry->topic.feature.empty()) return &*entry;
    if (!entry->topic.entity.empty()) return nullptr;
  }
  return nullptr;
}

std::string TopicStack::section_above(const Entry* entry) const {
  bool below = entry != nullptr;
  for (auto it = entries_.rbegin(); it != entries_.rend(); ++it) {
    if (below) {
      below = &*it != entry;
      continue;
    }
    if (!it->is_title && it->topic.entity.empty() && !it->topic.text.empty()) return it->topic.text;
  }
  return {};
}

}  // namespace versus
