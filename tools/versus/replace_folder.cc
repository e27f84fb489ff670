#include "tools/versus/replace_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <set>
#include <vector>

#include "corpus/diagnostic.h"
#include "corpus/walk.h"

namespace versus {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStage = ".versus-new";      // inside the folder: not complete
constexpr const char* kCommit = ".versus-commit";  // inside the folder: complete, to be moved into place
constexpr const char* kManifest = "files";         // in the state folder: what we wrote, one path a line

[[noreturn]] void fail(const fs::path& path, int code) {
  throw Error(fmt::format("{}: {}", path.string(), std::strerror(code)));
}

void sync_path(const fs::path& path) {
  int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path, errno);
  int status = fsync(descriptor);
  int code = errno;
  close(descriptor);
  if (status != 0 && code != EINVAL) fail(path, code);  // EINVAL: a file system that cannot
}

void sync_tree(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (!entry.is_symlink()) sync_path(entry.path());
  sync_path(folder);
}

// Held while a folder's neighbours are created and exchanged; gone when the process is.
class Lock {
 public:
  explicit Lock(const fs::path& folder) : descriptor_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ >= 0) flock(descriptor_, LOCK_EX);
  }
  ~Lock() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int descriptor_;
};

std::set<fs::path> read_manifest(const fs::path& folder) {
  std::set<fs::path> files;
  std::ifstream input(folder / kStateFolder / kManifest);
  for (std::string line; std::getline(input, line);) files.insert(line);
  return files;
}

void write_manifest(const fs::path& folder) {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (!entry.is_directory()) files.insert(entry.path().lexically_relative(folder).generic_string());
  fs::create_directories(folder / kStateFolder);
  std::ofstream output(folder / kStateFolder / kManifest, std::ios::binary);
  for (const std::string& file : files)
    if (!file.starts_with(kStateFolder)) output << file << '\n';
  if (!output.flush()) fail(folder / kStateFolder / kManifest, errno);
}

bool is_own_machinery(const fs::path& name) { return name == kStateFolder || name == kStage || name == kCommit; }

// A second name for a file costs nothing; a copy is the way where links are not allowed.
void link_or_copy(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (fs::is_symlink(from)) return fs::copy_symlink(from, to);
  if (fs::is_directory(from)) {
    fs::create_directory(to, from);
    for (const auto& entry : fs::directory_iterator(from)) link_or_copy(entry.path(), to / entry.path().filename());
    return;
  }
  fs::create_hard_link(from, to, error);
  if (error) fs::copy_file(from, to);
}

// Files that a user put into the dataset's folder go along.
void carry_over(const fs::path& from, const fs::path& to) {
  std::set<fs::path> ours = read_manifest(from);
  for (const auto& entry : fs::directory_iterator(from)) {
    fs::path name = entry.path().filename();
    if (is_own_machinery(name) || ours.contains(name) || fs::exists(fs::symlink_status(to / name))) continue;
    link_or_copy(entry.path(), to / name);
  }
}

void roll_forward(const fs::path& folder) {
  fs::path commit = folder / kCommit;
  std::set<fs::path> fresh = read_manifest(commit);
  if (fs::exists(commit / kStateFolder)) {  // not yet moved: the old manifest still says what is old
    for (const fs::path& file : read_manifest(folder))
      if (!fresh.contains(file)) fs::remove(folder / file);
  }
  for (const fs::path& file : fresh)
    if (fs::exists(commit / file)) fs::rename(commit / file, folder / file);
  if (fs::exists(commit / kStateFolder)) {
    fs::remove_all(folder / kStateFolder);
    fs::rename(commit / kStateFolder, folder / kStateFolder);
  }
  sync_path(folder);
  fs::remove_all(commit);
}

std::string stale_prefix(const fs::path& folder) { return fmt::format(".{}.versus-", folder.filename().string()); }

// Only called under the lock: nobody else is writing beside.
void remove_stale(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> stale;
  for (const auto& entry : fs::directory_iterator(folder.parent_path(), error))
    if (entry.path().filename().string().starts_with(stale_prefix(folder))) stale.push_back(entry.path());
  for (const fs::path& path : stale) fs::remove_all(path, error);
}

fs::path full_path(const fs::path& folder) {
  fs::path full = fs::weakly_canonical(fs::absolute(folder));
  return full.has_filename() ? full : full.parent_path();
}

struct RemoveAtEnd {
  fs::path path;
  ~RemoveAtEnd() {
    std::error_code error;
    fs::remove_all(path, error);
  }
};

void complete(const fs::path& stage, const std::function<void(const fs::path&)>& write) {
  write(stage);
  write_manifest(stage);
}

void install_inside(const fs::path& folder, const std::function<void(const fs::path&)>& write) {
  RemoveAtEnd stage{folder / kStage};
  fs::remove_all(stage.path);
  fs::create_directory(stage.path);
  complete(stage.path, write);
  sync_tree(stage.path);
  fs::rename(stage.path, folder / kCommit);
  sync_path(folder);
  roll_forward(folder);
}

// False when the two cannot be exchanged.
bool exchange_folders(const fs::path& fresh, const fs::path& folder) {
  if (renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0) return true;
  if (errno == EINVAL || errno == ENOSYS || errno == EBUSY || errno == EXDEV || errno == ENOTSUP) return false;
  fail(folder, errno);
}

void replace(const fs::path& folder, const std::function<void(const fs::path&)>& write, Exchange exchange) {
  bool is_new = !fs::exists(folder);
  if (is_new) fs::create_directories(folder.parent_path());
  Lock lock(folder.parent_path());
  remove_stale(folder);
  RemoveAtEnd beside{folder.parent_path() / fmt::format("{}{}", stale_prefix(folder), getpid())};
  std::error_code error;
  fs::create_directory(beside.path, error);
  if (!is_new && (error || exchange == Exchange::never)) return install_inside(folder, write);
  if (error) fail(folder, error.value());
  complete(beside.path, write);
  if (!is_new) carry_over(folder, beside.path);
  sync_tree(beside.path);
  if (is_new) {
    fs::rename(beside.path, folder);
  } else if (!exchange_folders(beside.path, folder)) {
    return install_inside(folder, write);
  }
  sync_path(folder.parent_path());
}

}  // namespace

void replace_folder(const fs::path& folder, const std::function<void(const fs::path&)>& write, Exchange exchange) {
  fs::path full = full_path(folder);
  bool is_there = fs::exists(full);
  auto fail_whole = [&](const std::string& reason) {
    throw Error(
        fmt::format("{}: {}{}", folder.string(), reason, is_there ? "; the previous dataset is untouched" : ""));
  };
  try {
    replace(full, write, exchange);
  } catch (const fs::filesystem_error& error) {
    fail_whole(error.code().message());
  } catch (const Error& error) {
    fail_whole(error.what());
  }
}

void heal_folder(const fs::path& folder) {
  fs::path full = full_path(folder);
  if (!fs::is_directory(full)) return;
  Lock lock(full.parent_path());
  remove_stale(full);
  std::error_code error;
  fs::remove_all(full / kStage, error);
  if (fs::exists(full / kCommit)) roll_forward(full);
}

void refuse_foreign_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return;
  if (!fs::is_directory(folder)) throw Error(fmt::format("{}: not a folder", folder.string()));
  if (fs::is_empty(folder) || is_dataset(folder)) return;
  throw Error(fmt::format("{}: not empty, and not a dataset of versus; nothing was written", folder.string()));
}

}  // namespace versus
