#include "corpus/near_copy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "corpus/sha256.h"

namespace versus {
namespace {

std::string article(int words, int changed_from, int changed_to) {
  std::string text;
  for (int i = 0; i < words; ++i)
    text += (i >= changed_from && i < changed_to ? "other" : "word") + std::to_string(i) + " ";
  return text;
}

TEST(NearCopy, CaseAndPunctuationAndSpaceDoNotCount) {
  EXPECT_EQ(shingle_sketch("One two, THREE four - five six."), shingle_sketch("one  two three\nfour five six"));
}

TEST(NearCopy, AChangeTouchesOnlyTheShinglesAroundIt) {
  auto a = shingle_sketch(article(100, 0, 0)), b = shingle_sketch(article(100, 50, 51));
  std::vector<std::uint64_t> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  EXPECT_EQ(a.size(), 96u);
  EXPECT_EQ(shared.size(), 91u);
}

TEST(NearCopy, ShortAndEmptyTexts) {
  EXPECT_EQ(shingle_sketch("one two").size(), 1u);
  EXPECT_TRUE(shingle_sketch(" -- ").empty());
  EXPECT_EQ(shingle_sketch(article(5000, 0, 0)).size(), 128u);
}

TEST(Sha256, KnownAnswers) {  // FIPS 180-2, appendix B.1
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(content_id("d_", "abc"), "d_ba7816bf8f01cfea");
  EXPECT_EQ(sha256_hex("").substr(0, 8), "e3b0c442");
}

}  // namespace
}  // namespace versus
