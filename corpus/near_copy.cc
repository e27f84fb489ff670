#include "corpus/near_copy.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <string>

#include "corpus/text.h"

namespace versus {
namespace {

constexpr std::size_t kShingleWords = 5;  // long enough that two articles on one topic share few
constexpr std::size_t kSketchSize = 128;  // standard error of the estimate at .85: .03

}  // namespace

std::vector<std::uint64_t> shingle_sketch(std::string_view text) {
  std::string key = name_key(text);
  std::vector<std::string_view> words = split_words(key);
  std::vector<std::uint64_t> hashes;
  if (words.empty()) return hashes;
  std::size_t length = std::min(kShingleWords, words.size());
  for (std::size_t i = 0; i + length <= words.size(); ++i) {
    const char* begin = words[i].data();
    const std::string_view& last = words[i + length - 1];
    hashes.push_back(XXH64(begin, static_cast<std::size_t>(last.data() + last.size() - begin), 0));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.size() > kSketchSize) hashes.resize(kSketchSize);
  return hashes;
}

}  // namespace versus
