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

/// Resolves a feature surface. The first link is the primary one; a composite gives one further link per part, a rule
/// that finds a wider criterion in the name one that is related.
std::vector<NameLink> resolve_feature(std::string_view surface, const Vocabulary& vocabulary);

/// The related features that the vocabulary lists for a resolved name: dozens for some, which is why rows go without.
std::vector<NameLink> related_features(const NameLink& primary, const Vocabulary& vocabulary);

}  // namespace versus
