// What readers wrote under an article never counts as the article, and is never lost.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "corpus/source.h"
#include "extract/document.h"
#include "extract/read/readers.h"

namespace versus {
namespace {

struct Case {
  std::string_view what;
  std::string_view markup;  // "LEAK" marks every text that a reader wrote
};

constexpr std::string_view kArticle =
    "<h1>Oak against pine for garden benches</h1>"
    "<p>KEEP-1 Oak lasts for decades outdoors, even without oil, because its tannins keep fungi and insects away.</p>"
    "<p>KEEP-2 Pine is cheaper and lighter than oak, but it needs a coat of varnish every second spring to survive.</p>"
    "<h2>Cost</h2>"
    "<p>KEEP-3 A bench made of pine costs about ninety euros, while the same bench made of oak costs three times "
    "that.</p>"
    "<p>KEEP-4 Over twenty years the difference shrinks, since a pine bench has to be replaced twice in that time.</p>";

std::string page(std::string_view comments) {
  return "<!DOCTYPE html><html lang=en><head><title>Oak against pine for garden benches</title></head><body>"
         "<nav><a href=/>Home</a> <a href=/wood>Wood</a></nav><main><article><div class='entry-content'>" +
         std::string(kArticle) + "</div></article>" + std::string(comments) +
         "</main><footer>Copyright by the carpenters</footer></body></html>";
}

Document read(std::string_view html) { return read_document(make_source(html, "page.html", "html")); }

std::string all_text(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += block.text.text() + "\n";
    if (!block.table) continue;
    for (const Cell& cell : block.table->cells) out += cell.text.text() + "\n";
  }
  return out;
}

// One line per publishing system, comment service, kind of markup, or language.
constexpr Case kCases[] = {
    {"WordPress list",
     "<div id='comments'><h3>2 responses to “Oak against pine”</h3><ol class='commentlist'><li id='comment-7'><p>LEAK "
     "I "
     "prefer oak, it is clearly better than pine.</p></li></ol></div>"},
    {"WordPress block theme",
     "<div class='wp-block-comments'><ol class='wp-block-comment-template'><li><div class='wp-block-comment-content'>"
     "<p>LEAK Pine is worse than oak, believe me, I have both.</p></div></li></ol></div>"},
    {"WordPress form",
     "<div id='respond' class='comment-respond'><h3>Leave a Reply</h3><p>LEAK Your email address will "
     "not be published. Required fields are marked.</p><form><textarea></textarea></form></div>"},
    {"pingbacks",
     "<ol class='pinglist'><li>LEAK Oak or pine - the bench blog, which found oak better than pine</li></ol>"},
    {"trackbacks",
     "<div class='trackbacks'><p>LEAK Someone linked here and said oak is better than pine by far.</p></div>"},
    {"Disqus, saved",
     "<div id='disqus_thread'><ul class='post-list'><li class='post'><div class='post-message'><p>LEAK Oak "
     "beats pine in every respect, as my bench shows.</p></div></li></ul></div>"},
    {"Disqus class",
     "<section class='dsq-widget'><p>LEAK Oak is better than pine, said the reader at some length.</p></section>"},
    {"Facebook",
     "<div class='fb-comments'><div><span>LEAK Oak is much stronger than pine, my friends, much "
     "stronger.</span></div></div>"},
    {"Blogger",
     "<div class='comments' id='comments'><h4>3 comments:</h4><dl id='comments-block'><dt>Ann said...</dt><dd>"
     "<p>LEAK Oak is so much better than pine for this.</p></dd></dl></div>"},
    {"Movable Type",
     "<div id='comments' class='comments'><h2 class='comments-header'>Comments (1)</h2><div class='comment'>"
     "<div class='comment-content'><p>LEAK Pine rots faster than oak does.</p></div></div></div>"},
    {"Drupal 7",
     "<div id='comments' class='comment-wrapper'><div class='comment comment-by-anonymous'><div "
     "class='content'><p>LEAK Oak wins against pine every time.</p></div></div></div>"},
    {"Drupal 8",
     "<section class='field field--name-comment field--type-comment'><article class='comment js-comment'>"
     "<div class='comment__content'><p>LEAK Pine is cheaper than oak here.</p></div></article></section>"},
    {"Joomla JComments",
     "<div id='jc'><div id='comments'><div class='rbox'><div class='comment-body'>LEAK I like oak more "
     "than pine, for garden benches at least.</div></div></div></div>"},
    {"K2",
     "<div class='itemComments'><ul class='itemCommentsList'><li><p>LEAK Oak is better than pine and looks "
     "nicer.</p></li></ul></div>"},
    {"TypePad",
     "<div class='comments-content'><div class='comment'><p>LEAK I would say oak is better than pine.</p></div></div>"},
    {"Ghost", "<section class='gh-comments'><div><p>LEAK Pine smells better than oak in the sun.</p></div></section>"},
    {"Medium responses",
     "<div class='responsesStream-list'><div class='responses'><p>LEAK Oak is harder than pine, by the "
     "Janka scale.</p></div></div>"},
    {"Squarespace",
     "<div class='squarespace-comments'><div class='comment-list'><p>LEAK Pine is softer than oak.</p></div></div>"},
    {"Wix",
     "<div data-hook='comments'><div class='comments-list-box'><p>LEAK Oak is heavier than pine for "
     "moving.</p></div></div>"},
    {"Livefyre",
     "<div id='livefyre-comments'><div class='fyre-comment-article'><p>LEAK Oak is better than pine.</p></div></div>"},
    {"IntenseDebate",
     "<div id='idc-container'><div class='idc-comment'><p>LEAK Pine is better value than oak.</p></div></div>"},
    {"Commento",
     "<div id='commento'><div class='commento-card'><p>LEAK I found oak better than pine outdoors.</p></div></div>"},
    {"Isso",
     "<section id='isso-thread'><div class='isso-comment'><p>LEAK Oak is better than pine, as I "
     "said.</p></div></section>"},
    {"giscus",
     "<div class='giscus'><div><p>LEAK Oak is better than pine by a wide margin in my garden.</p></div></div>"},
    {"utterances", "<div class='utterances'><p>LEAK Pine needs more care than oak, which I never oil.</p></div>"},
    {"Cusdis", "<div id='cusdis_thread'><p>LEAK Pine is lighter than oak, so my children can move it.</p></div>"},
    {"Hyvor Talk", "<div id='hyvor-talk-view'><p>LEAK I think that oak is far better than pine for rain.</p></div>"},
    {"Remark42",
     "<div id='remark42'><article><p>LEAK My oak bench outlived two pine benches already.</p></article></div>"},
    {"Coral", "<div id='coral_talk_stream'><p>LEAK Oak is better than pine and everyone here knows it.</p></div>"},
    {"OpenWeb",
     "<div class='spotim-conversation'><p>LEAK I have had pine benches that outlived oak benches.</p></div>"},
    {"Viafoura custom element",
     "<vf-conversations class='vf-comments'><div>LEAK Oak is overrated compared to pine, in my "
     "humble opinion and that of my neighbour.</div></vf-conversations>"},
    {"GraphComment", "<div id='graphcomment'><p>LEAK Oak beats pine, and I am a carpenter, so there.</p></div>"},
    {"FastComments",
     "<div id='fastcomments-widget'><p>LEAK Pine beats oak when money is short, as it is for me.</p></div>"},
    {"Twikoo", "<div id='twikoo'><div class='tk-comment'><p>LEAK Oak is better than pine, surely.</p></div></div>"},
    {"custom element",
     "<site-comment-tree><div class='comment-thread'>LEAK Pine dries faster than oak after a long rain, "
     "which counts where I live.</div></site-comment-tree>"},
    {"camel case",
     "<div class='articleComments'><div class='userComment'>LEAK Oak is better than pine, full stop.</div></div>"},
    {"one id per comment",
     "<ul><li id='comment-12'><p>LEAK Oak is better than pine.</p></li><li id='comment-13'><p>LEAK No, "
     "pine is better than oak.</p></li></ul>"},
    {"microdata",
     "<div itemscope itemtype='https://schema.org/Comment'><p>LEAK Oak has a finer grain than pine, I find.</p></div>"},
    {"microdata property",
     "<div itemprop='comment' itemscope><p>LEAK Pine has a coarser grain than oak, I find.</p></div>"},
    {"aria label",
     "<section aria-label='Comments'><div><p>LEAK Pine is easier to saw than oak, for beginners.</p></div></section>"},
    {"in a table",
     "<table class='comments'><tr><td>Ben</td><td>LEAK Oak is better than pine</td></tr><tr><td>Ann</td><td>"
     "LEAK pine is better</td></tr></table>"},
    {"in details",
     "<details class='comments'><summary>Show comments</summary><p>LEAK Oak is better than pine.</p></details>"},
    {"heading alone, thread with reply links",
     "<div><h3>Comments</h3><div><b>Ann</b> <time>May 2</time><p>LEAK Oak is better than pine, no doubt about it.</p>"
     "<a href='#'>Reply</a></div><div><b>Bo</b><p>LEAK Pine is fine for most people, I would say.</p><a "
     "href='#'>Reply</a>"
     "</div></div>"},
    {"responses heading",
     "<div><h3>34 Responses to Oak against pine</h3><div><p>LEAK First, oak is better than pine.</p><a "
     "href='#'>Reply</a> <a href='#'>Reply</a></div></div>"},
    {"thoughts heading",
     "<h2>3 thoughts on “Oak against pine”</h2><ol><li><p>LEAK Oak is better.</p><a href='#'>Reply</a>"
     "<time>May 4</time></li></ol>"},
    {"invitation heading",
     "<h3>Leave a comment</h3><p>LEAK Please keep it civil and on topic, and use your name.</p><form>"
     "<textarea></textarea></form>"},
    {"join the conversation",
     "<section><h2>Join the conversation</h2><p>LEAK I love oak more than pine, and always will."
     "</p><form><input></form></section>"},
    {"guestbook", "<div id='guestbook'><p>LEAK Nice page, and oak is indeed better than pine for benches.</p></div>"},
    {"customer reviews",
     "<div class='customer-reviews'><p>LEAK Bought the oak one, better than the pine one I had.</p></div>"},
    {"testimonials",
     "<section class='testimonials'><p>LEAK The best oak bench I ever sat on, far better than pine.</p></section>"},
    {"German",
     "<div class='kommentare'><h3>2 Kommentare</h3><p>LEAK Eiche ist besser als Kiefer, wie jeder weiß.</p></div>"},
    {"German by heading",
     "<div><h3>Kommentare (2)</h3><div><p>LEAK Eiche hält länger als Kiefer, ganz klar.</p><a href='#'>"
     "Antworten</a><time>2. Mai</time></div></div>"},
    {"French",
     "<section id='commentaires'><p>LEAK Le chêne est meilleur que le pin, à mon avis du moins.</p></section>"},
    {"French by heading",
     "<div><h2>3 commentaires</h2><div><p>LEAK Le pin est moins cher que le chêne.</p><a href='#'>"
     "Répondre</a><time>2 mai</time></div></div>"},
    {"Spanish", "<div class='comentarios'><p>LEAK El roble es mejor que el pino, sin duda alguna.</p></div>"},
    {"Spanish by heading",
     "<div><h3>Deja un comentario</h3><p>LEAK Tu dirección de correo no será publicada aquí.</p><form>"
     "<textarea></textarea></form></div>"},
    {"Portuguese", "<div id='comentarios'><p>LEAK O carvalho é melhor que o pinho, na minha opinião.</p></div>"},
    {"Italian", "<div class='commenti'><p>LEAK La quercia è migliore del pino, secondo me almeno.</p></div>"},
    {"Dutch", "<section class='reacties'><p>LEAK Eiken is beter dan grenen, dat weet iedereen hier.</p></section>"},
    {"Polish", "<div class='komentarze'><p>LEAK Dąb jest lepszy od sosny, to przecież oczywiste.</p></div>"},
    {"Czech", "<div id='diskuze'><p>LEAK Dub je lepší než borovice, to přece každý ví.</p></div>"},
    {"Swedish", "<div class='kommentarer'><p>LEAK Ek är bättre än furu, det vet ju alla här.</p></div>"},
    {"Finnish", "<div class='kommentit'><p>LEAK Tammi on parempi kuin mänty, sen kaikki tietävät.</p></div>"},
    {"Turkish", "<div class='yorumlar'><p>LEAK Meşe çamdan daha iyidir, bunu herkes bilir burada.</p></div>"},
    {"Russian, Latin name", "<div class='kommentarii'><p>LEAK Дуб лучше сосны, это знают все читатели.</p></div>"},
    {"Russian by heading",
     "<div><h3>12 комментариев</h3><div><p>LEAK Дуб лучше сосны, и это всем известно.</p><time>2 мая"
     "</time><time>3 мая</time></div></div>"},
    {"Chinese by heading",
     "<div><h3>评论</h3><div><p>LEAK "
     "橡木比松木好得多，这是大家都知道的事情，我家的长椅已经用了二十年了。</p><form><textarea>"
     "</textarea></form></div></div>"},
    {"Japanese by heading",
     "<div><h3>コメント</h3><div><p>LEAK "
     "オーク材は松材よりずっと丈夫だと思います。うちのベンチは二十年使っています。</p><form><textarea>"
     "</textarea></form></div></div>"},
    {"Korean by heading",
     "<div><h3>댓글</h3><div><p>LEAK 참나무가 소나무보다 훨씬 낫다고 생각합니다. 우리 집 벤치는 이십 년을 "
     "썼습니다.</p><form><textarea>"
     "</textarea></form></div></div>"},
    {"longer than the article",
     "<div class='comment-list'><div class='comment'><p>LEAK Oak is better than pine in my garden, where it rains all "
     "the "
     "time and nothing ever dries before noon, not even in July, when the sun is out for weeks.</p></div><div class="
     "'comment'><p>LEAK Pine, on the other hand, is what my grandfather used for every bench he built, and two of them "
     "still stand behind the house, grey but sound, after more than forty winters in the open.</p></div><div class="
     "'comment'><p>LEAK I would take neither, since larch is better than both oak and pine, costs less than oak, lasts "
     "longer than pine, and needs no care at all, which is what I want from a garden bench.</p></div></div>"},
};

TEST(HtmlComments, NeverInTheArticleAndNeverLost) {
  static_assert(std::size(kCases) >= 60);
  for (const Case& example : kCases) {
    Document document = read(page(example.markup));
    std::string body = article_text(document);
    EXPECT_EQ(body.find("LEAK"), std::string::npos) << example.what << "\n" << body;
    for (std::string_view kept : {"KEEP-1", "KEEP-2", "KEEP-3", "KEEP-4"}) {
      EXPECT_NE(body.find(kept), std::string::npos) << example.what << " lost " << kept << "\n" << body;
    }
    EXPECT_NE(all_text(document).find("LEAK"), std::string::npos) << example.what << ": the comment is gone altogether";
  }
}

TEST(HtmlComments, InsideTheArticlesElementToo) {
  for (const Case& example : kCases) {
    std::string html =
        "<html><head><title>Oak against pine for garden benches</title></head><body><div class='content'>" +
        std::string(kArticle) + std::string(example.markup) + "</div></body></html>";
    std::string body = article_text(read(html));
    EXPECT_EQ(body.find("LEAK"), std::string::npos) << example.what << "\n" << body;
    EXPECT_NE(body.find("KEEP-4"), std::string::npos) << example.what << "\n" << body;
  }
}

// "comment" means something else here; every text marked KEEP is the article.
constexpr Case kKept[] = {
    {"highlighter", "<pre><code><span class='hljs-comment'># KEEP-5 this is a comment</span>\nx = 1</code></pre>"},
    {"highlighter, Prism", "<pre class='language-c'><span class='token comment'>/* KEEP-5 */</span> int x;</pre>"},
    {"highlighter, one line",
     "<p>KEEP-5 A line like <code class='comment'>// KEEP-6</code> is not compiled at all.</p>"},
    {"span in prose", "<p>Most shops <span class='comment'>KEEP-5 (but not all of them)</span> sell pine benches.</p>"},
    {"a section about comments",
     "<h2>Comments</h2><p>KEEP-5 A comment in the wood's grain, as carpenters call it, tells oak from pine at a "
     "glance.</p>"},
    {"a count",
     "<div class='comments-count'>4</div><p>KEEP-5 Oak benches weigh forty kilograms, pine benches only "
     "twenty-five, which matters to those who move them.</p>"},
    {"a post that says whether comments are open",
     "<div class='post comments-open'><p>KEEP-5 Oak benches weigh forty kilograms, pine ones only twenty-five or "
     "so.</p></div>"},
    {"commentary",
     "<div class='commentary'><p>KEEP-5 Our carpenter adds that larch is a third way, cheaper than oak and "
     "more durable than pine.</p></div>"},
    {"responses in prose",
     "<h2>Three responses to rain</h2><p>KEEP-5 Oak swells, pine soaks, and larch simply dries again "
     "before anybody has noticed the difference.</p>"},
    {"a quote",
     "<blockquote class='reader'><p>KEEP-5 I would always take oak, says the head of the guild.</p></blockquote>"},
};

TEST(HtmlComments, TheWordCommentIsNotAComment) {
  for (const Case& example : kKept) {
    std::string html =
        "<html><head><title>Oak against pine for garden benches</title></head><body><article>" + std::string(kArticle) +
        std::string(example.markup) +
        "<h2>In short</h2><p>KEEP-9 Take oak if you can pay for it, and pine if you like to varnish things "
        "in spring.</p></article></body></html>";
    std::string body = article_text(read(html));
    for (std::string_view kept : {"KEEP-1", "KEEP-4", "KEEP-5", "KEEP-9"}) {
      EXPECT_NE(body.find(kept), std::string::npos) << example.what << " lost " << kept << "\n" << body;
    }
  }
}

TEST(HtmlComments, ABodyNamedAfterCommentsIsTheBody) {
  std::string html =
      "<html><head><title>Oak against pine for garden benches</title></head><body class='has-comments'>"
      "<div id='comments-page' class='comment-enabled-post'>" +
      std::string(kArticle) + "</div></body></html>";
  std::string body = article_text(read(html));
  EXPECT_NE(body.find("KEEP-1"), std::string::npos) << body;
  EXPECT_NE(body.find("KEEP-4"), std::string::npos) << body;
}

}  // namespace
}  // namespace versus
