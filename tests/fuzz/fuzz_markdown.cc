// Any bytes are a document: reads, finds and normalizes them as markdown.
#include "tests/fuzz/process_any.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  versus::process_any({reinterpret_cast<const char*>(data), size}, "markdown");
  return 0;
}
