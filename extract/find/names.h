// Names as documents write them: trimming what surrounds a name, and telling a name from a value or a sentence.
// Pure functions on strings; nothing here knows a topic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace versus {

/// Without what surrounds a name: white space, quotes, emphasis marks, a list number ("1.", "(2)"), emoji and other
/// symbols in front, ":shortcode:" in front, a colon at the end. "🥇 **PyTorch**:" -> "PyTorch".
std::string_view trim_name(std::string_view text);

/// trim_name without a trailing parenthesis and version: "Keras (Rating 1-10)" -> "Keras", "MySQL 8" -> "MySQL",
/// "Sharp 2.0" -> "Sharp". A name that is nothing else stays whole.
std::string_view base_name(std::string_view text);

/// Could this be what something is called? Short, has a letter, no sentence, no value ("Yes", "12 ms", "★★").
bool looks_like_name(std::string_view text);

/// A proper name by its look alone: an upper-case letter, digit, dot or hyphen where an ordinary word has none, or one
/// lower-case token ("zerolog"). "Very fast" is not.
bool looks_like_proper_name(std::string_view text);

/// A sentence or clause rather than a name: seven words and more, or sentence punctuation inside.
bool looks_like_prose(std::string_view text);

}  // namespace versus
