// When two texts say the same: the equality that all measures share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace versus {

/// The text without case, punctuation and markup signs; yes, no and partial symbols are words ("✅" and ":x:" -> "yes",
/// "no"). A text of signs alone stays as it is: "-".
std::string comparison_key(std::string_view text);

/// Common words (as multisets) of two keys over the words of the longer one, 0-1.
double overlap(std::string_view key_a, std::string_view key_b);

/// The number in "9/10", "8,5" or "★★★☆☆".
std::optional<double> first_number(std::string_view text);

/// Two feature phrases name the same thing when a word of one begins like a word of the other ("portable" and
/// "portability"): words of 3 letters or more, equal in their first 4 letters.
bool shares_a_word(std::string_view phrase_a, std::string_view phrase_b);

}  // namespace versus
