// The dataset's tables and columns, said once: CSV, JSON Lines, SQLite, datapackage.json and the reader all follow it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "score/dataset.h"

namespace versus {

enum class ColumnType { string, integer, number, boolean, list };  // list: a JSON array

struct ColumnInfo {
  std::string_view name;
  ColumnType type = ColumnType::string;
  bool is_required = false;
  std::string_view references;  // "documents": the primary key of that table
  std::string_view description;
};

struct Number {
  std::string text;  // as printed
};
struct Json {
  std::string text;
};
/// One value of a table; monostate is missing.
using Field = std::variant<std::monostate, std::string, std::int64_t, Number, bool, Json>;

/// One table of a dataset without its record type: what the writers loop over. Valid while the dataset lives.
struct TableView {
  std::string_view name;
  std::string_view description;
  std::vector<ColumnInfo> columns;
  std::vector<std::string_view> primary_key;  // empty: rows have no key of their own
  std::size_t n_rows = 0;
  std::function<Field(std::size_t row, std::size_t column)> field;
};

/// Every table, in the order of the design: a table comes after those it references.
std::vector<TableView> tables_of(const Dataset& dataset);

/// Reads the JSON Lines of one table back into the dataset's records; unknown members are ignored. Throws Error
/// "NAME.jsonl:LINE: ..." when a line cannot be understood. False: no table has that name.
bool read_table(Dataset& dataset, std::string_view name, std::string_view json_lines);

/// The dataset in a folder, from its JSON Lines. Throws Error when the folder holds none.
Dataset read_dataset(const std::filesystem::path& folder);

}  // namespace versus
