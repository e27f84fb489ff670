#include "extract/read/residue_lines.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "corpus/text.h"
#include "extract/read/front_matter.h"

namespace versus {
namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// The key of a heading without numbering and colon: "7. References:" -> "references".
std::string heading_key(std::string_view heading) {
  std::string key = name_key(heading);
  std::size_t begin = key.find_first_not_of("0123456789. ");
  return begin == std::string::npos ? key : key.substr(begin);
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto kReferences = std::to_array<std::string_view>({
    "references",
    "reference list",
    "bibliography",
    "works cited",
    "citations",
    "literature",
    "sources",
    "source",
    "references and further reading",
    "references and links",
    "sources and references",
    "quellen",
    "quelle",
    "quellenverzeichnis",
    "literatur",
    "literaturverzeichnis",
    "quellenangaben",
    "referenzen",
    "références",
    "bibliographie",
    "referencias",
    "bibliografía",
    "fuentes",
    "referências",
    "bibliografia",
    "fontes",
    "riferimenti",
    "fonti",
    "referenties",
    "bronnen",
    "referenser",
    "källor",
    "литература",
    "источники",
    "список литературы",
    "źródła",
    "bibliografia i źródła",
    "kaynaklar",
    "kaynakça",
    "参考文献",
    "参考资料",
    "参考",
    "출처",
    "참고문헌",
});
constexpr auto kMaybeReferences = std::to_array<std::string_view>({
    "links",
    "further reading",
    "see also",
    "resources",
    "external links",
    "useful links",
    "read more",
    "more reading",
    "additional resources",
    "additional reading",
    "more information",
    "learn more",
    "footnotes",
    "notes",
    "credits",
    "related reading",
    "related links",
    "weiterführende links",
    "weblinks",
    "siehe auch",
    "liens",
    "voir aussi",
    "enlaces",
    "ver también",
    "leituras",
    "ссылки",
    "credit",
    "acknowledgements",
    "attribution",
});
constexpr auto kContents = std::to_array<std::string_view>({
    "table of contents",
    "contents",
    "toc",
    "on this page",
    "in this article",
    "in this post",
    "in this guide",
    "article contents",
    "jump to",
    "quick navigation",
    "inhalt",
    "inhaltsverzeichnis",
    "sommaire",
    "table des matières",
    "índice",
    "contenido",
    "tabla de contenidos",
    "sumário",
    "indice",
    "inhoud",
    "inhoudsopgave",
    "содержание",
    "оглавление",
    "spis treści",
    "içindekiler",
    "目次",
    "目录",
    "목차",
});

constexpr char kMonth[] =
    "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|ene|abr|"
    "ago|dic)[a-zäéû]*\\.?";

std::string date_pattern() {
  return std::string("(?:\\d{4}-\\d{1,2}-\\d{1,2}(?:[T ][\\d:.]+Z?)?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|") + kMonth +
         " \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th|\\.)? " + kMonth + ",? \\d{4})";
}

}  // namespace

Byline read_byline(std::string_view line) {
  static const std::string kDate = date_pattern();
  static const std::string kName =
      "[\\p{Lu}@][\\p{L}.'’@_\\d-]*(?: (?:[\\p{Lu}][\\p{L}.'’-]*|van|von|de|der|da|di|la|el)){0,4}";
  static const RE2 kPosted(
      "(?i)^(?:posted|written|published|reviewed|edited|created|submitted|contributed|asked|"
      "answered|updated|verfasst|geschrieben|veröffentlicht|publié|écrit|publicado|escrito)"
      " (?:by|von|par|por)(?::? *(?-i:(" +
      kName +
      ")))?"
      "(?i:[ ,|·•–—-]*(?:on |at |in |am |le |el )?(" +
      kDate + ")?)?(?:[ ,|·•–—-]+\\d+ min(?:ute)?s? read)?[ .]*$");
  static const RE2 kBy("^(?:By|by|BY|Von|Par|Por|Author|Autor|Auteur)(?: |: ?)(" + kName +
                       ")(?:(?i:[ ,|·•–—-]+(?:on |am |le )?)(?i:(" + kDate +
                       ")))?(?i:[ ,|·•–—-]+\\d+ min(?:ute)?s? read)?$");
  static const RE2 kOn(
      "(?i)^(?:posted|published|answered|asked|updated|last (?:updated|modified|reviewed|edited)|"
      "first published|date|created|modified|edited|veröffentlicht|aktualisiert|stand|zuletzt "
      "aktualisiert|publié|mis à jour|publicado|actualizado|fecha|datum)(?: on| am| le| el)? ?:? *(" +
      kDate + ")(?:[ ,|·•–—-].*)?$");
  static const RE2 kDateOnly("(?i)^(" + kDate + ")(?:[ ,|·•–—-]+\\d+ min(?:ute)?s?(?: read)?)?$");
  static const RE2 kReading(
      "(?i)^(?:(?:estimated )?reading time:? *)?(?:~ ?)?\\d+ ?-?min(?:ute)?s?(?: read(?:ing)?(?: time)?)"
      "?\\.?$|^\\d+ min(?:ute)?s? read$|^lesezeit:? .+$");
  Byline out;
  if (line.size() > 160) return out;
  re2::StringPiece name;
  re2::StringPiece date;
  auto take = [&] {
    out.found = true;
    out.author = std::string(name.data() == nullptr ? "" : std::string_view(name.data(), name.size()));
    out.date = date.data() == nullptr ? "" : iso_date({date.data(), date.size()});
    return out;
  };
  if (RE2::FullMatch(piece(line), kPosted, &name, &date) || RE2::FullMatch(piece(line), kBy, &name, &date))
    return take();
  if (RE2::FullMatch(piece(line), kOn, &date) || RE2::FullMatch(piece(line), kDateOnly, &date)) return take();
  bool says_reading = RE2::FullMatch(piece(line), kReading) && RE2::PartialMatch(piece(line), "(?i)read|lesezeit");
  if (says_reading) out.found = true;
  return out;
}

std::string_view residue_role(std::string_view line) {
  struct Pattern {
    std::string_view role;
    RE2 pattern;
  };
  static const std::array<Pattern, 8> kPatterns = {{
      {"share",
       RE2("(?i)(?:share (?:this|on|via|the)\\b.*|share:?|tweet(?: this)?|pin it|like this:?|loading\\.*|click to "
           "share.*|"
           "(?:(?:share|tweet|facebook|twitter|x|linkedin|pinterest|whatsapp|reddit|telegram|email|print|copy link|"
           "pocket|tumblr|hacker news)[ ,|·•/]*){2,}|teilen:?|teile diesen.*|partager(?: cet.*)?:?|"
           "compartir(?: en.*)?:?|compartilhar:?|\\d+ shares?|[▲△] ?\\d* ?[▼▽]?|upvote|downvote|"
           "was this (?:article|page|post|answer) helpful\\??.*|did you find this .*helpful\\??|"
           "rate this (?:article|post|page)\\.?|click on a star to rate it!?|average rating .*|vote count: "
           "\\d+)")},
      {"newsletter", RE2("(?i)(?:(?:subscribe|sign "
                         "up|join|abonnieren|abonnez|suscríbete|inscreva)\\b.*(?:newsletter|mailing list|"
                         "inbox|email updates|weekly digest|subscribers)\\b.*|(?:get|receive) .*(?:in|to) "
                         "your inbox.*|"
                         "enter your e-?mail(?: address)?.*|your e-?mail address|email address ?\\*?|newsletter "
                         "abonnieren.*|"
                         "don.t miss (?:a|an|our) (?:post|update|article|issue).*)")},
      {"consent",
       RE2("(?i)(?:(?:we|this (?:web)?site) uses? cookies\\b.*|accept (?:all )?cookies|cookie (?:settings|policy|"
           "preferences)|accept all|reject all|by continuing to (?:use|browse) .*|diese (?:web)?s(?:e)?ite "
           "verwendet cookies.*)")},
      {"tags", RE2("(?i)(?:tags?|tagged(?: with| in)?|categor(?:y|ies)|filed under|posted "
                   "in|labels|topics|schlagwörter|kategorien?|"
                   "étiquettes|etiquetas|categorías?) ?: ?[^.]+|tagged (?:with|in|as) [^.]+|filed under "
                   "[^.]+|"
                   "(?:#[\\p{L}\\d_-]+ ?){2,}")},
      {"footer", RE2("(?i)(?:(?:copyright ?)?©.*|copyright \\d{4}.*|all rights reserved\\.?.*|powered "
                     "by [^.]+|"
                     "privacy policy(?: [|·•-].*)?|terms (?:of (?:use|service)|and conditions).*|"
                     "alle rechte vorbehalten\\.?|tous droits réservés\\.?|"
                     "(?:photo|image|picture) (?:credit|source|by|courtesy).*|"
                     "disclaimer: .*affiliate.*|this (?:post|article|page) (?:may )?contains? affiliate "
                     "links.*)")},
      {"navigation", RE2("(?i)(?:skip to (?:main )?content|back to top|scroll to top|go back|(?:← ?|« "
                         "?)?(?:previous|next|older|newer) "
                         "(?:post|article|page|entry|story)s?:?(?: ?→| ?»)?|(?:← ?|« ?).+|.+(?: ?→| ?»)|home [>»/›] "
                         ".+|"
                         "you are here:? .*|edit (?:this page|on github)|edit this page on .+|view (?:source|raw)|"
                         "copy(?: code)?|toggle (?:navigation|menu)|nach oben|zum inhalt springen)")},
      {"advertisement",
       RE2("(?i)(?:advertisements?|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|реклама|"
           "ad choices|continue reading below|story continues below.*)")},
      {"author", RE2("(?i)(?:about the authors?|about author|follow (?:us|me|him|her|them) on .+|"
                     "view all posts(?: by .+)?|more posts by .+|view (?:full )?profile)")},
  }};
  // One pass tells for nearly every line that none of them matches.
  static const RE2 kAny([] {
    std::string any;
    for (const Pattern& pattern : kPatterns) any += (any.empty() ? "(?:" : "|(?:") + pattern.pattern.pattern() + ")";
    return any;
  }());
  if (line.size() > 240 || !RE2::FullMatch(piece(line), kAny)) return {};
  for (const Pattern& pattern : kPatterns)
    if (RE2::FullMatch(piece(line), pattern.pattern)) return pattern.role;
  return {};
}

bool is_comment_widget(std::string_view line) {
  static const RE2 kWidget(
      "(?i)(?:\\d+ )?\\d+ (?:votes?|likes?|upvotes?)|article rating|"
      "oldest(?: first)?|newest(?: first)?|(?:newest |oldest )*most (?:voted|liked|popular)|best|top comments|"
      "inline feedbacks?|view all comments|load (?:more )?comments|show (?:more|all) comments|sort by:?.*|"
      "(?:notify|subscribe) (?:me )?(?:of|to|via).*comments?.*|login to comment|log in to (?:reply|comment)|"
      "please log ?in to .*|save my name, email.*|this site uses akismet.*|"
      "your email address will not be published.*|required fields are marked.*|post comment|submit comment|"
      "(?:name|email|website|comment) ?\\*|älteste|neueste|meist ?bewertete?");
  return line.size() <= 200 && RE2::FullMatch(piece(line), kWidget);
}

bool is_comment_sign(std::string_view line) {
  if (line.size() > 200) return false;
  static const std::string kDate = date_pattern();
  static const RE2 kSign(
      "(?i)@[\\p{L}\\d_.-]+|(?:.+[ ·•|,-]+)?(?:\\d+|an?|one) (?:second|minute|hour|day|week|month|year)s? ago"
      "(?: ?\\(?edited\\)?)?|vor (?:\\d+|einem|einer) (?:minute|stunde|tag|woche|monat|jahr)[en]*|"
      "il y a (?:\\d+|une?) (?:minute|heure|jour|semaine|mois|an)s?|hace (?:\\d+|un[ao]?) "
      "(?:minuto|hora|día|semana|mes|año)(?:s|es)?|(?:\\d+ )?(?:reply|replies|report|antworten|répondre|responder)|"
      "reply to .+|.+ (?:says|said|wrote|schreibt|sagt|dit|dice):?|.+ says on .+|"
      "(?:guest|anonymous|anonym)|[\\p{L}\\d_. -]+ (?:at|on) " +
      kDate + ".*|" + kDate + " at \\d.+");
  return RE2::FullMatch(piece(line), kSign) || (line.size() > 4 && is_comment_widget(line) && line != "best");
}

ReferenceHeading reference_heading(std::string_view heading) {
  std::string key = heading_key(heading);
  if (holds(kReferences, key)) return ReferenceHeading::sure;
  if (holds(kMaybeReferences, key)) return ReferenceHeading::maybe;
  return ReferenceHeading::none;
}

bool is_citation(std::string_view text) {
  static const RE2 kCitation(
      "(?is)^(?:\\[[\\w ]{1,12}\\]|\\^|\\(\\d{1,3}\\)|\\d{1,3}[.)]) ?.*(?:https?://|www\\.|doi|\\(\\d{4}\\)|, "
      "\\d{4}).*|"
      "^(?:\\[[\\w ]{1,12}\\] ).+|^https?://\\S+$|^www\\.\\S+$|"
      "^\\p{Lu}[\\p{L}'-]+, (?:\\p{Lu}\\.|\\p{Lu}[\\p{L}]+).*\\(?(?:19|20)\\d{2}\\)?.*");
  return text.size() < 1200 && RE2::FullMatch(piece(text), kCitation);
}

bool is_contents_heading(std::string_view heading) { return holds(kContents, heading_key(heading)); }

}  // namespace versus
