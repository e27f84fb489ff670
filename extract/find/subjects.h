// Which entities does this document compare, and where are they mentioned?
//
// They come from the document: its title ("A vs B", "A, B and C compared"), table heads, headings, list lead-ins, and
// the vocabulary's names in its prose. A subject need not be known to the vocabulary.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/vocabulary.h"
#include "extract/document.h"

namespace versus {

struct Subject {
  std::string name;                   // the first surface seen in the most telling place
  std::vector<std::string> surfaces;  // every surface seen that stands for it ("Postgres", "PG")
  std::string entity_id;              // vocabulary id, or empty
  double weight = 0;                  // prominence
  bool compared = false;              // named in the title, a heading or a table's axis, or often enough in the prose;
                                      // false: a vocabulary name that is merely mentioned
  bool in_title = false;
};

struct SubjectMention {
  std::size_t begin = 0;  // bytes of the text searched
  std::size_t end = 0;
  int subject = 0;  // index into Subjects::all
};

/// Where a name was seen says how much it weighs.
enum class NamedIn { title, table_axis, heading, list_lead, prose };

class Subjects {
 public:
  std::vector<Subject> all;  // most prominent first

  /// The subject a whole name stands for ("Keras (Rating 1-10)", "pytorch", "TF"), or -1.
  int find(std::string_view name) const;
  bool is_compared(std::string_view name) const {
    int index = find(name);
    return index >= 0 && all[static_cast<std::size_t>(index)].compared;
  }
  /// Mentions in running text, in order, not overlapping; longest first, a product's name never counts as its
  /// framework. Names of one short lower-case word ("got", "clap") are not looked for in prose.
  std::vector<SubjectMention> find_mentions(std::string_view text) const;

  /// Adds a name (again). Keeps `all` as it is: call sort() when done.
  void add(std::string_view name, NamedIn where);
  void sort();
  /// A further surface of a subject; nothing happens when it already stands for one.
  void add_surface(const std::string& surface, int subject) { index_surface(surface, subject); }

  const Vocabulary* vocabulary = nullptr;

 private:
  struct Surface {
    std::string text;
    int subject = 0;
  };
  void index_surface(const std::string& surface, int subject);
  std::unordered_map<std::string, int> by_key_;                          // squashed key of a surface -> subject
  std::unordered_map<std::string, int> by_id_;                           // vocabulary id -> subject
  std::unordered_map<std::string, std::vector<Surface>> by_first_word_;  // ASCII-folded first word -> unknown names
};

Subjects find_subjects(const Document& document, const Vocabulary& vocabulary);

/// The names in a title: "Battle: Keras vs. PyTorch - Who wins?" -> Keras, PyTorch; "Why Kafka over RabbitMQ", "the
/// differences between A and B", "A, B, and C compared". Empty when the title names no comparison.
std::vector<std::string> names_in_title(std::string_view title, const Vocabulary& vocabulary);

/// The names that a title merely joins ("A or B?", "A, B and C side by side"), when the text uses each of them as a
/// name.
std::vector<std::string> names_joined_in_title(const Document& document);

/// Adds the short forms by which the text calls what it compares: "the Kindle" after "Kindle Paperwhite". Only names
/// that no vocabulary knows: the first word of a known one is often its vendor.
void add_short_names(const Document& document, Subjects& subjects);

/// Headings of which at least two beside each other hold pros and cons, in any notation: what they name is compared,
/// whether a vocabulary knows it or not.
std::vector<std::string> headings_with_pros_and_cons(const Document& document, const Vocabulary& vocabulary);

/// Known names that label bullets of several lists ("- Vite: ...", "- Parcel: ..." under each feature): empty unless
/// two do.
std::vector<std::string> names_that_label_lists(const Document& document, const Vocabulary& vocabulary);

}  // namespace versus
