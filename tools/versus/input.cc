#include "tools/versus/input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "corpus/diagnostic.h"

namespace versus {
namespace {

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& file)
      : number_(file == "-" ? STDIN_FILENO : open(file.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~Descriptor() {
    if (number_ > STDIN_FILENO) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

std::string read_bytes(const std::filesystem::path& file) {
  auto fail = [&] { return Error(fmt::format("{}: {}", file.string(), std::strerror(errno))); };
  Descriptor input(file);
  if (input.number() < 0) throw fail();
  std::string bytes;
  struct stat status {};
  if (fstat(input.number(), &status) == 0 && S_ISREG(status.st_mode))
    bytes.reserve(static_cast<std::size_t>(status.st_size));
  char buffer[1 << 16];
  for (;;) {
    ssize_t n = ::read(input.number(), buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw fail();
    if (n == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(n));
  }
}

Source read_usable_source(const std::filesystem::path& file, const std::string& media_hint) {
  Source source = make_source(read_bytes(file), file.string(), media_hint);
  if (!source.usable)
    throw Error(fmt::format("{}: {}", file.string(),
                            source.diagnostics.empty() ? "cannot be used" : source.diagnostics.back().message));
  return source;
}

Config load_config(const std::filesystem::path& file) {
  const std::filesystem::path standard = "versus.toml";
  if (!file.empty()) return read_config(file);
  return std::filesystem::exists(standard) ? read_config(standard) : Config();
}

}  // namespace versus
