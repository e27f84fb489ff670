// What single lines of pasted pages say: bylines, share lines, signs of comments. One line at a time, no context.
#pragma once

#include <string>
#include <string_view>

namespace versus {

struct Byline {
  bool found = false;
  std::string author;
  std::string date;  // ISO
};
/// "Posted by Ann Ash", "By Ann Ash on March 3, 2024", "Answered on : 2024-08-28", "5 min read".
Byline read_byline(std::string_view line);

/// The role of a line that is never content: "share", "newsletter", "consent", "tags", "footer", "navigation",
/// "advertisement"; "" for any other.
std::string_view residue_role(std::string_view line);

/// "0 0 votes", "Newest Most Voted", "View all comments", "Inline Feedbacks": parts of a comment widget.
bool is_comment_widget(std::string_view line);

/// What only comments have: "@name" alone, "6 months ago", "Reply", "Ann says:", a widget's parts.
bool is_comment_sign(std::string_view line);

enum class ReferenceHeading { none, sure, maybe };  // "References"; "Links", "Further reading"
ReferenceHeading reference_heading(std::string_view heading);

/// "[3] Ash, A. (2019) ...", "12. https://...": an entry of a reference list.
bool is_citation(std::string_view text);

bool is_contents_heading(std::string_view heading);

}  // namespace versus
