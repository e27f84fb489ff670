#include "corpus/sha256.h"

#include <openssl/evp.h>

namespace versus {

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * size);
  for (unsigned int i = 0; i < size; ++i) {
    hex += kDigits[digest[i] >> 4];
    hex += kDigits[digest[i] & 15];
  }
  return hex;
}

std::string content_id(std::string_view prefix, std::string_view bytes) {
  return std::string(prefix) + sha256_hex(bytes).substr(0, 16);
}

}  // namespace versus
