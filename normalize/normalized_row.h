// A feature row with canonical names and a typed value: the same statement, comparable across documents.
#pragma once

#include <string>
#include <vector>

#include "corpus/source.h"
#include "corpus/value.h"
#include "extract/feature_row.h"
#include "extract/findings.h"

namespace versus {

enum class Relation { exact, variant, synonym, composite, related, unknown };
std::string_view relation_name(Relation relation);

/// One surface resolved to one canonical name. Names that no vocabulary knows get an id from their folded key and an
/// empty label: labels of such names are given in the merge (the commonest surface, then the smallest).
struct NameLink {
  std::string surface;
  std::string id;
  std::string label;
  Relation relation = Relation::unknown;
  std::string method;   // "vocabulary", "squashed", "version", "document", "token-set", "folded", ...
  double score = 0;     // 0-1
  std::string version;  // entities: "3.x"
};

struct NormalizedRow {
  std::string row_id;  // r_ + 16 hex
  FeatureRow row;
  std::string value;  // row.value.text()
  NameLink entity;
  NameLink opponent;  // empty id: none
  std::vector<NameLink> candidates;
  NameLink feature;                     // the primary link
  std::vector<NameLink> feature_links;  // composites: one per part; related names too
  Value typed;
};

/// Everything that stage three needs of one document: a pure function of its bytes, media type, vocabulary and options.
struct NormalizedDocument {
  std::string source;  // the path: the only field that is not content-derived
  std::string doc_id;  // d_ + 16 hex
  std::string sha256;
  std::size_t bytes = 0;
  std::string media;
  OffsetsIn offsets_in = OffsetsIn::file;
  std::string encoding;
  std::string title, author, published, language, url;
  std::vector<std::uint64_t> shingles;  // minimum hashes of the article's text, for near-copies
  bool usable = true;
  std::vector<TableSummary> tables;
  std::vector<NormalizedRow> rows;
  Diagnostics diagnostics;
};

/// Stage two for one document.
NormalizedDocument normalize(const Source& source, const Document& document, Findings findings,
                             const Vocabulary& vocabulary);

/// Stages one and two: read, find, normalize.
NormalizedDocument process(const Source& source, const Vocabulary& vocabulary);

}  // namespace versus
