// versus-evaluate names PAIRS.tsv: are two names one, parts of each other, related or different?
// versus-evaluate features TABLE.tsv: which feature names of tables does the vocabulary know, and as what?
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/diagnostic.h"
#include "corpus/vocabulary.h"
#include "normalize/resolve.h"
#include "tools/evaluate/measures.h"
#include "tools/evaluate/modes.h"

namespace versus {
namespace {

struct NamesOptions {
  std::string file, floors;
  bool verbose = false;
};

// Rows of a TSV file below its header, each with as many cells as the header.
std::vector<std::vector<std::string>> read_tsv(const std::string& file, std::size_t columns) {
  std::ifstream stream(file);
  if (!stream) throw Error(fmt::format("{}: cannot be read", file));
  std::vector<std::vector<std::string>> rows;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    std::vector<std::string> cells{""};
    for (char c : line) {
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    }
    if (cells.size() != columns)
      throw Error(fmt::format("{}:{}: {} cells, expected {}", file, number, cells.size(), columns));
    if (number > 1) rows.push_back(std::move(cells));
  }
  return rows;
}

std::vector<NameLink> resolve(const std::string& kind, const std::string& name) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  if (kind == "entity") return {resolve_entity(name, {}, vocabulary)};
  std::vector<NameLink> links = resolve_feature(name, vocabulary);
  std::vector<NameLink> related = related_features(links.front(), vocabulary);
  links.insert(links.end(), related.begin(), related.end());
  return links;
}

bool links_to(const std::vector<NameLink>& links, const std::string& id, Relation relation) {
  return std::any_of(links.begin(), links.end(),
                     [&](const NameLink& link) { return link.relation == relation && link.id == id; });
}

struct PairTotals {
  Tally same;
  Share composite, related, different;
};

void judge_pair(const std::vector<std::string>& cells, bool verbose, PairTotals& totals) {
  const std::string &kind = cells[0], &left = cells[1], &right = cells[2], &relation = cells[3];
  std::vector<NameLink> a = resolve(kind, left), b = resolve(kind, right);
  const std::string &id_a = a.front().id, &id_b = b.front().id;
  bool merged = id_a == id_b;
  bool is_right = !merged;
  if (merged) ++totals.same.predicted;
  if (relation == "same") {
    is_right = merged;
    ++totals.same.listed;
    if (merged) ++totals.same.found, ++totals.same.right;
  } else if (relation == "composite") {
    is_right = !merged && links_to(a, id_b, Relation::composite);
    totals.composite.add({is_right ? 1 : 0, 1});
  } else if (relation == "related") {
    is_right = !merged && (links_to(a, id_b, Relation::related) || links_to(b, id_a, Relation::related));
    totals.related.add({is_right ? 1 : 0, 1});
  } else {
    totals.different.add({is_right ? 1 : 0, 1});
  }
  if (verbose && !is_right)
    fmt::print("    {} {}: {} ({}, {}) | {} ({}, {})\n", kind, relation, left, id_a, a.front().method, right, id_b,
               b.front().method);
}

int evaluate_names(const NamesOptions& options) {
  PairTotals totals;
  for (const std::vector<std::string>& cells : read_tsv(options.file, 5)) judge_pair(cells, options.verbose, totals);
  std::vector<Measure> measures = {{"same.precision", totals.same.precision()},
                                   {"same.recall", totals.same.recall()},
                                   {"composite.linked", totals.composite.value()},
                                   {"related.linked", totals.related.value()},
                                   {"different.kept_apart", totals.different.value()}};
  for (const Measure& measure : measures) fmt::print("{}\t{:.4f}\n", measure.name, measure.value);
  std::fflush(stdout);
  return options.floors.empty() || floors_hold(measures, options.floors) ? 0 : 1;
}

int evaluate_features(const NamesOptions& options) {
  Share known;
  for (const std::vector<std::string>& cells : read_tsv(options.file, 3)) {
    std::vector<NameLink> links = resolve_feature(cells[2], Vocabulary::shipped());
    bool is_known = std::any_of(links.begin(), links.end(),
                                [](const NameLink& link) { return link.relation != Relation::unknown; });
    known.add({is_known ? 1 : 0, 1});
    if (!options.verbose) continue;
    std::string labels;
    for (const NameLink& link : links)
      labels +=
          fmt::format("{}{} ({})", labels.empty() ? "" : ", ", link.label.empty() ? "?" : link.label, link.method);
    fmt::print("    {} | {} -> {}\n", cells[0], cells[2], labels);
  }
  std::vector<Measure> measures = {{"features.known", known.value()}};
  fmt::print("features.known\t{:.4f}\n", known.value());
  std::fflush(stdout);
  return options.floors.empty() || floors_hold(measures, options.floors) ? 0 : 1;
}

std::shared_ptr<NamesOptions> declare(CLI::App& app, const char* columns) {
  auto options = std::make_shared<NamesOptions>();
  app.add_option("FILE", options->file, fmt::format("TSV with a header: {}", columns))->required();
  app.add_option("--floors", options->floors, "metric TAB floor");
  app.add_flag("-v,--verbose", options->verbose, "list each wrong pair, or what each name resolved to");
  return options;
}

}  // namespace

Evaluate declare_names(CLI::App& app) {
  return [options = declare(app, "kind left right relation domain")] { return evaluate_names(*options); };
}

Evaluate declare_features(CLI::App& app) {
  return [options = declare(app, "table domain feature")] { return evaluate_features(*options); };
}

}  // namespace versus
