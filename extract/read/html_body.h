// Which part of a saved page is the article, which is comments, which is the rest.
#pragma once

#include "extract/read/html_blocks.h"
#include "extract/read/html_metadata.h"
#include "extract/read/html_tree.h"

namespace versus::html {

/// A label for every element whose text is not the article. Comments are never article; everything keeps its role.
Labels find_article(const Tree& tree, const Metadata& metadata);

}  // namespace versus::html
