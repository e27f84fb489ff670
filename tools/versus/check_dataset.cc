#include "tools/versus/check_dataset.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "corpus/sha256.h"
#include "corpus/source.h"
#include "corpus/text.h"
#include "corpus/walk.h"
#include "score/schema.h"
#include "score/write/matrix_csv.h"
#include "score/write/write.h"
#include "tools/versus/check_quote.h"
#include "tools/versus/input.h"
#include "tools/versus/state.h"

namespace versus {
namespace {

namespace fs = std::filesystem;

// A field as the text that keys are compared by; "" for missing.
std::string key_text(const Field& field) {
  if (const auto* text = std::get_if<std::string>(&field)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&field)) return std::to_string(*number);
  if (const auto* json = std::get_if<Json>(&field)) return json->text;
  return {};
}

bool fits(const Field& field, ColumnType type) {
  switch (type) {
    case ColumnType::string: return std::holds_alternative<std::string>(field);
    case ColumnType::integer: return std::holds_alternative<std::int64_t>(field);
    case ColumnType::number:
      return std::holds_alternative<Number>(field) || std::holds_alternative<std::int64_t>(field);
    case ColumnType::boolean: return std::holds_alternative<bool>(field);
    case ColumnType::list: return std::holds_alternative<Json>(field);
  }
  return false;
}

// The keys that a field refers to: itself, or the texts of its list.
std::vector<std::string> referred_keys(const Field& field) {
  const auto* json = std::get_if<Json>(&field);
  if (json == nullptr) return {key_text(field)};
  std::vector<std::string> keys;
  auto list = nlohmann::json::parse(json->text, nullptr, false);
  if (!list.is_array()) return keys;
  for (const auto& item : list)
    if (item.is_string()) keys.push_back(item);
  return keys;
}

class Checker {
 public:
  Checker(const fs::path& folder, CheckResult& result) : folder_(folder), result_(result) {}

  void check_tables(const Dataset& dataset) {
    std::vector<TableView> tables = tables_of(dataset);
    for (const TableView& table : tables) check_keys(table);
    for (const TableView& table : tables) {
      check_fields(table);
      check_file(table, ".csv", table.name == "matrix" ? matrix_to_csv(dataset) : to_csv(table));  // matrix.csv is wide
      check_file(table, ".jsonl", to_jsonl(table));
    }
  }

 private:
  void problem(const TableView& table, std::size_t row, const std::string& what) {
    result_.problems.push_back(fmt::format("{}.jsonl:{}: {}", table.name, row + 1, what));
  }

  void check_keys(const TableView& table) {
    std::set<std::string>& keys = keys_[std::string(table.name)];
    if (table.primary_key.empty()) return;
    for (std::size_t row = 0; row < table.n_rows; ++row) {
      std::string key;
      for (std::size_t column = 0; column < table.columns.size(); ++column)
        for (std::string_view part : table.primary_key)
          if (table.columns[column].name == part) key += (key.empty() ? "" : "\t") + key_text(table.field(row, column));
      if (!keys.insert(key).second) problem(table, row, fmt::format("{} is there twice", key));
    }
  }

  void check_fields(const TableView& table) {
    result_.records += table.n_rows;
    for (std::size_t row = 0; row < table.n_rows; ++row)
      for (std::size_t column = 0; column < table.columns.size(); ++column)
        check_field(table, row, table.columns[column], table.field(row, column));
  }

  void check_field(const TableView& table, std::size_t row, const ColumnInfo& column, const Field& field) {
    if (std::holds_alternative<std::monostate>(field)) {
      if (column.is_required) problem(table, row, fmt::format("{} is missing", column.name));
      return;
    }
    if (!fits(field, column.type)) return problem(table, row, fmt::format("{} has another type", column.name));
    if (column.references.empty()) return;
    const std::set<std::string>& keys = keys_[std::string(column.references)];
    for (const std::string& key : referred_keys(field))
      if (!keys.contains(key))
        problem(table, row, fmt::format("{} {} is not in {}", column.name, key, column.references));
  }

  void check_file(const TableView& table, const char* ending, const std::string& expected) {
    fs::path file = folder_ / (std::string(table.name) + ending);
    std::string name = file.filename().string();
    if (!fs::exists(file)) {
      result_.problems.push_back(name + ": missing");
    } else if (read_bytes(file) != expected) {
      result_.problems.push_back(name + ": does not hold the same records as " + std::string(table.name) + ".jsonl");
    }
  }

  const fs::path& folder_;
  CheckResult& result_;
  std::map<std::string, std::set<std::string>> keys_;  // by table
};

// sha256 -> the file with these bytes.
std::map<std::string, fs::path> find_sources(const Dataset& dataset, const fs::path& folder,
                                             const std::vector<fs::path>& sources) {
  std::map<std::string, fs::path> files;
  auto add = [&](const fs::path& file) {
    try {
      files.emplace(sha256_hex(read_bytes(file)), file);
    } catch (const Error&) {  // reported as not found
    }
  };
  if (!sources.empty()) {
    for (const SourceFile& file : walk(sources, {{"**"}, {}}).files) add(file.file);
    return files;
  }
  std::map<std::string, fs::path> remembered = remembered_sources(folder);
  for (const DocumentRecord& document : dataset.documents)
    if (auto found = remembered.find(document.source); found != remembered.end()) add(found->second);
  return files;
}

MediaType media_of_name(std::string_view name) {
  for (MediaType media : {MediaType::html, MediaType::markdown})
    if (media_name(media) == name) return media;
  return MediaType::text;
}

void check_quotes(const DocumentRecord& document, const std::vector<const RowRecord*>& rows, const fs::path& file,
                  CheckResult& result) {
  Source source = make_source(read_bytes(file), document.source, document.media);
  ++result.documents_checked;
  LineIndex lines(source.text);
  for (const RowRecord* row : rows) {
    ++result.quotes_checked;
    auto place = [&] { return fmt::format("{}:{}: {}", document.source, row->line, row->row_id); };
    if (!quote_stands_at(row->quote, source.text, row->segments, media_of_name(document.media)))
      result.problems.push_back(fmt::format("{}: the quote does not stand at its bytes: \"{}\"", place(), row->quote));
    else if (lines.line_of(row->segments.front().begin) != row->line)
      result.problems.push_back(
          fmt::format("{}: the quote begins on line {}", place(), lines.line_of(row->segments.front().begin)));
  }
}

}  // namespace

CheckResult check_dataset(const fs::path& folder, const std::vector<fs::path>& sources) {
  CheckResult result;
  Dataset dataset = read_dataset(folder);
  Checker(folder, result).check_tables(dataset);
  std::map<std::string, std::vector<const RowRecord*>> rows_of;
  for (const RowRecord& row : dataset.rows) rows_of[row.doc_id].push_back(&row);
  result.quotes = dataset.rows.size();
  std::map<std::string, fs::path> files = find_sources(dataset, folder, sources);
  for (const DocumentRecord& document : dataset.documents) {
    auto rows = rows_of.find(document.doc_id);
    if (rows == rows_of.end()) continue;
    auto file = files.find(document.sha256);
    if (file == files.end())
      result.not_found.push_back(document.source);
    else
      check_quotes(document, rows->second, file->second, result);
  }
  return result;
}

}  // namespace versus
