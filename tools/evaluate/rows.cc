// versus-evaluate rows DATASET --gold FOLDER: precision, recall and F1 per document and in total.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tools/evaluate/gold.h"
#include "tools/evaluate/match.h"
#include "tools/evaluate/measures.h"
#include "tools/evaluate/modes.h"

namespace versus {
namespace {

struct RowsOptions {
  std::string dataset, gold, floors;
  bool verbose = false;
};

struct Totals {
  RowResult rows;
  ClaimResult claims;
  Share kept_out;
  double f1_sum = 0;
  int documents_with_rows = 0;
};

// The document of a row is known by its file name: datasets may be built from a parent folder.
std::vector<FoundRow> rows_of_document(const std::vector<FoundRow>& rows, const std::string& document, bool claims) {
  std::vector<FoundRow> own;
  for (const FoundRow& row : rows)
    if ((row.kind == "claim") == claims && std::filesystem::path(row.source).filename() == document) own.push_back(row);
  return own;
}

void measure_document(const Gold& gold, const std::vector<FoundRow>& all, bool verbose, Totals& totals) {
  Log log;
  std::vector<FoundRow> rows = rows_of_document(all, gold.document, false);
  std::vector<FoundRow> claims = rows_of_document(all, gold.document, true);
  std::string line = fmt::format("{:42}", gold.document);
  if (gold.rows_annotated) {
    RowResult result = match_rows(gold, rows, log);
    totals.rows.rows.add(result.rows);
    totals.rows.kind.add(result.kind);
    totals.rows.canonical.add(result.canonical);
    if (result.rows.listed > 0) {
      totals.f1_sum += result.rows.f1();
      ++totals.documents_with_rows;
    }
    line += fmt::format(" rows {:3} of {:3} in {:3}  F1 {:.3f}", result.rows.found, result.rows.listed,
                        result.rows.predicted, result.rows.f1());
  }
  if (gold.claims_annotated != ClaimsAnnotated::none) {
    ClaimResult result = match_claims(gold, claims, log);
    totals.claims.comparative.add(result.comparative);
    totals.claims.attribute.add(result.attribute);
    totals.claims.feature.add(result.feature);
    totals.claims.hedge.add(result.hedge);
    totals.claims.negation.add(result.negation);
    line += fmt::format("  claims {:2} of {:2} in {:2}", result.comparative.found, result.comparative.listed,
                        result.comparative.predicted);
    if (result.attribute.listed + result.attribute.predicted > 0)
      line += fmt::format(", attributes {} of {} in {}", result.attribute.found, result.attribute.listed,
                          result.attribute.predicted);
  }
  rows.insert(rows.end(), claims.begin(), claims.end());
  Share kept = kept_out(gold, rows, log);
  totals.kept_out.add(kept);
  if (kept.right < kept.of) line += fmt::format("  MUST NOT x{}", kept.of - kept.right);
  fmt::print("{}\n", line);
  if (verbose)
    for (const std::string& entry : log) fmt::print("    {}\n", entry);
}

std::vector<Measure> measures_of(const Totals& totals) {
  const ClaimResult& claims = totals.claims;
  double macro = totals.documents_with_rows == 0 ? 1.0 : totals.f1_sum / totals.documents_with_rows;
  return {{"rows.precision", totals.rows.rows.precision()},
          {"rows.recall", totals.rows.rows.recall()},
          {"rows.f1", totals.rows.rows.f1()},
          {"rows.macro_f1", macro},
          {"rows.kind_right", totals.rows.kind.value()},
          {"rows.canonical_right", totals.rows.canonical.value()},
          {"claims.comparative.precision", claims.comparative.precision()},
          {"claims.comparative.recall", claims.comparative.recall()},
          {"claims.attribute.precision", claims.attribute.precision()},
          {"claims.attribute.recall", claims.attribute.recall()},
          {"claims.feature_right", claims.feature.value()},
          {"claims.hedge_right", claims.hedge.value()},
          {"claims.negation_right", claims.negation.value()},
          {"must_not.kept_out", totals.kept_out.value()}};
}

int evaluate_rows(const RowsOptions& options) {
  std::vector<FoundRow> rows = read_rows(options.dataset);
  Totals totals;
  for (const Gold& gold : read_gold_folder(options.gold)) measure_document(gold, rows, options.verbose, totals);
  std::vector<Measure> measures = measures_of(totals);
  for (const Measure& measure : measures) fmt::print("{}\t{:.4f}\n", measure.name, measure.value);
  std::filesystem::path floors = options.floors;
  if (floors.empty()) floors = std::filesystem::path(options.gold) / "floors.tsv";
  if (options.floors.empty() && !std::filesystem::exists(floors)) return 0;
  std::fflush(stdout);
  return floors_hold(measures, floors) ? 0 : 1;
}

}  // namespace

Evaluate declare_rows(CLI::App& app) {
  auto options = std::make_shared<RowsOptions>();
  app.add_option("DATASET", options->dataset, "a dataset folder, or a rows.jsonl")->required();
  app.add_option("--gold", options->gold, "folder of annotated documents (NAME.gold.json)")->required();
  app.add_option("--floors", options->floors, "metric TAB floor; default: floors.tsv in the gold folder, if there");
  app.add_flag("-v,--verbose", options->verbose, "list what was missed and what is false");
  return [options] { return evaluate_rows(*options); };
}

}  // namespace versus
