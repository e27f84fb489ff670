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

#include "extract/find/claims/judge.h"
#include "tools/evaluate/measures.h"
#include "tools/evaluate/modes.h"
#include "tools/labelled/calibration.h"
#include "tools/labelled/sentences.h"

namespace versus {
namespace {

using Json = nlohmann::json;

struct Options {
  std::string file, floors;
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

Measure print_measure(std::string_view name, const std::vector<Counts>& sentences, Ratio ratio) {
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
  return {std::string(name), ratio(all)};
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

int evaluate_labelled(const std::vector<Json>& lines, const Options& options) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  ClaimLexicon lexicon(vocabulary);
  // comparative: 0 listed, 1 found, 2 predicted, 3 right; 4-7 the same for attributes
  std::vector<Counts> counts;
  std::vector<std::pair<double, bool>> rated;
  std::vector<Measure> measures;
  std::vector<Counts> details;  // 0 pairs, 1 direction right; 2 matched, 3 feature, 4 hedge, 5 negation
  for (const Json& line : lines) {
    LabelledSentence labelled = read_labelled(line, vocabulary);
    const std::string& sentence = labelled.sentence;
    const std::vector<WantedClaim>& wanted = labelled.wanted;
    std::vector<Claim> found =
        judge_claims(sentence, labelled.mentions, labelled.context, lexicon, shipped_claim_model());
    ClaimMatches matches = match_sentence(labelled, found);
    Counts count{};
    Counts detail{};
    for (std::size_t i = 0; i < found.size(); ++i) {
      int k = matches.wanted_of[i];
      if (k < 0 || wanted[static_cast<std::size_t>(k)].optional) continue;
      const WantedClaim& one = wanted[static_cast<std::size_t>(k)];
      bool feature = shares_word(one.feature, found[i].feature);
      detail[2] += 1;
      detail[3] += feature;
      detail[4] += one.hedged == found[i].hedged;
      detail[5] += one.negated == found[i].negated;
      if (options.verbose && (!feature || one.hedged != found[i].hedged || one.negated != found[i].negated))
        fmt::print("DETAIL feature '{}' for '{}' hedged {} for {} negated {} for {}: {}\n", found[i].feature,
                   one.feature, found[i].hedged, one.hedged, found[i].negated, one.negated, sentence);
    }
    for (std::size_t k = 0; k < wanted.size(); ++k) {
      if (wanted[k].optional) continue;
      std::size_t at = wanted[k].direction == "attribute" ? 4 : 0;
      count[at] += 1;
      count[at + 1] += matches.found[k];
      if (options.verbose && !matches.found[k])
        fmt::print("MISS {} {} {} at {}: {}\n", line["claims"][k]["subject"].dump(), wanted[k].direction,
                   line["claims"][k]["object"].dump(), wanted[k].feature, sentence);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      int k = matches.wanted_of[i];
      if (k >= 0 && wanted[static_cast<std::size_t>(k)].optional) continue;
      bool right = k >= 0;
      std::size_t at = found[i].direction == Direction::attribute ? 4 : 0;
      count[at + 2] += 1;
      count[at + 3] += right;
      bool pair =
          std::any_of(wanted.begin(), wanted.end(), [&](const WantedClaim& w) { return same_pair(w, found[i]); });
      bool direction =  // a second claim that says the same of the pair is surplus, not turned round
          std::any_of(wanted.begin(), wanted.end(), [&](const WantedClaim& w) { return same_direction(w, found[i]); });
      if (at == 0 && (pair || right)) {
        detail[0] += 1;
        detail[1] += direction;
      }
      rated.emplace_back(found[i].confidence, right);
      if (options.verbose && !right)
        fmt::print("FALSE {} {} {} at {} ({}): {}\n",
                   found[i].subject < 0 ? "-" : labelled.names[static_cast<std::size_t>(found[i].subject)],
                   direction_name(found[i].direction),
                   found[i].object < 0 ? "-" : labelled.names[static_cast<std::size_t>(found[i].object)],
                   found[i].feature, claim_pattern_name(found[i].pattern), sentence);
    }
    counts.push_back(count);
    details.push_back(detail);
  }
  measures.push_back(
      print_measure("comparative precision", counts, [](const Counts& c) { return c[2] == 0 ? 1 : c[3] / c[2]; }));
  measures.push_back(
      print_measure("comparative recall", counts, [](const Counts& c) { return c[0] == 0 ? 1 : c[1] / c[0]; }));
  measures.push_back(
      print_measure("attribute precision", counts, [](const Counts& c) { return c[6] == 0 ? 1 : c[7] / c[6]; }));
  measures.push_back(
      print_measure("attribute recall", counts, [](const Counts& c) { return c[4] == 0 ? 1 : c[5] / c[4]; }));
  measures.push_back(
      print_measure("direction right of pairs", details, [](const Counts& c) { return c[0] == 0 ? 1 : c[1] / c[0]; }));
  measures.push_back(
      print_measure("feature right of matched", details, [](const Counts& c) { return c[2] == 0 ? 1 : c[3] / c[2]; }));
  measures.push_back(
      print_measure("hedge right of matched", details, [](const Counts& c) { return c[2] == 0 ? 1 : c[4] / c[2]; }));
  measures.push_back(
      print_measure("negation right of matched", details, [](const Counts& c) { return c[2] == 0 ? 1 : c[5] / c[2]; }));
  print_calibration(rated, "confidence of claims");
  return options.floors.empty() || floors_hold(measures, options.floors) ? 0 : 1;
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
  app.add_option("--floors", options->floors, "metric TAB floor, for labelled claims");
  app.add_flag("-v,--verbose", options->verbose, "list misses and false claims");
  return [options] { return evaluate_claims(*options); };
}

}  // namespace versus
