// What is compared: the words of a sentence that name the feature of a claim.

#include <algorithm>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

bool is_complement_opener(const SentenceView& view, int i) {
  std::string_view word = view.folded(i);
  return word == "for" || word == "at" || word == "in" || word == "on" || word == "with" || word == "when" ||
         word == "to" || word == "if" || word == "over" || word == "from" || word == "as" || word == "of";
}

// "for small projects", "at handling load": what follows a preposition, without it.
std::string complement(const SentenceView& view, int i, int end) {
  if (i >= end || !view.is_word(i) || !is_complement_opener(view, i)) return {};
  int from = i + 1;
  while (from < end && (view.is(from, kDeterminer | kPronoun | kFiller) || view.folded(from) == "you" ||
                        view.folded(from) == "users" || view.folded(from) == "need")) {
    if (!view.is_word(from)) break;
    ++from;
  }
  int to = from;
  while (to < end && to < from + 8) {
    const ClaimToken& token = view.token(to);
    if (token.punctuation != 0 || token.mention >= 0) break;
    if (token.is(kThan | kStandard | kContrast | kBecause | kUnlike | kOver | kInstead)) break;
    if (to > from + 1 && token.is(kPronoun | kCopula | kCondition)) break;
    if (to > from + 2 && token.is(kRelative)) break;
    ++to;
  }
  while (to > from && view.is(to - 1, kConjunction | kPreposition | kDeterminer)) --to;
  return std::string(view.slice(from, to));
}

// What a choice is better for, said beside it: "if you want to explore", "For beginners, X is".
std::string purpose_of(const SentenceView& view, const Clause& clause) {
  const Clause* before = nullptr;
  for (const Clause& other : view.clauses) {
    if (other.begin == clause.end || other.begin == clause.end + 1) {
      int from = other.begin;
      while (from < other.end && (view.is(from, kCondition | kFiller | kPronoun | kPreposition | kWhen | kDoubt) ||
                                  view.is(from, kConsume | kHave | kDeterminer)))
        ++from;
      int to = std::min(other.end, from + 7);
      while (to > from &&
             (view.token(to - 1).punctuation != 0 || view.is(to - 1, kConjunction | kPreposition | kDeterminer)))
        --to;
      if (other.conditional && from > other.begin && to > from) return std::string(view.slice(from, to));
    }
    if (other.end <= clause.begin && other.end + 1 >= clause.begin) before = &other;
  }
  for (int i = before != nullptr ? before->begin : clause.begin; i < clause.end && i < clause.begin; ++i)
    if (view.is(i, kPreposition | kWhen))
      if (std::string found = complement(view, i, before->end); !found.empty()) return found;
  if (view.is(clause.begin, kPreposition)) return complement(view, clause.begin, clause.end);
  return {};
}

bool names_a_choice(const SentenceView& view, int begin, int end) {
  for (int i = begin; i < end; ++i) {
    std::string_view word = view.folded(i);
    if (view.is(i, kChoice | kEvaluation) || word == "suited" || word == "suitable" || word == "ideal" ||
        word == "appropriate" || word == "equipped" || word == "capable")
      return true;
  }
  return false;
}

// "deployments" of "makes deployments easier", "made our builds faster".
std::string what_is_made(const SentenceView& view, const Clause& clause, int i) {
  constexpr int kLongest = 4;  // words
  int from = i;
  while (from > clause.begin && from > i - kLongest && view.is_word(from - 1) &&
         !view.folded(from - 1).starts_with("ma") && !view.is(from - 1, kVerb | kPreposition | kRelative))
    --from;
  std::string_view verb = from > clause.begin ? view.folded(from - 1) : std::string_view();
  if (verb != "makes" && verb != "made" && verb != "make" && verb != "making") return {};
  while (from < i && view.is(from, kDeterminer | kPronoun)) ++from;
  int to = i;
  while (to > from && view.is(to - 1, kDeterminer | kAdverb | kHedge)) --to;
  if (to <= from || view.is(from, kPronoun)) return {};
  return std::string(view.slice(from, to));
}

}  // namespace

std::string opening_topic(const SentenceView& view, const Clause& clause) {
  if (!view.is(clause.begin, kPreposition)) return {};
  int from = clause.begin + 1;
  while (from < clause.end && view.is(from, kDeterminer)) ++from;
  int to = from;
  while (to < clause.end && view.is_word(to) && !view.is(to, kPronoun | kVerb | kNegator | kDeterminer | kFiller) &&
         !view.folded(to).starts_with("there") && view.folded(to) != "i" && view.folded(to) != "we")
    ++to;
  return std::string(view.slice(from, to));
}

std::string topic_of(const SentenceView& view, const Clause& clause) {
  if (std::string topic = opening_topic(view, clause); !topic.empty()) return topic;
  for (const Clause& before : view.clauses)
    if (before.end + 1 >= clause.begin && before.end <= clause.begin && before.subject_mention < 0)
      if (std::string topic = opening_topic(view, before); !topic.empty()) return topic;
  for (int i = 2; i < clause.end; ++i) {  // "Egress fees are where X undercuts Y"
    if (view.token(i).mention >= 0) break;
    if (view.folded(i) != "where" || !view.is(i - 1, kCopula)) continue;
    int from = 0;
    while (from < i - 1 && view.is(from, kDeterminer)) ++from;
    return std::string(view.slice(from, i - 1));
  }
  return {};
}

std::string object_after(const SentenceView& view, const Clause& clause, int from) {
  if (!view.context.feature.empty()) return std::string(view.context.feature);
  if (!view.label.empty()) return std::string(view.label);
  for (int k = from; k < clause.end; ++k) {
    std::string_view word = view.folded(k);
    if (word == "in" || word == "at" || word == "for" || word == "on" || word == "of" || word == "when" ||
        word == "with") {
      std::string found = object_feature(view, k, clause.end);
      if (!found.empty()) return found;
    }
  }
  return {};
}

std::string subject_aspect(const SentenceView& view, const Clause& clause) {
  int stop = clause.verb >= 0 ? clause.verb : clause.end;
  int begin = -1;
  int end = -1;
  for (int i = clause.begin; i < stop && i < clause.begin + 10; ++i) {
    const ClaimToken& token = view.token(i);
    bool content = token.punctuation == 0 && token.mention < 0 && !token.number &&
                   !token.is(kDeterminer | kConjunction | kPreposition | kPronoun | kContrast | kBecause | kHedge |
                             kRelative | kWhen | kNegator | kAux | kAdverb | kStandard | kComparative | kCondition |
                             kFormer | kLatter | kBoth | kFiller | kUnlike | kLike | kAs) &&
                   view.folded(i) != "s" && token.folded_size > 2;
    if (token.is(kComparative | kStandard | kUnlike)) break;
    if (content && begin < 0 && i + 1 < view.size() && view.token(i + 1).punctuation == ',') continue;  // "Secondly,"
    if (content) {
      if (begin < 0) begin = i;
      if (end < 0 || end == i) end = i + 1;
    } else if (begin >= 0) {
      break;
    }
  }
  return begin < 0 ? std::string() : std::string(view.slice(begin, end));
}

namespace {

// The verb of "compiles a good deal quicker", as it names what is measured: "compile"; empty: another kind of verb.
std::string measured_verb(const SentenceView& view, const Clause& clause, int i) {
  int k = i - 1;
  while (k > clause.begin && view.is_word(k) && view.is(k, kDeterminer | kAdverb | kConjunction)) --k;
  if (k <= clause.begin || !view.is_word(k) || view.token(k).word->classes != 0 || view.token(k).number) return {};
  if (!view.is_mention(k - 1) && !view.is(k - 1, kHedge | kAux | kAdverb | kPronoun)) return {};
  std::string verb(view.folded(k));
  if (verb.size() > 4 && verb.ends_with("s") && !verb.ends_with("ss")) verb.pop_back();
  return verb;
}

// "encodes 4K" of "X encodes 4K faster": a plain verb and its object between the name and the comparative.
std::string deed_before(const SentenceView& view, const Clause& clause, int i) {
  constexpr int kLongest = 4;  // words
  int from = i - 1;
  while (from > clause.begin && view.is_word(from)) --from;
  if (!view.is_mention(from)) return {};
  ++from;
  while (from < i && view.is(from, kHedge | kAux | kAdverb)) ++from;
  int to = i;
  while (to > from && view.is(to - 1, kDeterminer | kHedge | kAdverb | kConjunction)) --to;
  if (to <= from || to - from > kLongest || view.token(from).word->classes != 0) return {};
  for (int k = from; k < to; ++k)
    if (view.is(k, kVerb | kContrast | kRelative | kComparative | kNegator) && !view.is(k, kPreposition)) return {};
  return std::string(view.slice(from, to));
}

}  // namespace

std::string comparative_feature(const SentenceView& view, const Clause& clause, int i, const Meaning& meaning,
                                const Standard& standard) {
  if (counts_money(view, i)) return "price";
  if (!view.context.feature.empty()) return std::string(view.context.feature);
  bool labelled = !view.label.empty() && clause.begin == view.clauses.front().begin;
  if (labelled) return std::string(view.label);
  int end = standard.at > i ? std::min(standard.at, clause.end) : clause.end;
  const Word& word = *view.token(i).word;
  bool choice = names_a_choice(view, i, meaning.phrase_end);
  if (choice) {
    if (std::string found = complement(view, meaning.phrase_end, end); !found.empty()) return found;
    if (std::string found = purpose_of(view, clause); !found.empty()) return found;
    if (standard.is_than && standard.at >= 0) {
      for (int k = standard.at; k < clause.end; ++k)
        if (view.folded(k) == "for")
          if (std::string found = complement(view, k, clause.end); !found.empty()) return found;
    }
  }
  if (std::string made = what_is_made(view, clause, i); !made.empty() && !choice) return made;
  std::string aspect = clause.verb >= 0 && clause.verb < i ? subject_aspect(view, clause) : std::string();
  bool of_object = clause.verb >= 0 && view.is(verb_before(view, clause, i), kHave | kConsume | kGive);
  if (!aspect.empty() && !of_object && !choice) return aspect;
  bool manner = meaning.phrase_end == meaning.phrase_begin + 1 && view.folded(meaning.phrase_begin).ends_with("ly");
  if (manner && !choice)
    if (std::string deed = deed_before(view, clause, i); !deed.empty()) return deed;
  if (!choice && meaning.phrase_end > meaning.phrase_begin && view.folded(meaning.phrase_begin) != "often")
    return std::string(view.slice(meaning.phrase_begin, meaning.phrase_end));
  if (view.folded(i + 1 < view.size() ? i + 1 : i) == "to" && i + 2 < end) {  // "easier to debug"
    if (view.folded(i + 2) == "use" && !word.feature.empty()) return std::string(word.feature);
    int to = std::min(end, i + 3);
    while (to < end && to < i + 6 && view.is_word(to) &&
           !view.is(to, kPreposition | kThan | kConjunction | kContrast | kBecause | kDeterminer | kPronoun))
      ++to;
    return std::string(view.slice(i, to));
  }
  if (!aspect.empty()) return aspect;
  if (std::string verb = measured_verb(view, clause, i); !verb.empty() && word.feature == "speed")
    return verb + ' ' + std::string(word.feature);
  if (word.feature == "speed")
    if (std::string deed = deed_before(view, clause, i); !deed.empty()) return deed + ' ' + std::string(word.feature);
  if (std::string found = complement(view, i + 1, end); !found.empty()) return found;
  if (!word.feature.empty()) return std::string(word.feature);
  if (word.quantity != 0 && clause.verb >= 0 && clause.verb < i)  // "can be bent to do more"
    if (std::string object = object_feature(view, clause.verb, i); !object.empty()) return object;
  if (i > clause.begin && view.is_word(i - 1) &&
      !view.is(i - 1, kDeterminer | kCopula | kAux | kHave | kConjunction | kPreposition | kHedge))
    return std::string(view.slice(i - 1, i));  // "scales better"
  if (choice) return std::string(view.slice(meaning.phrase_begin, meaning.phrase_end));
  return std::string(view.slice(i, std::max(i + 1, meaning.phrase_end)));
}

std::string object_feature(const SentenceView& view, int i, int end) {
  if (!view.context.feature.empty()) return std::string(view.context.feature);
  if (!view.label.empty()) return std::string(view.label);
  int from = i + 1;
  while (from < end && view.is_word(from) &&
         (view.is(from, kDeterminer | kPreposition | kVerb | kHedge | kNegator | kAs) || view.folded(from) == "to" ||
          view.folded(from) == "be"))
    ++from;
  int to = from;
  while (to < end && to < from + 6 && view.token(to).punctuation == 0 &&
         !view.is(to, kContrast | kBecause | kRelative | kThan | kStandard | kCopula))
    ++to;
  while (to > from && view.is(to - 1, kConjunction | kPreposition | kDeterminer)) --to;
  if (to <= from) return {};
  return std::string(view.slice(from, to));
}

void describe_claim(const SentenceView& view, Claim& claim) {
  auto describe = [&](const Clause& clause, int at, std::string feature) {
    if (feature.empty()) return false;
    claim.feature = std::move(feature);
    claim.hedged = is_hedged(view, clause, at);
    claim.negated = is_negated(view, clause.begin, at);
    return true;
  };
  auto object = [&](int i, int end) {  // no names in it
    int stop = i + 1;
    while (stop < end && !view.is_mention(stop)) ++stop;
    return object_feature(view, i, stop);
  };
  constexpr std::uint64_t kPraise = kBeat | kWin | kShine | kLag | kLack | kPrefer | kEvaluation;
  for (std::size_t c = 0; c < view.clauses.size(); ++c) {
    const Clause& clause = view.clauses[c];
    for (int i = clause.begin; i < clause.end; ++i) {
      if (!view.is(i, kComparative | kSuperlative)) continue;
      Standard standard = find_standard(view, c, i);
      Meaning meaning = meaning_of(view, clause, i, standard.at > i ? standard.at : clause.end);
      if (meaning.polarity != 0 && describe(clause, i, comparative_feature(view, clause, i, meaning, standard))) return;
    }
  }
  for (const Clause& clause : view.clauses)
    for (int i = clause.begin; i < clause.end; ++i)
      if (view.is(i, kPraise) && describe(clause, i, object(i, clause.end))) return;
  for (const Clause& clause : view.clauses) {
    if (clause.intro || clause.verb < 0) continue;
    if (describe(clause, std::min(clause.verb + 2, clause.end), subject_aspect(view, clause))) return;
    if (describe(clause, std::min(clause.verb + 2, clause.end), object(clause.verb, clause.end))) return;
  }
  for (const Clause& clause : view.clauses)
    if (describe(clause, clause.end, object(clause.begin - 1, clause.end))) return;
  claim.feature = kOverall;
}

}  // namespace versus
