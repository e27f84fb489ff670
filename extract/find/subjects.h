// Which entities does this document compare, and where are they mentioned?
//
// They come from the document: its title ("A vs B", "A, B and C compared"), table heads, headings, list lead-ins, and
// the vocabulary's names in its prose. A subject need not be known to the vocabulary.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/vocabulary.h"
#include "extract/document.h"

namespace versus {

struct Subject {
  std::string name;                   // the commonest surface
  std::vector<std::string> surfaces;  // every surface seen that stands for it ("Postgres", "PG")
  std::string entity_id;              // vocabulary id, or empty
  double weight = 0;                  // prominence
};

struct SubjectMention {
  std::size_t begin = 0;  // bytes of the text searched
  std::size_t end = 0;
  int subject = 0;  // index into Subjects::all
};

struct Subjects {
  std::vector<Subject> all;  // most prominent first

  /// The subject a whole name stands for ("Keras (Rating 1-10)", "pytorch", "TF"), or -1.
  int find(std::string_view name) const;
  /// Mentions in running text, in order, not overlapping; longest first, a product's name never counts as its
  /// framework.
  std::vector<SubjectMention> find_mentions(std::string_view text) const;

  const Vocabulary* vocabulary = nullptr;
};

Subjects find_subjects(const Document& document, const Vocabulary& vocabulary);

}  // namespace versus
