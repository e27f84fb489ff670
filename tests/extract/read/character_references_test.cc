#include "extract/read/character_references.h"

#include <gtest/gtest.h>

namespace versus {
namespace {

struct Case {
  std::string_view source;
  std::string_view text;
  std::size_t size;
};

TEST(CharacterReferences, NumbersAndNames) {
  for (const Case& c : {Case{"&amp; more", "&", 5}, Case{"&check;", "✓", 7}, Case{"&zwnj;", "\u200C", 6},
                        Case{"&#8212;", "—", 7}, Case{"&#x2014;", "—", 8}, Case{"&#8212 more", "—", 6},
                        Case{"&#150;", "–", 6}, Case{"&#0;", "\uFFFD", 4}, Case{"&#99999999999;", "\uFFFD", 14}}) {
    CharacterReference found = decode_reference(c.source);
    EXPECT_EQ(found.text, c.text) << c.source;
    EXPECT_EQ(found.size, c.size) << c.source;
  }
}

TEST(CharacterReferences, WhatIsNone) {
  for (std::string_view source : {"", "&", "amp;", "& amp;", "&amp", "&nonsense;", "&#;", "&#x;", "&#x", "R&D"})
    EXPECT_EQ(decode_reference(source).size, 0U) << source;
}

}  // namespace
}  // namespace versus
