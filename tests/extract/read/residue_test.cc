#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "extract/read/residue_lines.h"
#include "tests/extract/read/reading.h"

namespace versus {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view kArticle =
    "Oak vs Pine: Which Wood Wins?\n\nOak is a hard wood that has been used for ships and barrels for a very long "
    "time, "
    "and it is not cheap at all in these days.\n\nPine is soft, and houses are framed with it because it grows fast "
    "and "
    "takes nails well, which nobody can say of oak.\n\n";

std::string comments_of(std::string_view text) {
  std::string out;
  for (const Block& block : read_as(MediaType::text, text).blocks)
    if (block.kind == BlockKind::comment) out += block.text.text() + "|";
  return out;
}

std::string article_of(MediaType media, std::string_view text) { return article_text(read_as(media, text)); }

TEST(Residue, CommentsAtTheEndAreNotTheArticle) {
  for (std::string_view tail : std::to_array<std::string_view>({
           "0 0 votes\nArticle Rating\n2 Comments\nOldest\nNewest Most Voted\nInline Feedbacks\nView all "
           "comments\n@ann\n"
           "6 months ago\n\nOak is rubbish!\n",
           "3 Comments\n\nAnn\n2 days ago\nOak is rubbish!\n\nReply\n",
           "One response to “Oak vs Pine”\n\nAnn says:\n\nOak is rubbish!\n",
           "Comments\n\nAnn Ash says:\nMarch 3, 2024 at 10:00\n\nOak is rubbish!\n",
           "Leave a Reply\n\nOak is rubbish!\n",
           "2 Kommentare\n\nAnna\nvor 3 Tagen\n\nOak is rubbish!\n\nAntworten\n",
           "5 commentaires\n\nil y a 2 jours\n\nOak is rubbish!\n",
           "Comentarios (2)\n\nAna\nhace 3 meses\n\nOak is rubbish!\n",
       })) {
    std::string text = std::string(kArticle) + std::string(tail);
    EXPECT_THAT(comments_of(text), HasSubstr("rubbish")) << tail;
    EXPECT_THAT(article_of(MediaType::text, text), HasSubstr("takes nails well")) << tail;
    EXPECT_THAT(article_of(MediaType::text, text), Not(HasSubstr("rubbish"))) << tail;
  }
}

TEST(Residue, ArticlesAboutCommentsKeepTheirText) {
  for (std::string_view tail : std::to_array<std::string_view>({
           "Comments\n\nIn Python a comment begins with a hash sign, in C++ with two slashes, and both are ignored.\n",
           "## Comments\n\n- Disqus: loads slowly\n- Isso: small\n\n## Price\n\nDisqus shows ads.\n",
           "Discussion\n\nThe measurements show that oak is harder than pine, as was expected from the density.\n",
           "Two comments are worth making here: oak is heavy, and pine is light.\n",
           "Reader comments were mostly kind, and 3 comments asked for a table.\n",
       })) {
    std::string text = std::string(kArticle) + std::string(tail);
    EXPECT_EQ(comments_of(text), "") << tail;
  }
}

TEST(Residue, AWidgetAboveTheArticleDoesNotSwallowIt) {
  std::string text =
      "Oak vs Pine\n\n2 Comments\n\nView all comments\n\n" + std::string(kArticle) + std::string(kArticle);
  EXPECT_THAT(article_of(MediaType::text, text), HasSubstr("takes nails well"));
}

TEST(Residue, AnArticleThatGoesOnAfterTheCommentsIsRead) {
  std::string text = "# Oak vs Pine\n\n" + std::string(kArticle) +
                     "## 2 Comments\n\nAnn\n\n2 days ago\n\nOak is rubbish!\n\n## Verdict\n\nOak lasts longer.\n";
  EXPECT_THAT(article_of(MediaType::markdown, text), Not(HasSubstr("rubbish")));
  EXPECT_THAT(article_of(MediaType::markdown, text), HasSubstr("Oak lasts longer."));
}

TEST(Residue, ReferencesAreAddresses) {
  EXPECT_THAT(outline(read_as(MediaType::markdown,
                              "Oak is hard[1].\n\n## References:\n\n- 1. <http://oak.example>\n- 2. "
                              "[Pine](http://pine.example)\n\n## After\n\nText.\n")),
              testing::ElementsAre("paragraph: Oak is hard[1].", "boilerplate 2 [references]: References:",
                                   "boilerplate 2 [references]: http://oak.example", "boilerplate 2 [references]: Pine",
                                   "heading 2: After", "paragraph: Text."));
}

TEST(Residue, AChapterAboutReferencesIsContent) {
  EXPECT_THAT(outline(read_as(MediaType::markdown,
                              "## References\n\nRust checks references at compile time.\n\nC++ does "
                              "not check them at all.\n")),
              Each(Not(HasSubstr("boilerplate"))));
  EXPECT_THAT(outline(read_as(MediaType::markdown, "## Resources\n\n- Oak: plenty\n- Pine: even more\n")),
              Each(Not(HasSubstr("boilerplate"))));
}

TEST(Residue, TablesOfContentsAreLinksIntoTheDocument) {
  EXPECT_THAT(outline(read_as(MediaType::markdown,
                              "# Woods\n\n- [Oak](#oak)\n- [Pine](#pine)\n  - [Price](#price)\n\n## Oak\n\nHard.\n")),
              Contains("boilerplate 1 [contents]: Oak"));
  EXPECT_THAT(outline(read_as(MediaType::text, "Contents\n- Oak\n- Pine\n\n## Oak\n\nHard.\n\n## Pine\n\nSoft.\n")),
              Contains("boilerplate 1 [contents]: Pine"));
  EXPECT_THAT(outline(read_as(MediaType::markdown, "- [Oak](http://a)\n- [Pine](http://b)\n- [Fir](http://c)\n")),
              Each(StartsWith("list_item")));
}

TEST(Residue, BylinesTellAuthorAndDate) {
  struct Line {
    const char* text;
    const char* author;
    const char* date;
  };
  for (const Line& line : std::to_array<Line>({{"Posted by", "", ""},
                                               {"Posted by Ann Ash", "Ann Ash", ""},
                                               {"Posted by Ann Ash on March 3, 2024", "Ann Ash", "2024-03-03"},
                                               {"By Ann Ash", "Ann Ash", ""},
                                               {"By Ann Ash | 3 March 2024 | 5 min read", "Ann Ash", "2024-03-03"},
                                               {"Written by Ann van Ash", "Ann van Ash", ""},
                                               {"Published on 2024-03-03", "", "2024-03-03"},
                                               {"Answered on : 2024-08-28", "", "2024-08-28"},
                                               {"Last updated: 12.03.2024", "", "2024-03-12"},
                                               {"March 3rd, 2024", "", "2024-03-03"},
                                               {"5 min read", "", ""},
                                               {"Reading time: 7 minutes", "", ""}})) {
    Byline byline = read_byline(line.text);
    EXPECT_TRUE(byline.found) << line.text;
    EXPECT_EQ(byline.author, line.author) << line.text;
    EXPECT_EQ(byline.date, line.date) << line.text;
  }
  for (std::string_view line :
       {"By default oak is oiled.", "Oak was written off by many.", "By comparison, pine is cheap",
        "2024 was a good year", "Published tables are rare", "5 minutes", "Posted by mistake"})
    EXPECT_FALSE(read_byline(line).found) << line;
}

TEST(Residue, LinesThatAreNeverContent) {
  for (auto [line, role] : std::to_array<std::pair<std::string_view, std::string_view>>({
           {"Share this article", "share"},
           {"Facebook Twitter LinkedIn", "share"},
           {"Was this article helpful?", "share"},
           {"Subscribe to our newsletter", "newsletter"},
           {"Get the best wood stories in your inbox", "newsletter"},
           {"Sign up for our weekly digest today", "newsletter"},
           {"We use cookies to improve your experience.", "consent"},
           {"Tags: oak, pine", "tags"},
           {"© 2024 Wood Ltd. All rights reserved.", "footer"},
           {"Skip to content", "navigation"},
           {"Next Post →", "navigation"},
           {"Advertisement", "advertisement"},
           {"About the author", "author"},
       }))
    EXPECT_EQ(residue_role(line), role) << line;
  for (std::string_view line :
       {"Share of the market", "Oak is more popular on Twitter", "Tags are supported", "Cookies", "Subscribe", "Search",
        "Kafka lets consumers subscribe to topics", "Oak → Pine is a downgrade", "Print", "Sharing files is easy",
        "Newsletter support", "Next.js", "Top", "Rating", "Categories of wood"})
    EXPECT_EQ(residue_role(line), "") << line;
}

TEST(Residue, AHeadingOverATableIsNoButton) {
  Document document = read_as(MediaType::markdown, "# Tars\n\ntext\n\n### `copy`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
  EXPECT_EQ(document.blocks[2].kind, BlockKind::heading);
  document = read_as(MediaType::markdown, "# Tars\n\nCopy\n\n```\ntar\n```\n");
  EXPECT_EQ(document.blocks[1].kind, BlockKind::boilerplate);
}

TEST(Residue, TheTitleIsTheFirstHeadline) {
  EXPECT_EQ(read_as(MediaType::text, kArticle).title, "Oak vs Pine: Which Wood Wins?");
  EXPECT_EQ(read_as(MediaType::markdown, "## Later\n\n# Oak vs Pine\n").title, "Oak vs Pine");
  EXPECT_EQ(read_as(MediaType::text, "Posted by Ann Ash\n\nOak is hard. Pine is soft.\n").title, "");
}

}  // namespace
}  // namespace versus
