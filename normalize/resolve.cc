#include "normalize/resolve.h"

#include "corpus/text.h"

namespace versus {

NameLink resolve_entity(std::string_view surface, const std::vector<std::string>&, const Vocabulary&) {
  return {std::string(surface), name_key(surface), "", Relation::unknown, "folded", 0, ""};
}

std::vector<NameLink> resolve_feature(std::string_view surface, const Vocabulary&) {
  return {{std::string(surface), name_key(surface), "", Relation::unknown, "folded", 0, ""}};
}

}  // namespace versus
