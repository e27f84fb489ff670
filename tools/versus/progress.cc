#include "tools/versus/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include "corpus/text.h"

namespace versus {
namespace {

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

// As many characters as fit; wide ones make the line a little longer, which the next one overwrites.
std::string fit(const std::string& text, std::size_t width) {
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < width; ++n) next_code_point(text, at);
  return text.substr(0, at);
}

}  // namespace

void Progress::step(const std::string& name) {
  ++done_;
  if (show_ == Show::no) return;
  auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  constexpr std::size_t kBar = 30;
  std::size_t filled = kBar * done_ / total_;
  std::string line = fmt::format("reading {} documents  {:#>{}}{:.>{}}  {}/{}  {}", total_, "", filled, "",
                                 kBar - filled, done_, total_, strip_control(name));
  fmt::print(stderr, "\r\x1b[K{}", fit(line, terminal_width() - 1));
  is_shown_ = true;
}

Progress::~Progress() {
  if (is_shown_) fmt::print(stderr, "\r\x1b[K");
}

}  // namespace versus
