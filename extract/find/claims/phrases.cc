// Meaning, standard, scope and opponent of a comparison: what the patterns share.

#include <algorithm>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

constexpr std::uint64_t kEndsPhrase = kThan | kStandard | kOver | kInstead | kUnlike | kContrast | kBecause |
                                      kCondition | kWhen | kCopula | kAux | kBeat | kAs;
constexpr int kLongestPhrase = 7;

// The noun or adjective phrase that begins at `from`.
int phrase_end(const SentenceView& view, int from, int end) {
  int i = from;
  for (; i < end && i < from + kLongestPhrase; ++i) {
    const ClaimToken& token = view.token(i);
    if (token.punctuation != 0 || token.mention >= 0 || token.is(kEndsPhrase)) break;
    if (token.is(kRelative) || (token.is(kConjunction) && i > from)) break;
    if (token.is(kPreposition) && view.folded(i) != "of") break;
    if (token.is(kPronoun | kHedge | kNegator)) break;
    if (i > from && token.is(kDeterminer) && view.folded(i) != "most") break;
  }
  while (i > from && (view.is(i - 1, kDeterminer | kConjunction | kPreposition))) --i;
  return i;
}

int skip_determiners(const SentenceView& view, int i, int end) {
  while (i < end && view.is_word(i) && (view.is(i, kDeterminer | kHedge) || view.token(i).number) &&
         view.folded(i) != "often" && !view.is(i, kComparative))
    ++i;
  return i;
}

// Of a noun phrase's words: an adjective decides, else the last noun that is good, bad or costs something.
int sign_of_phrase(const SentenceView& view, int begin, int end, bool given) {
  for (int k = begin; k < end; ++k)
    if (view.is(k, kAdjective | kAdverb) && view.token(k).word->own_polarity != 0)
      return view.token(k).word->own_polarity;
  int head_end = end;
  for (int k = begin + 1; k < end; ++k) {
    std::string_view head = view.folded(k - 1);
    if (view.folded(k) == "of" && head != "amount" && head != "number" && head != "lot") head_end = k;
    if (head_end != end) break;
  }
  for (int k = head_end - 1; k >= begin; --k) {
    if (view.is(k, kInverted) && !(given && view.is(k, kResource))) return -1;
    if (view.is(k, kLag | kBurden) && view.token(k).word->polarity < 0) return -1;  // "less of a struggle"
    if (view.is(k, kPolarNoun) && view.token(k).word->own_polarity != 0) return view.token(k).word->own_polarity;
  }
  return 0;
}

// What a lone quantity measures: "the hardware requirements of X are higher", "costs less", "breaks more often".
int sign_of_measured(const SentenceView& view, const Clause& clause, int i) {
  if (view.measured_sign != 0) return view.measured_sign;
  int verb = verb_before(view, clause, i);
  if (verb >= 0 && view.is(verb, kConsume | kInverted)) return -1;
  if (verb >= 0 && view.is(verb, kPolarVerb)) return view.token(verb).word->own_polarity;
  if (verb >= 0 && view.is(verb, kLag | kBurden) && !view.is(verb, kHave)) return -1;  // "gets in the way less"
  for (int k = i - 1; k >= clause.begin && view.is_word(k) && k > i - 5; --k)
    if (view.is(k, kPolarVerb)) return view.token(k).word->own_polarity;
  for (int k = clause.begin; k < i; ++k) {
    if (view.is(k, kInverted)) return -1;
    if (view.is(k, kPolarNoun) && view.token(k).word->own_polarity != 0) return view.token(k).word->own_polarity;
    if (clause.verb >= 0 && k >= clause.verb) break;
  }
  return 0;
}

// The sign of comparatives that are listed with this one: "the faster compiler, the smaller specification".
int sign_of_company(const SentenceView& view, const Clause& clause, int i) {
  for (int k = clause.begin; k < clause.end; ++k) {
    const Word& word = *view.token(k).word;
    if (k == i || !word.is(kComparative) || word.quantity != 0 || word.polarity == 0) continue;
    for (int n = std::min(i, k) + 1; n < std::max(i, k); ++n)
      if (view.token(n).punctuation == ',' || view.is(n, kConjunction)) return word.polarity;
  }
  return 0;
}

// "harder to get wrong", "easy to misuse": what is hard or easy is itself bad.
bool undoes(const SentenceView& view, int i, int end) {
  if (i >= end || view.folded(i) != "to") return false;
  for (int k = i + 1; k < end && k <= i + 3 && view.is_word(k); ++k)
    if (view.is(k, kPolarVerb | kAdjective | kAdverb) && view.token(k).word->own_polarity != 0)
      return view.token(k).word->own_polarity < 0;
  return false;
}

bool speaks_of_effort(const Word& word) { return word.feature == "difficulty" || word.feature == "ease of use"; }

// "less to configure": a task, of which less is better, unless something is given ("more to offer").
int sign_of_task(const SentenceView& view, int i, int end) {
  if (i + 1 >= end || view.folded(i) != "to" || !view.is_word(i + 1)) return 0;
  if (view.is(i + 1, kDeterminer | kPronoun | kThan)) return 0;
  std::string_view verb = view.folded(i + 1);
  bool gain = view.is(i + 1, kGive | kShine | kFavor) || view.token(i + 1).word->own_polarity > 0 || verb == "offer" ||
              verb == "like" || verb == "love" || verb == "do" || verb == "explore";
  return gain ? 1 : -1;
}

// Verbs whose object is wanting, whatever it is.
bool is_need(std::string_view verb) {
  return verb.starts_with("need") || verb.starts_with("requir") || verb.starts_with("demand") ||
         verb.starts_with("necessitat") || verb == "calls for" || verb == "asks for";
}

// Nothing but adverbs and the words of a noun phrase stand between a verb and its object at `i`.
bool governs(const SentenceView& view, int verb, int i) {
  if (verb < 0) return false;
  for (int k = verb + 1; k < i; ++k)
    if (!view.is_word(k) || view.is(k, kCopula | kPreposition | kContrast)) return false;
  return true;
}

bool is_hyphenated(const SentenceView& view, int i) {
  return i + 1 < view.size() && view.is_word(i + 1) && view.token(i).end < view.sentence.size() &&
         view.sentence[view.token(i).end] == '-' && view.token(i + 1).begin == view.token(i).end + 1;
}

}  // namespace

bool counts_money(const SentenceView& view, int i) {
  if (i < 1) return false;
  std::string_view unit = view.folded(i - 1);
  if (unit == "dollars" || unit == "euros" || unit == "pounds" || unit == "bucks" || unit == "usd" || unit == "eur" ||
      unit == "cents")
    return true;
  const ClaimToken& number = view.token(i - 1);
  if (!number.number || number.begin == 0) return false;
  std::string_view before = view.sentence.substr(0, number.begin);
  return before.ends_with('$') || before.ends_with("€") || before.ends_with("£");
}

bool names_several(const SentenceView& view) {
  std::vector<int> subjects;
  for (const ClaimMention& mention : view.mentions)
    if (std::find(subjects.begin(), subjects.end(), mention.subject) == subjects.end())
      subjects.push_back(mention.subject);
  return subjects.size() >= 3;
}

int verb_before(const SentenceView& view, const Clause& clause, int i) {
  for (int k = i - 1; k >= clause.begin && k > i - 7; --k) {
    if (view.token(k).mention >= 0 && k < i - 2) break;
    if (view.is(k, kVerb | kConsume | kGive | kPolarVerb | kAvoid) && !view.is(k, kPreposition | kHedge)) return k;
  }
  return -1;
}

Meaning meaning_of(const SentenceView& view, const Clause& clause, int i, int end) {
  const Word& word = *view.token(i).word;
  Meaning meaning;
  meaning.phrase_begin = skip_determiners(view, i + 1, end);
  bool of = view.folded(i + 1 < view.size() ? i + 1 : i) == "of";
  if (of && word.is(kComparative))  // "less of a headache"
    meaning.phrase_begin = skip_determiners(view, i + 2, end);
  if (view.is(i + 1, kConjunction)) {  // "faster and more capable", "more and better tools": the next one's words
    meaning.phrase_begin = i + 1;
    meaning.phrase_end = i + 1;
    if (word.quantity != 0 && word.polarity == 0) {
      int next = skip_determiners(view, i + 2, end);
      if (view.is(next, kComparative)) return meaning_of(view, clause, next, end);
    }
  } else if (!of || word.is(kComparative)) {  // "the lightest of the three": nothing
    meaning.phrase_end = phrase_end(view, meaning.phrase_begin, end);
  }
  if (meaning.phrase_end <= meaning.phrase_begin) meaning.phrase_begin = meaning.phrase_end = i + 1;
  if (is_hyphenated(view, i)) meaning.phrase_end = i + 2;  // "the lower-maintenance choice"
  if (word.quantity == 0) {
    meaning.polarity = word.is(kComparative | kSuperlative) ? word.polarity : 1;
    bool with_force = view.folded(i) == "harder" && view.is_word(i - 1) && view.token(i - 1).word->classes == 0 &&
                      (i + 1 >= end || view.folded(i + 1) != "to");
    if (with_force) meaning.polarity = 1;  // "grips harder"
    int verb = verb_before(view, clause, i);
    bool thing = meaning.phrase_end > meaning.phrase_begin && !view.is(meaning.phrase_end - 1, kAdjective);
    if (thing && verb >= 0 && is_need(view.folded(verb)) && governs(view, verb, i))
      meaning.polarity = -meaning.polarity;  // "requires a faster machine"
    if (speaks_of_effort(word) && undoes(view, i + 1, end)) meaning.polarity = -meaning.polarity;
    return meaning;
  }
  if (meaning.phrase_begin == meaning.phrase_end) {
    int sign = counts_money(view, i) ? -1 : sign_of_measured(view, clause, i);
    if (sign == 0) sign = sign_of_task(view, i + 1, end);
    bool measured = clause.verb >= 0 && clause.verb < i && !subject_aspect(view, clause).empty();
    bool size = word.feature == "size" || word.feature == "length";
    if (sign == 0 && measured && size) sign = -1;  // "X's output is smaller": what is good when big is listed
    if (sign != 0) {
      meaning.polarity = word.quantity * sign;
    } else if (word.polarity != 0 && !measured) {
      meaning.polarity = word.polarity;
    } else {
      meaning.polarity = word.is(kComparative) && !(word.polarity == 0 && !word.feature.empty()) ? word.quantity : 0;
    }
    return meaning;
  }
  int verb = verb_before(view, clause, i);
  bool given = verb >= 0 && view.is(verb, kGive) && !view.is(verb, kConsume);
  int sign = sign_of_phrase(view, meaning.phrase_begin, meaning.phrase_end, given);
  if (given && sign < 0 && view.is(meaning.phrase_begin, kAdjective)) return meaning;  // "supports more complex models"
  bool needed = verb >= 0 && view.is(verb, kConsume) && is_need(view.folded(verb)) && governs(view, verb, i);
  if ((sign == 0 && verb >= 0 && view.is(verb, kConsume)) || needed) sign = -1;  // "needs fewer plugins"
  bool noun = !view.is(meaning.phrase_end - 1, kAdjective);
  if (noun && governs(view, verb, i) && view.is(verb, kAvoid)) sign = -sign;  // "catches more mistakes"
  bool size = word.quantity < 0 && !word.feature.empty();                     // "smaller": good or bad by its noun
  if (size && sign == 0 && sign_of_company(view, clause, i) > 0) {
    meaning.polarity = 1;
    return meaning;
  }
  if (sign == 0 && verb >= 0 && view.is(verb, kPolarVerb)) sign = view.token(verb).word->own_polarity;
  if (sign == 0 && view.folded(meaning.phrase_begin) == "often") sign = sign_of_measured(view, clause, i);
  // "has less flex": what is good to have is listed; "is less crispy" is no such thing
  int before = i - 1;
  while (before > clause.begin && view.is(before, kDeterminer | kAdverb)) --before;
  std::string_view offers = view.folded(std::max(before, 0));
  bool offered = offers.starts_with("offer") || offers.starts_with("hold") || offers.starts_with("giv") ||
                 offers.starts_with("provid") || offers.starts_with("deliver") || offers.starts_with("ship");
  bool burden = view.folded(i) == "less" && !offered && (of || !view.is(before, kCopula));
  if (sign == 0 && burden) sign = -1;
  meaning.polarity = word.quantity * (sign == 0 ? 1 : sign);
  return meaning;
}

std::vector<int> joined_mentions(const SentenceView& view, int i, int reach) {
  std::vector<int> found;
  int at = i;
  while (at < view.size() && at < i + reach && view.token(at).mention < 0) {
    if (view.token(at).punctuation != 0 && view.token(at).punctuation != '"') return found;
    bool is = view.is(at, kCopula) && !view.is(at - 1, kPronoun);  // "than it is in Y"
    if (view.is(at, kContrast | kBecause | kCondition) || is) return found;
    ++at;
  }
  if (at >= view.size() || view.token(at).mention < 0) return found;
  found.push_back(view.token(at).mention);
  std::vector<int> listed;
  for (int k = at + 1; k + 1 < view.size();) {
    bool joins = view.is(k, kConjunction) || view.token(k).punctuation == '/';
    bool comma = view.token(k).punctuation == ',';
    if (!joins && !comma) break;
    int next = k + 1;
    if (comma && view.is(next, kConjunction)) {
      joins = true;
      ++next;
    }
    if (view.is(next, kPreposition) && (joins || comma)) ++next;
    if (view.is(next, kDeterminer)) ++next;
    if (!view.is_mention(next) || view.is(next + 1, kCopula | kAux | kHave | kShine)) break;
    listed.push_back(view.token(next).mention);
    if (joins) {
      found.insert(found.end(), listed.begin(), listed.end());
      listed.clear();
    }
    k = next + 1;
  }
  return found;
}

Move find_move(const SentenceView& view) {
  constexpr int kReach = 9;  // words from the verb to the last name
  for (int i = 0; i < view.size(); ++i) {
    if (!view.is(i, kMove)) continue;
    Move move;
    move.begin = i;
    std::string_view role;  // the preposition before a name
    for (int k = i + 1; k < view.size() && k <= i + kReach; ++k) {
      if (view.token(k).punctuation != 0) break;
      std::string_view word = view.folded(k);
      if (word == "from" || word == "to" || word == "with" || word == "for" || word == "by" || word == "onto" ||
          word == "in favor of" || word == "in favour of") {
        role = word;
        continue;
      }
      if (view.token(k).mention < 0) {
        if (view.is(k, kCopula | kComparative | kContrast | kBecause | kConjunction)) break;
        continue;
      }
      bool old = role == "from" || (role.empty() && move.from < 0);
      (old ? move.from : move.to) = view.token(k).mention;
      move.end = k + 1;
      role = {};
    }
    bool two = move.from >= 0 && move.to >= 0 && view.subject_of(move.from) != view.subject_of(move.to);
    bool newcomer = move.to >= 0 && move.from < 0;
    if (two || newcomer) return move;
  }
  return {};
}

Standard find_standard(const SentenceView& view, std::size_t clause_index, int i) {
  const Clause& clause = view.clauses[clause_index];
  Standard standard;
  for (int k = i + 1; k < clause.end && k < i + 16; ++k) {
    bool then = view.folded(k) == "then" && k <= i + 3 && view.is_mention(k + 1);
    if (!view.is(k, kThan) && !then) continue;
    standard.at = k;
    standard.is_than = true;
    standard.mentions = joined_mentions(view, k + 1, 9);
    int next = k + 1;
    bool counted = next < view.size() && view.token(next).number && standard.mentions.empty();
    bool against_itself = view.is(next, kPast) || counted;
    for (int h = next; h < clause.end && h < next + 6 && standard.mentions.empty(); ++h)
      against_itself = against_itself || view.is(h, kHistory) || view.is(h, kPronoun);
    if (against_itself) {
      standard.kind = Standard::Kind::past;
    } else {
      standard.kind = standard.mentions.empty() ? Standard::Kind::unnamed : Standard::Kind::named;
    }
    return standard;
  }
  bool ranks = view.folded(i) == "superior" || view.folded(i) == "inferior";  // "a superior camera to Y"
  for (int k = i + 2; ranks && k < clause.end && k < i + 5; ++k) {
    if (view.folded(k) != "to") continue;
    standard.mentions = joined_mentions(view, k + 1, 3);
    if (standard.mentions.empty()) break;
    standard.kind = Standard::Kind::named;
    standard.at = k;
    return standard;
  }
  auto named_after = [&](int k, int reach) {
    std::vector<int> mentions = joined_mentions(view, k + 1, reach);
    if (mentions.empty()) return false;
    standard.kind = Standard::Kind::named;
    standard.at = k;
    standard.mentions = std::move(mentions);
    return true;
  };
  for (int k = clause.begin; k < clause.end; ++k) {
    if (view.is(k, kStandard | kUnlike) && named_after(k, 5)) return standard;
    if (view.is(k, kOver) && k > i && named_after(k, 3)) return standard;
    if (view.is(k, kStandard) && k > i) {
      standard.kind = Standard::Kind::unnamed;
      standard.at = k;
    }
  }
  if (standard.kind != Standard::Kind::none) return standard;
  if (clause_index > 0 && view.clauses[clause_index - 1].intro) {
    const Clause& intro = view.clauses[clause_index - 1];
    for (int k = intro.begin; k < intro.end; ++k)
      if (view.is(k, kStandard | kUnlike) && named_after(k, 6)) return standard;
  }
  if (clause_index + 1 < view.clauses.size() && view.clauses[clause_index + 1].intro) {
    const Clause& after = view.clauses[clause_index + 1];
    for (int k = after.begin; k < after.end; ++k)
      if (view.is(k, kStandard | kUnlike) && named_after(k, 6)) return standard;
  }
  return standard;
}

int implied_opponent(const SentenceView& view, std::size_t clause_index, int subject) {
  auto other = [&](std::size_t k) {
    const Clause& clause = view.clauses[k];
    return clause.own_subject && clause.subject >= 0 && clause.subject != subject ? clause.subject : -1;
  };
  if (clause_index + 1 < view.clauses.size() && view.clauses[clause_index + 1].contrasted)
    if (int found = other(clause_index + 1); found >= 0) return found;
  if (clause_index > 0 && (view.clauses[clause_index].contrasted || view.clauses[clause_index - 1].contrasted))
    if (int found = other(clause_index - 1); found >= 0) return found;
  const std::vector<int>& compared = view.context.compared;
  if (view.context.compared_by_heading && !view.clauses[clause_index].own_subject) return -1;
  if (compared.size() == 2 && (compared[0] == subject || compared[1] == subject))
    return compared[0] == subject ? compared[1] : compared[0];
  return -1;
}

bool is_levelled(const SentenceView& view, int begin, int i) {
  int k = i - 1;
  while (k > begin && view.is(k, kDeterminer) && view.folded(k) != "any" && !view.is(k, kNegator)) --k;
  if (k >= begin && view.folded(k) == "any") {
    for (int n = k - 1; n >= begin && n >= k - 4; --n)
      if (view.is(n, kNegator)) return true;
    return false;
  }
  if (k < begin) return false;
  std::string_view word = view.folded(k);
  return word == "no" || word == "hardly" || word == "barely";
}

bool is_negated(const SentenceView& view, int begin, int i) {
  bool negated = false;
  for (int k = std::max(begin, i - 6); k < i; ++k) {
    if (!view.is(k, kNegator) || view.is(k, kPreposition)) continue;
    std::string_view next = k + 1 < view.size() ? view.folded(k + 1) : std::string_view();
    bool left = false;                     // "is not as slow and has a wider range": denied no more
    for (int n = k + 1; n + 1 < i; ++n) {  // "isn't bad, it's just"
      char sign = view.token(n).punctuation;
      bool anew = view.is_mention(n + 1) || view.is(n + 1, kPronoun | kCopula) || view.folded(n + 1) == "its";
      left = left || ((sign == ',' || sign == ';') && anew) || sign == ':' || sign == '?';
    }
    for (int n = k + 2; n + 1 < i; ++n)
      left = left || (view.is(n, kConjunction) && (view.is(n + 1, kVerb | kConsume | kGive) || view.is_mention(n + 1)));
    if (left) continue;
    if (next == "only" || next == "just" || next == "merely" || next == "simply" || next == "doubt" ||
        next == "question" || next == "to")
      continue;
    negated = !negated;
  }
  return negated;
}

bool is_denied(const SentenceView& view, const Clause& clause, int i) {
  if (is_negated(view, clause.begin, i)) return true;
  for (int k = clause.begin; k < i - 6; ++k) {
    std::string_view word = view.folded(k);
    bool subject = k == clause.begin && (word == "no" || word == "few" || word == "not a single");
    if (subject || word == "never" || word == "nobody" || word == "hardly" || word == "no one") return true;
  }
  return false;
}

bool speaks_of_none(const SentenceView& view, const Clause& clause, int i) {
  constexpr int kOpening = 5;  // words that may stand before: "of the three we tried,", "there is", "yet"
  for (int k = clause.begin; k < i; ++k)
    if (view.token(k).mention >= 0) return false;
  for (int k = clause.begin; k < i && k < clause.begin + kOpening; ++k) {
    std::string_view word = view.folded(k);
    bool none = word == "nothing" || word == "nobody" || word == "none" || word == "no one" || word == "no";
    bool among = word == "no" && view.is(k + 1, kComparative);  // "no more", "no faster"
    if (none && !among) return true;
  }
  return false;
}

bool is_left_open(const SentenceView& view, int i) {
  constexpr int kReach = 14;  // words before it
  for (int k = std::max(0, i - kReach); k < i; ++k)
    if (view.is(k, kOpen)) return true;
  return false;
}

bool is_hedged(const SentenceView& view, const Clause& clause, int i) {
  int end = std::min(clause.end, i + 3);
  for (int k = clause.begin; k < end; ++k) {
    if (!view.is(k, kHedge)) continue;
    bool compared = view.is(k - 1, kComparative | kAs | kTimes) || view.folded(std::max(0, k - 1)) == "far";
    if (!(compared && (view.folded(k) == "often" || view.folded(k) == "frequently"))) return true;
  }
  return false;
}

}  // namespace versus
