#include "extract/read/residue.h"

namespace versus {

void label_residue(Document& document) {
  if (!document.title.empty()) return;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::heading) continue;
    document.title = block.text.text();
    return;
  }
}

}  // namespace versus
