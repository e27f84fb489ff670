#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/extract/read/reading.h"

namespace versus {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> read(std::string_view text) { return outline(read_as(MediaType::text, text)); }

constexpr std::string_view kLong =
    "Oak is a hard wood that has been used for ships and barrels for a very long time, and it is not cheap.";

TEST(Text, HeadingsStandBetweenParagraphs) {
  std::string text = "Oak vs Pine: Which Wood Wins?\n\n" + std::string(kLong) + "\n\nHardness\n\n" + std::string(kLong);
  EXPECT_THAT(read(text), ElementsAre("heading 1: Oak vs Pine: Which Wood Wins?", "paragraph: " + std::string(kLong),
                                      "heading 2: Hardness", "paragraph: " + std::string(kLong)));
}

TEST(Text, TitlesAboveBylinesAndLabelsAboveLists) {
  EXPECT_THAT(
      read("Oak or Pine: which wood?\nBy Jane Roe, 12 May 2023\n\nWe tried both woods. Here is what we found out\n"
           "after three months of daily use on two ships.\nIt was cold.\n\nPros of Oak:\n + hard\n + dark\n"),
      ElementsAre("heading 1: Oak or Pine: which wood?", "boilerplate [byline]: By Jane Roe, 12 May 2023",
                  "paragraph: We tried both woods. Here is what we found out after three months of daily use on two "
                  "ships. It was cold.",
                  "heading 2: Pros of Oak:", "list_item 1: hard", "list_item 1: dark"));
}

TEST(Text, SentencesAreNotHeadings) {
  std::string text = "The scoring below is still to be updated\n\n" + std::string(kLong);
  EXPECT_THAT(read(text).front(), HasSubstr("paragraph: The scoring"));
}

TEST(Text, UnderlinesAndHashesMakeHeadings) {
  EXPECT_THAT(read("Woods\n=====\n\nOak\n---\n\n## Pine ##\n\nSoft.\n"),
              ElementsAre("heading 1: Woods", "heading 2: Oak", "heading 2: Pine", "paragraph: Soft."));
}

TEST(Text, WrappedLinesAreOneParagraph) {
  EXPECT_THAT(
      read("Oak is a hard wood that has been used for\nships and barrels for a very long time, and\n"
           "it is not cheap.\n\nPine is soft, and it has been used for the\nframes of houses.\n"),
      ElementsAre("paragraph: Oak is a hard wood that has been used for ships and barrels for a very long time, "
                  "and it is not cheap.",
                  "paragraph: Pine is soft, and it has been used for the frames of houses."));
}

TEST(Text, BulletsOfAllKinds) {
  EXPECT_THAT(read("- one\n  - two\n- three\n\n\nText between them.\n\n• four\n1) five\n(+) six\n✅ seven\n🚀eight\n"),
              ElementsAre("list_item 1: one", "list_item 2: two", "list_item 1: three", "paragraph: Text between them.",
                          "list_item 1: four", "list_item 1: five", "list_item 1: (+) six", "list_item 1: ✅ seven",
                          "list_item 1: eight"));
}

TEST(Text, TabSeparatedTablesKeepTagsOutOfTheText) {
  EXPECT_THAT(read("Wood\tOak\tPine\n<b>Price</b>\thigh\t<code>low</code>\n\nWood\tOak\tPine\nWeight\t\tlight\n"),
              ElementsAre("table: Wood|Oak|Pine / Price|high|low", "table: Wood|Oak|Pine / Weight||light"));
}

TEST(Text, TabRowsPartedByBlankLinesAreOneTable) {
  EXPECT_THAT(read("Wood\tOak\tPine\n\nPrice\thigh\tlow\n\nWeight\theavy\tlight\n"),
              ElementsAre("table: Wood|Oak|Pine / Price|high|low / Weight|heavy|light"));
}

TEST(Text, AlignedColumns) {
  EXPECT_THAT(read("Wood      Oak        Pine\nprice     high       low\ncolour    dark       light and\n"
                   "                     yellow\nweight    heavy      light\n"),
              ElementsAre("table: Wood|Oak|Pine / price|high|low / colour|dark|light and yellow / weight|heavy|light"));
}

TEST(Text, ProseIsNoAlignedTable) {
  EXPECT_THAT(read("Oak is hard.  Pine is soft.\nBirch is white.  Beech is\nred.  All of them burn.\n"),
              Contains(HasSubstr("paragraph: Oak is hard.")));
}

TEST(Text, BoxesAndGrids) {
  EXPECT_THAT(read("┌───────┬──────┐\n│ Wood  │ Oak  │\n├───────┼──────┤\n│ price │ high │\n│ look  │ dark "
                   "│\n└───────┴──────┘\n"),
              ElementsAre("table: Wood|Oak / price|high / look|dark"));
  EXPECT_THAT(read("+-------+-----------+\n| Wood  | Oak       |\n+=======+===========+\n| price | very      |\n"
                   "|       | high      |\n+-------+-----------+\n| look  | dark      |\n+-------+-----------+\n"),
              ElementsAre("table: Wood|Oak / price|very high / look|dark"));
}

TEST(Text, ACellOverSeveralLinesHasSeveralSegments) {
  Document document =
      read_as(MediaType::text,
              "+-------+-----------+\n| Wood  | Oak       |\n+=======+===========+\n| price | very      |\n"
              "|       | high      |\n+-------+-----------+\n| look  | dark      |\n+-------+-----------+\n");
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.blocks[0].table->header_rows, 1);
  EXPECT_EQ(document.blocks[0].table->at(1, 1)->text.spans().size(), 2U);
}

TEST(Text, SimpleTablesOfRestructuredText) {
  EXPECT_THAT(read("=====  =====  ====\nWood   Oak    Pine\n=====  =====  ====\nprice  high   low\n       \nlook   "
                   "dark   \n=====  =====  ====\n"),
              ElementsAre("table: Wood|Oak|Pine / price|high|low / look|dark|"));
}

TEST(Text, DelimitedLines) {
  EXPECT_THAT(read("Wood,Oak,Pine\nprice,high,\"low, really\"\nlook,dark,light\n"),
              ElementsAre("table: Wood|Oak|Pine / price|high|low, really / look|dark|light"));
  EXPECT_THAT(read("Oak, pine, birch\nbeech, elm, ash\nfir, larch, yew\n"), testing::Not(Contains(HasSubstr("table"))));
}

TEST(Text, SqlClientTables) {
  EXPECT_THAT(read(" wood  | oak\n-------+------\n price | high\n"), ElementsAre("table: wood|oak / price|high"));
}

TEST(Text, FencesAndMarkdownInTextFiles) {
  EXPECT_THAT(read("## Oak\n\n```\nint main();\n# not a heading\n```\n\n| Wood | Oak |\n|---|---|\n| price | high |\n"),
              ElementsAre("heading 2: Oak", "code: int main();\n# not a heading", "table: Wood|Oak / price|high"));
}

TEST(Text, TablesWithOneCellALine) {
  EXPECT_THAT(read("Oak vs Pine\n\nFeature\nOak\nPine\nPrice\nhigh\nlow\nWeight\nheavy\nlight\n\nOak it is.\n"),
              ElementsAre("heading 1: Oak vs Pine", "table: Feature|Oak|Pine / Price|high|low / Weight|heavy|light",
                          "paragraph: Oak it is."));
  std::string text = "Oak vs Pine\n\nFeature\n\nOak\n\nPine\n\nPrice\n\nhigh\n\nlow\n\nWeight\n\nheavy\n\nlight\n\n" +
                     std::string(kLong) + "\n\nSoftness\n\n" + std::string(kLong) + "\n";
  EXPECT_THAT(read(text), Contains("table: Feature|Oak|Pine / Price|high|low / Weight|heavy|light"));
}

TEST(Text, ShortLinesAreNoTable) {
  EXPECT_THAT(read("Oak vs Pine\n\nFeature\nOak\nPrice\nhigh\nWeight\nheavy\nColour\ndark\n"),
              testing::Not(Contains(HasSubstr("table"))));
  EXPECT_THAT(read("Oak vs Pine\n\nFeature\nOak\nPine\nPrice\nhigh\nlow\nWeight\nheavy\n"),
              testing::Not(Contains(HasSubstr("table"))));
}

TEST(Text, SlidesGiveOneBlockPerCell) {
  std::string text;
  for (std::string_view cell : {"Woods", "1. Price", "very\nhigh", "Pine\n\nquite\nlow", "2. Look", "dark", "light",
                                "3. Weight", "heavy", "light"})
    text += std::string(cell) + "\n\n\n\n";
  EXPECT_THAT(read(text),
              ElementsAre("paragraph [cell]: Woods", "list_item 1 [cell]: Price", "paragraph [cell]: very high",
                          "paragraph [cell]: Pine", "paragraph [cell-continued]: quite low", "list_item 1 [cell]: Look",
                          "paragraph [cell]: dark", "paragraph [cell]: light", "list_item 1 [cell]: Weight",
                          "paragraph [cell]: heavy", "paragraph [cell]: light"));
}

TEST(Text, RestructuredTextDirectivesAndRoles) {
  EXPECT_THAT(
      read("Oak\n===\n\n.. _oak:\n\nSee :ref:`the pine <pine>` and ``code``, or `ash <http://a>`__.\n\n"
           ".. code-block:: python\n\n   x = 1\n\n.. list-table::\n   :header-rows: 1\n\n   * - Wood\n"
           "     - Oak\n   * - price\n     - high\n"),
      ElementsAre("heading 1: Oak", "boilerplate [directive]: .. _oak:", "paragraph: See the pine and code, or ash.",
                  "code:    x = 1", "table: Wood|Oak / price|high"));
}

TEST(Text, RestructuredTextReferencesAreMarks) {
  EXPECT_THAT(
      read(".. _Oak: http://oak\n\nOak_ is hard [#why]_ and ``__init__`` stays, __all__ too.\n\n.. _b: http://b\n"),
      Contains("paragraph: Oak is hard and __init__ stays, __all__ too."));
}

TEST(Text, NamesOfTheUsersVocabularyTellTheWidthOfATable) {
  std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "versus-text-test";
  std::filesystem::create_directories(folder / "entities");
  std::ofstream(folder / "entities" / "woods.tsv") << "label\nBrackwood\nSmeltwood\n";
  Vocabulary vocabulary = Vocabulary::with_folders({folder});
  Source source;
  source.media = MediaType::text;
  source.text = "Feature\nBrackwood\nSmeltwood\nprice\nhigh\nlow\nweight\nheavy\nlight\n";
  EXPECT_FALSE(read_document(source).blocks.front().table);
  EXPECT_THAT(outline(read_document(source, vocabulary)),
              ElementsAre("table: Feature|Brackwood|Smeltwood / price|high|low / weight|heavy|light"));
  source.text = "|Brackwood|Smeltwood|\n|--|--|--|\n|price|high|low|\n|weight|heavy|light|\n";
  EXPECT_THAT(outline(read_document(source, vocabulary)),
              ElementsAre("table: |Brackwood|Smeltwood / price|high|low / weight|heavy|light"));
}

TEST(Text, OddInputIsRead) {
  for (std::string_view text :
       {"",      "\n\n\n", "\t",  "|",  "+", "---",    "```",         "(",   "1.", "•", "\xEF\xBB\xBF",
        "=====", "a\tb",   ",,,", "\"", "│", "+-+\n|", "==== ====\n", ".. ", "::"})
    EXPECT_NO_THROW(read(text));
  EXPECT_THAT(read(""), IsEmpty());
}

}  // namespace
}  // namespace versus
