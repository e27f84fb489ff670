#include "extract/find/subjects.h"

namespace versus {

int Subjects::find(std::string_view) const { return -1; }
std::vector<SubjectMention> Subjects::find_mentions(std::string_view) const { return {}; }

Subjects find_subjects(const Document&, const Vocabulary& vocabulary) {
  Subjects subjects;
  subjects.vocabulary = &vocabulary;
  return subjects;
}

}  // namespace versus
