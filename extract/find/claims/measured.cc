// "X starts in two seconds, Y needs a minute", "X manages forty frames per second; Y three": two amounts of one kind,
// each said of one of the two.

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

constexpr double kClearlyMore = 1.2;  // less may be noise

struct NumberWord {
  std::string_view word;
  double value;
};
constexpr std::array kNumberWords = {
    NumberWord{"half", .5},    NumberWord{"a", 1},          NumberWord{"an", 1},       NumberWord{"one", 1},
    NumberWord{"two", 2},      NumberWord{"couple", 2},     NumberWord{"three", 3},    NumberWord{"few", 3},
    NumberWord{"four", 4},     NumberWord{"several", 4},    NumberWord{"five", 5},     NumberWord{"six", 6},
    NumberWord{"seven", 7},    NumberWord{"eight", 8},      NumberWord{"nine", 9},     NumberWord{"ten", 10},
    NumberWord{"eleven", 11},  NumberWord{"twelve", 12},    NumberWord{"fifteen", 15}, NumberWord{"twenty", 20},
    NumberWord{"thirty", 30},  NumberWord{"forty", 40},     NumberWord{"fifty", 50},   NumberWord{"sixty", 60},
    NumberWord{"seventy", 70}, NumberWord{"eighty", 80},    NumberWord{"ninety", 90},  NumberWord{"hundred", 100},
    NumberWord{"dozen", 12},   NumberWord{"thousand", 1000}};

struct Unit {
  std::string_view singular;
  double seconds;
};
constexpr std::array kUnits = {Unit{"ms", .001},   Unit{"millisecond", .001}, Unit{"s", 1},        Unit{"sec", 1},
                               Unit{"second", 1},  Unit{"min", 60},           Unit{"minute", 60},  Unit{"hour", 3600},
                               Unit{"day", 86400}, Unit{"week", 604800},      Unit{"month", 2.6e6}};

std::optional<double> seconds_in(std::string_view word) {
  for (const Unit& unit : kUnits)
    if (word == unit.singular ||
        (word.size() > 2 && word.ends_with('s') && word.substr(0, word.size() - 1) == unit.singular))
      return unit.seconds;
  return std::nullopt;
}

std::optional<double> number_at(const SentenceView& view, int i) {
  if (!view.is_word(i)) return std::nullopt;
  std::string_view word = view.folded(i);
  if (view.token(i).number) {
    double value = 0;
    auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
    return value;
  }
  for (const NumberWord& known : kNumberWords)
    if (known.word == word) return known.value;
  return std::nullopt;
}

enum class Measure { none, time, rate, money };

struct Amount {
  Measure measure = Measure::none;
  double value = 0;  // seconds, or of each second
  double unit = 1;
  int begin = 0;  // tokens
  int end = 0;
};

// The amount that begins at token `i`; one without a unit has no measure.
std::optional<Amount> amount_at(const SentenceView& view, int i) {
  std::optional<double> number = number_at(view, i);
  if (!number) return std::nullopt;
  Amount amount{Measure::none, *number, 1, i, i + 1};
  while (amount.end < view.size()) {  // "half a", "forty five", "two hundred"
    std::optional<double> next = number_at(view, amount.end);
    if (!next || view.token(amount.end).number) break;
    if (view.folded(amount.end) == "a" || view.folded(amount.end) == "an") next = 1;
    bool adds = *next < amount.value && amount.value >= 20 && *next >= 1 && view.folded(amount.end) != "a";
    amount.value = adds ? amount.value + *next : amount.value * *next;
    ++amount.end;
  }
  if (counts_money(view, i + 1) || (amount.end < view.size() && counts_money(view, amount.end + 1))) {
    amount.measure = Measure::money;
    return amount;
  }
  if (amount.end < view.size())
    if (std::optional<double> unit = seconds_in(view.folded(amount.end))) {
      amount.measure = Measure::time;
      amount.unit = *unit;
      amount.value *= *unit;
      ++amount.end;
      return amount;
    }
  std::string_view word = view.folded(i);
  if (word == "a" || word == "an") return std::nullopt;  // no more than an article
  for (int k = amount.end; k + 1 < view.size() && k < amount.end + 3 && view.is_word(k); ++k) {
    bool each = view.folded(k) == "per" || view.folded(k) == "a" || view.folded(k) == "each";
    std::optional<double> unit = each ? seconds_in(view.folded(k + 1)) : std::nullopt;
    if (!unit) continue;
    amount.measure = Measure::rate;
    amount.unit = 1 / *unit;
    amount.value /= *unit;
    amount.end = k + 2;
    return amount;
  }
  return amount;
}

// "took", "in", "within": the time is waited for, and not "lasts ten hours".
bool is_waited_for(const SentenceView& view, int from, const Amount& amount) {
  bool waited = false;
  for (int k = from; k < amount.begin; ++k) {
    std::string_view word = view.folded(k);
    if (word == "for" || word == "every" || word == "last" || word == "lasts" || word == "lasted") return false;
    bool takes = word == "takes" || word == "take" || word == "took" || word == "needs" || word == "needed" ||
                 word == "need" || word == "requires" || word == "required" || word == "taking";
    waited = waited || takes || (word == "in" && k + 4 > amount.begin) || word == "within";
  }
  return waited;
}

bool names_a_unit(const SentenceView& view) {
  for (int i = 0; i < view.size(); ++i)
    if (view.is(i, kUnit) || (view.token(i).number && counts_money(view, i + 1))) return true;
  return false;
}

// "Median latency came to", "Price per seat:": what is measured is a cost.
bool measures_a_burden(const SentenceView& view, int end) {
  if (view.measured_sign < 0) return true;
  for (int i = 0; i < end; ++i)
    if (view.is(i, kInverted) && !view.is(i, kUnit)) return true;
  return false;
}

// "3 ms with X", "260 for Y": the one named after the amount, -1: none.
int owner_after(const SentenceView& view, int end) {
  if (!view.is(end, kPreposition)) return -1;
  std::string_view word = view.folded(end);
  if (word != "for" && word != "with" && word != "on" && word != "in" && word != "at") return -1;
  int named = view.is(end + 1, kDeterminer) ? end + 2 : end + 1;
  return view.is_mention(named) ? view.token(named).mention : -1;
}

bool is_paid(const SentenceView& view, int end) {
  for (int i = 0; i < end; ++i)
    if (view.is(i, kConsume)) return true;
  return false;
}

struct Measured {
  Amount amount;
  int mention = -1;
  int clause_begin = 0;
};

}  // namespace

void find_measured(const SentenceView& view, std::vector<Claim>& claims) {
  if (view.is_question || view.mentions.size() < 2) return;
  bool compared = std::any_of(claims.begin(), claims.end(), [](const Claim& claim) { return claim.object >= 0; });
  if (compared || !names_a_unit(view)) return;
  std::vector<Measured> found;
  int mention = -1;
  int since = 0;  // from the nearest mention on, or from the verb before it: "took X ten seconds"
  for (int i = 0; i < view.size(); ++i) {
    if (view.token(i).mention >= 0) {
      mention = view.token(i).mention;
      since = std::max(0, i - 2);
      continue;
    }
    std::optional<Amount> amount = amount_at(view, i);
    if (!amount) continue;
    bool bare = amount->measure == Measure::none;
    if (bare && !found.empty()) {  // "needs close to ten": of what the first was measured in
      bool ends = amount->end >= view.size() || !view.is_word(amount->end) || view.is(amount->end, kConjunction);
      if (ends && owner_after(view, amount->end) < 0) {
        amount->measure = found.back().amount.measure;
        amount->unit = found.back().amount.unit;
        amount->value *= amount->unit;
      }
    }
    int owner = owner_after(view, amount->end);
    if (bare && owner >= 0 && !found.empty()) {
      amount->measure = found.back().amount.measure;
      amount->value *= found.back().amount.unit;
    }
    if (owner < 0) owner = mention;
    if (amount->measure == Measure::none || owner < 0) continue;
    bool first = found.empty();
    bool burden = measures_a_burden(view, amount->begin);
    if (amount->measure == Measure::time && first && !burden && !is_waited_for(view, since, *amount)) continue;
    if (amount->measure == Measure::money && first && !burden && !is_paid(view, amount->begin)) continue;
    if (!first && found.back().mention == owner) continue;
    found.push_back({*amount, owner, since});
    i = amount->end - 1;
  }
  if (found.size() != 2 || found[0].amount.measure != found[1].amount.measure) return;
  const Measured& a = found[0];
  const Measured& b = found[1];
  if (view.subject_of(a.mention) == view.subject_of(b.mention) || a.amount.value <= 0 || b.amount.value <= 0) return;
  double ratio = a.amount.value / b.amount.value;
  if (ratio < kClearlyMore && ratio > 1 / kClearlyMore) return;
  for (const Clause& clause : view.clauses)
    if (clause.begin <= b.amount.begin && clause.excluded) return;
  Claim claim;
  set_pair(view, claim, a.mention, b.mention);
  bool less_is_good = a.amount.measure != Measure::rate;
  claim.direction = (ratio < 1) == less_is_good ? Direction::better : Direction::worse;
  claim.pattern = ClaimPattern::contrast;
  const Clause& clause = view.clauses.front();
  claim.hedged = is_hedged(view, clause, clause.end);
  if (a.amount.measure == Measure::rate) {
    claim.feature = std::string(view.slice(a.amount.begin + 1, a.amount.end));
  } else {
    claim.feature = subject_aspect(view, clause);
    if (claim.feature.empty() && clause.verb >= 0 && clause.verb < a.amount.begin)
      claim.feature = std::string(view.slice(clause.verb, a.amount.begin));
  }
  if (!view.context.feature.empty()) claim.feature = std::string(view.context.feature);
  if (!view.label.empty()) claim.feature = std::string(view.label);
  if (claim.feature.empty()) claim.feature = a.amount.measure == Measure::money ? "price" : "time";
  add_claim(claims, claim);
}

}  // namespace versus
