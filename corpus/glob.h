// Patterns on paths, as in .gitignore: "*.md", "drafts/*", "**/old/*.html".
#pragma once

#include <string_view>

namespace versus {

/// `*` and `?` stop at '/', `**` does not; [a-z] and [!a-z] are sets. A pattern without '/' is compared with the last
/// component, one with '/' with the whole path.
bool matches_glob(std::string_view pattern, std::string_view path);

}  // namespace versus
