// Reading what the command line names.
#pragma once

#include <filesystem>
#include <string>

#include "corpus/source.h"

namespace versus {

/// The bytes of a file, or of standard input for "-". Throws Error with the path and the system's reason.
std::string read_bytes(const std::filesystem::path& file);

/// One document, decoded. Throws Error when the file cannot be read or is not text.
Source read_usable_source(const std::filesystem::path& file, const std::string& media_hint);

}  // namespace versus
