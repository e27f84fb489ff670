// The parts of report.html. Every function returns HTML; what comes from documents is escaped in it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "score/dataset.h"

namespace versus {

/// What every part looks things up in.
struct ReportIndex {
  explicit ReportIndex(const Dataset& of);

  const Dataset& dataset;
  std::map<std::string, const DocumentRecord*> documents;
  std::map<std::string, const RowRecord*> rows;
  std::map<std::string, std::string> entities, features;  // labels by id

  std::string entity(const std::string& id) const;
  std::string feature(const std::string& id) const;
};

/// Text as HTML text or attribute value; control characters dropped.
std::string escape_html(std::string_view text);

/// A link to the place of a quote in its source: its URL with a text fragment, or the source's entry in the report.
std::string quote_link(const RowRecord& row, const ReportIndex& index);

/// "#:~:text=..." for a quote: all of a short one, the first and last words of a long one.
std::string text_fragment(std::string_view quote);

/// One quote as a list item: what it says, the words, where they stand.
std::string quote_item(const RowRecord& row, const ReportIndex& index);

std::string report_summary(const ReportIndex& index);
std::string report_matrix(const ReportIndex& index);
std::string report_conflicts(const ReportIndex& index);
std::string report_scores(const ReportIndex& index);
std::string report_sources(const ReportIndex& index);

std::string_view report_style();
std::string_view report_script();

}  // namespace versus
