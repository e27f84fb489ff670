#include "extract/read/html_traits.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <unordered_map>
#include <vector>

namespace versus::html {
namespace {

// One word, or two or three joined by "-", of a class or id. How found: read off the class names of saved pages of the
// common publishing systems (WordPress, Blogger, Drupal, Medium, Ghost, news sites); a word is here when it names the
// part on any site, not one site's own.
const std::unordered_map<std::string_view, std::uint32_t>& words() {
  static const std::unordered_map<std::string_view, std::uint32_t> kWords = {// what readers wrote
                                                                             {"disqus", kCommentTrait},
                                                                             {"dsq", kCommentTrait},
                                                                             {"livefyre", kCommentTrait},
                                                                             {"fyre", kCommentTrait},
                                                                             {"intensedebate", kCommentTrait},
                                                                             {"echochamber", kCommentTrait},
                                                                             {"cusdis", kCommentTrait},
                                                                             {"commento", kCommentTrait},
                                                                             {"utterances", kCommentTrait},
                                                                             {"giscus", kCommentTrait},
                                                                             {"isso", kCommentTrait},
                                                                             {"hyvor", kCommentTrait},
                                                                             {"remark42", kCommentTrait},
                                                                             {"staticman", kCommentTrait},
                                                                             {"waline", kCommentTrait},
                                                                             {"valine", kCommentTrait},
                                                                             {"gitalk", kCommentTrait},
                                                                             {"twikoo", kCommentTrait},
                                                                             {"spotim", kCommentTrait},
                                                                             {"openweb", kCommentTrait},
                                                                             {"viafoura", kCommentTrait},
                                                                             {"vf-comments", kCommentTrait},
                                                                             {"hypercomments", kCommentTrait},
                                                                             {"cackle", kCommentTrait},
                                                                             {"graphcomment", kCommentTrait},
                                                                             {"fastcomments", kCommentTrait},
                                                                             {"coral", kCommentTrait},
                                                                             {"respond", kReplyTrait},
                                                                             {"responses", kReplyTrait},
                                                                             {"replies", kReplyTrait},
                                                                             {"trackback", kCommentTrait},
                                                                             {"trackbacks", kCommentTrait},
                                                                             {"pingback", kCommentTrait},
                                                                             {"pingbacks", kCommentTrait},
                                                                             {"pinglist", kCommentTrait},
                                                                             {"kommentar", kCommentTrait},
                                                                             {"kommentare", kCommentTrait},
                                                                             {"leserkommentare", kCommentTrait},
                                                                             {"kommentarer", kCommentTrait},
                                                                             {"comentario", kCommentTrait},
                                                                             {"comentarios", kCommentTrait},
                                                                             {"comentários", kCommentTrait},
                                                                             {"commentaire", kCommentTrait},
                                                                             {"commentaires", kCommentTrait},
                                                                             {"commenti", kCommentTrait},
                                                                             {"commento-lista", kCommentTrait},
                                                                             {"reacties", kCommentTrait},
                                                                             {"reactie", kCommentTrait},
                                                                             {"komentarze", kCommentTrait},
                                                                             {"komentarz", kCommentTrait},
                                                                             {"komentare", kCommentTrait},
                                                                             {"komentari", kCommentTrait},
                                                                             {"kommentit", kCommentTrait},
                                                                             {"yorumlar", kCommentTrait},
                                                                             {"yorum", kCommentTrait},
                                                                             {"kommentarii", kCommentTrait},
                                                                             {"kommenty", kCommentTrait},
                                                                             {"pinglun", kCommentTrait},
                                                                             {"hozzaszolasok", kCommentTrait},
                                                                             {"diskuze", kCommentTrait},
                                                                             {"guestbook", kCommentTrait},
                                                                             {"user-reviews", kReviewsTrait},
                                                                             {"customer-reviews", kReviewsTrait},
                                                                             {"reader-reviews", kReviewsTrait},
                                                                             {"reviews-list", kReviewsTrait},
                                                                             {"review-list", kReviewsTrait},
                                                                             {"testimonials", kReviewsTrait},
                                                                             {"testimonial", kReviewsTrait},
                                                                             // ways around the site
                                                                             {"nav", kNavigationTrait},
                                                                             {"navi", kNavigationTrait},
                                                                             {"navbar", kNavigationTrait},
                                                                             {"navigation", kNavigationTrait},
                                                                             {"menu", kNavigationTrait},
                                                                             {"menubar", kNavigationTrait},
                                                                             {"submenu", kNavigationTrait},
                                                                             {"breadcrumb", kNavigationTrait},
                                                                             {"breadcrumbs", kNavigationTrait},
                                                                             {"crumbs", kNavigationTrait},
                                                                             {"pagination", kNavigationTrait},
                                                                             {"pager", kNavigationTrait},
                                                                             {"paginator", kNavigationTrait},
                                                                             {"pagenavi", kNavigationTrait},
                                                                             {"sitemap", kNavigationTrait},
                                                                             {"skip-link", kNavigationTrait},
                                                                             {"topbar", kNavigationTrait},
                                                                             {"toolbar", kNavigationTrait},
                                                                             {"masthead", kNavigationTrait},
                                                                             {"site-header", kNavigationTrait},
                                                                             {"page-header-nav", kNavigationTrait},
                                                                             {"global-header", kNavigationTrait},
                                                                             {"searchform", kNavigationTrait},
                                                                             {"search-form", kNavigationTrait},
                                                                             {"searchbox", kNavigationTrait},
                                                                             {"search-box", kNavigationTrait},
                                                                             {"prev-next", kNavigationTrait},
                                                                             {"next-prev", kNavigationTrait},
                                                                             {"nextprev", kNavigationTrait},
                                                                             {"prevnext", kNavigationTrait},
                                                                             {"post-nav", kNavigationTrait},
                                                                             {"nav-links", kNavigationTrait},
                                                                             {"post-navigation", kNavigationTrait},
                                                                             {"back-to-top", kNavigationTrait},
                                                                             {"scroll-top", kNavigationTrait},
                                                                             {"language-switcher", kNavigationTrait},
                                                                             {"footer", kFooterTrait},
                                                                             {"colophon", kFooterTrait},
                                                                             {"copyright", kFooterTrait},
                                                                             {"sitefooter", kFooterTrait},
                                                                             {"bottombar", kFooterTrait},
                                                                             {"legal", kFooterTrait},
                                                                             {"legalese", kFooterTrait},
                                                                             // beside the article
                                                                             {"sidebar", kAsideTrait},
                                                                             {"sidebars", kAsideTrait},
                                                                             {"sidecolumn", kAsideTrait},
                                                                             {"side-bar", kAsideTrait},
                                                                             {"rightrail", kAsideTrait},
                                                                             {"right-rail", kAsideTrait},
                                                                             {"left-rail", kAsideTrait},
                                                                             {"rail", kAsideTrait},
                                                                             {"rightcol", kAsideTrait},
                                                                             {"aside", kAsideTrait},

                                                                             {"blogroll", kAsideTrait},
                                                                             {"shoutbox", kAsideTrait},
                                                                             {"tagcloud", kAsideTrait},
                                                                             {"tag-cloud", kAsideTrait},
                                                                             {"archives", kAsideTrait},
                                                                             {"most-read", kRelatedTrait},
                                                                             {"mostread", kRelatedTrait},
                                                                             {"most-popular", kRelatedTrait},
                                                                             {"mostpopular", kRelatedTrait},
                                                                             {"popular", kRelatedTrait},
                                                                             {"trending", kRelatedTrait},
                                                                             {"latest-news", kRelatedTrait},
                                                                             {"latest-posts", kRelatedTrait},
                                                                             {"recent-posts", kRelatedTrait},
                                                                             {"recentposts", kRelatedTrait},
                                                                             {"recent", kRelatedTrait},
                                                                             {"ticker", kRelatedTrait},
                                                                             {"headlines", kRelatedTrait},
                                                                             // asked of the reader
                                                                             {"cookie", kConsentTrait},
                                                                             {"cookies", kConsentTrait},
                                                                             {"consent", kConsentTrait},
                                                                             {"gdpr", kConsentTrait},
                                                                             {"ccpa", kConsentTrait},
                                                                             {"onetrust", kConsentTrait},
                                                                             {"cookiebar", kConsentTrait},
                                                                             {"cookiebanner", kConsentTrait},
                                                                             {"privacy", kConsentTrait},
                                                                             {"newsletter", kNewsletterTrait},
                                                                             {"newsletters", kNewsletterTrait},
                                                                             {"subscribe", kNewsletterTrait},
                                                                             {"subscription", kNewsletterTrait},
                                                                             {"subscriptions", kNewsletterTrait},
                                                                             {"signup", kNewsletterTrait},
                                                                             {"sign-up", kNewsletterTrait},
                                                                             {"optin", kNewsletterTrait},
                                                                             {"opt-in", kNewsletterTrait},
                                                                             {"mailchimp", kNewsletterTrait},
                                                                             {"paywall", kNewsletterTrait},
                                                                             {"login", kNewsletterTrait},
                                                                             {"signin", kNewsletterTrait},
                                                                             {"sign-in", kNewsletterTrait},
                                                                             {"register", kNewsletterTrait},
                                                                             {"registration", kNewsletterTrait},
                                                                             {"rollover", kPromoTrait},
                                                                             {"popover", kPromoTrait},
                                                                             {"hovercard", kPromoTrait},
                                                                             {"modal", kPromoTrait},
                                                                             {"popup", kPromoTrait},
                                                                             {"pop-up", kPromoTrait},
                                                                             {"lightbox", kPromoTrait},
                                                                             {"overlay", kPromoTrait},
                                                                             {"tooltip", kPromoTrait},
                                                                             {"feedback", kPromoTrait},
                                                                             {"survey", kPromoTrait},
                                                                             {"poll", kPromoTrait},
                                                                             // other articles
                                                                             {"related", kRelatedTrait},
                                                                             {"relateds", kRelatedTrait},
                                                                             {"recommended", kRelatedTrait},
                                                                             {"recommendation", kRelatedTrait},
                                                                             {"recommendations", kRelatedTrait},
                                                                             {"recirc", kRelatedTrait},
                                                                             {"recirculation", kRelatedTrait},
                                                                             {"readmore", kRelatedTrait},
                                                                             {"read-more", kRelatedTrait},
                                                                             {"more-stories", kRelatedTrait},
                                                                             {"more-news", kRelatedTrait},
                                                                             {"morelike", kRelatedTrait},
                                                                             {"see-also", kRelatedTrait},
                                                                             {"seealso", kRelatedTrait},
                                                                             {"also-read", kRelatedTrait},
                                                                             {"up-next", kRelatedTrait},
                                                                             {"teaser", kRelatedTrait},
                                                                             {"teasers", kRelatedTrait},
                                                                             {"outbrain", kRelatedTrait},
                                                                             {"taboola", kRelatedTrait},
                                                                             {"zergnet", kRelatedTrait},
                                                                             {"yarpp", kRelatedTrait},
                                                                             {"jp-relatedposts", kRelatedTrait},
                                                                             {"relacionadas", kRelatedTrait},
                                                                             {"relacionados", kRelatedTrait},
                                                                             {"similar", kRelatedTrait},
                                                                             {"suggested", kRelatedTrait},
                                                                             {"suggestions", kRelatedTrait},
                                                                             {"onward", kRelatedTrait},
                                                                             {"inline-promo", kRelatedTrait},
                                                                             // told to others
                                                                             {"share", kShareTrait},
                                                                             {"shares", kShareTrait},
                                                                             {"sharing", kShareTrait},
                                                                             {"sharer", kShareTrait},
                                                                             {"sharebar", kShareTrait},
                                                                             {"sharedaddy", kShareTrait},
                                                                             {"addtoany", kShareTrait},
                                                                             {"addthis", kShareTrait},
                                                                             {"sharethis", kShareTrait},
                                                                             {"shareaholic", kShareTrait},
                                                                             {"social", kShareTrait},
                                                                             {"socials", kShareTrait},
                                                                             {"socialbar", kShareTrait},
                                                                             {"follow", kShareTrait},
                                                                             {"followus", kShareTrait},
                                                                             {"print", kShareTrait},
                                                                             {"permalink", kShareTrait},
                                                                             {"rating-widget", kShareTrait},
                                                                             {"post-ratings", kShareTrait},
                                                                             {"ratings-stars", kShareTrait},
                                                                             {"vote", kShareTrait},
                                                                             {"votes", kShareTrait},
                                                                             {"like-button", kShareTrait},
                                                                             {"claps", kShareTrait},
                                                                             // about the article
                                                                             {"author-bio", kAuthorTrait},
                                                                             {"authorbio", kAuthorTrait},
                                                                             {"author-box", kAuthorTrait},
                                                                             {"authorbox", kAuthorTrait},
                                                                             {"author-info", kAuthorTrait},
                                                                             {"author-card", kAuthorTrait},
                                                                             {"about-author", kAuthorTrait},
                                                                             {"about-the-author", kAuthorTrait},
                                                                             {"author-description", kAuthorTrait},
                                                                             {"author-profile", kAuthorTrait},
                                                                             {"author-details", kAuthorTrait},
                                                                             {"bio", kAuthorTrait},
                                                                             {"contributors", kAuthorTrait},
                                                                             {"byline", kBylineTrait},
                                                                             {"bylines", kBylineTrait},
                                                                             {"author", kBylineTrait},
                                                                             {"authors", kBylineTrait},
                                                                             {"posted-on", kBylineTrait},
                                                                             {"post-meta", kBylineTrait},
                                                                             {"entry-meta", kBylineTrait},
                                                                             {"article-meta", kBylineTrait},
                                                                             {"meta", kBylineTrait},
                                                                             {"metadata", kBylineTrait},
                                                                             {"metabar", kBylineTrait},
                                                                             {"postmeta", kBylineTrait},
                                                                             {"dateline", kBylineTrait},
                                                                             {"timestamp", kBylineTrait},
                                                                             {"datetime", kBylineTrait},
                                                                             {"pubdate", kBylineTrait},
                                                                             {"publish-date", kBylineTrait},
                                                                             {"date", kBylineTrait},
                                                                             {"published", kBylineTrait},
                                                                             {"read-time", kBylineTrait},
                                                                             {"reading-time", kBylineTrait},
                                                                             {"tags", kTagsTrait},
                                                                             {"taglist", kTagsTrait},
                                                                             {"tag-list", kTagsTrait},
                                                                             {"tag-links", kTagsTrait},
                                                                             {"post-tags", kTagsTrait},
                                                                             {"categories", kTagsTrait},
                                                                             {"cat-links", kTagsTrait},
                                                                             {"category", kTagsTrait},
                                                                             {"hashtags", kTagsTrait},
                                                                             {"topics", kTagsTrait},
                                                                             {"filed-under", kTagsTrait},
                                                                             {"keywords", kTagsTrait},
                                                                             {"kicker", kTagsTrait},
                                                                             {"toc", kContentsTrait},
                                                                             {"table-of-contents", kContentsTrait},
                                                                             {"tableofcontents", kContentsTrait},
                                                                             {"contents-list", kContentsTrait},
                                                                             {"ez-toc", kContentsTrait},
                                                                             {"headline", kHeadlineTrait},
                                                                             {"entry-title", kHeadlineTrait},
                                                                             {"post-title", kHeadlineTrait},
                                                                             {"article-title", kHeadlineTrait},
                                                                             {"page-title", kHeadlineTrait},
                                                                             {"caption", kCaptionTrait},
                                                                             {"captions", kCaptionTrait},
                                                                             {"wp-caption", kCaptionTrait},
                                                                             {"credit", kCaptionTrait},
                                                                             {"credits", kCaptionTrait},
                                                                             {"photo-credit", kCaptionTrait},
                                                                             {"image-caption", kCaptionTrait},
                                                                             {"gallery", kCaptionTrait},
                                                                             {"slideshow", kCaptionTrait},
                                                                             {"carousel", kCaptionTrait},
                                                                             {"slider", kCaptionTrait},
                                                                             // for money
                                                                             {"ad", kPromoTrait},
                                                                             {"ads", kPromoTrait},
                                                                             {"advert", kPromoTrait},
                                                                             {"adverts", kPromoTrait},
                                                                             {"advertisement", kPromoTrait},
                                                                             {"advertising", kPromoTrait},
                                                                             {"adsense", kPromoTrait},
                                                                             {"adunit", kPromoTrait},
                                                                             {"ad-slot", kPromoTrait},
                                                                             {"adslot", kPromoTrait},
                                                                             {"dfp", kPromoTrait},
                                                                             {"promo", kPromoTrait},
                                                                             {"promos", kPromoTrait},
                                                                             {"promotion", kPromoTrait},
                                                                             {"promotions", kPromoTrait},
                                                                             {"promoted", kPromoTrait},
                                                                             {"sponsor", kPromoTrait},
                                                                             {"sponsors", kPromoTrait},
                                                                             {"sponsored", kPromoTrait},
                                                                             {"banner", kPromoTrait},
                                                                             {"banners", kPromoTrait},
                                                                             {"disclaimer", kPromoTrait},
                                                                             {"disclosure", kPromoTrait},
                                                                             {"affiliate-disclosure", kPromoTrait},
                                                                             {"donate", kPromoTrait},
                                                                             {"donation", kPromoTrait},
                                                                             {"cta", kPromoTrait},
                                                                             {"call-to-action", kPromoTrait},
                                                                             {"shopping-cart", kPromoTrait},
                                                                             {"cart", kPromoTrait},

                                                                             {"screen-reader-text", kHiddenTrait},
                                                                             {"sr-only", kHiddenTrait},
                                                                             {"visually-hidden", kHiddenTrait},
                                                                             {"visuallyhidden", kHiddenTrait},
                                                                             {"noprint", kHiddenTrait},

                                                                             {"print-only", kHiddenTrait},
                                                                             // opened by the reader
                                                                             {"accordion", kPanelTrait},
                                                                             {"accordions", kPanelTrait},
                                                                             {"tab", kPanelTrait},
                                                                             {"tabs", kPanelTrait},
                                                                             {"tabpanel", kPanelTrait},
                                                                             {"tabcontent", kPanelTrait},
                                                                             {"panel", kPanelTrait},
                                                                             {"collapse", kPanelTrait},
                                                                             {"collapsible", kPanelTrait},
                                                                             {"collapsed", kPanelTrait},
                                                                             {"expandable", kPanelTrait},
                                                                             {"expand", kPanelTrait},
                                                                             {"toggle", kPanelTrait},
                                                                             {"faq", kPanelTrait},
                                                                             {"faqs", kPanelTrait},
                                                                             {"spoiler", kPanelTrait},
                                                                             // the article
                                                                             {"article-body", kBodyTrait},
                                                                             {"articlebody", kBodyTrait},
                                                                             {"article-content", kBodyTrait},
                                                                             {"articlecontent", kBodyTrait},
                                                                             {"article-text", kBodyTrait},
                                                                             {"articletext", kBodyTrait},
                                                                             {"article-copy", kBodyTrait},
                                                                             {"body-copy", kBodyTrait},
                                                                             {"body-content", kBodyTrait},
                                                                             {"body-text", kBodyTrait},
                                                                             {"story-body", kBodyTrait},
                                                                             {"storybody", kBodyTrait},
                                                                             {"story-content", kBodyTrait},
                                                                             {"story-text", kBodyTrait},
                                                                             {"storytext", kBodyTrait},
                                                                             {"post-body", kBodyTrait},
                                                                             {"postbody", kBodyTrait},
                                                                             {"post-content", kBodyTrait},
                                                                             {"postcontent", kBodyTrait},
                                                                             {"post-text", kBodyTrait},
                                                                             {"post-entry", kBodyTrait},
                                                                             {"entry-content", kBodyTrait},
                                                                             {"entrycontent", kBodyTrait},
                                                                             {"entry-body", kBodyTrait},
                                                                             {"entry-text", kBodyTrait},
                                                                             {"page-content", kBodyTrait},
                                                                             {"content-body", kBodyTrait},
                                                                             {"content-main", kBodyTrait},
                                                                             {"main-content", kBodyTrait},
                                                                             {"maincontent", kBodyTrait},
                                                                             {"blog-content", kBodyTrait},
                                                                             {"blog-post-content", kBodyTrait},
                                                                             {"news-content", kBodyTrait},
                                                                             {"news-text", kBodyTrait},
                                                                             {"news-body", kBodyTrait},
                                                                             {"field-name-body", kBodyTrait},
                                                                             {"rich-text", kBodyTrait},
                                                                             {"richtext", kBodyTrait},
                                                                             {"rte", kBodyTrait},
                                                                             {"wysiwyg", kBodyTrait},
                                                                             {"markdown-body", kBodyTrait},
                                                                             {"prose", kBodyTrait},
                                                                             {"review-body", kBodyTrait},
                                                                             {"single-content", kBodyTrait},
                                                                             {"the-content", kBodyTrait},
                                                                             {"gh-content", kBodyTrait},
                                                                             {"mw-parser-output", kBodyTrait},
                                                                             {"article", kPostTrait},
                                                                             {"post", kPostTrait},
                                                                             {"hentry", kPostTrait},
                                                                             {"h-entry", kPostTrait},
                                                                             {"blogpost", kPostTrait},
                                                                             {"story", kPostTrait},
                                                                             {"entry", kPostTrait},
                                                                             {"answer", kForumTrait},
                                                                             {"question", kForumTrait},
                                                                             {"thread", kForumTrait},
                                                                             {"topic-post", kForumTrait},
                                                                             {"forum-post", kForumTrait},
                                                                             {"postbit", kForumTrait},
                                                                             {"message-body", kForumTrait}};
  return kWords;
}

bool is_alnum(unsigned char c) { return std::isalnum(c) != 0 || c >= 0x80; }

// "postComments js_list" -> post comments | js list; the bar is where one class name ends.
std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> out;
  std::string word;
  auto flush = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto c = static_cast<unsigned char>(names[i]);
    if (!is_alnum(c)) {
      flush();
      if (std::isspace(c) && !out.empty() && out.back() != "|") out.push_back("|");
      continue;
    }
    bool camel = std::isupper(c) && i > 0 && std::islower(static_cast<unsigned char>(names[i - 1]));
    if (camel) flush();
    word.push_back(static_cast<char>(std::tolower(c)));
  }
  flush();
  return out;
}

// "comment-count", "comments-link": about comments, not comments. "comments-open": said of a whole post.
bool tells_about_comments(std::string_view next) {
  static constexpr std::string_view kWords[] = {
      "count",  "counts", "counter", "link",   "links", "icon", "icons", "number", "num",      "total",    "button",
      "btn",    "bubble", "open",    "closed", "off",   "on",   "yes",   "no",     "enabled",  "disabled", "toggle",
      "status", "policy", "jump",    "anchor", "label", "meta", "info",  "text1",  "tracking", "loader",   "summary"};
  return std::find(std::begin(kWords), std::end(kWords), next) != std::end(kWords);
}

std::uint32_t comment_traits(const std::vector<std::string>& parts, std::size_t i) {
  std::string_view word = parts[i];
  std::size_t at = word.find("comment");
  if (at == std::string_view::npos) return 0;
  std::string_view after = word.substr(at + 7);
  if (after.substr(0, 3) == "ary" || after.substr(0, 3) == "ato") return 0;  // commentary, commentator
  std::string_view next = i + 1 < parts.size() ? std::string_view(parts[i + 1]) : std::string_view();
  if (tells_about_comments(next)) return 0;
  if (after.size() > 1 && after.front() == 's') after.remove_prefix(1);
  if (tells_about_comments(after)) return 0;
  std::string_view previous = i > 0 ? std::string_view(parts[i - 1]) : std::string_view();
  if (previous == "no" || previous == "without" || previous == "hljs" || previous == "token" || previous == "has" ||
      previous == "with" || previous == "cm" || previous == "hide") {
    return 0;
  }
  return kCommentTrait;
}

}  // namespace

std::uint32_t traits_of(std::string_view names) {
  std::vector<std::string> parts = split_names(names);
  const auto& known = words();
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] == "|") continue;
    auto found = known.find(parts[i]);
    if (found != known.end()) out |= found->second;
    bool begins_name = i == 0 || parts[i - 1] == "|";  // page builders call every part "...-widget"
    if (begins_name && (parts[i] == "widget" || parts[i] == "widgets")) out |= kAsideTrait;
    std::string joined = parts[i];
    for (std::size_t j = i + 1; j < parts.size() && j < i + 3 && parts[j] != "|"; ++j) {
      joined += '-';
      joined += parts[j];
      found = known.find(joined);
      if (found != known.end()) out |= found->second;
    }
    out |= comment_traits(parts, i);
  }
  return out;
}

std::string_view role_of(std::uint32_t traits) {
  if (traits & kConsentTrait) return "consent";
  if (traits & kNavigationTrait) return "navigation";
  if (traits & kFooterTrait) return "footer";
  if (traits & kNewsletterTrait) return "newsletter";
  if (traits & kRelatedTrait) return "related";
  if (traits & kShareTrait) return "share";
  if (traits & kAuthorTrait) return "author";
  if (traits & kTagsTrait) return "tags";
  if (traits & kPromoTrait) return "promotion";
  if (traits & kBylineTrait) return "byline";
  if (traits & kCaptionTrait) return "caption";
  if (traits & kHiddenTrait) return "hidden";
  if (traits & kHeadlineTrait) return "headline";
  if (traits & kContentsTrait) return "contents";
  return "aside";
}

}  // namespace versus::html
