#include "normalize/normalized_row.h"
#include "normalize/resolve.h"

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

NormalizedDocument normalize(const Source& source, const Document& document, Findings findings,
                             const Vocabulary& vocabulary) {
  NormalizedDocument out;
  out.source = source.path;
  out.title = document.title;
  for (FeatureRow& row : findings.rows) {
    NormalizedRow normalized;
    normalized.entity = resolve_entity(row.entity, findings.subjects, vocabulary);
    normalized.value = row.value.text();
    normalized.row = std::move(row);
    out.rows.push_back(std::move(normalized));
  }
  return out;
}

NormalizedDocument process(const Source& source, const Vocabulary& vocabulary) {
  Document document = read_document(source);
  return normalize(source, document, find_rows(document, vocabulary), vocabulary);
}

}  // namespace versus
