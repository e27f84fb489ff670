#include "score/ids.h"

#include "corpus/sha256.h"

namespace versus {

std::string content_id(std::string_view prefix, std::initializer_list<std::string_view> parts) {
  std::string all;
  for (std::string_view part : parts) {
    all += part;
    all += '\x1f';
  }
  return content_id(prefix, all);
}

}  // namespace versus
