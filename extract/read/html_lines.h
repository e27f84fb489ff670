// The words by which pages name their parts in headings and short lines ("34 Comments", "Follow us on Twitter").
#pragma once

#include <string_view>

namespace versus::html {

/// "3 Comments", "34 responses to ...", "Leave a reply", "Kommentare (2)". `text` is the whole short line.
bool is_comment_heading(std::string_view text);
/// "Comments", "Discussion": alone they may as well title a section of the article.
bool may_be_comment_heading(std::string_view text);
/// "Related posts", "You may also like", "About the author", "Share this": what follows is not the article any more.
bool is_tail_heading(std::string_view text);
/// "Advertisement", "Share this:", "Tags: ...": a line that is never content.
bool is_residue(std::string_view text);

/// "Related: ...", "Read more: ...", "Leggi anche ...": a line that leads to other articles, when most of it is links.
bool is_pointer_label(std::string_view text);
/// "Follow us on Twitter", "X contributed to this report": how an article ends without belonging to it.
bool is_sign_off(std::string_view text);
/// A paragraph of a consent dialogue: "We use cookies to ...", "Necessary cookies are ...".
bool is_consent_text(std::string_view text);

}  // namespace versus::html
