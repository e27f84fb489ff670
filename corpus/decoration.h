// What authors hang on names: "(Rating 1-10)", "(3.x)", " 2.1", "v2", "(R)", emoji.
#pragma once

#include <string>
#include <string_view>

namespace versus {

struct Undecorated {
  std::string name;
  std::string version;  // "3.x", "2.1"; empty when there was none
};

/// Emoji, trade marks, HTML entities and tags, and white space off; the words stay as written.
std::string clean_name(std::string_view surface);

/// "Keras (3.x)" -> {"Keras", "3.x"}, "PyTorch v2.1" -> {"PyTorch", "2.1"}, "Keras (Rating 1-10)" -> {"Keras", ""}.
/// Only what stands apart from the name comes off: "Caffe2", "H2O" and "TF2" stay whole.
Undecorated take_off_decoration(std::string_view clean);

/// "Vue3" -> {"Vue", "3"}: a version glued to a name, for names that nobody knows otherwise.
Undecorated take_off_glued_version(std::string_view clean);

}  // namespace versus
