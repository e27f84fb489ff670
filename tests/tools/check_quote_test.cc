#include "tools/versus/check_quote.h"

#include <gtest/gtest.h>

#include "tools/versus/html_entities.h"

namespace versus {
namespace {

struct QuoteCase {
  MediaType media;
  const char* text;
  const char* quote;
};

constexpr MediaType kHtml = MediaType::html, kMarkdown = MediaType::markdown, kText = MediaType::text;

bool stands(const QuoteCase& test) {
  std::string_view text = test.text;
  return quote_stands_at(test.quote, text, {{0, static_cast<std::uint32_t>(text.size())}}, test.media);
}

TEST(CheckQuote, StandsWhateverTheMarkup) {
  const QuoteCase cases[] = {
      {kText, "fast  and\n\tsmall", "fast and small"},
      {kText, "| fast | small |", "fast small"},
      {kText, "uses <code>small</code> tags", "uses small tags"},
      {kText, "- **Fast:** uses `small` and Small_.", "Fast: uses small and Small."},
      {kMarkdown, ":check:{.green} Yes", ":check: Yes"},
      {kHtml, "Fast &amp; <b>small</b>&nbsp;enough", "Fast & small enough"},
      {kHtml, "Fast<b>er</b> than<br>this", "Faster than this"},
      {kHtml, "<span class=\"name\">B300</span><span class=\"note\">new</span>", "B300 new"},
      {kHtml, "<p>one</p><p>two</p>", "one two"},
      {kHtml, "a<!-- b > c -->d &#8211; &#x2713; &copy 1 &lt;i&gt;", "ad – ✓ © 1 <i>"},
      {kHtml, "a <script>var b = '</b>';</script> c", "a c"},
      {kHtml, "<a title=\"x > y\" href=z>link</a>", "link"},
      {kHtml, "5 < 6", "5 < 6"},
      {kMarkdown, "**Fast** and _small_ with `code`", "Fast and small with code"},
      {kMarkdown, "see [the docs](https://x.org/a_(b) \"title\") now", "see the docs now"},
      {kMarkdown, "see [the docs][1] now[^2]", "see the docs now"},
      {kMarkdown, "2 \\* 3 \\| 4", "2 * 3 | 4"},
      {kMarkdown, "![yes](check.png) done", "done"},
      {kMarkdown, "![yes](check.png) done", "yes done"},
      {kMarkdown, "> 1. one\n>    two", "one two"},
      {kMarkdown, "![yes](green.png)", "yes"},
      {kMarkdown, "![](img/check.svg)", "check"},
      {kHtml, "<i class=\"fa fa-times\"></i>", "fa-times"},
      {kHtml, "<img alt='&#9733;&amp;'>", "★&"},
      {kMarkdown, "snake_case stays", "snake_case stays"},
      {kMarkdown, "a<br/>b &rarr; <https://x.org>", "a b → https://x.org"},
  };
  for (const QuoteCase& test : cases) EXPECT_TRUE(stands(test)) << test.text << " / " << test.quote;
}

TEST(CheckQuote, NothingInventedNothingLeftOut) {
  const QuoteCase cases[] = {
      {kText, "fast and small", "fast and very small"},
      {kText, "fast and very small", "fast and small"},
      {kText, "fast and small", "small and fast"},
      {kText, "fast and small", "fastand small"},
      {kText, "fastand small", "fast and small"},
      {kText, "fast", ""},
      {kText, "", "fast"},
      {kText, "<b fast>small</b>", "fast small"},
      {kText, "&amp;", "&"},
      {kHtml, "Fast<b>er</b>", "Fast er"},
      {kHtml, "a &amp; b", "a b"},
      {kHtml, "<b title='word'></b>", "word"},
      {kHtml, "not fast", "fast"},
      {kHtml, "<img alt='no'>", "yes"},
      {kMarkdown, "[docs](https://x.org)", "docs https://x.org"},
      {kMarkdown, "no [docs](https://x.org)", "docs"},
      {kMarkdown, "7 - 3", "7 3"},
      {kMarkdown, "3.5 times", "5 times"},
  };
  for (const QuoteCase& test : cases) EXPECT_FALSE(stands(test)) << test.text << " / " << test.quote;
}

TEST(CheckQuote, SegmentsAreJoinedBySpace) {
  std::string_view text = "| fast and | x |\n| small    | y |";
  EXPECT_TRUE(quote_stands_at("fast and small", text, {{2, 10}, {19, 24}}, kText));
  EXPECT_FALSE(quote_stands_at("fast and x small", text, {{2, 10}, {19, 24}}, kText));
  EXPECT_FALSE(quote_stands_at("fast", text, {{2, 99}}, kText));
  EXPECT_FALSE(quote_stands_at("fast", text, {}, kText));
}

TEST(CheckQuote, EntitiesOfHtml) {
  struct {
    const char* text;
    const char* characters;
    std::size_t end;
  } cases[] = {{"&amp;x", "&", 5}, {"&ampx", "&", 4}, {"&rarr;", "→", 6},          {"&rarr", "", 0},
               {"&#150;", "–", 6}, {"&#x41", "A", 5}, {"&#99999999999;", "�", 14}, {"&nosuch;", "", 0},
               {"&#;", "", 0},     {"&", "", 0}};
  for (const auto& test : cases) {
    std::size_t offset = 0;
    EXPECT_EQ(decode_entity(test.text, offset), test.characters) << test.text;
    EXPECT_EQ(offset, test.end) << test.text;
  }
}

}  // namespace
}  // namespace versus
