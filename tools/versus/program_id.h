// Which program is this? Part of the cache's key: another build may read documents differently.
#pragma once

#include <string>

namespace versus {

/// The linker's build id in hex, or "" when the program has none.
std::string program_id();

}  // namespace versus
