#include "corpus/near_copy.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/sha256.h"

namespace versus {
namespace {

std::string article(int words, int changed_from, int changed_to) {
  std::string text;
  for (int i = 0; i < words; ++i)
    text += (i >= changed_from && i < changed_to ? "other" : "word") + std::to_string(i * 7919 % 1000) + " ";
  return text;
}

TEST(NearCopy, CaseAndPunctuationAndSpaceDoNotCount) {
  EXPECT_EQ(shingle_sketch("One two, THREE four - five six."), shingle_sketch("one  two three\nfour five six"));
}

TEST(NearCopy, AnAddedSentenceIsANearCopy) {
  std::string text = article(400, 0, 0);
  EXPECT_TRUE(are_near_copies(shingle_sketch(text), shingle_sketch("Updated yesterday by the editor. " + text)));
}

TEST(NearCopy, AnotherArticleIsNot) {
  EXPECT_FALSE(are_near_copies(shingle_sketch(article(400, 0, 0)), shingle_sketch(article(400, 0, 400))));
  EXPECT_FALSE(are_near_copies(shingle_sketch(article(400, 0, 0)), shingle_sketch(article(400, 100, 220))));
}

TEST(NearCopy, SimilarityFollowsTheSharedPart) {
  double half = sketch_similarity(shingle_sketch(article(600, 0, 0)), shingle_sketch(article(600, 400, 600)));
  EXPECT_NEAR(half, 0.5, 0.15);  // 400 of 800 shingles are shared
}

TEST(NearCopy, ShortTextsMustBeEqual) {
  EXPECT_TRUE(are_near_copies(shingle_sketch("a b c d e f"), shingle_sketch("a b c d e f")));
  EXPECT_FALSE(are_near_copies(shingle_sketch("a b c d e f"), shingle_sketch("a b c d e g")));
  EXPECT_FALSE(are_near_copies(shingle_sketch(""), shingle_sketch("")));
}

TEST(Sha256, KnownAnswers) {  // FIPS 180-2, appendix B.1
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(content_id("d_", "abc"), "d_ba7816bf8f01cfea");
  EXPECT_EQ(sha256_hex("").substr(0, 8), "e3b0c442");
}

}  // namespace
}  // namespace versus
