// The block functions of libcrypto, not its EVP layer: EVP loads providers and configuration first, which is a third of
// what starting the program for one small page costs (18.7 M against 12.8 M instructions, callgrind).
#define OPENSSL_SUPPRESS_DEPRECATED
#include "corpus/sha256.h"

#include <openssl/sha.h>

#include <array>

namespace versus {

std::string sha256_hex(std::string_view bytes) {
  SHA256_CTX context;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes.data(), bytes.size());
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), &context);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (unsigned char byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

std::string content_id(std::string_view prefix, std::string_view bytes) {
  return std::string(prefix) + sha256_hex(bytes).substr(0, 16);
}

}  // namespace versus
