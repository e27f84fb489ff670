// The three kinds of trouble: nothing there is an empty value, odd input is a Diagnostic and the run goes on, a run
// that makes no sense throws Error, which `main` alone catches (exit status 2).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

enum class Severity { note, warning, error };

/// Something in one document could not be used or was not understood.
struct Diagnostic {
  Severity severity = Severity::note;
  int line = 0;         // 1-based; 0: the document as a whole
  std::string code;     // stable, lower-case words with hyphens: "ragged-row"
  std::string message;  // one sentence for a person, without path and line

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string_view severity_name(Severity severity);

}  // namespace versus
