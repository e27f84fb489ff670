#include "corpus/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace versus {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SplitWords, SpacesTabsAndLineEndsSeparate) {
  EXPECT_THAT(split_words(" ease of\tuse\n"), ElementsAre("ease", "of", "use"));
  EXPECT_THAT(split_words("one"), ElementsAre("one"));
  EXPECT_THAT(split_words(" \t\n"), IsEmpty());
  EXPECT_THAT(split_words(""), IsEmpty());
}

TEST(AppendCodePoint, WhatUnicodeDoesNotHaveIsReplaced) {
  std::string text;
  for (char32_t c : {U'a', U'é', U'✓', U'😀'}) append_code_point(c, text);
  EXPECT_EQ(text, "aé✓😀");
  for (char32_t c : {U'\xD800', U'\x110000', U'\x7FFFFFFF'}) {
    text.clear();
    append_code_point(c, text);
    EXPECT_EQ(text, "\uFFFD");
  }
}

}  // namespace
}  // namespace versus
