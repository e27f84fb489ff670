#include "score/write/write.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "corpus/diagnostic.h"
#include "corpus/sha256.h"
#include "score/write/matrix_csv.h"

namespace versus {

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  std::FILE* out = std::fopen(file.c_str(), "wb");
  if (out == nullptr) throw Error(file.string() + ": " + std::strerror(errno));
  bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
  if (std::fclose(out) != 0 || !is_written) throw Error(file.string() + ": " + std::strerror(errno));
}

void write_dataset(const Dataset& dataset, const std::filesystem::path& folder) {
  std::vector<WrittenFile> files;
  auto write = [&](std::string name, std::string media, const std::string& bytes) -> WrittenFile& {
    write_file(folder / name, bytes);
    files.push_back({std::move(name), std::move(media), bytes.size(), sha256_hex(bytes), {}});
    return files.back();
  };
  for (const TableView& table : tables_of(dataset)) {
    std::string name(table.name);
    if (name == "matrix") {
      write("matrix.csv", "text/csv", matrix_to_csv(dataset)).columns = matrix_columns(dataset);
    } else {
      write(name + ".csv", "text/csv", to_csv(table));
    }
    write(name + ".jsonl", "application/jsonl", to_jsonl(table));
  }
  // Not hashed: the header of a database names the version of SQLite that wrote it.
  write_sqlite(dataset, folder / "dataset.db");
  files.push_back({"dataset.db", "application/vnd.sqlite3", 0, "", {}});
  write("report.html", "text/html", to_report(dataset));
  write_file(folder / "datapackage.json", to_datapackage(dataset, files));
}

}  // namespace versus
