// What a page left around the article it was copied from: comments, bylines, share lines, reference lists, tables of
// contents. Labelled, never removed.
#pragma once

#include "extract/document.h"

namespace versus {

/// Turns the blocks that are not the article's into comment or boilerplate with a role ("comments", "byline", "share",
/// "newsletter", "related", "references", "contents", "tags", "images"); fills title, author and date where the text
/// says so and the document does not know them yet. Slide cells keep their role.
void label_residue(Document& document);

}  // namespace versus
