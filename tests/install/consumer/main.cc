#include <cstdio>

#include "normalize/normalized_row.h"
#include "score/dataset.h"

int main() {
  const versus::Vocabulary& vocabulary = versus::Vocabulary::shipped();
  versus::Source source = versus::make_source("| | PyTorch | Keras |\n|--|--|--|\n| Speed | fast | faster |\n", "a.md");
  versus::NormalizedDocument document = versus::process(source, vocabulary);
  versus::Dataset dataset = versus::merge_documents({document}, vocabulary);
  std::printf("%zu rows of %zu document\n", dataset.rows.size(), dataset.documents.size());
  return dataset.rows.size() == 2 ? 0 : 1;
}
