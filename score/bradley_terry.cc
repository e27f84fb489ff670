#include "score/bradley_terry.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace versus {
namespace {

using Index = std::size_t;
using Vector = std::vector<double>;

constexpr double kGradientGoal = 1e-9;
constexpr int kMaxIterations = 200;
constexpr double kMaxAbility = 40;  // beyond it a maximum is not finite: e^40 to one

/// The likelihood of one set of games at theta = (free lambdas..., [eta]).
class Likelihood {
 public:
  Likelihood(Index n, const std::vector<Games>& games, double npseudo)
      : n_(n), games_(games), npseudo_(npseudo), fixed_(npseudo > 0 ? 0 : 1) {
    for (const Games& pair : games) has_ties_ = has_ties_ || pair.ties > 0;
  }

  Index size() const { return n_ - fixed_ + (has_ties_ ? 1 : 0); }
  bool has_ties() const { return has_ties_; }

  /// Log-likelihood; gradient and negative Hessian (row-major) when asked for.
  double evaluate(const Vector& theta, Vector* gradient, Vector* information) const {
    if (gradient) gradient->assign(size(), 0);
    if (information) information->assign(size() * size(), 0);
    double value = 0;
    for (const Games& pair : games_) {
      value += add_pair(theta, pair.a, pair.b, pair.a_wins, pair.ties, pair.b_wins, gradient, information);
    }
    if (npseudo_ > 0) {
      for (Index i = 0; i < n_; ++i) value += add_phantom(theta, i, gradient, information);
    }
    return value;
  }

  double lambda(const Vector& theta, Index i) const { return i < fixed_ ? 0 : theta[i - fixed_]; }

 private:
  // The features of the three results are (1 0 0), (.5 .5 1), (0 1 0) in (lambda_a, lambda_b, eta).
  double add_pair(const Vector& theta, Index a, Index b, double a_wins, double ties, double b_wins, Vector* gradient,
                  Vector* information) const {
    double total = a_wins + ties + b_wins;
    if (total == 0) return 0;
    double la = lambda(theta, a), lb = lambda(theta, b);
    double lt = has_ties_ ? (la + lb) / 2 + theta.back() : 0;
    double top = std::max(la, lb);
    if (has_ties_) top = std::max(top, lt);
    double ea = std::exp(la - top), eb = std::exp(lb - top), et = has_ties_ ? std::exp(lt - top) : 0;
    double sum = ea + eb + et;
    double log_sum = top + std::log(sum);
    double value = a_wins * (la - log_sum) + b_wins * (lb - log_sum);
    if (has_ties_) value += ties * (lt - log_sum);
    if (!gradient) return value;

    double pa = ea / sum, pb = eb / sum, pt = et / sum;
    double mean[3] = {pa + pt / 2, pb + pt / 2, pt};
    double seen[3] = {a_wins + ties / 2, b_wins + ties / 2, ties};
    double second[3][3] = {{pa + pt / 4, pt / 4, pt / 2}, {pt / 4, pb + pt / 4, pt / 2}, {pt / 2, pt / 2, pt}};
    Index none = size();
    Index at[3] = {slot(a), slot(b), has_ties_ ? size() - 1 : none};
    for (int i = 0; i < 3; ++i) {
      if (at[i] == none) continue;
      (*gradient)[at[i]] += seen[i] - total * mean[i];
      for (int k = 0; k < 3; ++k) {
        if (at[k] != none) (*information)[at[i] * size() + at[k]] += total * (second[i][k] - mean[i] * mean[k]);
      }
    }
    return value;
  }

  /// npseudo wins and losses of i against ability 0; the phantom never ties.
  double add_phantom(const Vector& theta, Index i, Vector* gradient, Vector* information) const {
    double p = 1 / (1 + std::exp(-theta[i]));
    if (gradient) {
      (*gradient)[i] += npseudo_ * (1 - 2 * p);
      (*information)[i * size() + i] += 2 * npseudo_ * p * (1 - p);
    }
    return npseudo_ * (std::log(p) + std::log1p(-p));
  }

  Index slot(Index i) const { return i < fixed_ ? size() : i - fixed_; }

  Index n_;
  const std::vector<Games>& games_;
  double npseudo_;
  Index fixed_;  // how many lambdas are held at 0
  bool has_ties_ = false;
};

/// Cholesky factor in place (lower triangle); false when the matrix is not positive definite.
bool factor(Vector& matrix, Index n) {
  for (Index i = 0; i < n; ++i) {
    for (Index j = 0; j <= i; ++j) {
      double sum = matrix[i * n + j];
      for (Index k = 0; k < j; ++k) sum -= matrix[i * n + k] * matrix[j * n + k];
      if (i != j) {
        matrix[i * n + j] = sum / matrix[j * n + j];
      } else {
        if (!(sum > 1e-14)) return false;
        matrix[i * n + i] = std::sqrt(sum);
      }
    }
  }
  return true;
}

Vector solve(const Vector& lower, Index n, Vector x) {
  for (Index i = 0; i < n; ++i) {
    for (Index k = 0; k < i; ++k) x[i] -= lower[i * n + k] * x[k];
    x[i] /= lower[i * n + i];
  }
  for (Index i = n; i-- > 0;) {
    for (Index k = i + 1; k < n; ++k) x[i] -= lower[k * n + i] * x[k];
    x[i] /= lower[i * n + i];
  }
  return x;
}

double largest(const Vector& values) {
  double out = 0;
  for (double value : values) out = std::max(out, std::abs(value));
  return out;
}

/// Newton's method from theta; false when it does not reach a finite maximum.
bool maximize(const Likelihood& likelihood, Vector& theta, Vector& lower, double& value, int& iterations) {
  Vector gradient;
  value = likelihood.evaluate(theta, &gradient, &lower);
  for (iterations = 0; iterations < kMaxIterations; ++iterations) {
    if (!factor(lower, theta.size())) return false;
    if (largest(gradient) < kGradientGoal) return true;
    Vector step = solve(lower, theta.size(), gradient);
    double length = 1;
    Vector next = theta;
    double next_value = value;
    for (int halvings = 0; halvings < 40; ++halvings, length /= 2) {
      for (Index i = 0; i < theta.size(); ++i) next[i] = theta[i] + length * step[i];
      next_value = likelihood.evaluate(next, nullptr, nullptr);
      if (next_value >= value - 1e-12 * std::abs(value)) break;
    }
    theta = next;
    if (largest(theta) > kMaxAbility) return false;
    value = likelihood.evaluate(theta, &gradient, &lower);
  }
  return false;
}

/// How many entities can be reached from entity 0 along wins and ties (reversed: along losses and ties).
Index count_reached(Index n, const std::vector<Games>& games, bool reversed) {
  std::vector<std::vector<Index>> next(n);
  for (const Games& pair : games) {
    if ((reversed ? pair.b_wins : pair.a_wins) + pair.ties > 0) next[pair.a].push_back(pair.b);
    if ((reversed ? pair.a_wins : pair.b_wins) + pair.ties > 0) next[pair.b].push_back(pair.a);
  }
  std::vector<char> seen(n, 0);
  std::vector<Index> open{0};
  seen[0] = 1;
  Index count = 0;
  while (!open.empty()) {
    Index i = open.back();
    open.pop_back();
    ++count;
    for (Index j : next[i]) {
      if (!seen[j]) seen[j] = 1, open.push_back(j);
    }
  }
  return count;
}

/// Ford's condition (1957): without pseudo-counts nobody, and no group, may win or lose everything. And ties alone
/// leave nu without a maximum.
bool has_finite_maximum(Index n, const std::vector<Games>& games, double npseudo) {
  bool has_decisive = false, has_ties = false;
  for (const Games& pair : games) {
    has_decisive = has_decisive || pair.a_wins + pair.b_wins > 0;
    has_ties = has_ties || pair.ties > 0;
  }
  if (has_ties && !has_decisive) return false;
  return npseudo > 0 || (count_reached(n, games, false) == n && count_reached(n, games, true) == n);
}

}  // namespace

double DavidsonFit::contrast_se(Index i, Index j) const {
  Index n = lambda.size();
  double variance = covariance[i * n + i] + covariance[j * n + j] - 2 * covariance[i * n + j];
  return std::sqrt(std::max(0.0, variance));
}

std::optional<DavidsonFit> fit_davidson(Index n, const std::vector<Games>& games, double npseudo,
                                        const DavidsonFit* start, Covariance covariance) {
  if (n == 0 || !has_finite_maximum(n, games, npseudo)) return std::nullopt;
  Likelihood likelihood(n, games, npseudo);
  Vector theta(likelihood.size(), 0), lower;
  Index free = theta.size() - (likelihood.has_ties() ? 1 : 0);
  if (start && start->lambda.size() == n) {
    for (Index i = 0; i < free; ++i) theta[i] = start->lambda[i + n - free];
    if (likelihood.has_ties() && start->log_nu) theta.back() = *start->log_nu;
  }
  DavidsonFit fit;
  if (!theta.empty() && !maximize(likelihood, theta, lower, fit.log_likelihood, fit.iterations)) return std::nullopt;

  for (Index i = 0; i < n; ++i) fit.lambda.push_back(likelihood.lambda(theta, i));
  if (likelihood.has_ties()) fit.log_nu = theta.back();
  if (covariance == Covariance::skipped) return fit;
  fit.covariance.assign(n * n, 0);
  for (Index k = 0; k < free; ++k) {
    Vector unit(theta.size(), 0);
    unit[k] = 1;
    Vector column = solve(lower, theta.size(), unit);
    for (Index i = 0; i < free; ++i) fit.covariance[(i + n - free) * n + k + n - free] = column[i];
  }
  return fit;
}

std::vector<Index> connected_components(Index n, const std::vector<Games>& games) {
  std::vector<Index> parent(n);
  std::iota(parent.begin(), parent.end(), 0);
  auto root = [&](Index i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const Games& pair : games) {
    Index a = root(pair.a), b = root(pair.b);
    parent[std::max(a, b)] = std::min(a, b);
  }
  std::vector<Index> out(n), number(n, n);
  Index count = 0;
  for (Index i = 0; i < n; ++i) {
    Index r = root(i);
    if (number[r] == n) number[r] = count++;
    out[i] = number[r];
  }
  return out;
}

}  // namespace versus
