#include "normalize/normalized_row.h"

namespace versus {

std::string_view relation_name(Relation relation) {
  switch (relation) {
    case Relation::exact: return "exact";
    case Relation::variant: return "variant";
    case Relation::synonym: return "synonym";
    case Relation::composite: return "composite";
    case Relation::related: return "related";
    case Relation::unknown: return "unknown";
  }
  return "unknown";
}

}  // namespace versus
