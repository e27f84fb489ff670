// Names to canonical names: the pipeline of normalize/README.md, for one document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "normalize/normalized_row.h"

namespace versus {

/// Resolves an entity surface. `document_entities` are the surfaces of the entities that this document compares:
/// "torch", "TF" and "Keras/TensorFlow" are read in their light. Never fails: unknown names get an id of their folded
/// key.
NameLink resolve_entity(std::string_view surface, const std::vector<std::string>& document_entities,
                        const Vocabulary& vocabulary);

/// Resolves a feature surface. The first link is the primary one; a composite gives one further link per part.
std::vector<NameLink> resolve_feature(std::string_view surface, const Vocabulary& vocabulary);

}  // namespace versus
