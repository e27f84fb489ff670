// The lines that `extract` prints and `merge` reads: what travels between the machines of a cluster.
//
//   {"type":"document","made_by":"versus ... vocabulary ...","document":{...}}   one document with its rows
//   {"type":"status","source":"a.html","status":"ok","n_rows":12,"message":null} one per record; ok | unusable |
//   bad_record
//   {"type":"end","n_documents":1}                                               missing: the stream was cut
//
// A shard is a set of document and status lines: merging shards is the union of their lines, whatever the order or the
// grouping, and a shard merged twice is there once.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/normalized_row.h"

namespace versus {

std::string document_line(const NormalizedDocument& document, std::string_view made_by);
std::string status_line(const NormalizedDocument& document);
std::string bad_record_line(const std::string& source, const std::string& message);
std::string end_line(std::size_t n_documents);

class Shard {
 public:
  /// Adds the lines of a stream, which may be several shards one after the other. Throws Error "NAME:LINE: ..." for a
  /// line that is none of ours, and when an end line is missing or counts other documents than came.
  void add(std::string_view text, const std::string& name);

  /// Document lines, then status lines, then the end line; sorted.
  std::string to_text() const;

  std::vector<NormalizedDocument> documents() const;  // throws Error for a damaged line
  std::size_t bad_records() const;
  /// What made every document, or "" when several programs or vocabularies did.
  std::string made_by() const;

 private:
  std::set<std::string, std::less<>> document_lines_, status_lines_;
};

}  // namespace versus
