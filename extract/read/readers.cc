#include "extract/read/readers.h"

namespace versus {

Document read_document(const Source& source, const Vocabulary& vocabulary) {
  switch (source.media) {
    case MediaType::html: return read_html(source);
    case MediaType::markdown: return read_markdown(source, vocabulary);
    case MediaType::text: return read_text(source, vocabulary);
  }
  return read_text(source, vocabulary);
}

}  // namespace versus
