// All tables of a document, understood together: names that one table makes sure of help to read the next.
#pragma once

#include <vector>

#include "extract/find/outline.h"
#include "extract/find/table_reading.h"

namespace versus {

struct DocumentTable {
  int block = 0;
  std::string section;      // caption, lead-in or heading that tells it from its like
  int continued_from = -1;  // ordinal of the table it continues
  TableReading reading;
};

/// Reads every table of the article; adds the things they compare to `subjects`.
std::vector<DocumentTable> read_tables(const Document& document, const Outline& outline, const Vocabulary& vocabulary,
                                       Subjects& subjects);

}  // namespace versus
