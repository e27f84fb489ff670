#include "extract/read/html_lines.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "corpus/text.h"

namespace versus::html {
namespace {

std::string line_key(std::string_view text) { return name_key(text); }

bool begins(const std::string& key, std::string_view prefix) {
  return key.compare(0, prefix.size(), prefix) == 0 && (key.size() == prefix.size() || key[prefix.size()] == ' ');
}

template <std::size_t N>
bool any_begins(const std::string& key, const std::string_view (&list)[N]) {
  return std::any_of(std::begin(list), std::end(list), [&key](std::string_view item) { return begins(key, item); });
}

template <std::size_t N>
bool is_one_of(const std::string& key, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), key) != std::end(list);
}

constexpr std::string_view kCommentNouns[] = {
    "comment",      "comments",    "response",   "responses",   "reply",        "replies",     "kommentar",
    "kommentare",   "kommentarer", "comentario", "comentarios", "comentário",   "comentários", "commentaire",
    "commentaires", "commento",    "commenti",   "reacties",    "reactie",      "komentarz",   "komentarze",
    "komentarzy",   "komentář",    "komentáře",  "комментарий", "комментариев", "комментария", "комментарии",
    "yorum",        "kommenttia",  "kommentit",  "thoughts",    "réponses",     "respuestas",  "risposte",
    "antworten",    "hozzászólás", "σχόλια",     "коментарі",   "opinie"};

}  // namespace

bool is_comment_heading(std::string_view text) {
  if (text.size() > 160) return false;
  static constexpr std::string_view kInvitations[] = {"leave a reply",
                                                      "leave a comment",
                                                      "leave a response",
                                                      "leave your comment",
                                                      "leave your reply",
                                                      "post a comment",
                                                      "post your comment",
                                                      "add a comment",
                                                      "add your comment",
                                                      "write a comment",
                                                      "submit a comment",
                                                      "join the conversation",
                                                      "join the discussion",
                                                      "join in the discussion",
                                                      "what do you think",
                                                      "be the first to comment",
                                                      "cancel reply",
                                                      "schreibe einen kommentar",
                                                      "kommentar schreiben",
                                                      "kommentar verfassen",
                                                      "hinterlasse einen kommentar",
                                                      "laisser un commentaire",
                                                      "ajouter un commentaire",
                                                      "poster un commentaire",
                                                      "deja un comentario",
                                                      "deja una respuesta",
                                                      "deja tu comentario",
                                                      "dejar un comentario",
                                                      "deixe um comentário",
                                                      "deixe uma resposta",
                                                      "deixe seu comentário",
                                                      "lascia un commento",
                                                      "lascia una risposta",
                                                      "geef een reactie",
                                                      "plaats een reactie",
                                                      "dodaj komentarz",
                                                      "zostaw komentarz",
                                                      "добавить комментарий",
                                                      "оставить комментарий",
                                                      "bir yorum yazın",
                                                      "yorum yap",
                                                      "skriv en kommentar",
                                                      "lämna en kommentar",
                                                      "legg igjen en kommentar",
                                                      "join the conversation",
                                                      "reader comments",
                                                      "readers comments",
                                                      "user comments",
                                                      "facebook comments",
                                                      "leserkommentare",
                                                      "コメントを残す",
                                                      "发表评论",
                                                      "留下评论",
                                                      "댓글 남기기"};
  std::string key = line_key(text);
  if (key.size() < 80 && any_begins(key, kInvitations)) return true;
  std::vector<std::string_view> parts = split_words(key);
  auto is_number = [](std::string_view part) {
    return std::all_of(part.begin(), part.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
  };
  auto is_count = [&](std::string_view part) {
    return is_number(part) || part == "no" || part == "one" || part == "two";
  };
  auto is_noun = [](std::string_view part) {
    return std::find(std::begin(kCommentNouns), std::end(kCommentNouns), part) != std::end(kCommentNouns);
  };
  if (parts.size() >= 2 && is_count(parts[0]) && is_noun(parts[1])) {
    bool goes_on = parts.size() > 2 && (parts[2] == "to" || parts[2] == "on" || parts[2] == "a" || parts[2] == "auf" ||
                                        parts[2] == "zu" || parts[2] == "su" || parts[2] == "en" || parts[2] == "sur");
    return parts.size() == 2 || goes_on || parts.size() <= 4;
  }
  return parts.size() == 2 && is_noun(parts[0]) && is_number(parts[1]);
}

bool may_be_comment_heading(std::string_view text) {
  if (text.size() > 60) return false;
  static constexpr std::string_view kAlone[] = {
      "discussion",  "conversation", "join the conversation", "opinions",         "コメント",       "评论",
      "댓글",        "комментарии",  "user reviews",          "customer reviews", "reader reviews", "recent comments",
      "all comments"};
  std::string key = line_key(text);
  return is_one_of(key, kCommentNouns) || is_one_of(key, kAlone);
}

bool is_tail_heading(std::string_view text) {
  if (text.empty() || text.size() > 90) return false;
  static constexpr std::string_view kBeginnings[] = {"related articles",
                                                     "related posts",
                                                     "related stories",
                                                     "related content",
                                                     "related news",
                                                     "related topics",
                                                     "related links",
                                                     "related reading",
                                                     "related coverage",
                                                     "related video",
                                                     "related videos",
                                                     "you may also like",
                                                     "you might also like",
                                                     "you may like",
                                                     "you might like",
                                                     "you may also be interested",
                                                     "you might also be interested",
                                                     "more from",
                                                     "more stories",
                                                     "more news",
                                                     "more on this",
                                                     "more articles",
                                                     "more posts",
                                                     "about the author",
                                                     "about author",
                                                     "about the authors",
                                                     "share this",
                                                     "share on",
                                                     "share the",
                                                     "recommended for you",
                                                     "recommended articles",
                                                     "recommended reading",
                                                     "recommended stories",
                                                     "recommended posts",
                                                     "read next",
                                                     "up next",
                                                     "what to read next",
                                                     "popular posts",
                                                     "popular articles",
                                                     "most popular",
                                                     "most read",
                                                     "trending now",
                                                     "trending stories",
                                                     "latest news",
                                                     "latest posts",
                                                     "latest articles",
                                                     "latest stories",
                                                     "recent posts",
                                                     "recent articles",
                                                     "subscribe to",
                                                     "sign up for",
                                                     "newsletter",
                                                     "get our newsletter",
                                                     "join our newsletter",
                                                     "join our mailing",
                                                     "follow us",
                                                     "stay connected",
                                                     "also on",
                                                     "sponsored content",
                                                     "promoted stories",
                                                     "promoted content",
                                                     "from around the web",
                                                     "from the web",
                                                     "around the web",
                                                     "editors picks",
                                                     "editor s picks",
                                                     "editor s choice picks",
                                                     "similar posts",
                                                     "similar articles",
                                                     "other articles",
                                                     "other posts",
                                                     "previous post",
                                                     "next post",
                                                     "previous article",
                                                     "next article",
                                                     "filed under",
                                                     "posted in",
                                                     "keep reading",
                                                     "continue reading",
                                                     "explore more",
                                                     "see also related",
                                                     "más noticias",
                                                     "noticias relacionadas",
                                                     "artículos relacionados",
                                                     "te puede interesar",
                                                     "leia também",
                                                     "leia mais",
                                                     "veja também",
                                                     "notícias relacionadas",
                                                     "articles similaires",
                                                     "à lire aussi",
                                                     "lire aussi",
                                                     "das könnte sie auch interessieren",
                                                     "das könnte dich auch interessieren",
                                                     "mehr zum thema",
                                                     "ähnliche artikel",
                                                     "ähnliche beiträge",
                                                     "weitere artikel",
                                                     "leggi anche",
                                                     "articoli correlati",
                                                     "lees ook",
                                                     "gerelateerde artikelen",
                                                     "читайте также",
                                                     "похожие статьи",
                                                     "zobacz także",
                                                     "czytaj także",
                                                     "ilgili haberler",
                                                     "関連記事",
                                                     "相关文章"};
  return any_begins(line_key(text), kBeginnings);
}

bool is_residue(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() > 140) return false;
  static constexpr std::string_view kWhole[] = {"advertisement",
                                                "advertisements",
                                                "sponsored",
                                                "story continues below",
                                                "article continues below",
                                                "article continues after advertisement",
                                                "continue reading below",
                                                "story continues below advertisement",
                                                "continue reading the main story",
                                                "skip advertisement",
                                                "advert",
                                                "share",
                                                "tweet",
                                                "pin it",
                                                "like this",
                                                "loading",
                                                "comments",
                                                "read more",
                                                "read full article",
                                                "share this",
                                                "share this article",
                                                "share this story",
                                                "share this post",
                                                "like this loading",
                                                "publicidad",
                                                "publicidade",
                                                "anzeige",
                                                "werbung",
                                                "publicité",
                                                "pubblicità",
                                                "реклама",
                                                "iklan",
                                                "subscribe",
                                                "copy link",
                                                "view comments",
                                                "show comments",
                                                "hide comments",
                                                "back to top"};
  static constexpr std::string_view kBeginnings[] = {"story continues below",
                                                     "article continues below",
                                                     "advertisement continue",
                                                     "share this",
                                                     "click to share",
                                                     "photo credit",
                                                     "image credit",
                                                     "photo by",
                                                     "photograph by",
                                                     "picture credit",
                                                     "foto",
                                                     "filed under",
                                                     "posted in",
                                                     "tagged",
                                                     "tags",
                                                     "follow us on",
                                                     "sign up for our",
                                                     "subscribe to our",
                                                     "last updated",
                                                     "first published",
                                                     "originally published",
                                                     "all rights reserved",
                                                     "copyright ©",
                                                     "copyright",
                                                     "©",
                                                     "minute read",
                                                     "read also",
                                                     "also read"};
  std::string key = line_key(text);
  if (is_one_of(key, kWhole)) return true;
  return key.size() < 70 && any_begins(key, kBeginnings);
}

bool is_pointer_label(std::string_view text) {
  static constexpr std::string_view kBeginnings[] = {
      "related",       "read more",        "read also",   "also read",  "read next",      "must read",
      "see also",      "see more",         "more",        "don t miss", "watch",          "listen",
      "recommended",   "in pictures",      "more on",     "more from",  "more about",     "you may",
      "you might",     "previously",       "also see",    "check out",  "click here",     "up next",
      "next",          "previous",         "via",         "source",     "leggi anche",    "lire aussi",
      "à lire",        "lea también",      "lee también", "leer más",   "ver también",    "te puede interesar",
      "leia mais",     "leia também",      "veja também", "saiba mais", "lesen sie auch", "mehr zum thema",
      "mehr dazu",     "auch interessant", "lees ook",    "czytaj też", "czytaj także",   "zobacz też",
      "читайте также", "смотрите также",   "baca juga",   "les også",   "läs också",      "läs mer",
      "ayrıca okuyun"};
  return any_begins(line_key(text.substr(0, 60)), kBeginnings);
}

bool is_sign_off(std::string_view text) {
  if (text.size() > 420) return false;
  std::string key = line_key(text);
  static constexpr std::string_view kBeginnings[] = {"follow ",
                                                     "have a tip",
                                                     "got a tip",
                                                     "subscribe",
                                                     "sign up",
                                                     "get the latest",
                                                     "get our",
                                                     "get more",
                                                     "click here",
                                                     "click to",
                                                     "tell us",
                                                     "let us know what",
                                                     "join our",
                                                     "join us",
                                                     "email ",
                                                     "e mail ",
                                                     "contact ",
                                                     "write to",
                                                     "send your",
                                                     "send tips",
                                                     "download our",
                                                     "download the app",
                                                     "like us",
                                                     "find us",
                                                     "listen to",
                                                     "the views",
                                                     "views expressed",
                                                     "the opinions",
                                                     "opinions expressed",
                                                     "this article was",
                                                     "this article first",
                                                     "this article originally",
                                                     "this story was",
                                                     "this story has been",
                                                     "this story originally",
                                                     "this post was",
                                                     "this post originally",
                                                     "this post first",
                                                     "this content was",
                                                     "originally published",
                                                     "copyright",
                                                     "all rights reserved",
                                                     "photo",
                                                     "image credit",
                                                     "images",
                                                     "for more information",
                                                     "for more news",
                                                     "for more stories",
                                                     "for the latest",
                                                     "want more",
                                                     "want to read more",
                                                     "read more",
                                                     "read the full",
                                                     "read the original",
                                                     "editor s note",
                                                     "editors note",
                                                     "reporting by",
                                                     "writing by",
                                                     "editing by",
                                                     "additional reporting",
                                                     "with reporting",
                                                     "associated press writer",
                                                     "staff writer",
                                                     "what do you think",
                                                     "share your",
                                                     "leave a comment",
                                                     "do you have",
                                                     "if you liked",
                                                     "if you enjoyed",
                                                     "if you like this",
                                                     "like this article",
                                                     "enjoyed this",
                                                     "thanks for reading",
                                                     "thank you for reading",
                                                     "disclosure",
                                                     "disclaimer",
                                                     "stay tuned",
                                                     "stay up to date",
                                                     "to learn more",
                                                     "learn more about our",
                                                     "visit our",
                                                     "check out our",
                                                     "see also",
                                                     "via",
                                                     "source",
                                                     "sources",
                                                     "quelle",
                                                     "fuente",
                                                     "seguici",
                                                     "segui",
                                                     "síguenos",
                                                     "siga",
                                                     "suivez",
                                                     "folgen sie",
                                                     "folge uns",
                                                     "abonnez",
                                                     "suscríbete",
                                                     "inscreva",
                                                     "подписывайтесь",
                                                     "volg ons"};
  static constexpr std::string_view kParts[] = {"contributed to this report",
                                                "contributed reporting",
                                                "contributed to this story",
                                                "contributed to this article",
                                                "can be reached at",
                                                "may be reached at",
                                                "follow him on",
                                                "follow her on",
                                                "follow them on",
                                                "follow us on",
                                                "follow me on",
                                                "on twitter at",
                                                "sign up for our",
                                                "subscribe to our",
                                                "our newsletter",
                                                "to our mailing list",
                                                "all rights reserved",
                                                "may earn a commission",
                                                "affiliate links",
                                                "is a freelance",
                                                "is a writer",
                                                "is a staff writer",
                                                "is a senior",
                                                "is a reporter",
                                                "is the author of",
                                                "is an author"};
  return any_begins(key, kBeginnings) ||
         std::any_of(std::begin(kParts), std::end(kParts),
                     [&key](std::string_view part) { return key.find(part) != std::string::npos; });
}

bool is_consent_text(std::string_view text) {
  if (text.size() > 1500) return false;
  std::string folded = fold_case(text);
  auto has = [&folded](std::string_view word) { return folded.find(word) != std::string::npos; };
  if (!has("cookie")) return false;
  static constexpr std::string_view kSigns[] = {"we use cookies",
                                                "uses cookies",
                                                "we use necessary",
                                                "use of cookies",
                                                "accept cookies",
                                                "accept all",
                                                "cookie policy",
                                                "cookie preferences",
                                                "cookie settings",
                                                "cookie notice",
                                                "your consent",
                                                "you consent",
                                                "cookies are absolutely essential",
                                                "necessary cookies",
                                                "essential cookies",
                                                "cookies that ensures",
                                                "opting out",
                                                "opt-out of these cookies",
                                                "opt out of these cookies",
                                                "cookies that may not be",
                                                "cookies will be stored",
                                                "set cookies",
                                                "we and our partners",
                                                "our partners use",
                                                "verwenden wir cookies",
                                                "wir verwenden cookies",
                                                "wir nutzen cookies",
                                                "nutzt cookies",
                                                "verwendet cookies",
                                                "cookies akzeptieren",
                                                "utilizamos cookies",
                                                "usamos cookies",
                                                "utiliza cookies",
                                                "usa cookies",
                                                "utilizziamo i cookie",
                                                "utilizza cookie",
                                                "utilise des cookies",
                                                "utilisons des cookies",
                                                "gebruiken cookies",
                                                "gebruikt cookies",
                                                "maakt gebruik van cookies",
                                                "używa plików cookie",
                                                "использует файлы cookie",
                                                "используем файлы cookie",
                                                "использует cookie",
                                                "çerez",
                                                "använder cookies",
                                                "bruker cookies",
                                                "bruger cookies"};
  return std::any_of(std::begin(kSigns), std::end(kSigns), has);
}

}  // namespace versus::html
