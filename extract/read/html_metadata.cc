#include "extract/read/html_metadata.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

#include "corpus/text.h"
#include "extract/read/html_flow.h"

namespace versus::html {
namespace {

using nlohmann::json;

struct Found {
  std::string headline;  // JSON-LD
  std::string og_title;
  std::string site;        // og:site_name, JSON-LD publisher
  std::string page_title;  // <title>
  std::vector<std::string> h1;
  Metadata out;
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

void set_once(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// "2019-03-04T10:00:00Z" -> "2019-03-04"; empty when the text does not begin with an ISO date.
std::string iso_date(std::string_view text) {
  std::size_t at = text.find_first_not_of(" \t\n\r");
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at);
  if (text.size() < 10) return {};
  for (std::size_t i = 0; i < 10; ++i) {
    bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : !std::isdigit(static_cast<unsigned char>(text[i]))) return {};
  }
  return std::string(text.substr(0, 10));
}

std::string strip_tags(std::string_view text) {
  std::string out;
  bool in_tag = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '<' && i + 1 < text.size() &&
        (std::isalpha(static_cast<unsigned char>(text[i + 1])) || text[i + 1] == '/')) {
      in_tag = true;
      out += ' ';
    } else if (c == '>' && in_tag) {
      in_tag = false;
    } else if (!in_tag) {
      out += c;
    }
  }
  return out;
}

std::string string_at(const json& object, const char* key) {
  auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string name_in(const json& object, const char* key) {
  auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_object()) return string_at(*found, "name");
  if (found->is_array() && !found->empty()) {
    std::string all;
    for (const json& item : *found) {
      std::string name = item.is_string() ? item.get<std::string>() : item.is_object() ? string_at(item, "name") : "";
      if (!name.empty()) all += (all.empty() ? "" : ", ") + name;
    }
    return all;
  }
  return {};
}

bool has_type(const json& object, std::initializer_list<std::string_view> endings) {
  auto found = object.find("@type");
  if (found == object.end()) return false;
  auto matches = [&endings](const json& type) {
    if (!type.is_string()) return false;
    const std::string& name = type.get_ref<const std::string&>();
    return std::any_of(endings.begin(), endings.end(), [&name](std::string_view ending) {
      return name.size() >= ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
    });
  };
  return found->is_array() ? std::any_of(found->begin(), found->end(), matches) : matches(*found);
}

void take_linked_data(const json& root, Found& found) {
  std::vector<const json*> todo = {&root};
  for (std::size_t steps = 0; !todo.empty() && steps < 2000; ++steps) {
    const json& value = *todo.back();
    todo.pop_back();
    if (value.is_array()) {
      for (auto item = value.rbegin(); item != value.rend(); ++item) todo.push_back(&*item);
      continue;
    }
    if (!value.is_object()) continue;
    if (has_type(value, {"DiscussionForumPosting", "QAPage"})) found.out.is_forum = true;
    if (has_type(value, {"Article", "BlogPosting", "Posting", "Report", "Review", "WebPage"})) {
      bool is_page = has_type(value, {"WebPage"});
      if (!is_page) set_once(found.headline, strip_tags(string_at(value, "headline")));
      set_once(found.out.published, iso_date(string_at(value, "datePublished")));
      if (!is_page) set_once(found.out.author, name_in(value, "author"));
      set_once(found.out.language, string_at(value, "inLanguage"));
      if (!is_page) set_once(found.out.article_body, strip_tags(string_at(value, "articleBody")));
      set_once(found.site, name_in(value, "publisher"));
    }
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      auto inner = value.find(key);
      if (inner != value.end() && inner->is_structured()) todo.push_back(&*inner);
    }
  }
}

std::string raw_text(const Tree& tree, int node) {
  std::string out;
  for (int child = tree[node].first_child; child >= 0; child = tree[child].next) {
    if (tree[child].tag == Tag::text) out += tree[child].text;
  }
  return out;
}

void take_meta(const Tree& tree, int node, Found& found) {
  std::string name = lower(tree.attribute(node, Attr::property));
  if (name.empty()) name = lower(tree.attribute(node, Attr::name));
  if (name.empty()) name = lower(tree.attribute(node, Attr::itemprop));
  std::string content = fold_space(tree.attribute(node, Attr::content));
  if (content.empty()) return;
  if (name == "og:title") {
    set_once(found.og_title, content);
  } else if (name == "og:site_name") {
    set_once(found.site, content);
  } else if (name == "og:url") {
    set_once(found.out.url, content);
  } else if (name == "article:published_time" || name == "datepublished" || name == "date" || name == "dc.date" ||
             name == "dcterms.created" || name == "dcterms.date" || name == "dc.date.issued" ||
             name == "publish-date" || name == "pubdate" || name == "sailthru.date" || name == "parsely-pub-date") {
    set_once(found.out.published, iso_date(content));
  } else if (name == "author" || name == "dc.creator" || name == "article:author" || name == "parsely-author" ||
             name == "sailthru.author") {
    if (content.find("://") == std::string::npos) set_once(found.out.author, content);
  } else if (name == "og:locale" || lower(tree.attribute(node, Attr::http_equiv)) == "content-language") {
    std::replace(content.begin(), content.end(), '_', '-');
    set_once(found.out.language, content);
  }
}

// "A vs B - which one? | Example Blog" -> "A vs B - which one?"
std::string without_site(const std::string& title, const std::string& site, const std::vector<std::string>& h1) {
  static constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • ", " / "};
  std::string folded_site = fold_case(site);
  std::size_t best = std::string::npos;
  for (std::string_view separator : kSeparators) {
    std::size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    std::string head = title.substr(0, at);
    std::string tail = fold_case(title.substr(at + separator.size()));
    bool is_site = !folded_site.empty() && tail == folded_site;
    bool is_heading =
        std::any_of(h1.begin(), h1.end(), [&](const std::string& text) { return fold_case(text) == fold_case(head); });
    bool is_bar = separator == " | " || separator == " » " || separator == " :: " || separator == " · ";
    bool is_short = tail.size() <= 30 && head.size() >= tail.size() && tail.find(" vs") == std::string::npos;
    if (is_site || is_heading || (is_bar && is_short) || (folded_site.empty() && is_short && head.size() > 20)) {
      best = best == std::string::npos ? at : std::min(best, at);
    }
  }
  return best == std::string::npos ? title : title.substr(0, best);
}

// Share of the words of `a` that stand in `b`.
double shared_words(const std::string& a, const std::string& b) {
  auto words = [](const std::string& text) {
    std::string key = name_key(text);
    std::vector<std::string_view> found = split_words(key);
    return std::set<std::string>(found.begin(), found.end());
  };
  std::set<std::string> left = words(a);
  std::set<std::string> right = words(b);
  if (left.empty()) return 0;
  auto shared =
      std::count_if(left.begin(), left.end(), [&right](const std::string& word) { return right.count(word) > 0; });
  return static_cast<double>(shared) / static_cast<double>(left.size());
}

std::string choose_title(const Found& found) {
  std::string page = found.og_title.empty() ? found.page_title : found.og_title;
  if (page.empty()) page = found.headline;
  // The h1 that says the same as the page's title is the headline; another may be the site's name.
  for (const std::string& h1 : found.h1) {
    if (page.empty()) return h1;
    bool same =
        shared_words(h1, page) >= 0.6 || (!found.page_title.empty() && shared_words(h1, found.page_title) >= 0.6);
    if (same && fold_case(h1) != fold_case(found.site)) return h1;
  }
  if (!found.headline.empty()) return found.headline;
  return page.empty() ? std::string() : without_site(page, found.site, found.h1);
}

}  // namespace

Metadata read_metadata(const Tree& tree) {
  Found found;
  int time_node = -1;
  for (int node = tree.next_in(0, 0); node >= 0; node = tree.next_in(node, 0)) {
    const Node& element = tree[node];
    switch (element.tag) {
      case Tag::meta: take_meta(tree, node, found); break;
      case Tag::title: set_once(found.page_title, fold_space(raw_text(tree, node))); break;
      case Tag::h1: {
        if (found.h1.size() >= 8) break;
        std::string text = read_flow(tree, node).text.text();
        if (!text.empty()) found.h1.push_back(std::move(text));
        break;
      }
      case Tag::link:
        if (tree.attribute(node, Attr::rel) == "canonical") {
          set_once(found.out.url, std::string(tree.attribute(node, Attr::href)));
        }
        break;
      case Tag::time:
        if (time_node < 0 && tree.has_attribute(node, Attr::datetime)) time_node = node;
        if (tree.attribute(node, Attr::itemprop) == "datePublished") {
          set_once(found.out.published, iso_date(tree.attribute(node, Attr::datetime)));
        }
        break;
      case Tag::script:
        if (tree.attribute(node, Attr::type) == "application/ld+json") {
          json data = json::parse(raw_text(tree, node), nullptr, false, true);
          if (!data.is_discarded()) take_linked_data(data, found);
        }
        break;
      default: break;
    }
    std::string_view type = tree.attribute(node, Attr::itemtype);
    for (std::string_view forum : {"DiscussionForumPosting", "QAPage"}) {
      if (type.size() >= forum.size() && type.substr(type.size() - forum.size()) == forum) found.out.is_forum = true;
    }
  }
  found.out.title = fold_space(choose_title(found));
  std::string declared(tree.attribute(0, Attr::lang));
  if (declared.empty()) declared = std::string(tree.attribute(0, Attr::xml_lang));
  if (!declared.empty()) found.out.language = declared;
  if (found.out.published.empty() && time_node >= 0) {
    found.out.published = iso_date(tree.attribute(time_node, Attr::datetime));
  }
  found.out.author = fold_space(found.out.author);
  return found.out;
}

}  // namespace versus::html
