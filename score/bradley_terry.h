// Bradley-Terry with ties: how strong is each entity, judged by all the pairs it was compared in?
//
// Davidson 1970, "On extending the Bradley-Terry model to accommodate ties in paired comparison experiments", JASA 65:
//
//   P(i > j) = p_i / D    P(tie) = nu sqrt(p_i p_j) / D    D = p_i + p_j + nu sqrt(p_i p_j)
//
// In lambda = ln p and eta = ln nu it is a multinomial logit: concave, so Newton with step halving finds the maximum.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace versus {

/// Weighted counts of one pair.
struct Games {
  std::size_t a = 0;
  std::size_t b = 0;
  double a_wins = 0;
  double ties = 0;
  double b_wins = 0;
};

struct DavidsonFit {
  std::vector<double> lambda;      // per entity; npseudo 0: the first is 0
  std::optional<double> log_nu;    // missing: no ties
  std::vector<double> covariance;  // (n x n), of lambda
  double log_likelihood = 0;
  int iterations = 0;

  double contrast(std::size_t i, std::size_t j) const { return lambda[i] - lambda[j]; }
  /// Fisher standard error of a contrast: V_ii + V_jj - 2 V_ij. Standard errors of single lambdas say nothing.
  double contrast_se(std::size_t i, std::size_t j) const;
};

enum class Covariance { wanted, skipped };

/// Fits `n` entities. `npseudo` wins and as many losses of each against a phantom of ability 0 keep small data finite;
/// with npseudo 0 the games must connect all entities. Converged: max |gradient| < 1e-9. nullopt when there is no
/// finite maximum (someone wins or loses all, only ties). `start` is a fit to begin from, or null.
std::optional<DavidsonFit> fit_davidson(std::size_t n, const std::vector<Games>& games, double npseudo,
                                        const DavidsonFit* start = nullptr, Covariance covariance = Covariance::wanted);

/// Component number of each entity, numbered from 0 by smallest member: what is never compared, directly or through
/// others, has no common scale.
std::vector<std::size_t> connected_components(std::size_t n, const std::vector<Games>& games);

}  // namespace versus
