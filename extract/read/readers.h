// One reader per format. Adding one: a file beside this, a line here and in readers.cc.
#pragma once

#include "extract/document.h"

namespace versus {

Document read_html(const Source& source);
Document read_markdown(const Source& source, const Vocabulary& vocabulary);
Document read_text(const Source& source, const Vocabulary& vocabulary);

}  // namespace versus
