#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "score/json_text.h"
#include "score/write/report_parts.h"

namespace versus {
namespace {

constexpr std::size_t kMaxDots = 25;    // of a chart
constexpr std::size_t kMaxLines = 400;  // of the table; the others are in scores.csv

struct Dot {
  std::string name;
  const ScoreRecord* score = nullptr;
};

std::string shown(const std::optional<double>& value) { return value ? fmt::format("{:.3g}", *value) : ""; }

/// Dots with 95 % whiskers on one axis; `middle` is marked.
std::string chart(const std::string& id, const std::string& title, const std::vector<Dot>& dots, double middle) {
  double low = middle, high = middle;
  for (const Dot& dot : dots) {
    for (const auto& value : {dot.score->value, dot.score->low, dot.score->high}) {
      if (value) low = std::min(low, *value), high = std::max(high, *value);
    }
  }
  if (high <= low) low -= 0.5, high += 0.5;
  constexpr double kLeft = 150, kWidth = 330, kLine = 24;
  auto x = [&](double value) { return kLeft + 10 + (value - low) / (high - low) * (kWidth - 20); };
  double height = kLine * static_cast<double>(dots.size()) + 34;
  std::string out = fmt::format(
      "<figure><figcaption id=\"{0}-t\">{1}</figcaption><svg viewBox=\"0 0 500 {2:.0f}\" role=\"img\" "
      "aria-labelledby=\"{0}-t {0}-d\"><desc id=\"{0}-d\">",
      id, escape_html(title), height);
  for (const Dot& dot : dots) {
    out += escape_html(fmt::format("{}: {} [{}, {}]. ", dot.name, shown(dot.score->value), shown(dot.score->low),
                                   shown(dot.score->high)));
  }
  out += fmt::format("</desc><line class=\"axis\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"4\" y2=\"{1:.1f}\"/>", x(middle),
                     height - 26);
  double y = 18;
  for (const Dot& dot : dots) {
    std::string name = dot.name.size() > 22 ? dot.name.substr(0, 20) + ".." : dot.name;
    out += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"end\">{}</text>", kLeft - 6, y + 4,
                       escape_html(name));
    if (dot.score->low && dot.score->high) {
      out += fmt::format("<line class=\"whisker\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.0f}\" y2=\"{:.0f}\"/>",
                         x(*dot.score->low), x(*dot.score->high), y, y);
    }
    out += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.0f}\" r=\"5\"/>", x(*dot.score->value), y);
    y += kLine;
  }
  for (double value : {low, middle, high}) {
    out += fmt::format("<text x=\"{:.1f}\" y=\"{:.0f}\" text-anchor=\"middle\" class=\"tick\">{:.2g}</text>", x(value),
                       height - 8, value);
    if (high - middle < (high - low) / 8 && value == middle) break;
  }
  return out + "</svg></figure>\n";
}

/// Strength of each entity against the most compared one of its component.
std::string strength_charts(const ReportIndex& index) {
  std::map<std::string, int> contrasts;
  for (const ScoreRecord& score : index.dataset.scores) {
    if (score.scope == "all" && score.metric == "strength" && score.value) ++contrasts[score.opponent_id];
  }
  std::map<std::string, int> weight;
  for (const OutcomeRecord& outcome : index.dataset.outcomes) ++weight[outcome.entity_a], ++weight[outcome.entity_b];
  std::vector<std::string> references;
  for (const auto& [id, n] : contrasts) references.push_back(id);
  std::stable_sort(references.begin(), references.end(),
                   [&](const auto& x, const auto& y) { return weight[x] > weight[y]; });
  std::set<std::string> done;
  std::string out;
  int number = 0;
  for (const std::string& reference : references) {
    if (done.count(reference) || number == 12) continue;
    std::vector<Dot> dots;
    std::int64_t n = 0, n_sources = 0;
    for (const ScoreRecord& score : index.dataset.scores) {
      if (score.scope != "all" || score.metric != "strength" || score.opponent_id != reference || !score.value)
        continue;
      if (done.count(score.entity_id)) continue;
      dots.push_back({index.entity(score.entity_id), &score});
      n = score.n, n_sources = score.n_sources;
    }
    done.insert(reference);
    for (const Dot& dot : dots) done.insert(dot.score->entity_id);
    if (dots.empty()) continue;
    std::stable_sort(dots.begin(), dots.end(),
                     [](const Dot& x, const Dot& y) { return *x.score->value > *y.score->value; });
    if (dots.size() > kMaxDots) dots.resize(kMaxDots);
    std::string title = fmt::format("Strength against {} (log odds, 95 % interval; {} votes of {} source{})",
                                    index.entity(reference), n, n_sources, n_sources == 1 ? "" : "s");
    out += chart(fmt::format("strength-{}", ++number), title, dots, 0);
  }
  return out;
}

std::string rating_chart(const ReportIndex& index) {
  std::vector<Dot> dots;
  for (const ScoreRecord& score : index.dataset.scores) {
    if (score.scope == "all" && score.metric == "mean_rating_rescaled" && score.value) {
      dots.push_back({index.entity(score.entity_id), &score});
    }
  }
  if (dots.empty()) return "";
  std::stable_sort(dots.begin(), dots.end(),
                   [](const Dot& x, const Dot& y) { return *x.score->value > *y.score->value; });
  if (dots.size() > kMaxDots) dots.resize(kMaxDots);
  return chart("ratings", "Mean rating, rescaled to 0-1 (95 % interval)", dots, 0.5);
}

bool is_listed(const ScoreRecord& score) {
  static const std::set<std::string> metrics{"mean_rating",       "rating_difference", "win_rate",
                                             "decisive_win_rate", "strength",          "strength_rows",
                                             "alpha_nominal",     "alpha_ordinal",     "mean_rating_rescaled"};
  return metrics.count(score.metric) > 0;
}

std::string scope_words(const ScoreRecord& score, const ReportIndex& index) {
  if (score.scope == "all") return "all sources";
  if (score.scope.starts_with("feature:")) return index.feature(score.scope.substr(8));
  std::string out;
  for (std::size_t at = score.scope.find("d_"); at != std::string::npos; at = score.scope.find("d_", at + 1)) {
    auto found = index.documents.find(score.scope.substr(at, 18));
    if (found != index.documents.end()) out += (out.empty() ? "" : " and ") + found->second->source;
  }
  return out.empty() ? score.scope : out;
}

std::string score_table(const ReportIndex& index) {
  std::string out =
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table of scores\"><table><thead><tr>"
      "<th scope=\"col\">of</th><th scope=\"col\">score</th><th scope=\"col\">entity</th>"
      "<th scope=\"col\">against</th><th scope=\"col\">value</th><th scope=\"col\">95 % interval</th>"
      "<th scope=\"col\">n</th><th scope=\"col\">sources</th><th scope=\"col\">method, or why missing</th>"
      "</tr></thead><tbody>\n";
  std::size_t n = 0;
  for (const ScoreRecord& score : index.dataset.scores) {
    if (!is_listed(score) || ++n > kMaxLines) continue;
    std::string interval = score.low && score.high ? fmt::format("{} to {}", shown(score.low), shown(score.high)) : "";
    std::string method = score.method;
    if (!score.reason.empty()) method += " (" + score.reason + ")";
    if (std::find(score.flags.begin(), score.flags.end(), "leader") != score.flags.end()) method += " - leader";
    if (std::find(score.flags.begin(), score.flags.end(), "low_n") != score.flags.end()) method += " - few units";
    out += fmt::format(
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></"
        "tr>\n",
        escape_html(scope_words(score, index)), escape_html(score.metric), escape_html(index.entity(score.entity_id)),
        escape_html(index.entity(score.opponent_id)), shown(score.value), interval, score.n, score.n_sources,
        escape_html(method));
  }
  out += "</tbody></table></div>\n";
  if (n > kMaxLines) out += fmt::format("<p>{} more in scores.csv.</p>\n", n - kMaxLines);
  return n == 0 ? "<p>No ratings, winners or comparisons to score.</p>\n" : out;
}

}  // namespace

std::string report_scores(const ReportIndex& index) {
  return "<section id=\"scores\" aria-labelledby=\"h-scores\"><h2 id=\"h-scores\">Scores</h2>\n" +
         strength_charts(index) + rating_chart(index) + score_table(index) + "</section>\n";
}

}  // namespace versus
