// versus-train: trains the linear model of extract/find/claims and the confidence of claims.
//
//   versus-train --cv 5 compsent19/train.jsonl            accuracy, F1, recall at precision .95 over folds
//   versus-train PAIRS --more PAIRS... --labelled FILE... --sentences FILE -o DIR
//                                                         writes DIR/pairs.int8, pairs.scale and confidence.txt
//
// Folds are drawn by a hash of the sentence's text, so that no sentence is in two. Deterministic.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>

#include "corpus/diagnostic.h"
#include "tools/labelled/calibration.h"
#include "tools/train/fit_confidence.h"
#include "tools/train/fit_pairs.h"

namespace versus {
namespace {

struct Options {
  std::vector<std::string> files;
  std::vector<std::string> more;      // trained on, never measured
  std::vector<std::string> labelled;  // the pairs of their claims are trained on
  std::string folder;
  std::string sentences;  // labelled ones that nothing else was trained on, for the confidence
  std::size_t folds = 0;
  double cost = 0.7;
};

constexpr std::array<std::string_view, kPairLabels> kLabels = {"BETTER", "WORSE", "NONE"};

void print_results(const std::vector<std::size_t>& gold, const std::vector<PairVerdict>& verdicts) {
  double right = 0;
  double weighted = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) right += gold[i] == static_cast<std::size_t>(verdicts[i].label);
  for (std::size_t label = 0; label < kPairLabels; ++label) {
    double hit = 0, listed = 0, found = 0;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      bool is = gold[i] == label;
      bool said = static_cast<std::size_t>(verdicts[i].label) == label;
      hit += is && said;
      listed += is;
      found += said;
    }
    double f1 = listed + found == 0 ? 0 : 2 * hit / (listed + found);
    weighted += f1 * listed / static_cast<double>(gold.size());
    fmt::print("{:<8} F1 {:.3f}  precision {:.3f} recall {:.3f}\n", kLabels[label], f1, found == 0 ? 1 : hit / found,
               listed == 0 ? 1 : hit / listed);
  }
  fmt::print("accuracy {:.4f}  weighted F1 {:.4f}\n", right / static_cast<double>(gold.size()), weighted);
  // the most recall of better and worse at a precision of .95
  std::vector<std::pair<double, bool>> said;
  double listed = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    listed += gold[i] != 2;
    if (verdicts[i].label != PairLabel::none)
      said.push_back({verdicts[i].margin, gold[i] == static_cast<std::size_t>(verdicts[i].label)});
  }
  std::sort(said.begin(), said.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
  double hit = 0, best = 0, threshold = 0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    hit += said[i].second;
    if (hit / static_cast<double>(i + 1) >= 0.95) {
      best = hit / listed;
      threshold = said[i].first;
    }
  }
  fmt::print("recall of better and worse at precision .95: {:.4f} (margin {:.2f})\n", best, threshold);
}

/// The most recall of better and worse at a precision of .95 when the most confident are taken first.
double recall_at_precision(const std::vector<Rated>& rated, const std::vector<double>& confidence, double listed) {
  std::vector<std::pair<double, bool>> said;
  for (std::size_t i = 0; i < rated.size(); ++i)
    if (rated[i].label != 2) said.emplace_back(confidence[i], rated[i].right);
  std::sort(said.begin(), said.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
  double hit = 0, best = 0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    hit += said[i].second;
    if (hit / static_cast<double>(i + 1) >= 0.95) best = hit / listed;
  }
  return best;
}

/// The confidence of each, by a regression fitted on the other folds.
std::vector<double> cross_validated(const std::vector<Rated>& rated, std::size_t folds) {
  std::vector<double> confidence(rated.size());
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const Rated*> others;
    for (const Rated& one : rated)
      if (one.fold != fold) others.push_back(&one);
    std::vector<double> weights = fit_confidence(others);
    for (std::size_t i = 0; i < rated.size(); ++i)
      if (rated[i].fold == fold) confidence[i] = confidence_of(rated[i].inputs, weights);
  }
  return confidence;
}

void print_calibration_of(const std::vector<Rated>& rated, const std::vector<double>& confidence,
                          std::string_view what) {
  std::vector<std::pair<double, bool>> pairs;
  for (std::size_t i = 0; i < rated.size(); ++i) pairs.emplace_back(confidence[i], rated[i].right);
  print_calibration(pairs, what);
}

int run(const Options& options) {
  std::vector<Example> measured, more;
  auto append = [](std::vector<Example>& to, std::vector<Example> from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
  };
  for (const std::string& file : options.files) append(measured, read_examples(file));
  for (const std::string& file : options.more) append(more, read_examples(file));
  for (const std::string& file : options.labelled) append(more, read_labelled_examples(file));
  ClaimLexicon lexicon(Vocabulary::shipped());
  auto fit_all_but = [&](std::size_t fold, bool for_measured) {
    std::vector<const Example*> examples, others;
    for (const Example& example : measured)
      if (options.folds == 0 || fold == options.folds || fold_of(example.sentence, options.folds) != fold)
        examples.push_back(&example);
    for (const Example& example : more) others.push_back(&example);
    return fit_pairs(examples, others, lexicon, options.cost, for_measured);
  };
  std::vector<Rated> rated_pairs;
  if (options.folds > 0) {
    std::vector<std::size_t> gold;
    std::vector<PairVerdict> verdicts;
    double listed = 0;
    for (std::size_t fold = 0; fold < options.folds; ++fold) {
      PairWeights fitted = fit_all_but(fold, true);
      for (const Example& example : measured) {
        if (fold_of(example.sentence, options.folds) != fold) continue;
        PairScores scores = score_pair(pair_features(example.pair(), lexicon), fitted.weights, fitted.scale);
        gold.push_back(static_cast<std::size_t>(example.label));
        listed += example.label != PairLabel::none;
        verdicts.push_back(verdict_of(scores));
        rated_pairs.push_back(rate_pair(example, scores, lexicon));
        rated_pairs.back().fold = fold;
      }
    }
    print_results(gold, verdicts);
    std::vector<double> confidence = cross_validated(rated_pairs, options.folds);
    fmt::print("recall of better and worse at precision .95 by confidence: {:.4f}\n",
               recall_at_precision(rated_pairs, confidence, listed));
    print_calibration_of(rated_pairs, confidence, "labels of pairs");
  }
  if (options.folder.empty()) return 0;
  PairWeights fitted = fit_all_but(options.folds, false);
  std::ofstream out(options.folder + "/pairs.int8", std::ios::binary);
  out.write(reinterpret_cast<const char*>(fitted.weights.data()), static_cast<std::streamsize>(fitted.weights.size()));
  std::ofstream(options.folder + "/pairs.scale") << fmt::format("{:.9g}\n", fitted.scale);
  if (!out) throw Error(fmt::format("{}: cannot be written", options.folder));
  if (options.sentences.empty()) return 0;
  constexpr std::size_t kSentenceFolds = 5;
  std::vector<Rated> rated =
      rate_sentences(options.sentences, {fitted.weights, fitted.scale, {}}, kSentenceFolds, lexicon);
  print_calibration_of(rated, cross_validated(rated, kSentenceFolds), "claims of the sentences, over five folds");
  std::vector<const Rated*> all;
  for (const Rated& one : rated) all.push_back(&one);
  std::ofstream confidence(options.folder + "/confidence.txt");
  confidence << "# One weight per input of confidence_inputs (confidence.h).\n";
  for (double weight : fit_confidence(all)) confidence << fmt::format("{:.6f}\n", weight);
  return 0;
}

}  // namespace
}  // namespace versus

int main(int argc, char** argv) {
  versus::Options options;
  CLI::App app("trains the linear model of claims and their confidence", "versus-train");
  app.add_option("file", options.files, "labelled pairs, one JSON object a line")->required();
  app.add_option("--more", options.more, "further pairs: trained on, never measured");
  app.add_option("--labelled", options.labelled, "sentences with labelled claims, whose pairs are trained on");
  app.add_option("-o,--output", options.folder, "folder for the weights");
  app.add_option("--sentences", options.sentences, "further labelled sentences, for the confidence alone");
  app.add_option("--cv", options.folds, "measure by cross-validation over so many folds");
  app.add_option("-c,--cost", options.cost, "liblinear's C")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    return versus::run(options);
  } catch (const std::exception& error) {
    fmt::print(stderr, "versus-train: {}\n", error.what());
    return 2;
  }
}
