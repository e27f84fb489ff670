// The review file of `versus names DATASET`: names that no vocabulary knows, each with what speaks for and against its
// nearest neighbour. Edited, it is a file of a vocabulary folder (corpus/vocabulary_file.h).
#pragma once

#include <string>

#include "corpus/vocabulary.h"
#include "score/dataset.h"

namespace versus {

/// Every line is a comment until a person takes its '#' away: an unedited file changes nothing.
std::string review_names(const Dataset& dataset, const Vocabulary& vocabulary);

}  // namespace versus
