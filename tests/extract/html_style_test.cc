// Which parts of a line a page shows apart.
#include "extract/read/html_style.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "corpus/source.h"
#include "extract/document.h"

namespace versus {
namespace {

struct Case {
  std::string_view what;
  std::string_view style;
  std::string_view cell;
  std::string_view text;  // "/" where a line begins
};

std::string read_cell(const Case& test) {
  std::string html = "<style>" + std::string(test.style) + "</style><table><tr><th>x<th>y<tr><td>" +
                     std::string(test.cell) + "<td>z</table>";
  Document document = read_document(make_source(html, "page.html", "html"));
  for (const Block& block : document.blocks) {
    if (!block.table) continue;
    const Cell& cell = *block.table->at(1, 0);
    std::string out = cell.text.text();
    for (auto mark = cell.marks.rbegin(); mark != cell.marks.rend(); ++mark)
      if (mark->kind == Mark::Kind::line_break && mark->begin < out.size()) out.insert(mark->begin, "/");
    return out;
  }
  return "no table";
}

TEST(HtmlStyle, SaysWhatStandsApart) {
  constexpr std::string_view kTwo = "<b class='n x'>a1</b><i id=s>b2</i>";
  const Case cases[] = {
      {"nothing said", "", kTwo, "a1b2"},
      {"class", ".n{display:block}", kTwo, "a1/ b2"},
      {"id", "#s { display: block; }", kTwo, "a1/ b2"},
      {"element and class, of a list", "p, b.n.x , h2 {color:red;DISPLAY:Block!important}", kTwo, "a1/ b2"},
      {"descendant and child", "table td > i { display: list-item }", kTwo, "a1/ b2"},
      {"layer", "@layer base { .n { display: block } } .z { color: red }", kTwo, "a1/ b2"},
      {"style attribute", "", "a1<i style='display: block'>b2</i>", "a1/ b2"},
      {"children of a box", "td > span { display: flex; gap: 1em }", "<span><b>a</b><i>b</i></span>", "a b"},
      {"children of a column", "td { display: flex; flex-direction: column }", kTwo, "a1/ b2"},
      {"blocks", "", "<div>a</div><div>b</div>", "a/ b"},
      {"the last rule counts", ".n, i { display: block } .n, #s { display: inline }", kTwo, "a1b2"},
      {"in a comment", "/* .n { display: block } */", kTwo, "a1b2"},
      {"on paper only", "@media print { .n { display: block } }", kTwo, "a1b2"},
      {"of a state", ".n:hover, .n::after, [open] .n { display: block }", kTwo, "a1b2"},
      {"of another element", "i.n, p > .n, .y .n { display: block }", kTwo, "a1b2"},
      {"inline", ".n { display: inline-block }", kTwo, "a1b2"},
      {"broken off", ".n { display: block", kTwo, "a1/ b2"},
      {"not a sheet", "{}}{;;:::.n{{", kTwo, "a1b2"},
      {"two classes meet", "", "<b class=n>Keras 3</b><i class=m>New</i>", "Keras 3/New"},
      {"one class", "", "<b class=n>Py</b><b class=n>Torch</b>", "PyTorch"},
      {"no class", "", "<b>Py</b><i>Torch</i>", "PyTorch"},
      {"initial", "", "<b class=n>P</b><i class=m>YTORCH</i>", "PYTORCH"},
  };
  for (const Case& test : cases) EXPECT_EQ(read_cell(test), test.text) << test.what;
}

TEST(HtmlStyle, ManyRulesForManyElementsEnd) {
  std::string html = "<style>";
  for (int i = 0; i < 20'000; ++i) html += "b i, b b { display: block }";
  html += "</style>";
  for (int i = 0; i < 20'000; ++i) html += "<b>x</b>";
  auto begin = std::chrono::steady_clock::now();
  read_document(make_source(html, "page.html", "html"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));  // all of them: an hour
}

}  // namespace
}  // namespace versus
