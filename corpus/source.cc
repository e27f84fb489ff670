#include "corpus/source.h"

namespace versus {

Source make_source(std::string_view bytes, std::string path, std::string_view) {
  Source source;
  source.path = std::move(path);
  source.bytes = bytes.size();
  source.encoding = "UTF-8";
  source.text = bytes;
  auto ends = [&](std::string_view ending) { return source.path.ends_with(ending); };
  source.media = ends(".html") ? MediaType::html : ends(".md") ? MediaType::markdown : MediaType::text;
  return source;
}

std::string_view media_name(MediaType media) {
  switch (media) {
    case MediaType::html: return "text/html";
    case MediaType::markdown: return "text/markdown";
    case MediaType::text: return "text/plain";
  }
  return "text/plain";
}

}  // namespace versus
