#include "tools/train/fit_pairs.h"

#include <linear.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace versus {
namespace {

// How often an example is learnt. Chosen by cross-validation on CompSent-19 and on Camera-COQE's pairs.
constexpr int kAnnotators = 5;  // its votes are scaled to these
constexpr int kHeard = 2;       // fewer of them are noise
constexpr int kOneReader = 1;   // what one person labelled
constexpr int kTurned = 1;      // a sentence with its comparatives turned round, for nobody wrote it, and
constexpr int kAgreed = 4;      // only where so many votes say the same

/// One set of features in liblinear's form, and how often each label is learnt from it.
struct Row {
  std::size_t begin = 0;  // in nodes
  std::array<int, kPairLabels> times{};
};

class Task {
 public:
  void add(std::vector<std::uint32_t> features, bool own, const std::array<int, kPairLabels>& times) {
    std::sort(features.begin(), features.end());  // as liblinear wants them
    rows_.push_back({nodes_.size(), times});
    double weight = length_weight(features.size());
    for (std::size_t copy = 0; copy <= (own ? 1u : 0u); ++copy)
      for (std::uint32_t feature : features)
        nodes_.push_back({static_cast<int>(feature + copy * kPairBuckets) + 1, weight});
    nodes_.push_back({-1, 0});
  }

  /// Weights label by label over both spaces.
  std::vector<double> fit(double cost) {
    std::vector<double> weights(kPairLabels * 2 * kPairBuckets);
    std::vector<feature_node*> points;
    std::vector<std::size_t> labels;
    for (const Row& row : rows_)
      for (std::size_t label = 0; label < kPairLabels; ++label)
        for (int k = 0; k < row.times[label]; ++k) {
          points.push_back(&nodes_[row.begin]);
          labels.push_back(label);
        }
    std::vector<double> targets(labels.size());
    for (std::size_t label = 0; label < kPairLabels; ++label) {
      for (std::size_t i = 0; i < labels.size(); ++i) targets[i] = labels[i] == label ? 1 : -1;
      problem task{};
      task.l = static_cast<int>(targets.size());
      task.n = static_cast<int>(2 * kPairBuckets);
      task.y = targets.data();
      task.x = points.data();
      task.bias = -1;
      parameter settings{};
      settings.solver_type = L2R_L2LOSS_SVC_DUAL;
      settings.eps = 0.05;
      settings.C = cost;
      settings.p = 0.1;
      set_print_string_function([](const char*) {});
      std::srand(1);  // liblinear's order of steps: alike in each run
      model* trained = train(&task, &settings);
      double sign = trained->label[0] == 1 ? 1 : -1;
      for (std::size_t k = 0; k < 2 * kPairBuckets; ++k) weights[label * 2 * kPairBuckets + k] = sign * trained->w[k];
      free_and_destroy_model(&trained);
    }
    return weights;
  }

 private:
  std::vector<Row> rows_;
  std::vector<feature_node> nodes_;
};

std::array<int, kPairLabels> times_of(const std::array<int, kPairLabels>& votes) {
  int total = std::max(1, std::accumulate(votes.begin(), votes.end(), 0));
  if (total == 1) return {votes[0] * kOneReader, votes[1] * kOneReader, votes[2] * kOneReader};
  std::array<int, kPairLabels> times{};
  for (std::size_t k = 0; k < kPairLabels; ++k) {
    auto n = static_cast<int>(std::lround(static_cast<double>(kAnnotators) * votes[k] / total));
    times[k] = n < kHeard ? 0 : n;
  }
  return times;
}

}  // namespace

PairWeights fit_pairs(const std::vector<const Example*>& examples, const std::vector<const Example*>& others,
                      const ClaimLexicon& lexicon, double cost, bool for_examples) {
  Task task;
  auto add = [&](const Example& example, bool own) {
    std::array<int, kPairLabels> times = times_of(example.votes);
    task.add(pair_features(example.pair(), lexicon), own, times);
    Example opposite = opposite_of(example);
    if (opposite.sentence.empty()) return;
    std::array<int, kPairLabels> turned{};
    int total = std::max(1, std::accumulate(opposite.votes.begin(), opposite.votes.end(), 0));
    for (std::size_t label = 0; label < kPairLabels; ++label)
      if (opposite.votes[label] * kAnnotators >= kAgreed * total) turned[label] = kTurned;
    task.add(pair_features(opposite.pair(), lexicon), own, turned);
  };
  bool adapted = !others.empty();
  for (const Example* example : examples) add(*example, adapted);
  for (const Example* example : others) add(*example, false);
  std::vector<double> fitted = task.fit(cost);
  std::vector<double> weights(kPairLabels * kPairBuckets);
  for (std::size_t label = 0; label < kPairLabels; ++label)
    for (std::size_t k = 0; k < kPairBuckets; ++k) {
      const double* space = &fitted[label * 2 * kPairBuckets];
      weights[label * kPairBuckets + k] = space[k] + (for_examples ? space[k + kPairBuckets] : 0.0);
    }
  double largest = 1e-9;
  for (double weight : weights) largest = std::max(largest, std::abs(weight));
  PairWeights out;
  out.scale = largest / 127;
  for (double weight : weights) out.weights.push_back(static_cast<std::int8_t>(std::lround(weight / out.scale)));
  return out;
}

}  // namespace versus
