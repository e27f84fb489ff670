// Clauses end at semicolons, parentheses and dashes, before contrasts and reasons, and where a conjunction or a comma
// is followed by another entity that does something. Who a clause speaks of is the first entity before its verb; a
// clause that names none speaks of the clause before it, a pronoun of the sentence before it.

#include "extract/find/claims/clauses.h"

#include <algorithm>

namespace versus {
namespace {

constexpr std::uint64_t kOpensClause = kContrast | kBecause | kCondition;
constexpr std::uint64_t kBeforeVerb = kDeterminer | kHedge | kAdverb | kNegator | kAux;

// Is there a verb within three words after the token? Third persons of unknown verbs count.
bool verb_follows(const SentenceView& view, int i) {
  for (int k = i + 1; k < view.size() && k <= i + 4; ++k) {
    const ClaimToken& token = view.token(k);
    if (token.punctuation != 0 || token.mention >= 0) return false;
    if (token.is(kVerb | kPrefer) && !token.is(kPreposition)) return true;
    if (token.is(kBeforeVerb | kBoth)) continue;
    if (token.is(kPreposition | kConjunction | kThan | kComparative)) return false;
    std::string_view word = view.folded(k);
    if (k == i + 1 && word.size() > 3 && word.back() == 's') return true;
  }
  return false;
}

bool starts_speaking(const SentenceView& view, int i) {
  if (view.is_mention(i)) {
    if (verb_follows(view, i)) return true;
    // "and PyTorch a better choice", ", Y more transparent": the verb is left out
    if (view.is(i + 1, kComparative) && i > 0 && view.token(i - 1).punctuation == ',') return true;
    return view.is(i + 1, kDeterminer) && (view.is(i + 2, kComparative) || view.is(i + 3, kComparative));
  }
  return view.is(i, kPronoun | kBoth | kFormer | kLatter) && verb_follows(view, i);
}

bool is_boundary(const SentenceView& view, int i, int clause_begin) {
  const ClaimToken& token = view.token(i);
  if (token.punctuation == ';' || token.punctuation == '(' || token.punctuation == ')' || token.punctuation == '-')
    return true;
  if (i == clause_begin) return false;
  if (token.is(kOpensClause) && !(token.is(kCondition) && view.is(i - 1, kAs))) {
    // "while" and "but" part clauses; "yet" after a negator or before a participle does not
    return !(view.folded(i) == "yet" && !view.is(i - 1, kConjunction) && view.token(i - 1).punctuation != ',');
  }
  if (token.is(kAs) && view.token(i - 1).punctuation == ',' && (starts_speaking(view, i + 1))) return true;
  if (token.is(kRelative) && !token.is(kPronoun) && view.token(i - 1).punctuation == ',') return true;
  if (token.is(kRelative) && view.is(i + 1, kVerb) && view.folded(i) != "what") return true;
  if (token.is(kConjunction) && !view.is_mention(i - 1) && starts_speaking(view, i + 1)) return true;
  if (token.is(kConjunction) && view.is(i - 1, kAdjective | kPolarNoun) && starts_speaking(view, i + 1)) return true;
  if (token.punctuation == ',') {
    if (view.is_mention(i + 1) && starts_speaking(view, i + 1) && !view.is(i + 2, kConjunction)) return true;
    bool joined = view.is(i + 1, kConjunction) || (i + 1 < view.size() && view.folded(i + 1) == "so");
    if (joined && starts_speaking(view, i + 2)) return true;
    bool opens = clause_begin == view.clauses.front().begin && view.is(clause_begin, kOpensClause | kWhen);
    if (opens || view.is(clause_begin, kStandard | kUnlike | kLike)) {
      // the comma that ends an opening phrase: not one inside a list of entities
      return !(view.is_mention(i - 1) && view.is_mention(i + 1) &&
               (view.is(i + 2, kConjunction) || view.token(std::min(i + 2, view.size() - 1)).punctuation == ','));
    }
    if (view.is(i + 1, kPronoun) && verb_follows(view, i + 1)) return true;
  }
  return false;
}

void classify(const SentenceView& view, Clause& clause) {
  int first = clause.begin;
  while (first < clause.end && (view.token(first).punctuation != 0 || view.is(first, kConjunction))) ++first;
  if (first >= clause.end) return;
  const ClaimToken& token = view.token(first);
  clause.contrasted = token.is(kContrast);
  clause.conditional = token.is(kCondition) || view.is(first + 1, kCondition);
  clause.subordinate = token.is(kBecause | kWhen | kRelative);
  clause.intro = token.is(kStandard | kUnlike) || (token.is(kLike) && view.is_mention(first + 1));
}

// The first verb, and the entities named before it.
void find_subject(const SentenceView& view, Clause& clause) {
  bool saw_standard = false;
  bool other_words = view.is(clause.begin, kComparative) && view.is(clause.begin + 1, kCopula);  // "lower is better"
  for (int i = clause.begin; i < clause.end; ++i) {
    const ClaimToken& token = view.token(i);
    if (token.is(kStandard | kUnlike | kThan | kOver | kInstead)) saw_standard = true;
    if (token.mention >= 0 && !saw_standard) {
      if (clause.subject_mention < 0) {
        clause.subject_mention = token.mention;
      } else if (clause.co_subject_mention < 0 && clause.verb < 0 &&
                 (view.is(i - 1, kConjunction) || view.token(i - 1).punctuation == '/')) {
        clause.co_subject_mention = token.mention;
      }
      continue;
    }
    if (token.is(kVerb) && !token.is(kPreposition)) {
      if (clause.verb < 0 && (clause.subject_mention >= 0 || other_words || clause.begin != i)) clause.verb = i;
      if (clause.subject_mention < 0 && clause.verb < 0) clause.verb = i;
      break;
    }
    if (view.is_word(i) && !token.is(kDeterminer | kConjunction | kOpensClause | kPreposition | kHedge | kAdverb |
                                     kWhen | kRelative | kPronoun | kContrast | kComparative | kFormer | kLatter))
      other_words = true;
    if (token.is(kComparative)) break;
  }
  if (clause.subject_mention >= 0) {
    clause.subject = view.subject_of(clause.subject_mention);
    clause.own_subject = true;
    if (clause.verb < 0) {
      for (int i = clause.begin; i < clause.end; ++i)
        if (view.token(i).mention == clause.subject_mention && verb_follows(view, i)) clause.verb = i + 1;
    }
  } else {
    clause.unknown_subject = other_words;
  }
}

bool has_pronoun_subject(const SentenceView& view, const Clause& clause, std::uint64_t kind) {
  int stop = clause.verb >= 0 ? clause.verb : std::min(clause.end, clause.begin + 4);
  for (int i = clause.begin; i < stop; ++i) {
    if (!view.is(i, kind)) continue;
    std::string_view word = view.folded(i);
    bool points = word == "this" || word == "these" || word == "that" || word == "those";
    if (points && i + 1 != clause.verb && view.is_word(i + 1) &&
        !view.is(i + 1, kVerb | kHedge | kAdverb | kDeterminer))
      return false;  // "these features"
    bool several = word == "they" || word == "their" || word == "these" || word == "those";
    if (several && view.context.previous_other >= 0 && clause.begin == view.clauses.front().begin) return false;
    return true;
  }
  return false;
}

int mention_before(const SentenceView& view, int i) {
  for (int k = i - 1; k >= 0 && k >= i - 2; --k)
    if (view.token(k).mention >= 0) return view.token(k).mention;
  return -1;
}

// The two entities that the sentence named so far; empty unless exactly two.
std::vector<int> named_before(const SentenceView& view, int i) {
  std::vector<int> named;
  for (int k = 0; k < i; ++k) {
    int mention = view.token(k).mention;
    if (mention < 0) continue;
    bool known = false;
    for (int other : named) known = known || view.subject_of(other) == view.subject_of(mention);
    if (!known) named.push_back(mention);
  }
  if (named.size() != 2) named.clear();
  return named;
}

// A clause without an entity of its own takes it from the clauses and sentences before it.
void carry_subjects(SentenceView& view) {
  const Clause* before = nullptr;
  for (Clause& clause : view.clauses) {
    if (clause.subject < 0) {
      const ClaimContext& context = view.context;
      bool pronoun = has_pronoun_subject(view, clause, kPronoun);
      std::vector<int> named = named_before(view, clause.begin);
      if (int which = has_pronoun_subject(view, clause, kFormer)   ? 0
                      : has_pronoun_subject(view, clause, kLatter) ? 1
                                                                   : -1;
          which >= 0 && named.size() == 2) {
        clause.subject = view.subject_of(named[static_cast<std::size_t>(which)]);
        clause.subject_mention = named[static_cast<std::size_t>(which)];
      } else if (has_pronoun_subject(view, clause, kFormer) && context.previous_other >= 0) {
        clause.subject = context.previous_subject;
      } else if (has_pronoun_subject(view, clause, kLatter) && context.previous_other >= 0) {
        clause.subject = context.previous_other;
      } else if (int mention =
                     clause.subordinate && view.is(clause.begin + (view.is_word(clause.begin) ? 0 : 1), kRelative)
                         ? mention_before(view, clause.begin)
                         : -1;
                 mention >= 0) {
        clause.subject = view.subject_of(mention);
        clause.subject_mention = mention;
      } else if (before != nullptr && before->subject >= 0 && (pronoun || !clause.unknown_subject) && !before->intro) {
        clause.subject = before->subject;
        clause.subject_mention = before->subject_mention;
      } else if (context.default_subject >= 0) {
        clause.subject = context.default_subject;
      } else if (pronoun && context.previous_subject >= 0) {
        clause.subject = context.previous_subject;
      } else if ((pronoun || !clause.unknown_subject) && context.heading_subject >= 0) {
        clause.subject = context.heading_subject;
      }
      if (pronoun) clause.unknown_subject = false;
    }
    if (!clause.intro && clause.subject >= 0) before = &clause;
  }
}

bool is_excluded(const SentenceView& view, const Clause& clause) {
  if (view.context.keep_questions) return false;
  if (view.is_question || clause.conditional) return true;
  if (view.token(view.size() - 1).punctuation == ':') return true;  // leads in to a list
  for (int i = clause.begin; i < clause.end; ++i)
    if (view.is(i, kHistory) && view.folded(i) == "used to") return true;
  return false;
}

void find_label(SentenceView& view) {
  for (int i = 1; i < view.size() && i <= 6; ++i) {
    if (view.token(i).punctuation == ':') {
      if (view.is_mention(0) && i == 1) return;  // "Thrift: very similar to ..." names the subject
      view.label = view.slice(0, i);
      view.clauses.front().begin = i + 1;
      return;
    }
    if (view.is_mention(i) || view.is(i, kVerb) || view.token(i).punctuation != 0) return;
  }
}

}  // namespace

std::string_view SentenceView::slice(int begin, int end) const {
  if (begin >= end) return {};
  return sentence.substr(token(begin).begin, token(end - 1).end - token(begin).begin);
}

SentenceView view_sentence(std::string_view sentence, const std::vector<ClaimMention>& mentions,
                           const ClaimContext& context, const ClaimLexicon& lexicon) {
  SentenceView view{sentence, mentions, context, read_tokens(sentence, mentions, lexicon), {}, {}, false, 0};
  if (view.size() == 0) return view;
  for (int i = view.size() - 1; i >= 0 && i >= view.size() - 3; --i)
    view.is_question = view.is_question || view.token(i).punctuation == '?';
  view.clauses.emplace_back();
  find_label(view);
  std::string measured = std::string(view.label) + ' ' + std::string(context.feature);
  if (measured.size() > 1) {
    for (const ClaimToken& token : read_tokens(measured, {}, lexicon).tokens)
      if (token.is(kInverted)) view.measured_sign = -1;
  }
  for (int i = view.clauses.front().begin; i < view.size(); ++i) {
    if (is_boundary(view, i, view.clauses.back().begin)) {
      view.clauses.back().end = i;
      Clause next;
      next.begin = view.token(i).punctuation != 0 ? i + 1 : i;
      view.clauses.push_back(next);
    }
  }
  view.clauses.back().end = view.size();
  std::erase_if(view.clauses, [](const Clause& clause) { return clause.begin >= clause.end; });
  for (Clause& clause : view.clauses) {
    classify(view, clause);
    bool within = &clause != &view.clauses.front() && clause.subordinate && (&clause - 1)->conditional;
    if (within && view.is(clause.begin, kRelative)) clause.conditional = true;  // "if you need one that is faster"
    find_subject(view, clause);
  }
  carry_subjects(view);
  for (Clause& clause : view.clauses) clause.excluded = is_excluded(view, clause);
  return view;
}

}  // namespace versus
