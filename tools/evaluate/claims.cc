// versus-evaluate claims FILE.jsonl: sentences, each judged alone.
//
// Two kinds of lines are read. With "claims" (tests/extract/data): every claim of the sentence, matched by subject,
// object and direction or the pair turned round; precision, recall, direction among matched pairs, features, flags.
// With "object_a" and "object_b" (CompSent-19's format): one label for a given pair; accuracy and F1 per label.
// Intervals are percentile bootstraps over sentences with a fixed seed.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "corpus/text.h"
#include "extract/find/claims/claim.h"
#include "extract/find/claims/pair.h"
#include "extract/find/subjects.h"
#include "tools/evaluate/modes.h"

namespace versus {
namespace {

using Json = nlohmann::json;

struct Options {
  std::string file;
  bool verbose = false;
};

// ---- intervals -------------------------------------------------------------------------------------------------

/// What one sentence adds to the sums of a measure.
using Counts = std::array<double, 8>;

struct Random {  // SplitMix64
  std::uint64_t state = 20061;
  std::uint64_t next() {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
};

using Ratio = double (*)(const Counts&);

void print_measure(std::string_view name, const std::vector<Counts>& sentences, Ratio ratio) {
  Counts all{};
  for (const Counts& one : sentences)
    for (std::size_t k = 0; k < all.size(); ++k) all[k] += one[k];
  Random random;
  std::vector<double> values;
  for (int b = 0; b < 1000 && !sentences.empty(); ++b) {
    Counts sum{};
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const Counts& one = sentences[random.next() % sentences.size()];
      for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += one[k];
    }
    values.push_back(ratio(sum));
  }
  std::sort(values.begin(), values.end());
  double low = values.empty() ? 0 : values[25];
  double high = values.empty() ? 0 : values[974];
  fmt::print("{:<34} {:.3f}  [{:.3f}, {:.3f}]\n", name, ratio(all), low, high);
}

// ---- pairs -----------------------------------------------------------------------------------------------------

int evaluate_pairs(const std::vector<Json>& lines, const Options& options) {
  ClaimLexicon lexicon(Vocabulary::shipped());
  constexpr std::array<std::string_view, 3> kLabels = {"BETTER", "WORSE", "NONE"};
  std::array<std::array<int, 3>, 3> confusion{};
  std::vector<Counts> counts;
  for (const Json& line : lines) {
    std::string sentence = line.at("sentence");
    PairInSentence pair{sentence, line.at("a_span").at(0), line.at("a_span").at(1), line.at("b_span").at(0),
                        line.at("b_span").at(1)};
    auto gold = static_cast<std::size_t>(
        std::find(kLabels.begin(), kLabels.end(), line.at("label").get<std::string>()) - kLabels.begin());
    PairVerdict verdict = judge_pair(pair, lexicon);
    auto found = static_cast<std::size_t>(verdict.label);
    confusion[gold][found]++;
    Counts one{};
    one[0] = 1;
    one[1] = gold == found;
    one[2] = gold != 2 && found == gold;
    one[3] = found != 2;
    one[4] = gold != 2;
    counts.push_back(one);
    if (options.verbose && gold != found)
      fmt::print("{} for {}: {} | {} | {}\n", kLabels[found], kLabels[gold], line.at("object_a").get<std::string>(),
                 line.at("object_b").get<std::string>(), sentence);
  }
  print_measure("accuracy", counts, [](const Counts& c) { return c[1] / std::max(1.0, c[0]); });
  print_measure("precision of better and worse", counts, [](const Counts& c) { return c[2] / std::max(1.0, c[3]); });
  print_measure("recall of better and worse", counts, [](const Counts& c) { return c[2] / std::max(1.0, c[4]); });
  double weighted = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    int hit = confusion[k][k];
    int listed = confusion[k][0] + confusion[k][1] + confusion[k][2];
    int found = confusion[0][k] + confusion[1][k] + confusion[2][k];
    double f1 = listed + found == 0 ? 0 : 2.0 * hit / (listed + found);
    weighted += f1 * listed / std::max<double>(1, static_cast<double>(lines.size()));
    fmt::print("{:<8} F1 {:.3f}  ({} listed, {} found, {} right)\n", kLabels[k], f1, listed, found, hit);
  }
  fmt::print("weighted F1 {:.3f} over {} pairs\n", weighted, lines.size());
  return 0;
}

// ---- labelled sentences ----------------------------------------------------------------------------------------

struct Wanted {
  int subject = -1;
  int object = -1;
  std::string direction;
  std::string feature;
  bool hedged = false;
  bool negated = false;
  bool optional = false;
  std::vector<std::pair<std::string, int>> alternatives;  // direction, object
};

std::string inverse(const std::string& direction) {
  return direction == "better" ? "worse" : direction == "worse" ? "better" : direction;
}

bool same_claim(const Wanted& wanted, const Claim& claim, const std::string& direction) {
  auto fits = [&](int subject, int object, const std::string& wanted_direction) {
    if (claim.subject == subject && claim.object == object && direction == wanted_direction) return true;
    return object >= 0 && claim.subject == object && claim.object == subject && direction == inverse(wanted_direction);
  };
  if (fits(wanted.subject, wanted.object, wanted.direction)) return true;
  return std::any_of(wanted.alternatives.begin(), wanted.alternatives.end(),
                     [&](const auto& other) { return fits(wanted.subject, other.second, other.first); });
}

bool same_pair(const Wanted& wanted, const Claim& claim) {
  return claim.object >= 0 && ((wanted.subject == claim.subject && wanted.object == claim.object) ||
                               (wanted.subject == claim.object && wanted.object == claim.subject));
}

/// The beginnings of the words longer than three letters.
std::vector<std::string> stems(const std::string& text) {
  std::vector<std::string> found;
  std::string key = name_key(text) + ' ';
  for (std::size_t begin = 0, end = key.find(' '); end != std::string::npos;
       begin = end + 1, end = key.find(' ', begin))
    if (end - begin > 3) found.push_back(key.substr(begin, std::min<std::size_t>(5, end - begin)));
  return found;
}

bool shares_word(const std::string& a, const std::string& b) {
  for (const std::string& x : stems(a))
    for (const std::string& y : stems(b))
      if (x == y) return true;
  return false;
}

/// The names as they are given, wherever they stand as words, and what else the subjects go by.
std::vector<ClaimMention> mentions_in(const std::string& sentence, const std::vector<std::string>& names,
                                      const Subjects& subjects) {
  std::vector<ClaimMention> found;
  auto is_letter = [&](std::size_t i) {
    return i < sentence.size() && (std::isalnum(static_cast<unsigned char>(sentence[i])) != 0 || sentence[i] == '+');
  };
  auto add = [&](std::size_t begin, std::size_t end, int subject) {
    bool free = std::none_of(found.begin(), found.end(),
                             [&](const ClaimMention& other) { return begin < other.end && other.begin < end; });
    if (free && subject >= 0) found.push_back({begin, end, subject});
  };
  for (const SubjectMention& mention : subjects.find_mentions(sentence))
    add(mention.begin, mention.end, mention.subject);
  for (const std::string& name : names)
    for (std::size_t at = sentence.find(name); at != std::string::npos; at = sentence.find(name, at + 1))
      if (!(at > 0 && is_letter(at - 1)) && !is_letter(at + name.size()))
        add(at, at + name.size(), subjects.find(name));
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  return found;
}

int evaluate_labelled(const std::vector<Json>& lines, const Options& options) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  ClaimLexicon lexicon(vocabulary);
  // comparative: 0 listed, 1 found, 2 predicted, 3 right; 4-7 the same for attributes
  std::vector<Counts> counts;
  std::vector<Counts> details;  // 0 pairs, 1 direction right; 2 matched, 3 feature, 4 hedge, 5 negation
  for (const Json& line : lines) {
    std::string sentence = line.at("sentence");
    Subjects subjects;
    subjects.vocabulary = &vocabulary;
    std::vector<std::string> names = line.at("subjects");
    for (const std::string& name : names) subjects.add(name, NamedIn::title);
    auto number_of = [&](const Json& name) { return name.is_null() ? -1 : subjects.find(name.get<std::string>()); };
    ClaimContext context;
    if (names.size() == 2) context.compared = {0, 1};
    if (auto around = line.find("context"); around != line.end()) {
      std::vector<int> before;
      for (const SubjectMention& mention : subjects.find_mentions(around->value("previous", "")))
        if (std::find(before.begin(), before.end(), mention.subject) == before.end()) before.push_back(mention.subject);
      if (!before.empty()) context.previous_subject = before[0];
      if (before.size() == 2) context.previous_other = before[1];
      std::vector<SubjectMention> above = subjects.find_mentions(around->value("heading", ""));
      if (above.size() == 1) context.heading_subject = above[0].subject;
    }
    std::vector<ClaimMention> mentions = mentions_in(sentence, names, subjects);
    std::vector<Claim> found = read_claims(sentence, mentions, context, lexicon);
    std::vector<Wanted> wanted;
    for (const Json& claim : line.at("claims")) {
      Wanted one{number_of(claim.at("subject")),
                 number_of(claim.at("object")),
                 claim.at("direction"),
                 claim.at("feature"),
                 claim.at("hedged"),
                 claim.at("negated"),
                 claim.value("optional", false),
                 {}};
      for (const Json& other : claim.value("alternatives", Json::array()))
        one.alternatives.emplace_back(other.at("direction"), number_of(other.at("object")));
      wanted.push_back(std::move(one));
    }
    Counts count{};
    Counts detail{};
    std::vector<char> used(wanted.size(), 0);
    std::vector<char> matched(found.size(), 0);
    for (int pass = 0; pass < 3; ++pass) {  // those of the same feature first, optional ones last
      for (std::size_t i = 0; i < found.size(); ++i) {
        std::string direction(direction_name(found[i].direction));
        for (std::size_t k = 0; k < wanted.size() && !matched[i]; ++k) {
          if (used[k] || !same_claim(wanted[k], found[i], direction)) continue;
          if (pass == 0 && !shares_word(wanted[k].feature, found[i].feature)) continue;
          if (pass < 2 && wanted[k].optional) continue;
          used[k] = 1;
          matched[i] = wanted[k].optional ? 2 : 1;
          if (wanted[k].optional) continue;
          detail[2] += 1;
          bool feature = shares_word(wanted[k].feature, found[i].feature);
          detail[3] += feature;
          detail[4] += wanted[k].hedged == found[i].hedged;
          detail[5] += wanted[k].negated == found[i].negated;
          if (options.verbose &&
              (!feature || wanted[k].hedged != found[i].hedged || wanted[k].negated != found[i].negated))
            fmt::print("DETAIL feature '{}' for '{}' hedged {} for {} negated {} for {}: {}\n", found[i].feature,
                       wanted[k].feature, found[i].hedged, wanted[k].hedged, found[i].negated, wanted[k].negated,
                       sentence);
        }
      }
    }
    for (std::size_t k = 0; k < wanted.size(); ++k) {
      if (wanted[k].optional) continue;
      std::size_t at = wanted[k].direction == "attribute" ? 4 : 0;
      count[at] += 1;
      count[at + 1] += used[k];
      if (options.verbose && !used[k])
        fmt::print("MISS {} {} {} at {}: {}\n", line["claims"][k]["subject"].dump(), wanted[k].direction,
                   line["claims"][k]["object"].dump(), wanted[k].feature, sentence);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (matched[i] == 2) continue;
      // The same pair again for another feature of a sentence that a person listed once is neutral, as in the packs.
      std::size_t at = found[i].direction == Direction::attribute ? 4 : 0;
      count[at + 2] += 1;
      count[at + 3] += matched[i] == 1;
      bool pair = std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& w) { return same_pair(w, found[i]); });
      if (at == 0 && (pair || matched[i] == 1)) {
        detail[0] += 1;
        detail[1] += matched[i] == 1;
      }
      if (options.verbose && matched[i] == 0)
        fmt::print("FALSE {} {} {} at {} ({}): {}\n",
                   found[i].subject < 0 ? "-" : names[static_cast<std::size_t>(found[i].subject)],
                   direction_name(found[i].direction),
                   found[i].object < 0 ? "-" : names[static_cast<std::size_t>(found[i].object)], found[i].feature,
                   claim_pattern_name(found[i].pattern), sentence);
    }
    counts.push_back(count);
    details.push_back(detail);
  }
  auto precision = [](double right, double predicted) { return predicted == 0 ? 1.0 : right / predicted; };
  (void)precision;
  print_measure("comparative precision", counts, [](const Counts& c) { return c[2] == 0 ? 1 : c[3] / c[2]; });
  print_measure("comparative recall", counts, [](const Counts& c) { return c[0] == 0 ? 1 : c[1] / c[0]; });
  print_measure("attribute precision", counts, [](const Counts& c) { return c[6] == 0 ? 1 : c[7] / c[6]; });
  print_measure("attribute recall", counts, [](const Counts& c) { return c[4] == 0 ? 1 : c[5] / c[4]; });
  print_measure("direction right of pairs", details, [](const Counts& c) { return c[0] == 0 ? 1 : c[1] / c[0]; });
  print_measure("feature right of matched", details, [](const Counts& c) { return c[2] == 0 ? 1 : c[3] / c[2]; });
  print_measure("hedge right of matched", details, [](const Counts& c) { return c[2] == 0 ? 1 : c[4] / c[2]; });
  print_measure("negation right of matched", details, [](const Counts& c) { return c[2] == 0 ? 1 : c[5] / c[2]; });
  return 0;
}

int evaluate_claims(const Options& options) {
  std::ifstream in(options.file);
  if (!in) throw Error(fmt::format("{}: cannot be read", options.file));
  std::vector<Json> lines;
  std::string text;
  for (int number = 1; std::getline(in, text); ++number) {
    if (text.empty()) continue;
    Json line = Json::parse(text, nullptr, false);
    if (!line.is_object()) throw Error(fmt::format("{}:{}: not a JSON object", options.file, number));
    lines.push_back(std::move(line));
  }
  if (lines.empty()) throw Error(fmt::format("{}: no sentences", options.file));
  try {
    return lines.front().contains("object_a") ? evaluate_pairs(lines, options) : evaluate_labelled(lines, options);
  } catch (const Json::exception& error) {
    throw Error(fmt::format("{}: {}", options.file, error.what()));
  }
}

}  // namespace

Evaluate declare_claims(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("file", options->file, "sentences, one JSON object a line")->required();
  app.add_flag("-v,--verbose", options->verbose, "list misses and false claims");
  return [options] { return evaluate_claims(*options); };
}

}  // namespace versus
