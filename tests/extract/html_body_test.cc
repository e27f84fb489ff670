// What is the article of a saved page: the kinds of pages that go wrong elsewhere, in our own words.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/source.h"
#include "extract/document.h"

namespace versus {
namespace {

Document read(std::string_view html) { return read_document(make_source(html, "page.html", "html")); }

struct Case {
  std::string_view what;
  std::string html;  // "KEEP" marks what must be in the article, "DROP" what must not
};

const std::string kHead = "<!DOCTYPE html><html lang=en><head><title>Oak against pine for benches</title></head><body>";
const std::string kProse =
    "<p>KEEP-a Oak lasts for decades outdoors, even without oil, because its tannins keep fungi and insects away.</p>"
    "<p>KEEP-b Pine is cheaper and lighter than oak, but it needs a coat of varnish every second spring to survive.</p>"
    "<p>KEEP-c Over twenty years the difference shrinks, since a bench of pine has to be replaced twice in that "
    "time.</p>";

const Case kCases[] = {
    {"sections beside each other, deep in a page builder's wrappers",
     kHead + "<div class=b><div class=row><div class=col><div class=w><div class=elementor-widget>" + kProse +
         "</div></div></div></div><div class=row><div class=col><div class=w><div "
         "class=elementor-widget><h2>Care</h2><p>KEEP-d "
         "Oil the oak once a year, in autumn, with linseed oil and a soft rag, and let it dry for two "
         "days.</p><p>KEEP-e Varnish "
         "the pine in spring, in two thin coats, and sand it in between with fine "
         "paper.</p></div></div></div></div><div "
         "class=row><div class=col><div class=w><div class=elementor-widget><h2>Price</h2><p>KEEP-f A bench of oak "
         "costs about "
         "three times what a bench of pine costs, wherever you look.</p></div></div></div></div></div></body></html>"},
    {"accordion panels that are closed",
     kHead + "<article><h1>Oak against pine for benches</h1>" + kProse +
         "<div class=faq><div class=faq-item><h3>Does oak rot?</h3><div class='accordion-panel' "
         "style='display:none'><p>KEEP-d "
         "Not for thirty years or so, if water can run off and the feet stand on stone.</p></div></div><div "
         "class=faq-item><h3>"
         "Does pine rot?</h3><div class='accordion-panel' style='display:none'><p>KEEP-e Within five years, unless it "
         "is "
         "varnished and stands dry all winter.</p></div></div></div></article></body></html>"},
    {"tabs", kHead + "<main>" + kProse +
                 "<div role=tabpanel hidden><p>KEEP-d Measured weights: forty kilograms for oak, twenty-five for "
                 "pine.</p></div>"
                 "</main></body></html>"},
    {"product cards, each an article of its own",
     kHead + "<main><h1>The best wood for benches</h1>" + kProse +
         "<article class=product-card><h2>1. Oak</h2><p>KEEP-d The best wood if money is no object, and the most "
         "beautiful "
         "one, too.</p></article><article class=product-card><h2>2. Larch</h2><p>KEEP-e Nearly as durable as oak and a "
         "good "
         "deal cheaper in most places.</p></article><article class=product-card><h2>3. Pine</h2><p>KEEP-f The cheapest "
         "choice "
         "by far, for those who do not mind a brush.</p></article></main></body></html>"},
    {"other posts and teasers around",
     kHead + "<article><h1>Oak against pine for benches</h1>" + kProse +
         "</article><section><h2>More from the workshop</h2><div class=card><h3><a href=/1>DROP Five ways to sharpen a "
         "plane</a>"
         "</h3><p>DROP A plane that is not sharp tears the wood instead of cutting it, whatever you do.</p></div><div "
         "class=card>"
         "<h3><a href=/2>DROP Which saw for which wood?</a></h3><p>DROP There are more saws than trees, and each has "
         "its fans "
         "among carpenters.</p></div><div class=card><h3><a href=/3>DROP Glue or screws?</a></h3><p>DROP Both hold, "
         "but only "
         "one of them can be undone when you move house again.</p></div></section></body></html>"},
    {"consent text without a telling name",
     kHead +
         "<div class=x1><p>DROP We use cookies to make this site work and to count our readers; see our cookie "
         "policy.</p>"
         "<p>DROP Necessary cookies are absolutely essential for the website to function properly.</p></div><main>" +
         kProse + "</main></body></html>"},
    {"an article about cookies",
     "<html><head><title>Cookies against local storage</title></head><body><main><p>KEEP-a Cookies travel with every "
     "request, "
     "which is why browsers limit them to four kilobytes each; local storage stays at home.</p><p>KEEP-b Most sites "
     "use cookies "
     "for sessions, and your consent is needed only for those that are not necessary.</p></main></body></html>"},
    {"ends that do not belong to it", kHead + "<article>" + kProse +
                                          "<p>DROP Follow us on Mastodon for more about wood.</p><p>DROP Sign up for "
                                          "our newsletter.</p><h3>DROP Related posts</h3>"
                                          "<ul><li><a href=/1>DROP Five ways to sharpen a plane</a></li><li><a "
                                          "href=/2>DROP Which saw?</a></li></ul></article>"
                                          "</body></html>"},
    {"words of the end that begin other sentences", kHead + "<article>" + kProse +
                                                        "<p>KEEP-d Photographs of oak benches fade more slowly than "
                                                        "the benches do, as the album of the guild shows.</p>"
                                                        "</article></body></html>"},
    {"a grid made of divs, full of links", kHead + "<main>" + kProse +
                                               "<div class=cmp><div class=r><div>Wood</div><div><a href=/o>KEEP-d "
                                               "Oak</a></div><div><a href=/p>KEEP-e Pine</a></div></div>"
                                               "<div class=r><div>Weight</div><div>KEEP-f 40 kg</div><div>25 "
                                               "kg</div></div><div class=r><div>Price</div><div>270</div>"
                                               "<div>KEEP-g 90</div></div></div></main></body></html>"},
    {"sections that anchors name",
     kHead + "<main>" + kProse +
         "<section id=privacy><h2>Privacy</h2><p>KEEP-d A high back keeps the neighbours out, and oak carries one "
         "without "
         "creaking in the wind.</p></section><section id=share><h2>Share of the market</h2><p>KEEP-e Two benches of "
         "three are "
         "made of pine, says the guild, and most of them by machine.</p></section></main></body></html>"},
    {"names used for the content itself",
     kHead + "<main><h1>Woods compared</h1><div class=category-block><h2>Hardness</h2><p>KEEP-a Oak is far harder than "
             "pine, "
             "which shows after the first summer.</p></div><div class=category-block><h2>Weight</h2><p>KEEP-b Oak "
             "weighs nearly "
             "twice as much as pine, for the same bench.</p></div><div class=category-block><h2>Looks</h2><p>KEEP-c "
             "Pine is "
             "yellow and turns orange, oak is brown and turns silver.</p></div></main></body></html>"},
    {"code stays whole",
     kHead + "<main>" + kProse +
         "<pre><code>KEEP-d bench = Oak()\n<span class=comment># KEEP-e durable</span>\n</code></pre>" +
         "<p>KEEP-f That "
         "is all the code a bench needs, at least in this small simulation.</p></main></body></html>"},
    {"a page without paragraphs",
     kHead +
         "<div id=c>KEEP-a Oak lasts for decades outdoors, even without oil, because of its tannins.<br><br>KEEP-b "
         "Pine is "
         "cheaper and lighter than oak, but it needs varnish every second spring.<br><br>KEEP-c Over twenty years the "
         "difference shrinks, since pine has to be replaced.</div><div id=n><a href=/>DROP Home</a> <a href=/b>DROP "
         "Back"
         "</a></div></body></html>"},
    {"another language",
     "<html lang=de><head><title>Eiche gegen Kiefer</title></head><body><nav><a href=/>DROP Start</a></nav><div "
     "class=inhalt>"
     "<h1>Eiche gegen Kiefer</h1><p>KEEP-a Eiche hält im Freien Jahrzehnte, auch ohne Öl, weil ihre Gerbsäure Pilze "
     "fernhält.</p>"
     "<p>KEEP-b Kiefer ist billiger und leichter, braucht aber jeden zweiten Frühling einen neuen "
     "Anstrich.</p></div><div><h3>DROP "
     "Das könnte Sie auch interessieren</h3><ul><li><a href=/1>DROP Sägen im "
     "Vergleich</a></li></ul></div></body></html>"},
    {"Chinese",
     "<html lang=zh><head><title>橡木与松木</title></head><body><div class=c><p>KEEP-a "
     "橡木在户外可以用几十年，即使不上油也没有问题，因为它含有单宁，可以防止真菌和"
     "昆虫的侵害，所以很多人选择它来做花园里的长椅。</p><p>KEEP-b "
     "松木比较便宜，也比较轻，但是每隔一年的春天都需要重新上漆，否则很快就会腐烂，这一点需要注意。</p></div>"
     "<div><a href=/>DROP 首页</a><a href=/2>DROP 下一篇</a></div></body></html>"},
    {"question and answers",
     "<html itemscope itemtype='https://schema.org/QAPage'><head><title>Oak or pine for a "
     "bench?</title></head><body><div "
     "id=mainbar><div class='question'><div class='post-text'><p>KEEP-a I want to build a garden bench and cannot "
     "decide between "
     "oak and pine; which one is better?</p></div><div class='comments'><p>DROP How wet is your "
     "garden?</p></div></div><div "
     "class='answer'><div class='post-text'><p>KEEP-b Take oak if it stands in the rain: it lasts for decades without "
     "any "
     "care.</p></div><div class='comments'><p>DROP I agree with this, oak it is.</p></div></div><div "
     "class='answer'><div "
     "class='post-text'><p>KEEP-c Take pine if you want to move it around, for it weighs only half as "
     "much.</p></div></div></div>"
     "</body></html>"},
    {"a forum thread",
     "<html><head><title>Oak or pine?</title><script "
     "type='application/ld+json'>{\"@type\":\"DiscussionForumPosting\",\"headline\":"
     "\"Oak or pine?\"}</script></head><body><div class=thread><div class='post'><div class=postbody><p>KEEP-a I want "
     "to build a "
     "garden bench and cannot decide between oak and pine.</p></div></div><div class='replies'><div class='post'><div "
     "class=postbody><p>KEEP-b Oak is better in the rain, and lasts for decades without any care at "
     "all.</p></div></div><div "
     "class='post'><div class=postbody><p>KEEP-c Pine is lighter, and cheap enough to build a new bench every few "
     "years.</p></div>"
     "</div></div></div></body></html>"},
    {"a page in a layout table",
     "<html><head><title>Oak against pine</title></head><body><table><tr><td><a href=/>DROP Home</a><br><a "
     "href=/w>DROP Woods</a></td>"
     "<td>" +
         kProse +
         "<table border=1><tr><th>Wood<th>KEEP-d Weight<tr><td>Oak<td>KEEP-e 40 kg</table></td></tr></table></body>"
         "</html>"},
};

std::vector<std::string> kept_in(const std::string& html) {
  std::vector<std::string> out;
  for (std::size_t at = html.find("KEEP-"); at != std::string::npos; at = html.find("KEEP-", at + 1)) {
    out.push_back(html.substr(at, 6));
  }
  return out;
}

int count_dropped(const std::string& text) {
  int count = 0;
  for (std::size_t at = text.find("DROP"); at != std::string::npos; at = text.find("DROP", at + 1)) ++count;
  return count;
}

TEST(HtmlBody, KeepsTheArticleAndNothingElse) {
  for (const Case& example : kCases) {
    Document document = read(example.html);
    std::string body = article_text(document);
    for (const std::string& kept : kept_in(example.html)) {
      EXPECT_NE(body.find(kept), std::string::npos) << example.what << " lost " << kept << "\n" << body;
    }
    EXPECT_EQ(body.find("DROP"), std::string::npos) << example.what << "\n" << body;
    std::string all;
    for (const Block& block : document.blocks) all += block.text.text() + "\n";
    EXPECT_EQ(count_dropped(all), count_dropped(example.html)) << example.what << ": not everything shows\n" << all;
  }
}

TEST(HtmlBody, PostsOfAForumAreLabelledSo) {
  Document document = read(kCases[17].html);
  int posts = 0;
  for (const Block& block : document.blocks) posts += block.role == "post" && block.kind == BlockKind::paragraph;
  EXPECT_EQ(posts, 3) << kCases[17].what;
}

}  // namespace
}  // namespace versus
