#include "tools/versus/same_files.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "corpus/diagnostic.h"
#include "tools/versus/input.h"

namespace versus {
namespace {

namespace fs = std::filesystem;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "versus-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw Error(name + ": " + std::strerror(errno));
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

bool same_as_written(const Dataset& dataset, const fs::path& folder) {
  TemporaryFolder fresh;
  write_dataset(dataset, fresh.path());
  for (const auto& entry : fs::recursive_directory_iterator(fresh.path())) {
    if (!entry.is_regular_file()) continue;
    fs::path old = folder / entry.path().lexically_relative(fresh.path());
    if (!fs::is_regular_file(old) || read_bytes(old) != read_bytes(entry.path())) return false;
  }
  return true;
}

}  // namespace versus
