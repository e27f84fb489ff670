#include "corpus/feature_form.h"

#include <algorithm>
#include <vector>

#include "corpus/text.h"
#include "corpus/vocabulary.h"

namespace versus {
namespace {

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

// Plurals and -isation only: more would join criteria that differ ("testing" is a practice, "tests" are a count).
std::string light_stem(std::string word) {
  constexpr std::size_t kShort = 3;  // "os", "gas", "aws"
  if (word.size() > kShort && word.back() == 's' && !ends_with_any(word, {"ss", "us", "is", "ous"})) {
    if (word.ends_with("ies") && word.size() > 4) {
      word.replace(word.size() - 3, 3, "y");
    } else if (ends_with_any(word, {"sses", "xes", "ches", "shes"})) {
      word.erase(word.size() - 2);
    } else {
      word.pop_back();
    }
  }
  if (word.ends_with("isation")) word.replace(word.size() - 7, 7, "ization");
  return word;
}

std::string join(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string out;
  for (const std::string& word : words) out += out.empty() ? word : ' ' + word;
  return out;
}

bool is_ease(std::string_view key) {
  return key.starts_with("ease ") || key.ends_with(" ease") || key.starts_with("easy ") || key.starts_with("easier ") ||
         key.find(" ease of ") != std::string_view::npos;
}

// A head is generic at the end ("transaction support") and, where it opens, before "for" or "of" ("support for
// transactions", "number of users") or when it can only qualify ("supported platforms"): "support costs" are costs.
bool is_generic_head(const std::vector<std::string_view>& words, std::size_t i, const Vocabulary& vocabulary) {
  const WordEntry* head = vocabulary.word("feature-head", words[i]);
  if (!head) return false;
  bool qualifies = !head->fields.empty() && head->fields.front() == "qualifier";
  if (i + 1 == words.size() || (i == 0 && qualifies)) return true;
  return i == 0 && (words[1] == "for" || words[1] == "of" || words[1] == "from");
}

}  // namespace

std::string_view without_number(std::string_view name) {
  std::size_t digits = name.find_first_not_of("0123456789");
  bool letter = name.size() > 2 && name[1] == ')' && name[0] >= 'a' && name[0] <= 'z';
  std::size_t at = letter ? 1 : digits;
  if (at == 0 || at == std::string_view::npos || at > 2) return name;
  if ((name[at] != '.' && name[at] != ')') || at + 1 >= name.size() || name[at + 1] != ' ') return name;
  return name.substr(at + 2);
}

FeatureForm feature_form(std::string_view name, const Vocabulary& vocabulary) {
  FeatureForm form;
  std::string key = name_key(without_number(name));
  if (is_ease(key)) return form;
  std::vector<std::string_view> written = split_words(key);
  std::vector<std::string> words;
  std::vector<std::string> core;
  auto add = [&](std::string_view word, bool is_head) {
    if (vocabulary.has_word("feature-stop", word)) return;
    words.push_back(light_stem(std::string(word)));
    if (!is_head) core.push_back(words.back());
  };
  for (std::size_t i = 0; i < written.size(); ++i) {
    const WordEntry* expansion = vocabulary.word("abbreviation", written[i]);
    if (!expansion) expansion = vocabulary.word("abbreviation", light_stem(std::string(written[i])));  // "data centres"
    if (expansion && !expansion->fields.empty()) {
      for (std::string_view word : split_words(expansion->fields.front())) add(word, false);
    } else {
      add(written[i], is_generic_head(written, i, vocabulary));
    }
  }
  form.words = join(words);
  form.core = core.empty() ? form.words : join(core);
  return form;
}

}  // namespace versus
