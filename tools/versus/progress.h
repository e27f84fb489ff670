// The line that says how far a run is; only on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace versus {

class Progress {
 public:
  enum class Show { no, yes };
  Progress(std::size_t total, Show show) : total_(total), show_(show) {}
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step(const std::string& name);

 private:
  std::size_t total_, done_ = 0;
  Show show_;
  std::chrono::steady_clock::time_point last_{};
  bool is_shown_ = false;
};

}  // namespace versus
