#include "extract/find/claims/lexicon.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace versus {
namespace {

constexpr std::size_t kLongestGraded = 9;  // letters of an adjective that takes -er

struct ClassName {
  std::string_view name;
  WordClass value;
};

// The classes of claim-cues.tsv by name.
constexpr std::array kClassNames = {
    ClassName{"than", kThan},
    ClassName{"standard", kStandard},
    ClassName{"over", kOver},
    ClassName{"instead", kInstead},
    ClassName{"unlike", kUnlike},
    ClassName{"like", kLike},
    ClassName{"as", kAs},
    ClassName{"same", kSame},
    ClassName{"different", kDifferent},
    ClassName{"beat", kBeat},
    ClassName{"lack", kLack},
    ClassName{"shine", kShine},
    ClassName{"lag", kLag},
    ClassName{"favor", kFavor},
    ClassName{"burden", kBurden},
    ClassName{"prefer", kPrefer},
    ClassName{"choice", kChoice},
    ClassName{"contrast", kContrast},
    ClassName{"because", kBecause},
    ClassName{"condition", kCondition},
    ClassName{"when", kWhen},
    ClassName{"question", kQuestion},
    ClassName{"relative", kRelative},
    ClassName{"hedge", kHedge},
    ClassName{"negator", kNegator},
    ClassName{"copula", kCopula},
    ClassName{"have", kHave},
    ClassName{"aux", kAux},
    ClassName{"both", kBoth},
    ClassName{"pronoun", kPronoun},
    ClassName{"former", kFormer},
    ClassName{"latter", kLatter},
    ClassName{"preposition", kPreposition},
    ClassName{"determiner", kDeterminer},
    ClassName{"conjunction", kConjunction},
    ClassName{"filler", kFiller},
    ClassName{"past", kPast},
    ClassName{"evaluation", kEvaluation},
    ClassName{"win", kWin},
    ClassName{"consume", kConsume},
    ClassName{"give", kGive},
    ClassName{"times", kTimes},
    ClassName{"history", kHistory},
    ClassName{"doubt", kDoubt},
    ClassName{"avoid", kAvoid},
    ClassName{"rival", kRival},
    ClassName{"open", kOpen},
    ClassName{"unit", kUnit},
    ClassName{"leave", kLeave},
    ClassName{"move", kMove},
};

std::int8_t sign_of(std::string_view text) {
  if (text == "+" || text == "up") return 1;
  if (text == "-" || text == "down") return -1;
  return 0;
}

std::string_view field(const WordEntry& entry, std::size_t index) {
  return index < entry.fields.size() ? std::string_view(entry.fields[index]) : std::string_view();
}

std::uint64_t classes_named(std::string_view names) {
  std::uint64_t classes = 0;
  while (!names.empty()) {
    std::size_t end = std::min(names.find(';'), names.size());
    for (const ClassName& known : kClassNames)
      if (known.name == names.substr(0, end)) classes |= known.value;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return classes;
}

// The comparative or superlative of an adjective of one word by the rules of spelling ("clumsy": clumsier); empty where
// English says "more".
std::string graded(std::string_view adjective, std::string_view ending) {
  constexpr std::string_view kVowels = "aeiou";
  auto is_vowel = [&](char c) { return kVowels.find(c) != std::string_view::npos; };
  std::size_t n = adjective.size();
  if (n < 3 || n > kLongestGraded || adjective.find_first_of(" -") != std::string_view::npos) return {};
  std::string stem(adjective);
  char last = stem[n - 1];
  if (last == 'e') {
    stem.pop_back();
  } else if (last == 'y' && !is_vowel(stem[n - 2])) {
    stem[n - 1] = 'i';
  } else if (!is_vowel(last) && is_vowel(stem[n - 2]) && !is_vowel(stem[n - 3]) && last != 'w' && last != 'x' &&
             n <= 4) {
    stem += last;  // "dim": dimmer
  } else if (n > 6 || stem.ends_with("ed") || stem.ends_with("ful") || stem.ends_with("ous") || stem.ends_with("ive")) {
    return {};
  }
  return stem + std::string(ending);
}

std::uint64_t hash_of_step(std::uint64_t key) {
  key *= 0x9E3779B97F4A7C15ull;
  return key ^ (key >> 31);
}

std::uint64_t step_key(int node, int token) {
  return static_cast<std::uint64_t>(node) << 32 | static_cast<std::uint32_t>(token);
}

// "bundle": bundles. Empty for what looks like one already.
std::string plural_of(std::string_view noun) {
  std::size_t n = noun.size();
  if (n < 3 || noun[n - 1] == 's') return {};
  std::string out(noun);
  bool vowel = std::string_view("aeiou").find(noun[n - 2]) != std::string_view::npos;
  if (noun[n - 1] == 'y' && !vowel) {
    out.back() = 'i';
    return out + "es";
  }
  bool hisses = noun[n - 1] == 'x' || noun[n - 1] == 'z' || noun.ends_with("ch") || noun.ends_with("sh");
  return out + (hisses ? "es" : "s");
}

}  // namespace

std::string_view ClaimLexicon::keep(std::string_view feature) {
  return feature.empty() ? std::string_view() : features_.emplace_back(feature);
}

int ClaimLexicon::intern(std::string_view token) {
  if (int known = token_id(token); known >= 0) return known;
  auto id = static_cast<std::int32_t>(tokens_.size());
  tokens_.emplace_back(token);
  first_.push_back(-1);
  ids_.add(hash_of(token), id);
  return id;
}

// Hyphens and spaces part the words of a phrase, apostrophes vanish: as tokens are folded (tokens.cc).
Word& ClaimLexicon::add(std::string_view phrase) {
  int node = 0;
  std::string token;
  auto step = [&] {
    if (token.empty()) return;
    int id = intern(token);
    token.clear();
    int next = step_from(node, id);
    if (next < 0) {
      next = static_cast<int>(nodes_.size());
      steps_.add(hash_of_step(step_key(node, id)), next);
      keys_.push_back(step_key(node, id));
      nodes_.emplace_back();
    }
    nodes_[static_cast<std::size_t>(node)].goes_on = true;
    if (node == 0) first_[static_cast<std::size_t>(id)] = next;
    node = next;
  };
  for (char c : phrase) {
    if (c == ' ' || c == '-') {
      step();
    } else if (c != '\'' && c != '.') {
      token += c;
    }
  }
  step();
  std::int32_t& index = nodes_[static_cast<std::size_t>(node)].word;
  if (index < 0) {
    index = static_cast<int>(words_.size());
    words_.emplace_back();
  }
  return words_[static_cast<std::size_t>(index)];
}

ClaimLexicon::ClaimLexicon(const Vocabulary& vocabulary) {
  nodes_.emplace_back();
  keys_.push_back(0);
  for (const WordEntry& entry : vocabulary.words("claim-cues")) {
    Word& word = add(entry.word);
    word.classes |= classes_named(field(entry, 0));
    if (std::int8_t sign = sign_of(field(entry, 1))) word.polarity = sign;
  }
  for (std::string_view list : {"claim-comparatives", "claim-superlatives"}) {
    for (const WordEntry& entry : vocabulary.words(list)) {
      Word& word = add(entry.word);
      word.classes |= list == "claim-comparatives" ? kComparative : kSuperlative;
      word.polarity = sign_of(field(entry, 0));
      word.quantity = sign_of(field(entry, 1));
      word.feature = keep(field(entry, 2));
    }
  }
  for (const WordEntry& entry : vocabulary.words("claim-polarity")) {
    Word& word = add(entry.word);
    std::string_view part = field(entry, 1);
    word.classes |= part == "noun" ? kPolarNoun : part == "adverb" ? kAdverb : part == "verb" ? kPolarVerb : kAdjective;
    word.own_polarity = sign_of(field(entry, 0));
    if (!word.is(kAdjective) || word.own_polarity == 0) continue;
    std::int8_t sign = word.own_polarity;
    for (auto [ending, kind] : {std::pair("er", kComparative), std::pair("est", kSuperlative)}) {
      std::string form = graded(entry.word, ending);
      if (form.empty()) continue;
      if (knows(form)) {  // "faster" stands for speed, and so does "fast"
        std::string_view noun = add(form).feature;
        if (kind == kComparative) add(entry.word).feature = noun;
        continue;
      }
      Word& derived = add(form);
      derived.classes |= kind;
      derived.polarity = sign;
      derived.feature = keep(entry.word);
    }
  }
  for (const WordEntry& entry : vocabulary.words("claim-inverted"))
    add(entry.word).classes |= field(entry, 0) == "resource" ? kInverted | kResource : std::uint64_t{kInverted};
  add_plurals(vocabulary);
}

// What holds of a burden holds of several: those plurals that no list has.
void ClaimLexicon::add_plurals(const Vocabulary& vocabulary) {
  std::unordered_set<std::string_view> listed;
  for (std::string_view list : {"claim-cues", "claim-polarity", "claim-inverted"})
    for (const WordEntry& entry : vocabulary.words(list)) listed.insert(entry.word);
  for (const WordEntry& entry : vocabulary.words("claim-inverted")) {
    std::string plural = plural_of(entry.word);
    if (plural.empty() || listed.count(plural) > 0 || knows(plural)) continue;
    add(plural).classes |= field(entry, 0) == "resource" ? kInverted | kResource : std::uint64_t{kInverted};
  }
  for (const WordEntry& entry : vocabulary.words("claim-polarity")) {
    std::string plural = field(entry, 1) == "noun" ? plural_of(entry.word) : std::string();
    if (plural.empty() || listed.count(plural) > 0 || knows(plural)) continue;
    Word& word = add(plural);
    word.classes |= kPolarNoun;
    word.own_polarity = sign_of(field(entry, 0));
  }
}

bool ClaimLexicon::knows(std::string_view token) const {
  int id = token_id(token);
  int node = id < 0 ? -1 : first_[static_cast<std::size_t>(id)];
  return node >= 0 && nodes_[static_cast<std::size_t>(node)].word >= 0;
}

int ClaimLexicon::token_id(std::string_view folded) const {
  return ids_.find(hash_of(folded), [&](std::int32_t id) { return tokens_[static_cast<std::size_t>(id)] == folded; });
}

int ClaimLexicon::step_from(int node, int token) const {
  std::uint64_t key = step_key(node, token);
  return steps_.find(hash_of_step(key),
                     [&](std::int32_t next) { return keys_[static_cast<std::size_t>(next)] == key; });
}

ClaimLexicon::Match ClaimLexicon::match(const int* ids, int count) const {
  Match best;
  if (count == 0 || ids[0] < 0) return best;
  int node = first_[static_cast<std::size_t>(ids[0])];
  for (int i = 0; node >= 0;) {
    const Node& here = nodes_[static_cast<std::size_t>(node)];
    if (here.word >= 0) best = {&words_[static_cast<std::size_t>(here.word)], i + 1};
    if (++i == count || ids[i] < 0 || !here.goes_on) break;
    node = step_from(node, ids[i]);
  }
  return best;
}

}  // namespace versus
