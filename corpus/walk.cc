#include "corpus/walk.h"

#include <algorithm>

namespace versus {

WalkResult walk(const std::vector<std::filesystem::path>& arguments, const WalkOptions&) {
  namespace fs = std::filesystem;
  WalkResult result;
  for (const auto& path : arguments) {
    if (!fs::is_directory(path)) {
      result.files.push_back({path, path.filename().string()});
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.is_regular_file() && !entry.path().string().ends_with(".json"))
        result.files.push_back({entry.path(), fs::relative(entry.path(), path).string()});
  }
  std::sort(result.files.begin(), result.files.end(), [](auto& a, auto& b) { return a.source < b.source; });
  return result;
}

}  // namespace versus
