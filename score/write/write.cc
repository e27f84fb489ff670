#include "score/write/write.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "corpus/diagnostic.h"

namespace versus {

void write_file(const std::filesystem::path& file, std::string_view bytes) {
  std::FILE* out = std::fopen(file.c_str(), "wb");
  if (out == nullptr) throw Error(file.string() + ": " + std::strerror(errno));
  bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
  if (std::fclose(out) != 0 || !is_written) throw Error(file.string() + ": " + std::strerror(errno));
}

void write_dataset(const Dataset& dataset, const std::filesystem::path& folder) {
  for (const TableView& table : tables_of(dataset)) {
    std::string name(table.name);
    write_file(folder / (name + ".csv"), to_csv(table));
    write_file(folder / (name + ".jsonl"), to_jsonl(table));
  }
}

}  // namespace versus
