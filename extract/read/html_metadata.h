// What a page says about itself: JSON-LD, OpenGraph, meta elements, h1.
#pragma once

#include <string>

#include "extract/read/html_tree.h"

namespace versus::html {

struct Metadata {
  std::string title;
  std::string published;  // ISO date
  std::string author;
  std::string language;
  std::string url;
  std::string article_body;  // JSON-LD articleBody, tags stripped; empty: the page does not say
  bool is_forum = false;     // JSON-LD: a discussion or a question with its answers
};

Metadata read_metadata(const Tree& tree);

}  // namespace versus::html
