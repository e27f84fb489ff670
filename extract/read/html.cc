// Saved web pages: bytes -> tree -> what each part is -> blocks.
#include "extract/read/html_blocks.h"
#include "extract/read/html_body.h"
#include "extract/read/html_metadata.h"
#include "extract/read/html_style.h"
#include "extract/read/html_tree.h"
#include "extract/read/readers.h"

namespace versus {

Document read_html(const Source& source) {
  Document document;
  html::Tree tree = html::parse_html(source.text, document.diagnostics);
  html::mark_shown(tree);
  html::Metadata metadata = html::read_metadata(tree);
  html::Labels labels = html::find_article(tree, metadata);
  document.title = std::move(metadata.title);
  document.published = std::move(metadata.published);
  document.author = std::move(metadata.author);
  document.language = std::move(metadata.language);
  document.url = source.url.empty() ? metadata.url : source.url;
  LineIndex lines(source.text);
  document.blocks = html::read_blocks(tree, labels, lines, document.diagnostics);
  return document;
}

}  // namespace versus
