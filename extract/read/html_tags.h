// The elements and attributes of HTML that reading depends on, and what the standard says about each.
#pragma once

#include <cstdint>
#include <string_view>

namespace versus::html {

// One line per group of the standard's element index; `unknown` stands for every other name.
// clang-format off
#define VERSUS_HTML_TAGS(X)                                                                                       \
  X(html) X(head) X(body) X(title) X(meta) X(link) X(base) X(script) X(style) X(noscript) X(template_)            \
  X(iframe) X(article) X(section) X(nav) X(aside) X(header) X(footer) X(main) X(address) X(hgroup) X(search)      \
  X(h1) X(h2) X(h3) X(h4) X(h5) X(h6) X(p) X(div) X(center) X(pre) X(listing) X(blockquote) X(figure)             \
  X(figcaption) X(hr) X(details) X(summary) X(dialog) X(ul) X(ol) X(menu) X(dir) X(li) X(dl) X(dt) X(dd)          \
  X(table) X(caption) X(colgroup) X(col) X(thead) X(tbody) X(tfoot) X(tr) X(td) X(th) X(form) X(fieldset)         \
  X(legend) X(label) X(input) X(button) X(select) X(option) X(optgroup) X(textarea) X(a) X(b) X(strong) X(i)      \
  X(em) X(code) X(kbd) X(samp) X(tt) X(u) X(s) X(strike) X(del) X(ins) X(small) X(big) X(font) X(nobr) X(sup)     \
  X(sub) X(span) X(q) X(cite) X(time) X(mark) X(abbr) X(br) X(wbr) X(img) X(picture) X(source) X(svg) X(math)     \
  X(video) X(audio) X(track) X(canvas) X(object) X(embed) X(param) X(applet) X(marquee) X(area) X(map)            \
  X(keygen) X(frameset) X(frame) X(noframes) X(noembed) X(xmp)
// clang-format on

enum class Tag : std::uint8_t {
  unknown,
  text,  // not an element: a run of characters
#define VERSUS_HTML_TAG(name) name,
  VERSUS_HTML_TAGS(VERSUS_HTML_TAG)
#undef VERSUS_HTML_TAG
};

// clang-format off
#define VERSUS_HTML_ATTRIBUTES(X)                                                                                 \
  X(class_, "class") X(id, "id") X(role, "role") X(itemprop, "itemprop") X(itemtype, "itemtype")                  \
  X(style, "style") X(hidden, "hidden") X(aria_hidden, "aria-hidden") X(aria_label, "aria-label") X(rel, "rel")   \
  X(href, "href") X(src, "src") X(data_src, "data-src") X(alt, "alt") X(title, "title") X(lang, "lang")           \
  X(xml_lang, "xml:lang") X(name, "name") X(property, "property") X(content, "content")                           \
  X(http_equiv, "http-equiv") X(type, "type") X(datetime, "datetime") X(colspan, "colspan")                       \
  X(rowspan, "rowspan") X(scope, "scope") X(headers, "headers") X(start, "start") X(cite, "cite")                 \
  X(data_label, "data-label")
// clang-format on

enum class Attr : std::uint8_t {
  unknown,
#define VERSUS_HTML_ATTRIBUTE(name, text) name,
  VERSUS_HTML_ATTRIBUTES(VERSUS_HTML_ATTRIBUTE)
#undef VERSUS_HTML_ATTRIBUTE
};

/// `name` in lower case. Names outside the lists are `unknown`.
Tag tag_of(std::string_view name);
Attr attr_of(std::string_view name);

bool is_void(Tag tag);        // has no content, no end tag
bool is_block(Tag tag);       // begins and ends a line of its own
bool is_special(Tag tag);     // HTML Standard 13.2.4.2: an end tag does not reach past it
bool is_formatting(Tag tag);  // HTML Standard 13.2.4.3
bool is_invisible(Tag tag);   // its content is never shown: script, style, template ...

inline bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }
inline bool is_section(Tag tag) { return tag == Tag::thead || tag == Tag::tbody || tag == Tag::tfoot; }
inline bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }
/// What may stand right inside a table.
inline bool is_table_child(Tag tag) {
  return tag == Tag::caption || tag == Tag::col || tag == Tag::colgroup || is_section(tag);
}
/// Where content that is no part of a table is foster parented.
inline bool holds_table_parts(Tag tag) {
  return tag == Tag::table || is_section(tag) || tag == Tag::tr || tag == Tag::colgroup;
}
inline bool is_list(Tag tag) {
  return tag == Tag::ul || tag == Tag::ol || tag == Tag::menu || tag == Tag::dir || tag == Tag::dl;
}
inline bool is_item(Tag tag) { return tag == Tag::li || tag == Tag::dt || tag == Tag::dd; }

}  // namespace versus::html
