#include "tools/train/fit_confidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "corpus/diagnostic.h"
#include "extract/find/claims/hash_index.h"
#include "tools/labelled/sentences.h"

namespace versus {

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
        gradient[i] += ((one->right ? 1.0 : 0.0) - p) * one->inputs[i];
        for (std::size_t k = 0; k < n; ++k) hessian[i][k] += p * (1 - p) * one->inputs[i] * one->inputs[k];
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

std::size_t fold_of(std::string_view sentence, std::size_t folds) {
  std::uint64_t hash = hash_of(sentence);
  return static_cast<std::size_t>((hash ^ (hash >> 31)) % std::max<std::size_t>(1, folds));
}

Rated rate_pair(const Example& example, const PairScores& scores, const ClaimLexicon& lexicon) {
  std::vector<ClaimMention> mentions = {{example.a_begin, example.a_end, 0}, {example.b_begin, example.b_end, 1}};
  ClaimContext context;
  context.keep_questions = true;
  context.compared = {0, 1};
  PairVerdict verdict = verdict_of(scores);
  SentenceFlags flags = flags_of(read_tokens(example.sentence, mentions, lexicon));
  Rated rated;
  rated.verdict = true;
  rated.label = static_cast<std::size_t>(verdict.label);
  rated.right = verdict.label == example.label;
  rated.inputs = confidence_inputs(scores, flags);
  for (const Claim& claim : read_claims(example.sentence, mentions, context, lexicon)) {
    if (claim.object < 0 || claim.implied) continue;
    bool turned = claim.subject == 1;
    PairLabel says = claim.direction == Direction::better  ? (turned ? PairLabel::worse : PairLabel::better)
                     : claim.direction == Direction::worse ? (turned ? PairLabel::better : PairLabel::worse)
                                                           : PairLabel::none;
    if (says == verdict.label) rated.inputs = confidence_inputs(claim, &scores, turned, flags);
  }
  return rated;
}

std::vector<Rated> rate_sentences(const std::string& file, const ClaimModel& model, std::size_t folds,
                                  const ClaimLexicon& lexicon) {
  std::vector<Rated> rated;
  std::ifstream in(file);
  if (!in) throw Error(fmt::format("{}: cannot be read", file));
  for (std::string line; std::getline(in, line);) {
    LabelledSentence labelled = read_labelled(nlohmann::json::parse(line), Vocabulary::shipped());
    std::vector<Claim> found;
    SentenceView view = view_sentence(labelled.sentence, labelled.mentions, labelled.context, lexicon);
    std::vector<WeighedClaim> weighed = weigh_claims(view, read_claims(view), lexicon, model);
    for (const WeighedClaim& one : weighed) found.push_back(one.claim);
    ClaimMatches matches = match_sentence(labelled, found);
    for (std::size_t i = 0; i < found.size(); ++i) {
      int k = matches.wanted_of[i];
      if (k >= 0 && labelled.wanted[static_cast<std::size_t>(k)].optional) continue;
      Rated one;
      one.inputs = weighed[i].inputs;
      one.right = k >= 0;
      one.fold = fold_of(labelled.sentence, folds);
      rated.push_back(one);
    }
  }
  return rated;
}

}  // namespace versus
