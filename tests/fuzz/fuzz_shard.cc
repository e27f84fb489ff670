// Any line is either a document or an error.
#include <cstddef>
#include <string_view>

#include "corpus/diagnostic.h"
#include "score/shard.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  try {
    versus::to_json_line(versus::from_json_line({reinterpret_cast<const char*>(data), size}));
  } catch (const versus::Error&) {
  }
  return 0;
}
