#include "extract/read/html_tags.h"

#include <array>
#include <bitset>
#include <initializer_list>
#include <unordered_map>

namespace versus::html {
namespace {

using TagSet = std::bitset<256>;

TagSet tags(std::initializer_list<Tag> list) {
  TagSet out;
  for (Tag tag : list) out.set(static_cast<std::size_t>(tag));
  return out;
}

bool has(const TagSet& set, Tag tag) { return set[static_cast<std::size_t>(tag)]; }

const TagSet kVoid =
    tags({Tag::area, Tag::base, Tag::br, Tag::col, Tag::embed, Tag::frame, Tag::hr, Tag::img, Tag::input, Tag::keygen,
          Tag::link, Tag::meta, Tag::param, Tag::source, Tag::track, Tag::wbr});

const TagSet kBlock =
    tags({Tag::html,    Tag::body,     Tag::article,    Tag::section,  Tag::nav,        Tag::aside,    Tag::header,
          Tag::footer,  Tag::main,     Tag::address,    Tag::hgroup,   Tag::search,     Tag::h1,       Tag::h2,
          Tag::h3,      Tag::h4,       Tag::h5,         Tag::h6,       Tag::p,          Tag::div,      Tag::center,
          Tag::pre,     Tag::listing,  Tag::blockquote, Tag::figure,   Tag::figcaption, Tag::hr,       Tag::details,
          Tag::summary, Tag::dialog,   Tag::ul,         Tag::ol,       Tag::menu,       Tag::dir,      Tag::li,
          Tag::dl,      Tag::dt,       Tag::dd,         Tag::table,    Tag::caption,    Tag::thead,    Tag::tbody,
          Tag::tfoot,   Tag::tr,       Tag::td,         Tag::th,       Tag::form,       Tag::fieldset, Tag::legend,
          Tag::option,  Tag::optgroup, Tag::frameset,   Tag::noframes, Tag::xmp,        Tag::colgroup, Tag::col});

const TagSet kFormatting = tags({Tag::a, Tag::b, Tag::big, Tag::code, Tag::em, Tag::font, Tag::i, Tag::nobr, Tag::s,
                                 Tag::small, Tag::strike, Tag::strong, Tag::tt, Tag::u});

const TagSet kNotSpecial =
    tags({Tag::unknown, Tag::text,   Tag::label, Tag::option,  Tag::optgroup, Tag::kbd,  Tag::samp,
          Tag::del,     Tag::ins,    Tag::sup,   Tag::sub,     Tag::span,     Tag::q,    Tag::cite,
          Tag::time,    Tag::mark,   Tag::abbr,  Tag::picture, Tag::svg,      Tag::math, Tag::video,
          Tag::audio,   Tag::canvas, Tag::map,   Tag::legend,  Tag::dialog}) |
    kFormatting;

const TagSet kInvisible = tags({Tag::script, Tag::style, Tag::template_, Tag::noscript, Tag::iframe, Tag::title,
                                Tag::noframes, Tag::noembed, Tag::head});

}  // namespace

Tag tag_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> kTags = [] {
    std::unordered_map<std::string_view, Tag> map;
#define VERSUS_HTML_TAG(tag) map.emplace(#tag, Tag::tag);
    VERSUS_HTML_TAGS(VERSUS_HTML_TAG)
#undef VERSUS_HTML_TAG
    map.erase("template_");
    map.emplace("template", Tag::template_);
    map.emplace("image", Tag::img);
    return map;
  }();
  auto found = kTags.find(name);
  return found == kTags.end() ? Tag::unknown : found->second;
}

Attr attr_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Attr> kAttributes = {
#define VERSUS_HTML_ATTRIBUTE(attr, text) {text, Attr::attr},
      VERSUS_HTML_ATTRIBUTES(VERSUS_HTML_ATTRIBUTE)
#undef VERSUS_HTML_ATTRIBUTE
  };
  auto found = kAttributes.find(name);
  return found == kAttributes.end() ? Attr::unknown : found->second;
}

bool is_void(Tag tag) { return has(kVoid, tag); }
bool is_block(Tag tag) { return has(kBlock, tag); }
bool is_special(Tag tag) { return !has(kNotSpecial, tag); }
bool is_formatting(Tag tag) { return has(kFormatting, tag); }
bool is_invisible(Tag tag) { return has(kInvisible, tag); }

}  // namespace versus::html
