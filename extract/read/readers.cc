#include "extract/read/readers.h"

namespace versus {

Document read_document(const Source& source) {
  switch (source.media) {
    case MediaType::html: return read_html(source);
    case MediaType::markdown: return read_markdown(source);
    case MediaType::text: return read_text(source);
  }
  return read_text(source);
}

}  // namespace versus
