#include "tools/versus/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "corpus/text.h"
#include "score/schema.h"
#include "tools/versus/input.h"

namespace versus {
namespace {

std::size_t count_cells(const std::vector<MatrixRecord>& matrix, std::string_view state) {
  return static_cast<std::size_t>(
      std::count_if(matrix.begin(), matrix.end(), [&](const MatrixRecord& cell) { return cell.state == state; }));
}

// 1842 -> "1,842"
std::string grouped(std::size_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(n), n == 1 ? one : many);
}

}  // namespace

std::optional<Previous> read_previous(const std::filesystem::path& folder) {
  try {
    Dataset dataset;
    read_table(dataset, "documents", read_bytes(folder / "documents.jsonl"));
    read_table(dataset, "matrix", read_bytes(folder / "matrix.jsonl"));
    return Previous{std::move(dataset.documents), count_cells(dataset.matrix, "conflict")};
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::size_t Changes::count(Change change) const {
  return static_cast<std::size_t>(
      std::count_if(files.begin(), files.end(), [&](const FileChange& file) { return file.change == change; }));
}

Changes compare(const std::vector<ProcessedFile>& files, const std::optional<Previous>& previous) {
  std::map<std::string, std::string> sha256_of;  // source -> sha256, before
  if (previous) {
    for (const DocumentRecord& document : previous->documents) {
      sha256_of[document.source] = document.sha256;
      for (const std::string& source : document.also_at) sha256_of[source] = document.sha256;
    }
  }
  Changes changes;
  std::set<std::string> hashes, sources;
  for (const ProcessedFile& file : files) {
    const NormalizedDocument& document = file.document;
    hashes.insert(document.sha256);
    sources.insert(document.source);
    auto before = sha256_of.find(document.source);
    Change change = file.origin == Origin::reused       ? Change::reused
                    : before == sha256_of.end()         ? Change::fresh
                    : before->second == document.sha256 ? Change::read_again
                                                        : Change::changed;
    changes.files.push_back({document.source, change});
  }
  for (const auto& [source, sha256] : sha256_of)
    if (!sources.contains(source) && !hashes.contains(sha256)) changes.removed.push_back(source);
  return changes;
}

Summary summarize(const Dataset& dataset, const Changes& changes, std::size_t unusable,
                  const std::optional<Previous>& previous) {
  Summary summary;
  summary.documents = changes.files.empty() ? dataset.documents.size() : changes.files.size();
  summary.fresh = changes.count(Change::fresh);
  summary.changed = changes.count(Change::changed);
  summary.reused = changes.count(Change::reused);
  summary.read_again = changes.count(Change::read_again);
  summary.removed = changes.removed.size();
  summary.unusable = unusable;
  summary.rows = dataset.rows.size();
  summary.features = dataset.features.size();
  summary.entities = dataset.entities.size();
  summary.cells_single = count_cells(dataset.matrix, "single");
  summary.cells_agree = count_cells(dataset.matrix, "agree");
  summary.cells_differ = count_cells(dataset.matrix, "differ");
  summary.cells_conflict = count_cells(dataset.matrix, "conflict");
  if (previous)
    summary.more_conflicts =
        static_cast<long long>(summary.cells_conflict) - static_cast<long long>(previous->conflicts);
  for (const ConflictRecord& conflict : dataset.conflicts)
    if (conflict.conflict_class == "stated_mismatch") ++summary.wrong_totals;
  return summary;
}

std::string summary_text(const Summary& summary, const std::filesystem::path& folder) {
  std::string shown = strip_control(folder.string());
  std::string text = counted(summary.documents, "document", "documents");
  if (summary.fresh + summary.changed + summary.removed + summary.reused + summary.read_again > 0) {
    text += fmt::format(": {} new, {} changed, {} removed, {} reused", grouped(summary.fresh), grouped(summary.changed),
                        grouped(summary.removed), grouped(summary.reused));
    if (summary.read_again > 0) text += fmt::format(", {} read again", grouped(summary.read_again));
  }
  if (summary.unusable > 0)
    text += fmt::format("; {} could not be used ({})", grouped(summary.unusable),
                        strip_control((folder / "diagnostics.csv").string()));
  text += fmt::format("\n{}, {}, {}; of the matrix {} agree, {} conflict", counted(summary.rows, "row", "rows"),
                      counted(summary.features, "feature", "features"), counted(summary.entities, "entity", "entities"),
                      counted(summary.cells_agree, "cell", "cells"), grouped(summary.cells_conflict));
  if (summary.more_conflicts) text += fmt::format(" ({:+} since the last build)", *summary.more_conflicts);
  if (summary.wrong_totals > 0)
    text += fmt::format("; {} not add up", counted(summary.wrong_totals, "stated total does", "stated totals do"));
  return text + fmt::format("\nwrote {} - open {}\n", shown, strip_control((folder / "report.html").string()));
}

std::string summary_json(const Summary& summary, const std::filesystem::path& folder) {
  nlohmann::ordered_json json = {
      {"dataset", folder.string()},
      {"documents", summary.documents},
      {"new", summary.fresh},
      {"changed", summary.changed},
      {"removed", summary.removed},
      {"reused", summary.reused},
      {"read_again", summary.read_again},
      {"unusable", summary.unusable},
      {"rows", summary.rows},
      {"features", summary.features},
      {"entities", summary.entities},
      {"cells",
       {{"single", summary.cells_single},
        {"agree", summary.cells_agree},
        {"differ", summary.cells_differ},
        {"conflict", summary.cells_conflict}}},
      {"wrong_totals", summary.wrong_totals},
  };
  json["more_conflicts"] = summary.more_conflicts ? nlohmann::ordered_json(*summary.more_conflicts) : nullptr;
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace versus
