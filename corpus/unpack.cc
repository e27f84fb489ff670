#include "corpus/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <array>
#include <memory>

namespace versus {

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

Unpacked gunzip(std::string_view bytes, std::size_t limit) {
  std::unique_ptr<archive, decltype(&archive_read_free)> reader(archive_read_new(), archive_read_free);
  Unpacked result;
  auto damaged = [&] {
    const char* reason = archive_error_string(reader.get());
    result.problem = fmt::format("damaged: {}", reason ? reason : "not a gzip file");
    return result;
  };
  archive_read_support_filter_gzip(reader.get());
  archive_read_support_format_raw(reader.get());
  archive_entry* entry = nullptr;
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return damaged();
  int status = archive_read_next_header(reader.get(), &entry);
  if (status == ARCHIVE_EOF) return result;  // nothing inside
  if (status != ARCHIVE_OK || archive_filter_code(reader.get(), 0) != ARCHIVE_FILTER_GZIP) return damaged();
  std::array<char, 1 << 16> buffer{};
  for (;;) {
    la_ssize_t n = archive_read_data(reader.get(), buffer.data(), buffer.size());
    if (n == 0) return result;
    if (n < 0) return damaged();
    result.bytes.append(buffer.data(), static_cast<std::size_t>(n));
    if (result.bytes.size() <= limit) continue;
    result.problem = fmt::format("unpacks to more than {} MB", limit >> 20);
    return result;
  }
}

}  // namespace versus
