#include "extract/read/text_tables.h"

namespace versus {

std::optional<TextTable> read_drawn_table(std::string_view, const std::vector<Span>&, std::size_t,
                                          const InlineOptions&) {
  return std::nullopt;
}

}  // namespace versus
