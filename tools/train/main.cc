// versus-train: trains the linear model of extract/find/claims from labelled pairs (CompSent-19's format).
//
//   versus-train --cv 5 train.jsonl              accuracy, F1, precision at recall over folds; nothing is written
//   versus-train train.jsonl more.jsonl -o DIR   writes DIR/pairs.int8 and DIR/pairs.scale
//
// Each sentence is also learnt with its comparatives turned into their opposites and its label turned with them; folds
// are drawn by a hash of the sentence's text, so that no sentence is in two. Deterministic: liblinear's own generator
// is seeded alike in each run.

#include <fmt/format.h>
#include <linear.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "corpus/diagnostic.h"
#include "extract/find/claims/confidence.h"
#include "tools/labelled/calibration.h"
#include "tools/labelled/sentences.h"
#include "tools/train/opposites.h"

namespace versus {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, kPairLabels> kLabels = {"BETTER", "WORSE", "NONE"};

constexpr double kSentenceWeight =
    3;                         // of a labelled sentence beside a pair: there are fewer, and they are closer to articles
constexpr double kSure = 0.9;  // of the annotators of a sentence

struct Options {
  std::vector<std::string> files;
  std::string folder;
  std::string sentences;  // labelled ones, for the confidence of what pairs do not show
  int folds = 0;
  double cost = 2;
};

struct Example {
  std::string sentence;
  std::size_t a_begin, a_end, b_begin, b_end;
  PairLabel label = PairLabel::none;
  double weight = 1;  // share of annotators who agreed
};

PairInSentence pair_of(const Example& example) {
  return {example.sentence, example.a_begin, example.a_end, example.b_begin, example.b_end};
}

std::vector<Example> read_examples(const std::vector<std::string>& files) {
  std::vector<Example> examples;
  for (const std::string& file : files) {
    std::ifstream in(file);
    if (!in) throw Error(fmt::format("{}: cannot be read", file));
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      Json json = Json::parse(line, nullptr, false);
      if (!json.is_object()) throw Error(fmt::format("{}:{}: not a JSON object", file, number));
      Example example{json.at("sentence"),         json.at("a_span").at(0), json.at("a_span").at(1),
                      json.at("b_span").at(0),     json.at("b_span").at(1), PairLabel::none,
                      json.value("agreement", 1.0)};
      std::string label = json.at("label");
      example.label = static_cast<PairLabel>(std::find(kLabels.begin(), kLabels.end(), label) - kLabels.begin());
      examples.push_back(std::move(example));
    }
  }
  return examples;
}

/// The sentence with its comparatives turned round; empty sentence: it has none.
Example opposite_of(const Example& example) {
  Turned turned =
      turn_comparatives(example.sentence, {{example.a_begin, example.a_end}, {example.b_begin, example.b_end}});
  Example out = example;
  out.sentence = turned.changed ? turned.sentence : std::string();
  if (turned.changed) {
    out.a_begin = turned.places[0].first;
    out.a_end = turned.places[0].second;
    out.b_begin = turned.places[1].first;
    out.b_end = turned.places[1].second;
    if (example.label != PairLabel::none)
      out.label = example.label == PairLabel::better ? PairLabel::worse : PairLabel::better;
  }
  return out;
}

struct Row {
  std::vector<std::uint32_t> features;
  std::size_t label = 0;
  double weight = 1;
};

/// Weights label by label, as floats.
std::vector<double> fit(const std::vector<const Row*>& rows, double cost) {
  std::vector<double> weights(kPairLabels * kPairBuckets, 0.0);
  std::vector<feature_node> nodes;
  std::vector<std::size_t> starts;
  std::vector<double> targets(rows.size());
  for (const Row* row : rows) {
    starts.push_back(nodes.size());
    for (std::uint32_t feature : row->features)
      nodes.push_back({static_cast<int>(feature) + 1, length_weight(row->features.size())});
    nodes.push_back({-1, 0});
  }
  std::vector<feature_node*> pointers;
  for (std::size_t start : starts) pointers.push_back(&nodes[start]);
  for (std::size_t label = 0; label < kPairLabels; ++label) {  // one against the rest
    for (std::size_t i = 0; i < rows.size(); ++i) targets[i] = rows[i]->label == label ? 1 : -1;
    problem task{};
    task.l = static_cast<int>(rows.size());
    task.n = static_cast<int>(kPairBuckets);
    task.y = targets.data();
    task.x = pointers.data();
    task.bias = -1;
    parameter settings{};
    settings.solver_type = L2R_L2LOSS_SVC_DUAL;
    settings.eps = 0.05;
    settings.C = cost;
    settings.p = 0.1;
    set_print_string_function([](const char*) {});
    std::srand(1);
    model* trained = train(&task, &settings);
    double sign = trained->label[0] == 1 ? 1 : -1;
    for (std::size_t k = 0; k < kPairBuckets; ++k) weights[label * kPairBuckets + k] = sign * trained->w[k];
    free_and_destroy_model(&trained);
  }
  return weights;
}

struct Quantized {
  std::vector<std::int8_t> weights;
  double scale = 1;
};

Quantized quantize(const std::vector<double>& weights) {
  double largest = 1e-9;
  for (double weight : weights) largest = std::max(largest, std::abs(weight));
  Quantized out;
  out.scale = largest / 127;
  for (double weight : weights) out.weights.push_back(static_cast<std::int8_t>(std::lround(weight / out.scale)));
  return out;
}

std::uint64_t fold_hash(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ull;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash ^ (hash >> 31);
}

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
  fmt::print("recall of better and worse at precision .95: {:.3f} (margin {:.2f})\n", best, threshold);
}

// ---- confidence ------------------------------------------------------------------------------------------------

/// A claim or verdict with whether a person agrees.
struct Rated {
  ConfidenceInputs inputs{};
  double right = 0;
  std::size_t fold = 0;
  std::size_t label = 2;
  bool verdict = false;  // the system's label of a pair: what the published measures count
  double weight = 1;
};

/// Logistic regression, ridge 1, by Newton's method.
std::vector<double> fit_confidence(const std::vector<const Rated*>& data) {
  constexpr std::size_t n = kConfidenceInputs;
  std::vector<double> weights(n, 0.0);
  for (int round = 0; round < 30; ++round) {
    std::vector<double> gradient(n);
    std::vector<std::vector<double>> hessian(n, std::vector<double>(n, 0.0));
    for (std::size_t k = 0; k < n; ++k) {
      gradient[k] = -weights[k];
      hessian[k][k] = 1;
    }
    for (const Rated* one : data) {
      double p = confidence_of(one->inputs, weights);
      for (std::size_t i = 0; i < n; ++i) {
        if (one->inputs[i] == 0) continue;
        gradient[i] += one->weight * (one->right - p) * one->inputs[i];
        for (std::size_t k = 0; k < n; ++k)
          hessian[i][k] += one->weight * p * (1 - p) * one->inputs[i] * one->inputs[k];
      }
    }
    for (std::size_t i = 0; i < n; ++i) {  // Gauss without pivoting: positive definite
      for (std::size_t r = i + 1; r < n; ++r) {
        double factor = hessian[r][i] / hessian[i][i];
        for (std::size_t k = i; k < n; ++k) hessian[r][k] -= factor * hessian[i][k];
        gradient[r] -= factor * gradient[i];
      }
    }
    double moved = 0;
    for (std::size_t i = n; i-- > 0;) {
      for (std::size_t k = i + 1; k < n; ++k) gradient[i] -= hessian[i][k] * gradient[k];
      gradient[i] /= hessian[i][i];
      moved = std::max(moved, std::abs(gradient[i]));
    }
    for (std::size_t i = 0; i < n; ++i) weights[i] += gradient[i];
    if (moved < 1e-9) break;
  }
  return weights;
}

/// The claims that the grammar makes of the pair, and the label of the whole system.
void rate_example(const Example& example, const PairScores& scores, std::size_t fold, const ClaimLexicon& lexicon,
                  std::vector<Rated>& rated) {
  std::vector<ClaimMention> mentions = {{example.a_begin, example.a_end, 0}, {example.b_begin, example.b_end, 1}};
  ClaimContext context;
  context.keep_questions = true;
  context.compared = {0, 1};
  PairVerdict verdict = verdict_of(scores);
  ConfidenceInputs best = confidence_inputs(scores);
  for (const Claim& claim : read_claims(example.sentence, mentions, context, lexicon)) {
    if (claim.object < 0 || claim.implied) continue;
    bool turned = claim.subject == 1;
    PairLabel says = claim.direction == Direction::better  ? (turned ? PairLabel::worse : PairLabel::better)
                     : claim.direction == Direction::worse ? (turned ? PairLabel::better : PairLabel::worse)
                                                           : PairLabel::none;
    Rated one;
    one.inputs = confidence_inputs(claim, &scores, turned);
    one.right = says == example.label;
    one.fold = fold;
    one.label = static_cast<std::size_t>(says);
    rated.push_back(one);
    if (says == verdict.label) best = one.inputs;
  }
  Rated whole;
  whole.inputs = best;
  whole.right = verdict.label == example.label;
  whole.fold = fold;
  whole.label = static_cast<std::size_t>(verdict.label);
  whole.verdict = true;
  rated.push_back(whole);
}

/// Claims of labelled sentences, rated by a model that never saw them. The grammar was made with these sentences in
/// view and errs more elsewhere: a right claim counts kSeenRight, measured on documents that it was not made with.
constexpr double kSeenRight = 0.95;

void rate_sentences(const std::string& file, const Quantized& fitted, int folds, const ClaimLexicon& lexicon,
                    std::vector<Rated>& rated) {
  std::ifstream in(file);
  if (!in) throw Error(fmt::format("{}: cannot be read", file));
  for (std::string line; std::getline(in, line);) {
    LabelledSentence labelled = read_labelled(Json::parse(line), Vocabulary::shipped());
    std::vector<Claim> found = read_claims(labelled.sentence, labelled.mentions, labelled.context, lexicon);
    ClaimMatches matches = match_sentence(labelled, found);
    for (std::size_t i = 0; i < found.size(); ++i) {
      int k = matches.wanted_of[i];
      if (k >= 0 && labelled.wanted[static_cast<std::size_t>(k)].optional) continue;
      // "X does A, while Y does B" is labelled as a comparison: what else it says of X is not wrong
      if (k < 0 && found[i].direction == Direction::attribute && !labelled.wanted.empty()) continue;
      ClaimScores voice =
          score_claim(found[i], labelled.sentence, labelled.mentions, lexicon, fitted.weights, fitted.scale);
      Rated one;
      one.inputs = confidence_inputs(found[i], voice.found ? &voice.scores : nullptr, voice.turned);
      one.right = k >= 0 ? kSeenRight : 0;
      one.fold = fold_hash(labelled.sentence) % static_cast<std::uint64_t>(folds);
      one.weight = kSentenceWeight;
      rated.push_back(one);
    }
  }
}

int run(const Options& options) {
  std::vector<Example> examples = read_examples(options.files);
  ClaimLexicon lexicon(Vocabulary::shipped());
  std::vector<Row> rows;
  std::vector<Row> opposites(examples.size());
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const Example& example = examples[i];
    rows.push_back({pair_features(pair_of(example), lexicon), static_cast<std::size_t>(example.label), example.weight});
    Example turned = opposite_of(example);
    if (!turned.sentence.empty())
      opposites[i] = {pair_features(pair_of(turned), lexicon), static_cast<std::size_t>(turned.label), example.weight};
  }
  auto fit_all_but = [&](int fold) {
    std::vector<const Row*> used;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (fold >= 0 &&
          static_cast<int>(fold_hash(examples[i].sentence) % static_cast<std::uint64_t>(options.folds)) == fold)
        continue;
      used.push_back(&rows[i]);
      if (rows[i].weight >= kSure) used.push_back(&rows[i]);  // all agree: counts twice
      if (!opposites[i].features.empty()) used.push_back(&opposites[i]);
    }
    return quantize(fit(used, options.cost));
  };
  std::vector<Rated> rated;
  if (options.folds > 0) {
    std::vector<std::size_t> gold;
    std::vector<PairVerdict> verdicts;
    for (int fold = 0; fold < options.folds; ++fold) {
      Quantized fitted = fit_all_but(fold);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<int>(fold_hash(examples[i].sentence) % static_cast<std::uint64_t>(options.folds)) != fold)
          continue;
        PairScores scores = score_pair(rows[i].features, fitted.weights, fitted.scale);
        gold.push_back(rows[i].label);
        verdicts.push_back(verdict_of(scores));
        rate_example(examples[i], scores, static_cast<std::size_t>(fold), lexicon, rated);
      }
    }
    print_results(gold, verdicts);
    if (!options.sentences.empty()) rate_sentences(options.sentences, fit_all_but(-1), options.folds, lexicon, rated);
    std::vector<std::pair<double, bool>> of_claims, of_verdicts, of_named;
    double listed = 0;
    for (std::size_t label : gold) listed += label != 2;
    for (int fold = 0; fold < options.folds; ++fold) {
      std::vector<const Rated*> others;
      for (const Rated& one : rated)
        if (static_cast<int>(one.fold) != fold) others.push_back(&one);
      std::vector<double> weights = fit_confidence(others);
      for (const Rated& one : rated) {
        if (static_cast<int>(one.fold) != fold) continue;
        double confidence = confidence_of(one.inputs, weights);
        (one.verdict ? of_verdicts : of_claims).emplace_back(confidence, one.right > 0.5);
        if (one.verdict && one.label != 2) of_named.emplace_back(confidence, one.right > 0.5);
      }
    }
    std::sort(of_named.begin(), of_named.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
    double hit = 0, best = 0;
    for (std::size_t i = 0; i < of_named.size(); ++i) {
      hit += of_named[i].second;
      if (hit / static_cast<double>(i + 1) >= 0.95) best = hit / listed;
    }
    fmt::print("recall of better and worse at precision .95 by confidence: {:.3f}\n", best);
    print_calibration(of_claims, "claims of the grammar");
    print_calibration(of_verdicts, "labels of pairs");
  }
  if (!options.folder.empty()) {
    Quantized fitted = fit_all_but(-1);
    std::ofstream out(options.folder + "/pairs.int8", std::ios::binary);
    out.write(reinterpret_cast<const char*>(fitted.weights.data()),
              static_cast<std::streamsize>(fitted.weights.size()));
    std::ofstream(options.folder + "/pairs.scale") << fmt::format("{:.9g}\n", fitted.scale);
    if (!out) throw Error(fmt::format("{}: cannot be written", options.folder));
    if (!rated.empty()) {
      std::vector<const Rated*> all;
      for (const Rated& one : rated) all.push_back(&one);
      std::ofstream confidence(options.folder + "/confidence.txt");
      confidence << "# One weight per input of confidence_inputs (confidence.h).\n";
      for (double weight : fit_confidence(all)) confidence << fmt::format("{:.6f}\n", weight);
    }
  }
  return 0;
}

}  // namespace
}  // namespace versus

int main(int argc, char** argv) {
  versus::Options options;
  CLI::App app("trains the linear model of claims", "versus-train");
  app.add_option("file", options.files, "labelled pairs, one JSON object a line")->required();
  app.add_option("-o,--output", options.folder, "folder for the weights");
  app.add_option("--sentences", options.sentences, "sentences with labelled claims, for the confidence");
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
