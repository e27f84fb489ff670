// "X is faster than Y", "compared with Y, X has more features", "X is faster" where the document compares two.

#include <algorithm>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

// "more than 10", "no longer", "read more": comparatives that compare no entities.
bool is_idiom(const SentenceView& view, int i) {
  std::string_view word = view.folded(i);
  std::string_view before = i > 0 ? view.folded(i - 1) : std::string_view();
  std::string_view after = i + 1 < view.size() ? view.folded(i + 1) : std::string_view();
  if (word == "longer" && (before == "no" || before == "any")) return true;
  if (word == "more" && (before == "learn" || before == "read" || before == "once" || before == "no" ||
                         before == "what" || before == "any" || after == "or" || after == "information" ||
                         after == "details" || after == "about" || after == "recently" || after == "importantly" ||
                         after == "specifically" || after == "precisely" || after == "so" || after == "often"))
    return !(after == "often" || after == "so") || before == "no";
  if (word == "less" && (before == "or" || before == "much") && after != "than" && before == "or") return true;
  if (after == "than" && i + 2 < view.size() && view.is(i + 2, kTimes)) return true;  // "more than double the time"
  if ((before == "a" || before == "an") && after == "than") return true;              // "a better than expected"
  if (word == "better" && (after == "yet" || before == "for" || after == "part")) return true;
  if (word == "later" || word == "earlier" || word == "further" || word == "closer") return !view.is(i + 1, kThan);
  return false;
}

// Without a standard, a comparative is a claim only where something is said of the clause's subject: after its verb,
// not inside "for faster training".
bool is_predicate(const SentenceView& view, const Clause& clause, int i) {
  int k = i - 1;
  while (k >= clause.begin && view.is_word(k) &&
         (view.is(k, kDeterminer | kAdverb | kNegator) || view.token(k).number) &&
         !view.is(k, kCopula | kHave | kHedge))
    --k;
  if (k < clause.begin) return view.context.default_subject >= 0 && clause.begin == view.clauses.front().begin;
  if (view.token(k).mention >= 0) {
    if (view.is(k - 1, kCopula) && view.folded(k - 1).starts_with("mak")) return true;  // "makes X a better choice"
    // "X is concise, Y more transparent": the verb is left out
    for (int b = k - 1; b >= 0 && b > k - 4; --b)
      if (view.token(b).punctuation == ',' || view.is(b, kConjunction))
        for (int c = b - 1; c >= 0 && c > b - 8; --c)
          if (view.is(c, kComparative | kSuperlative | kCopula | kGive)) return true;
    return false;
  }
  if (view.token(k).punctuation == ',' || view.is(k, kConjunction)) {
    // "is cleaner and faster", ", offering ...": as good as the comparative before it
    for (int b = k - 1; b >= clause.begin && b > k - 8; --b)
      if (view.is(b, kComparative)) return is_predicate(view, clause, b);
    return view.is(k, kConjunction) && clause.verb >= 0 && clause.verb < k && k - clause.verb <= 4;
  }
  if (view.is(k, kPronoun) && view.is(k - 1, kCopula | kHave)) return true;  // "makes it easier"
  bool object = view.folded(k) == "them" || view.folded(k) == "it";          // "documents them better"
  if (object && k > clause.begin && view.is_word(k - 1) && (i + 1 >= clause.end || !view.is_word(i + 1))) return true;
  if (view.is(k, kCopula | kHave | kShine | kFavor)) {
    bool purpose = view.folded(k > 0 ? k - 1 : 0) == "to" || view.is(k - 1, kCondition);
    std::string_view verb = view.folded(k);
    bool participle = verb.size() > 4 && verb.substr(verb.size() - 3) == "ing";
    return !purpose &&
           (participle ? view.token(std::max(0, k - 1)).punctuation == ',' || view.is(k - 1, kCopula) : true);
  }
  if (view.is(k, kAux | kHedge)) return true;
  // "does its one thing with less memory"
  bool said = clause.verb >= 0 ? clause.verb < k : k > clause.begin + 2;
  if (view.folded(k) == "with" && clause.own_subject && said && k == i - 1 && view.token(i).word->quantity != 0)
    return true;
  if (view.is(k, kPreposition | kRelative | kBecause | kContrast | kWhen | kCondition | kThan)) return false;
  // an unknown verb: "scales better", "runs faster"
  const Word& word = *view.token(i).word;
  if (k == clause.verb && word.quantity != 0) return true;
  // "scales better in", "goes more smoothly with"
  bool manner =
      word.quantity != 0 && i + 1 < clause.end && (view.folded(i + 1).ends_with("ly") || view.folded(i + 1) == "often");
  int next = manner ? i + 2 : i + 1;
  bool ends = next >= clause.end || !view.is_word(next) || view.is(next, kPreposition | kConjunction);
  bool adverbial = word.is(kComparative) && (word.quantity == 0 || manner) && ends;
  return adverbial && k > clause.begin;
}

struct Found {
  int subject = -1;
  int mention = -1;
};

// "Builds are slower with X", "permissions are easier to reason about in X": something else is spoken of, in X.
int place_after(const SentenceView& view, const Clause& clause, int i) {
  for (int k = i + 1; k < clause.end && k < i + 8; ++k) {
    if (view.token(k).punctuation != 0 || view.is(k, kThan | kStandard | kOver | kContrast)) return -1;
    if (view.token(k).mention < 0) continue;
    int before = view.is(k - 1, kDeterminer) ? k - 2 : k - 1;
    return view.is(before, kPreposition) ? view.token(k).mention : -1;
  }
  return -1;
}

// The part of the clause that the comparative at `i` stands in: from the nearest comma or "so" before it on.
int part_begin(const SentenceView& view, const Clause& clause, int i) {
  for (int k = i - 1; k > clause.begin; --k)
    if (view.token(k).punctuation != 0 || view.is(k, kBecause | kContrast) || view.folded(k) == "so") return k + 1;
  return clause.begin;
}

// "more reliable than X, less expensive than Y": X is no subject.
bool is_standard_of_another(const SentenceView& view, int k) {
  for (int before = k - 1; before >= 0 && before >= k - 3; --before) {
    if (view.is(before, kThan)) return true;
    if (!view.is_word(before) || !view.is(before, kDeterminer | kPreposition)) return false;
  }
  return false;
}

// "A small team will be happier with X", "beginners are better off with X": the one they are happy with.
int bearer_of_mood(const SentenceView& view, const Clause& clause, int i) {
  std::string_view word = view.folded(i);
  std::string_view next = i + 1 < clause.end ? view.folded(i + 1) : std::string_view();
  bool mood = word == "happier" || word == "better off" || (word == "better" && (next == "off" || next == "served"));
  for (int k = i + 1; mood && k + 1 < clause.end && k < i + 5; ++k)
    if (view.is(k, kPreposition) || view.folded(k) == "by")
      return view.token(k + 1).mention >= 0 ? view.token(k + 1).mention : -1;
  return -1;
}

// Who is compared: the entity before the comparative, the one between it and its standard, or the one carried over.
std::vector<Found> find_compared(const SentenceView& view, const Clause& clause, int i, const Standard& standard) {
  std::vector<Found> found;
  auto is_standard = [&](int mention) {
    return std::find(standard.mentions.begin(), standard.mentions.end(), mention) != standard.mentions.end();
  };
  int first = -1;
  int between = -1;
  for (int k = clause.begin; k < clause.end; ++k) {
    int mention = view.token(k).mention;
    if (mention < 0 || is_standard(mention) || is_standard_of_another(view, k)) continue;
    bool speaks = k < i && view.is(k + 1, kCopula | kAux) && !view.is(k - 1, kPreposition | kRelative);
    bool object = clause.subject_mention < 0 && clause.subject >= 0 && clause.verb >= 0 && k > clause.verb;
    // "it is built with Z, making it faster than Y": not Z
    object = object || (view.is(k - 1, kPreposition) && view.is(clause.begin, kPronoun) && clause.verb >= 0 &&
                        k > clause.verb && k < i);
    if (k < i && !object && (first < 0 || speaks)) first = mention;
    if (k > i && (standard.at < 0 || k < standard.at) && between < 0) between = mention;
  }
  // "C++ offers more control and Rust more protection": the verb is left out
  int beside = view.is(i - 1, kDeterminer) ? i - 2 : i - 1;
  int joint = beside > 0 && view.is(beside - 1, kDeterminer) ? beside - 2 : beside - 1;  // "and the Y the muddiest"
  bool gapped = joint >= clause.begin && view.is_mention(beside) && standard.kind != Standard::Kind::named &&
                (view.is(joint, kConjunction) || view.token(joint).punctuation == ',');
  // "X took minutes, so small teams iterate faster in Y": in the comparative's own part Y alone is named
  int part = part_begin(view, clause, i);
  bool named_in_part = false;
  bool spoken_of = false;  // something else, or the one before by a pronoun
  for (int k = part; k < i; ++k) {
    named_in_part = named_in_part || view.token(k).mention >= 0;
    spoken_of = spoken_of || (view.is_word(k) && !view.is(k, kDeterminer | kConjunction | kContrast | kBecause | kAux |
                                                                 kCopula | kHave | kAdverb | kHedge | kRelative));
  }
  bool pronoun = view.is(part, kPronoun) || view.is(part + 1, kPronoun);
  int place = standard.kind != Standard::Kind::named ? place_after(view, clause, i) : -1;
  bool elsewhere = place >= 0 && !named_in_part && !pronoun && (part > clause.begin || !clause.own_subject) &&
                   spoken_of && !view.is(part, kPreposition);
  if (int bearer = bearer_of_mood(view, clause, i); bearer >= 0 && (first < 0 || !named_in_part)) {
    found.push_back({view.subject_of(bearer), bearer});
  } else if (elsewhere) {
    found.push_back({view.subject_of(place), place});
  } else if (gapped && first >= 0 && view.token(beside).mention != first) {
    found.push_back({view.subject_of(view.token(beside).mention), view.token(beside).mention});
  } else if (first >= 0) {
    found.push_back({view.subject_of(first), first});
    if (first == clause.subject_mention && clause.co_subject_mention >= 0 && !is_standard(clause.co_subject_mention))
      found.push_back({view.subject_of(clause.co_subject_mention), clause.co_subject_mention});
  } else if (between >= 0 && standard.kind == Standard::Kind::named) {
    found.push_back({view.subject_of(between), between});
  } else if (place >= 0 && clause.unknown_subject && !view.is(clause.begin, kPreposition)) {
    found.push_back({view.subject_of(place), place});
  } else if (clause.subject >= 0 && (!clause.unknown_subject || view.context.default_subject >= 0)) {
    found.push_back({clause.subject, clause.subject_mention});
  }
  return found;
}

// "than other options", "than its competitors": many, not something that went unrecognised.
bool names_generically(const SentenceView& view, int at, int end) {
  for (int k = at + 1; k < end && k < at + 6; ++k) {
    if (view.token(k).punctuation != 0) break;
    if (view.is(k, kFiller)) return true;
    std::string_view word = view.folded(k);
    if (word == "other" || word == "traditional" || word == "any" || word == "similar") return true;
  }
  return false;
}

// "the fastest of the three", "out of these four, X has the largest market": of those that are compared.
bool names_set(const SentenceView& view) {
  for (int k = 0; k < view.size(); ++k) {
    if (view.folded(k) != "of" && view.folded(k) != "among") continue;
    for (int n = k + 1; n < view.size() && n < k + 5 && view.token(n).punctuation == 0; ++n) {
      std::string_view word = view.folded(n);
      if (word == "lot" || word == "bunch" || word == "two" || word == "three" || word == "four" || word == "five" ||
          word == "pair" || word == "trio" || word == "all" || word == "them" || word == "these" || word == "both")
        return true;
    }
  }
  return false;
}

Direction direction_of(int polarity) { return polarity > 0 ? Direction::better : Direction::worse; }

// Of `mention` it is said that nothing else is as good (`sign` 1) or as bad (-1).
void add_best(const SentenceView& view, std::size_t clause_index, int mention, int sign, std::string feature,
              std::vector<Claim>& claims) {
  Claim claim;
  claim.subject_mention = mention;
  claim.subject = view.subject_of(mention);
  claim.object = implied_opponent(view, clause_index, claim.subject);
  claim.direction = direction_of(sign);
  claim.pattern = ClaimPattern::superlative;
  claim.negated = true;
  claim.hedged = is_hedged(view, view.clauses[clause_index], view.clauses[clause_index].end);
  claim.feature = std::move(feature);
  add_claim(claims, claim);
}

void read_comparative(const SentenceView& view, std::size_t clause_index, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[clause_index];
  bool superlative = view.is(i, kSuperlative);
  if (is_idiom(view, i) || is_left_open(view, i)) return;
  Standard standard = superlative ? Standard{} : find_standard(view, clause_index, i);
  if (standard.kind == Standard::Kind::past) return;
  Meaning meaning = meaning_of(view, clause, i, standard.at > i ? standard.at : clause.end);
  if (meaning.polarity == 0) return;
  bool adjacent_than = standard.is_than && standard.at <= i + 3;
  if (!view.is(i, kComparative | kSuperlative) && !adjacent_than) return;
  if (i == clause.begin && view.is(i + 1, kVerb) && !view.is(i + 1, kPreposition)) return;  // "lower is better"
  bool predicate = is_predicate(view, clause, i);
  if (!predicate && standard.kind != Standard::Kind::named) return;
  Move move = standard.kind == Standard::Kind::named ? Move{} : find_move(view);
  if (move.to >= 0 && view.is(move.end, kCopula) && move.end < i && !view.folded(move.end).starts_with("ma"))
    return;  // "moving from X to Y is easier than it looks"
  std::vector<Found> compared = find_compared(view, clause, i, standard);
  for (int k = clause.begin; k < i; ++k)  // "we moved from X to Y, but X is faster"
    if (view.token(k).mention >= 0 && (k < move.begin || k >= move.end)) move = Move{};
  if (move.to >= 0) compared = {{view.subject_of(move.to), move.to}};
  if (standard.kind == Standard::Kind::named && speaks_of_none(view, clause, i)) {  // "nothing is faster than Y"
    for (int mention : standard.mentions)
      add_best(view, clause_index, mention, -meaning.polarity, comparative_feature(view, clause, i, meaning, standard),
               claims);
    return;
  }
  if (standard.kind == Standard::Kind::unnamed && !names_generically(view, standard.at, clause.end)) return;
  // "a more traditional and simpler architecture": one thing
  if (meaning.phrase_end < clause.end && view.is(meaning.phrase_end, kConjunction) && !view.is(i - 1, kCopula) &&
      view.is(meaning.phrase_end + 1, kComparative) && standard.kind == Standard::Kind::none)
    if (Meaning next = meaning_of(view, clause, meaning.phrase_end + 1, clause.end);
        next.phrase_end > next.phrase_begin && next.polarity == meaning.polarity && view.is(clause.verb, kHave))
      return;
  Claim claim;
  claim.negated = is_negated(view, clause.begin, i) || view.folded(clause.begin) == "not a single";
  claim.hedged = is_hedged(view, clause, i);
  claim.direction = is_levelled(view, clause.begin, i)
                        ? Direction::equal
                        : direction_of(claim.negated ? -meaning.polarity : meaning.polarity);
  claim.feature = comparative_feature(view, clause, i, meaning, standard);
  for (const Found& one : compared) {
    claim.subject = one.subject;
    claim.subject_mention = one.mention;
    if (standard.kind == Standard::Kind::named) {
      claim.pattern = standard.is_than ? ClaimPattern::comparative_than : ClaimPattern::comparative_standard;
      for (int mention : standard.mentions) {
        claim.object = view.subject_of(mention);
        claim.object_mention = mention;
        add_claim(claims, claim);
      }
      continue;
    }
    if (compared.size() > 1) continue;  // "A and B are faster": than whom?
    bool contrast = clause_index + 1 < view.clauses.size() && view.clauses[clause_index + 1].contrasted;
    claim.pattern = superlative                     ? ClaimPattern::superlative
                    : contrast || clause.contrasted ? ClaimPattern::comparative_contrast
                                                    : ClaimPattern::comparative_implied;
    claim.object = standard.kind == Standard::Kind::unnamed ? -1 : implied_opponent(view, clause_index, one.subject);
    claim.object_mention = move.from;
    if (move.from >= 0) claim.object = view.subject_of(move.from);
    // of three that are compared, "the larger" and "the largest" are said against the others
    bool the = view.folded(std::max(0, i - 1)) == "the" || view.folded(std::max(0, i - 2)) == "the";
    bool of_set =
        (superlative && (names_set(view) || view.context.compared.size() == 2)) || (the && names_several(view));
    if (claim.object < 0 && standard.kind != Standard::Kind::unnamed && !of_set) claim.direction = Direction::attribute;
    add_claim(claims, claim);
  }
}

// "Keras is slow compared to PyTorch": a plain adjective with a standard.
void read_plain(const SentenceView& view, std::size_t clause_index, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[clause_index];
  if (clause.verb < 0 || clause.verb >= i) return;
  for (int k = clause.begin; k < clause.end; ++k)
    if (view.is(k, kComparative | kAs)) return;
  Standard standard = find_standard(view, clause_index, i);
  if (standard.kind != Standard::Kind::named || standard.is_than) return;
  if (!view.is(standard.at, kStandard) || standard.at < i) return;
  Claim claim;
  claim.negated = is_negated(view, clause.begin, i);
  int polarity = view.token(i).word->own_polarity;
  claim.direction = direction_of(claim.negated ? -polarity : polarity);
  claim.hedged = is_hedged(view, clause, i);
  claim.pattern = ClaimPattern::comparative_standard;
  std::string aspect = subject_aspect(view, clause);
  std::string_view noun = view.token(i).word->feature;  // "slow": speed
  claim.feature = !view.label.empty() ? std::string(view.label)
                  : !aspect.empty()   ? aspect
                  : !noun.empty()     ? std::string(noun)
                                      : std::string(view.slice(i, std::max(i + 1, standard.at)));
  for (const Found& one : find_compared(view, clause, i, standard)) {
    claim.subject = one.subject;
    claim.subject_mention = one.mention;
    for (int mention : standard.mentions) {
      claim.object = view.subject_of(mention);
      claim.object_mention = mention;
      add_claim(claims, claim);
    }
  }
}

}  // namespace

void find_comparatives(const SentenceView& view, std::vector<Claim>& claims) {
  for (std::size_t c = 0; c < view.clauses.size(); ++c) {
    const Clause& clause = view.clauses[c];
    if (clause.excluded || clause.intro) continue;
    bool plain = false;
    for (int i = clause.begin; i < clause.end; ++i) {
      const ClaimToken& token = view.token(i);
      if (token.mention >= 0 || token.punctuation != 0) continue;
      if (token.is(kComparative) || token.comparative_form) read_comparative(view, c, i, claims);
      bool chosen = token.is(kSuperlative) && (view.is(i - 1, kDeterminer) || view.is(i - 1, kCopula)) &&
                    view.folded(std::max(0, i - 2)) != "of" && view.folded(i) != "least" &&
                    !(view.folded(i) == "most" && view.folded(std::max(0, i - 1)) != "the");
      if (chosen && (view.context.compared.size() == 2 || names_set(view) || names_several(view)))
        read_comparative(view, c, i, claims);
      if (token.is(kAdjective) && !plain) {
        std::size_t before = claims.size();
        read_plain(view, c, i, claims);
        plain = claims.size() > before;
      }
    }
  }
}

namespace {

// "charges twice as much as Y", "breaks as often as Y": the verb says whether more of it is good.
int sign_as_verb(const SentenceView& view, const Clause& clause, int i, std::string_view measure, int polarity) {
  int verb = verb_before(view, clause, i);
  if (verb < 0 || polarity < 0) return polarity;
  if ((measure == "much" || measure == "long") && view.is(verb, kConsume)) return -1;
  if (measure == "often" && view.is(verb, kPolarVerb)) return view.token(verb).word->own_polarity;
  return polarity;
}

// "It isn't as kind to your wrists", "Y does not list nearly as many": as the other of two.
void read_lone_as(const SentenceView& view, std::size_t c, int i, std::vector<Claim>& claims) {
  const Clause& clause = view.clauses[c];
  if (!view.is(i, kAs) || !is_denied(view, clause, i) || clause.subject < 0 || clause.unknown_subject) return;
  int at = i + 1;
  bool quantity = view.folded(at) == "many" || view.folded(at) == "much";
  if (!quantity && !view.is(at, kAdjective | kAdverb)) return;
  int polarity = quantity ? sign_as_verb(view, clause, i, view.folded(at), 1) : view.token(at).word->own_polarity;
  Claim claim;
  claim.subject = clause.subject;
  claim.subject_mention = clause.subject_mention;
  claim.object = implied_opponent(view, c, clause.subject);
  if (claim.object < 0 || polarity == 0) return;
  claim.direction = direction_of(-polarity);
  claim.negated = true;
  claim.hedged = is_hedged(view, clause, i);
  claim.pattern = ClaimPattern::as_as;
  claim.feature = object_feature(view, quantity ? at : i, clause.end);
  if (claim.feature.empty() && clause.verb >= 0) claim.feature = object_feature(view, clause.verb, i);
  add_claim(claims, claim);
}

}  // namespace

void find_as_as(const SentenceView& view, std::vector<Claim>& claims) {
  for (std::size_t c = 0; c < view.clauses.size(); ++c) {
    const Clause& clause = view.clauses[c];
    if (clause.excluded) continue;
    for (int i = clause.begin; i + 2 < clause.end; ++i) {
      if (!view.is(i, kAs) && !(view.folded(i) == "so" && is_negated(view, clause.begin, i))) continue;
      int second = -1;
      for (int k = i + 2; k < clause.end && k <= i + 9 && second < 0; ++k)
        if (view.is(k, kAs)) second = k;
      if (second < 0) {
        read_lone_as(view, c, i, claims);
        continue;
      }
      std::string_view first_word = view.folded(i + 1);
      if (first_word == "well" || first_word == "long" || first_word == "soon") {
        if (!is_negated(view, clause.begin, i)) continue;
      }
      Standard standard;
      standard.mentions = joined_mentions(view, second + 1, 8);
      if (standard.mentions.empty()) continue;
      standard.kind = Standard::Kind::named;
      standard.at = second;
      int polarity = 1;
      for (int k = i + 1; k < second; ++k) {
        bool filled = view.is(k, kPolarNoun) && view.folded(k - 1) == "of";  // "as full of traps as"
        if (view.is(k, kAdjective | kAdverb) || filled) polarity = view.token(k).word->own_polarity;
      }
      bool quantity = first_word == "much" || first_word == "many";
      if (quantity)
        for (int k = i + 1; k < second; ++k)
          if (view.is(k, kInverted) || (view.is(k, kPolarNoun) && view.token(k).word->own_polarity < 0)) polarity = -1;
      polarity = sign_as_verb(view, clause, i, first_word, polarity);
      bool times = false;  // "four times as fast as"
      for (int k = i - 1; k >= clause.begin && k > i - 3; --k) times = times || view.is(k, kTimes);
      bool lacking = false;  // "lacks a dashboard as clear as": said by the verb
      for (int k = clause.begin; k < i; ++k) lacking = lacking || view.is(k, kLack);
      if (lacking) continue;
      Claim claim;
      claim.negated = is_denied(view, clause, i);
      claim.direction = claim.negated ? direction_of(-polarity) : times ? direction_of(polarity) : Direction::equal;
      claim.hedged = is_hedged(view, clause, i);
      claim.pattern = ClaimPattern::as_as;
      bool none = speaks_of_none(view, clause, i);
      std::string aspect = view.is(clause.verb, kCopula) && !none ? subject_aspect(view, clause) : std::string();
      for (int k = i + 1; k < second; ++k)
        if (view.token(k).mention >= 0) second = k;  // "as tedious in X as it is in Y"
      int from = quantity && second > i + 2 ? i + 2 : i + 1;
      claim.feature = !view.context.feature.empty() ? std::string(view.context.feature)
                      : !view.label.empty()         ? std::string(view.label)
                      : !aspect.empty()             ? aspect
                                                    : std::string(view.slice(from, second));
      if (none) {  // "no language is as cheap to host as Y"
        for (int mention : standard.mentions) add_best(view, c, mention, polarity, claim.feature, claims);
        continue;
      }
      for (const Found& one : find_compared(view, clause, i, standard)) {
        claim.subject = one.subject;
        claim.subject_mention = one.mention;
        for (int mention : standard.mentions) {
          claim.object = view.subject_of(mention);
          claim.object_mention = mention;
          add_claim(claims, claim);
        }
      }
    }
  }
}

// "Nothing rivals Y", "there is no editor that comes close to Y".
void find_unrivalled(const SentenceView& view, std::vector<Claim>& claims) {
  for (std::size_t c = 0; c < view.clauses.size(); ++c) {
    // "there is no editor whose refactorings come close": one sentence of two clauses
    std::size_t from = c > 0 && view.clauses[c].subordinate && view.is(view.clauses[c].begin, kRelative) ? c - 1 : c;
    Clause clause = view.clauses[c];
    clause.begin = view.clauses[from].begin;
    if (view.clauses[c].excluded || view.clauses[from].excluded) continue;
    for (int i = view.clauses[c].begin; i < clause.end; ++i) {
      bool rivals = view.is(i, kRival) || (view.is(i, kBeat) && view.token(i).word->polarity > 0);
      if (!rivals || !speaks_of_none(view, clause, i)) continue;
      for (int mention : joined_mentions(view, i + 1, 5)) {
        std::string feature = object_after(view, clause, i + 1);
        if (feature.empty()) feature = topic_of(view, clause);
        if (feature.empty()) feature = kOverall;
        add_best(view, c, mention, 1, feature, claims);
      }
    }
  }
}

}  // namespace versus
