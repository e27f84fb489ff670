#include "corpus/spanned_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace versus {
namespace {

using testing::ElementsAre;

// source: "Fast &amp;\n  small"
SpannedText sample() {
  SpannedText text;
  text.append_verbatim("Fast", 0);
  text.append_space({4, 5});
  text.append_decoded("&", {5, 10});
  text.append_space({10, 13});
  text.append_verbatim("small", 13);
  return text;
}

TEST(SpannedText, KeepsWhereEachCharacterCameFrom) {
  SpannedText text = sample();
  EXPECT_EQ(text.text(), "Fast & small");
  EXPECT_THAT(text.spans(), ElementsAre(Span{0, 18}));
  EXPECT_THAT(text.spans(7, 12), ElementsAre(Span{13, 18}));
  EXPECT_THAT(text.spans(8, 10), ElementsAre(Span{14, 16}));
  EXPECT_THAT(text.spans(5, 6), ElementsAre(Span{5, 10}));
}

TEST(SpannedText, SubstringsKeepTheMap) {
  SpannedText part = sample().substr(5, 9);
  EXPECT_EQ(part.text(), "& sm");
  EXPECT_THAT(part.spans(2, 4), ElementsAre(Span{13, 15}));
  EXPECT_THAT(part.spans(), ElementsAre(Span{5, 15}));
}

TEST(SpannedText, SegmentsStayApart) {
  SpannedText text;
  text.append_verbatim("High- and", 10);
  text.start_segment();
  text.append_space({});
  text.append_verbatim("Low-Level", 90);
  EXPECT_EQ(text.text(), "High- and Low-Level");
  EXPECT_THAT(text.spans(), ElementsAre(Span{10, 19}, Span{90, 99}));
}

TEST(SpannedText, OutOfRangeIsClampedAndEmptyIsEmpty) {
  EXPECT_TRUE(sample().substr(5, 5).empty());
  EXPECT_TRUE(sample().spans(99, 120).empty());
  EXPECT_EQ(sample().substr(7, 99).text(), "small");
  EXPECT_EQ(SpannedText().cover(), (Span{0, 0}));
}

}  // namespace
}  // namespace versus
