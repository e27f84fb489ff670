#include <fmt/format.h>

#include <algorithm>

#include "score/json_text.h"
#include "score/write/report_parts.h"

namespace versus {
namespace {

std::string counted(std::size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

struct Agreement {
  double agree = 0;
  std::int64_t n = 0;
};

/// Share of agreement with all other sources together, by doc_id.
std::map<std::string, Agreement> agreements(const Dataset& dataset) {
  std::map<std::string, Agreement> out;
  for (const ScoreRecord& score : dataset.scores) {
    if (score.metric != "share_agree" && score.metric != "facts_share_agree") continue;
    for (std::size_t at = score.scope.find("d_"); at != std::string::npos; at = score.scope.find("d_", at + 1)) {
      Agreement& of = out[score.scope.substr(at, score.scope.find('+', at) - at)];
      of.agree += score.value.value_or(0) * static_cast<double>(score.n);
      of.n += score.n;
    }
  }
  return out;
}

std::string status_words(const DocumentRecord& document, const ReportIndex& index) {
  if (document.status == "near_copy") {
    auto original = index.documents.find(document.duplicate_of);
    std::string of = original == index.documents.end() ? document.duplicate_of : original->second->source;
    return "near-copy of " + of + "; does not vote";
  }
  if (document.status == "no_rows") return "nothing found in it";
  if (document.status == "unusable") return "could not be used";
  return "used";
}

std::string troubles(const std::vector<const DiagnosticRecord*>& diagnostics) {
  if (diagnostics.empty()) return "";
  std::string items;
  std::size_t n = 0;
  for (const DiagnosticRecord* diagnostic : diagnostics) {
    if (n++ == 30) break;
    std::string place = diagnostic->line > 0 ? fmt::format("line {}: ", diagnostic->line) : "";
    items +=
        fmt::format("<li>{}: {}{}</li>", escape_html(diagnostic->severity), place, escape_html(diagnostic->message));
  }
  return fmt::format("<details><summary>{}</summary><ul>{}</ul></details>",
                     counted(diagnostics.size(), "note", "notes"), items);
}

}  // namespace

std::string report_summary(const ReportIndex& index) {
  const Dataset& dataset = index.dataset;
  std::size_t wrong = 0;
  for (const ConflictRecord& conflict : dataset.conflicts) wrong += conflict.conflict_class == "stated_mismatch";
  return fmt::format(
      "<p class=\"lead\">{} say {} about {} of {}; {}, {} of them totals that do not add up.</p>\n",
      counted(dataset.documents.size(), "source", "sources"), counted(dataset.rows.size(), "thing", "things"),
      counted(dataset.features.size(), "feature", "features"), counted(dataset.entities.size(), "entity", "entities"),
      counted(dataset.conflicts.size(), "conflict", "conflicts"), wrong);
}

std::string report_sources(const ReportIndex& index) {
  const Dataset& dataset = index.dataset;
  std::map<std::string, std::vector<const DiagnosticRecord*>> diagnostics;
  for (const DiagnosticRecord& diagnostic : dataset.diagnostics) diagnostics[diagnostic.source].push_back(&diagnostic);
  std::map<std::string, Agreement> agreement = agreements(dataset);
  std::string out =
      "<section id=\"sources\" aria-labelledby=\"h-sources\"><h2 id=\"h-sources\">Sources</h2>\n"
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table of sources\"><table><thead><tr>"
      "<th scope=\"col\">source</th><th scope=\"col\">title</th><th scope=\"col\">date</th>"
      "<th scope=\"col\">rows</th><th scope=\"col\">agrees with the others</th><th scope=\"col\">status</th>"
      "</tr></thead><tbody>\n";
  std::vector<const DocumentRecord*> documents;
  for (const DocumentRecord& document : dataset.documents) documents.push_back(&document);
  std::sort(documents.begin(), documents.end(), [](const auto* x, const auto* y) {
    return std::tie(x->source, x->doc_id) < std::tie(y->source, y->doc_id);
  });
  std::string hashes;
  for (const DocumentRecord* document : documents) {
    std::string name = escape_html(document->source);
    bool is_web = document->url.starts_with("https://") || document->url.starts_with("http://");
    if (is_web) name = fmt::format("<a href=\"{}\">{}</a>", escape_html(document->url), name);
    const Agreement& of = agreement[document->doc_id];
    std::string share = of.n > 0 ? fmt::format("{:.0f} % of {}", 100 * of.agree / static_cast<double>(of.n), of.n) : "";
    out += fmt::format(
        "<tr id=\"{}\"><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{} {}</td></tr>\n",
        escape_html(document->doc_id), name, escape_html(document->title), escape_html(document->published),
        document->n_rows, share, escape_html(status_words(*document, index)), troubles(diagnostics[document->source]));
    hashes += fmt::format("{}  {}\n", document->sha256, document->source);
  }
  out += "</tbody></table></div></section>\n";
  const Config& config = dataset.config;
  out += fmt::format(
      "<section id=\"making\" aria-labelledby=\"h-making\"><h2 id=\"h-making\">How it was made</h2>\n"
      "<p>By versus {}. Numbers of one unit contradict from {} % apart, ratings differ from {} of their "
      "scale, documents are near-copies from {} of their text in common; {} resamples, seed {}.</p>\n"
      "<details><summary>SHA-256 of the sources</summary><div class=\"scroll\" role=\"region\" tabindex=\"0\" "
      "aria-label=\"Hashes\"><pre>{}</pre></div></details></section>\n",
      VERSUS_VERSION, format_number(100 * config.number_tolerance), format_number(config.rating_gap),
      format_number(config.near_copy), config.bootstrap, config.seed, escape_html(hashes));
  return out;
}

}  // namespace versus
