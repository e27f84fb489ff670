// Compressed files. The only user of libarchive.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace versus {

bool is_gzip(std::string_view bytes);

struct Unpacked {
  std::string bytes;    // as far as they could be read
  std::string problem;  // "" or what is wrong: "damaged: ...", "unpacks to more than 256 MB"
};

/// Never throws; `limit` bounds the memory a small file can ask for.
Unpacked gunzip(std::string_view bytes, std::size_t limit);

}  // namespace versus
