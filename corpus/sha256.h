// SHA-256. The only user of libcrypto.
#pragma once

#include <string>
#include <string_view>

namespace versus {

std::string sha256_hex(std::string_view bytes);  // 64 lower-case hex digits

/// `prefix` + the first 16 hex digits: how ids are made ("d_", "r_").
std::string content_id(std::string_view prefix, std::string_view bytes);

}  // namespace versus
