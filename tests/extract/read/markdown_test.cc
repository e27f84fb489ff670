#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/extract/read/reading.h"

namespace versus {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> read(std::string_view text) { return outline(read_as(MediaType::markdown, text)); }

TEST(Markdown, HeadingsListsQuotesAndCode) {
  EXPECT_THAT(read("Oak vs Pine\n===\n\n## Weight ##\n\n- light\n  * very\n- heavy\n\n> said *so*\n> twice\n\n"
                   "```sh\nmake it\n```\n\n1. first\n2. second\n"),
              ElementsAre("heading 1: Oak vs Pine", "heading 2: Weight", "list_item 1: light", "list_item 2: very",
                          "list_item 1: heavy", "quote: said so twice", "code [sh]: make it", "list_item 1: first",
                          "list_item 1: second"));
}

TEST(Markdown, AnUnderlinedHeadingEndsAtItsUnderline) {
  EXPECT_THAT(read("Price\n-----\n- **Oak:** high\n\nLook\n===\nFine.\n"),
              ElementsAre("heading 2: Price", "list_item 1: Oak: high", "heading 1: Look", "paragraph: Fine."));
}

TEST(Markdown, InlineMarkupIsNotText) {
  EXPECT_THAT(
      read("**Fast** &amp; `a|b`, [see](http://x.y/z_(1) \"t\") <b>now</b>[^1] ![logo](l.png) \\*no\\* a_b_c\n"),
      ElementsAre("paragraph: Fast & a|b, see now *no* a_b_c"));
}

TEST(Markdown, PipeTablesAreFoundOnTheSourceLine) {
  EXPECT_THAT(
      read("| Wood | Oak | Pine |\n|---|:-:|---|\n| price \\| unit | **9** | `3 \\| 4` |\n| hard<br>ness | yes |\n"),
      ElementsAre("table: Wood|Oak|Pine / price | unit|9|3 | 4 / hard ness|yes|"));
}

TEST(Markdown, PipeTablesWithoutOuterPipesAfterALineOfText) {
  EXPECT_THAT(read("Compare:\nWood | Oak\n--- | ---\nprice | high\nThe end.\n"),
              ElementsAre("paragraph: Compare:", "table: Wood|Oak / price|high", "paragraph: The end."));
}

TEST(Markdown, ShortHeadersAreCompletedWhereTheWeightsAre) {
  EXPECT_THAT(read("|Score|Oak|Pine|\n|---|---|---|---|\n|Cost|0.5|4|3|\n|Look|1|2|5|\n"),
              ElementsAre("table: Score||Oak|Pine / Cost|0.5|4|3 / Look|1|2|5"));
}

TEST(Markdown, PipesWithoutADelimiterRowAreATableFromThreeLinesOn) {
  EXPECT_THAT(read("|a|b|\n|1|2|\n|3|4|\n"), ElementsAre("table: a|b / 1|2 / 3|4"));
  EXPECT_THAT(read("|x|\nsome | text\n"), ElementsAre("paragraph: |x| some | text"));
}

TEST(Markdown, FrontMatterFillsTheDocument) {
  Document document =
      read_as(MediaType::markdown,
              "---\ntitle: \"Oak vs Pine\"\nauthor: Ann Ash\ndate: 2024-03-12T10:00:00Z\nlang: en\n---\n"
              "Text.\n");
  EXPECT_EQ(document.title, "Oak vs Pine");
  EXPECT_EQ(document.author, "Ann Ash");
  EXPECT_EQ(document.published, "2024-03-12");
  EXPECT_EQ(document.language, "en");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[0].kind, BlockKind::boilerplate);
}

TEST(Markdown, AdmonitionsComponentsAndImportsLeaveTheirText) {
  EXPECT_THAT(
      read("import X from './x'\n\n!!! note \"Careful\"\n    Oak is *heavy*.\n\n:::tip\nUse pine.\n:::\n\n<Tabs>\n"
           "Inside.\n</Tabs>\n"),
      ElementsAre("boilerplate [import]: import X from './x'", "paragraph: Oak is heavy.", "paragraph: Use pine.",
                  "paragraph: Inside."));
}

TEST(Markdown, LinkDefinitionsAreFollowedAndKeptApart) {
  EXPECT_THAT(read("See [oak] and [the pine][2].\n\n[oak]: http://oak.example\n[2]: <http://p> \"Pine\"\n"),
              ElementsAre("paragraph: See oak and the pine.",
                          "boilerplate [link-definitions]: [oak]: http://oak.example\n[2]: <http://p> \"Pine\""));
}

TEST(Markdown, LinkDefinitionsBelowACommentCount) {
  EXPECT_THAT(
      read("| Wood | [Oak][o] |\n|---|---|\n| price | high |\n\n<!-- LINKS -->\n[o]: http://oak.example\n").front(),
      "table: Wood|Oak / price|high");
}

TEST(Markdown, PipesInCodeAndShortDelimiterRows) {
  EXPECT_THAT(read("| Wood | Oak |\n|---|---|\n| `a || b` | x |\n"), ElementsAre("table: Wood|Oak / a || b|x"));
  EXPECT_THAT(read("| Wood | Oak |\n|:--|\n| price | high |\n"), ElementsAre("table: Wood|Oak / price|high"));
}

TEST(Markdown, FootnotesAreParagraphsOfTheirOwn) {
  EXPECT_THAT(read("Oak[^1] is hard.\n\n[^1]: When dry.\n"),
              ElementsAre("paragraph: Oak is hard.", "paragraph [footnote]: When dry."));
}

TEST(Markdown, HtmlBlocksGiveTheirText) {
  EXPECT_THAT(read("<div align=\"center\">\n  <h1>Oak</h1>\n  <p>Hard &amp; old<br>wood</p>\n</div>\n\n<!-- no -->\n"),
              ElementsAre("heading 1: Oak", "paragraph: Hard & old wood"));
}

TEST(Markdown, PlusAndMinusLinesAreItems) {
  EXPECT_THAT(
      read("(+) cheap\n(-) soft\n\n✅ light\n❌ weak\n"),
      ElementsAre("list_item 1: (+) cheap", "list_item 1: (-) soft", "list_item 1: ✅ light", "list_item 1: ❌ weak"));
}

TEST(Markdown, OddInputIsRead) {
  for (std::string_view text : {"",      "\n", "|",    "|-|",  "---",        "---\n",           "```",
                                "> > >", "[",  "![](", "<",    "<!--",       "<table",          "[a]:",
                                "\\",    "*",  "a\0b", "&#0;", "- \n  - \n", "\xEF\xBB\xBF# x", "&#x110000;"})
    EXPECT_NO_THROW(read(text));
  EXPECT_THAT(read(""), IsEmpty());
}

}  // namespace
}  // namespace versus
