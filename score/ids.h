// Ids of derived records: they depend on what the record is about, not on when or where it was made.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace versus {

/// `prefix` and 16 hex digits of the parts' SHA-256.
std::string content_id(std::string_view prefix, std::initializer_list<std::string_view> parts);

}  // namespace versus
