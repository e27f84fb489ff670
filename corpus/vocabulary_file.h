// One vocabulary file: tab-separated lines beneath a header line that names the columns.
//
//   # data stores                                   a comment, as is every line that begins with '#'
//   label       kind      aliases                   vendor
//   PostgreSQL  database  Postgres; PG; pgsql
//   DynamoDB    database  Dynamo DB                 Amazon; AWS
//
// Lists inside a cell are separated by ';'. Columns whose name begins with '?' are notes for the reader.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

struct VocabularyFile {
  std::string path;  // "entities/databases.tsv": the folder says what the lines are
  std::string text;
};

/// The files compiled into the program, sorted by path.
const std::vector<VocabularyFile>& shipped_vocabulary_files();

/// The .tsv files of a user's folder, sorted by path: entities/, features/, words/, and in the folder itself files with
/// a column `what` (entity | feature). Throws Error when the folder cannot be read.
std::vector<VocabularyFile> read_vocabulary_folder(const std::filesystem::path& folder);

struct TsvLine {
  int number = 0;                  // 1-based
  std::vector<std::string> cells;  // one per column, white space folded
};

struct TsvTable {
  std::vector<std::string> columns;
  std::vector<TsvLine> lines;

  /// Index of a column, or -1.
  int column(std::string_view name) const;
};

/// Throws Error ("path:line: ...") on a missing or repeated column, more cells than columns, or invalid UTF-8.
TsvTable parse_tsv(const VocabularyFile& file);

/// "a; b;c" -> {"a", "b", "c"}; empty items are dropped.
std::vector<std::string> split_list(std::string_view cell);

}  // namespace versus
