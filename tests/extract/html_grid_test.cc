// Tables as a browser forms them, and the bounds that absurd ones cannot pass.
#include "extract/read/html_grid.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/source.h"
#include "extract/document.h"

namespace versus {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Document read(std::string_view html) { return read_document(make_source(html, "page.html", "html")); }

std::vector<Table> tables_of(std::string_view html) {
  std::vector<Table> out;
  for (const Block& block : read(html).blocks) {
    if (block.table) out.push_back(*block.table);
  }
  return out;
}

Rows rows_of(const Table& table) {
  Rows rows;
  for (int row = 0; row < table.n_rows; ++row) {
    rows.emplace_back();
    for (int column = 0; column < table.n_columns; ++column) {
      const Cell* cell = table.at(row, column);
      rows.back().push_back(cell ? cell->text.text() : "-");
    }
  }
  return rows;
}

struct Case {
  std::string_view what;
  std::string_view html;
  Rows rows;
};

// `-` stands for a slot that no cell covers.
const Case kCases[] = {
    {"plain", "<table><tr><th>a<th>b<tr><td>1<td>2</table>", {{"a", "b"}, {"1", "2"}}},
    {"column span", "<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", {{"a", "a", "b"}, {"1", "2", "3"}}},
    {"row span fills the cells below", "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", {{"a", "b"}, {"a", "c"}}},
    {"both spans", "<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>", {{"a", "a", "b"}, {"a", "a", "c"}}},
    {"row span ends with its group",
     "<table><tbody><tr><td rowspan=9>a<td>b</tbody><tbody><tr><td>c<td>d</tbody></table>",
     {{"a", "b"}, {"c", "d"}}},
    {"row span 0 reaches the end of the group",
     "<!DOCTYPE html><table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>",
     {{"a", "b"}, {"a", "c"}, {"a", "d"}}},
    {"row span 0 in quirks mode is 1",
     "<table><tr><td rowspan=0>a<td>b<tr><td>c<td>d</table>",
     {{"a", "b"}, {"c", "d"}}},
    {"column span 0 is 1", "<table><tr><td colspan=0>a<td>b</table>", {{"a", "b"}}},
    {"spans with junk",
     "<table><tr><td colspan=' 2x'>a<td colspan=x>b<td colspan=-2>c</table>",
     {{"a", "a", "b", "c"}}},
    {"ragged rows", "<table><tr><td>a<tr><td>b<td>c</table>", {{"a", "-"}, {"b", "c"}}},
    {"the foot comes last",
     "<table><tfoot><tr><td>f</tfoot><thead><tr><td>h</thead><tbody><tr><td>b</tbody></table>",
     {{"h"}, {"b"}, {"f"}}},
    {"a late head stays", "<table><tr><td>b<thead><tr><td>h</thead></table>", {{"b"}, {"h"}}},
    {"a cell without a row", "<table><td>a<td>b</table>", {{"a", "b"}}},
    {"a cell directly in a section", "<table><tbody><td>a</tbody><tbody><td>b</tbody></table>", {{"a"}, {"b"}}},
    {"wrappers between table, row and cell",
     "<table><div><tr><span><td>a</td></span><form><td>b</td></form></tr></div></table>",
     {{"a", "b"}}},
    {"text between rows goes before the table",
     "<table><tr><td>a</td></tr>stray<tr><td>b</td></tr></table>",
     {{"a"}, {"b"}}},
    {"an end tag that closes nothing", "<table><tr><td>a</p>b</span></div></td><td>c</table>", {{"a b", "c"}}},
    {"end tags of the page in a cell", "<table><tr><td></body></html>a<td>b</table>", {{"a", "b"}}},
    {"a new table ends the one it stands in", "<table><tr><td>a</td></tr><table><tr><td>b</table>", {{"a"}}},
    {"block edges and br are spaces",
     "<table><tr><td><p>a</p><p>b</p>c<br>d<div>e</div><ul><li>f<li>g</ul></table>",
     {{"a b c d e f g"}}},
    {"inline edges are not", "<table><tr><td>a<b>b</b><span>c</span><wbr>d</table>", {{"abcd"}}},
    {"scripts and styles are not text",
     "<table><tr><td>a<script>x()</script><style>p{}</style><template>t</template></table>",
     {{"a"}}},
    {"hidden parts are not text",
     "<table><tr><td>a<span style='display: none'>007</span><span hidden>b</span></table>",
     {{"a"}}},
    {"entities", "<table><tr><td>a &amp; b&nbsp;c &#150; &check; &eacute;</table>", {{"a & b c – ✓ é"}}},
    {"rows without tr are none", "<table><tbody></tbody><tr><td>a</table>", {{"a"}}},
    {"columns do not make slots", "<table><col><col><col><tr><td>a</table>", {{"a"}}},
};

TEST(HtmlGrid, FormsTheTableABrowserShows) {
  for (const Case& example : kCases) {
    std::vector<Table> tables = tables_of(example.html);
    ASSERT_FALSE(tables.empty()) << example.what;
    EXPECT_EQ(rows_of(tables[0]), example.rows) << example.what;
  }
}

TEST(HtmlGrid, NestedTablesStandApartAfterTheirOuterTable) {
  std::vector<Table> tables = tables_of(
      "<table><tr><th>a<th>b<tr><td>x<table><tr><td>1<td>2</table>y<td>z</table><table><tr><td>p<td>q<tr><td>r<td>s</"
      "table>");
  ASSERT_EQ(tables.size(), 3U);
  EXPECT_EQ(rows_of(tables[0]), (Rows{{"a", "b"}, {"x 1 2 y", "z"}}));
  EXPECT_EQ(rows_of(tables[1]), (Rows{{"1", "2"}}));
  EXPECT_EQ(rows_of(tables[2]), (Rows{{"p", "q"}, {"r", "s"}}));
  EXPECT_EQ(tables[0].nesting, 0);
  EXPECT_EQ(tables[1].nesting, 1);
  EXPECT_EQ(tables[2].nesting, 0);
}

TEST(HtmlGrid, TheTextOfANestedTableIsInTheArticleOnce) {
  std::string body = article_text(read(
      "<h1>Benches</h1><p>Benches of oak and pine compared by price and by weight, in detail.</p><table><tr><th>a<th>b"
      "<tr><td>x<table><tr><td>inner<td>2</table><td>z</table>"));
  std::size_t first = body.find("inner");
  ASSERT_NE(first, std::string::npos) << body;
  EXPECT_EQ(body.find("inner", first + 1), std::string::npos) << body;
}

TEST(HtmlGrid, CaptionHeaderRowsAndMarks) {
  std::vector<Table> tables = tables_of(
      "<table><caption>Which <b>bench</b>?</caption><thead><tr><td>Feature<td>Oak</thead><tr><th>Price<td><b>270</b> "
      "<a "
      "href=/p>euro</a><sup>1</sup><img alt=cheap src=x.png><i class='fa fa-check'></i></table>");
  ASSERT_EQ(tables.size(), 1U);
  const Table& table = tables[0];
  EXPECT_EQ(table.caption.text(), "Which bench?");
  EXPECT_EQ(table.header_rows, 1);
  const Cell* price = table.at(1, 0);
  const Cell* value = table.at(1, 1);
  EXPECT_TRUE(price->is_header);
  EXPECT_EQ(value->text.text(), "270 euro1");
  ASSERT_EQ(value->marks.size(), 5U);
  EXPECT_EQ(value->marks[0].kind, Mark::Kind::bold);
  EXPECT_EQ(value->marks[0].end, 3U);
  EXPECT_EQ(value->marks[1].kind, Mark::Kind::link);
  EXPECT_EQ(value->marks[1].target, "/p");
  EXPECT_EQ(value->marks[2].kind, Mark::Kind::superscript);
  EXPECT_EQ(value->marks[3].target, "cheap");
  EXPECT_EQ(value->marks[4].target, "fa fa-check");
}

TEST(HtmlGrid, RowsThatThePageHidesAreFlagged) {
  std::vector<Table> tables = tables_of("<table><tr><td>a<td>b<tr style='display:none'><td>c<td>d</table>");
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_FALSE(tables[0].at(0, 0)->is_hidden);
  EXPECT_TRUE(tables[0].at(1, 0)->is_hidden);
}

TEST(HtmlGrid, EveryCellKnowsItsBytes) {
  std::string html = "<p>x</p><table><tr><td>Fast &amp;\n small</td><td>caf\u00e9 <i>noir</i></td></tr></table>";
  std::vector<Table> tables = tables_of(html);
  ASSERT_EQ(tables.size(), 1U);
  Span span = tables[0].at(0, 0)->text.cover();
  EXPECT_EQ(html.substr(span.begin, span.size()), "Fast &amp;\n small");
  span = tables[0].at(0, 1)->text.cover();
  EXPECT_EQ(html.substr(span.begin, span.size()), "caf\u00e9 <i>noir");
}

// ---- bounds ----

std::size_t slots(const Table& table) {
  return static_cast<std::size_t>(table.n_rows) * static_cast<std::size_t>(table.n_columns);
}

void expect_sound(const Table& table) {
  ASSERT_LE(slots(table), html::kMaxSlots);
  ASSERT_EQ(table.grid.size(), slots(table));
  for (std::int32_t index : table.grid) ASSERT_LT(index, static_cast<std::int32_t>(table.cells.size()));
  for (const Cell& cell : table.cells) {
    ASSERT_GE(cell.row_span, 1);
    ASSERT_GE(cell.column_span, 1);
    ASSERT_LE(cell.row + cell.row_span, table.n_rows);
    ASSERT_LE(cell.column + cell.column_span, table.n_columns);
  }
}

TEST(HtmlGrid, SpansBeyondTheStandardsLimitsAreClipped) {
  std::vector<Table> tables = tables_of("<table><tr><td colspan=99999999999 rowspan=99999999999>a</table>");
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].n_rows, 1);
  EXPECT_EQ(tables[0].n_columns, html::kMaxColumnSpan);
}

TEST(HtmlGrid, AbsurdSpansCostNoMemory) {
  std::string html = "<table>";
  for (int row = 0; row < 4000; ++row) html += "<tr><td colspan=1000 rowspan=65534>a<td colspan=1000 rowspan=65534>b";
  Document document = read(html);
  bool found = false;
  bool told = false;
  for (const Block& block : document.blocks) {
    if (!block.table) continue;
    found = true;
    expect_sound(*block.table);
  }
  for (const Diagnostic& diagnostic : document.diagnostics) told = told || diagnostic.code == "table-cut";
  EXPECT_TRUE(found);
  EXPECT_TRUE(told);
}

TEST(HtmlGrid, DeepNestingEndsSomewhere) {
  std::string html;
  for (int depth = 0; depth < 3000; ++depth) html += "<table><tr><td>deep ";
  Document document = read(html);
  std::size_t text = 0;
  for (const Block& block : document.blocks) {
    if (!block.table) continue;
    EXPECT_LE(block.table->nesting, html::kMaxTableNesting);
    for (const Cell& cell : block.table->cells) text += cell.text.size();
  }
  EXPECT_LT(text, html.size() * (html::kMaxTableNesting + 2));
}

TEST(HtmlGrid, SpansDoNotMultiplyLongText) {
  std::string html = "<title>A vs B</title><table><tr><th>Feature</th><th>A</th><th>B</th></tr>";
  for (int i = 0; i < 200; ++i) {
    html += "<tr><td>f</td>";
    if (i == 0) html += "<td rowspan=200 colspan=2>" + std::string(100'000, 'x') + "</td>";
    html += "</tr>";
  }
  Document document = read(html + "</table>");
  ASSERT_EQ(document.blocks.size(), 1U);
  const Table& table = *document.blocks[0].table;
  expect_sound(table);
  EXPECT_NE(table.at(1, 1), nullptr);
  EXPECT_EQ(table.at(1, 2), nullptr);
  EXPECT_EQ(table.at(2, 1), nullptr);
  EXPECT_EQ(document.diagnostics.back().code, "table-cut");
}

TEST(HtmlGrid, AnyMixtureOfTableTagsGivesASoundGrid) {
  constexpr std::string_view kPieces[] = {"<table>",
                                          "</table>",
                                          "<tr>",
                                          "</tr>",
                                          "<td>",
                                          "<td colspan=3>",
                                          "<td rowspan=2>",
                                          "<td rowspan=0 colspan=2>",
                                          "</td>",
                                          "<th>",
                                          "<tbody>",
                                          "</tbody>",
                                          "<thead>",
                                          "<tfoot>",
                                          "<caption>",
                                          "</caption>",
                                          "<col>",
                                          "<colgroup>",
                                          "<p>",
                                          "</p>",
                                          "<div>",
                                          "</div>",
                                          "<form>",
                                          "</form>",
                                          "<b>",
                                          "</b>",
                                          "<a href=x>",
                                          "</a>",
                                          "text ",
                                          "&amp;",
                                          "<ul><li>",
                                          "</ul>",
                                          "<select><option>",
                                          "</body>",
                                          "<!-- -->",
                                          "<br>"};
  std::mt19937 random(7);
  for (int run = 0; run < 400; ++run) {
    std::string html = run % 2 ? "<!DOCTYPE html><table>" : "<table>";
    for (int piece = 0; piece < 60; ++piece) html += kPieces[random() % std::size(kPieces)];
    for (const Table& table : tables_of(html)) {
      expect_sound(table);
      if (HasFatalFailure()) FAIL() << html;
    }
  }
}

}  // namespace
}  // namespace versus
