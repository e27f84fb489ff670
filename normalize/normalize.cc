// Stage two: a document's rows with ids, canonical names and typed values.
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <utility>

#include "corpus/near_copy.h"
#include "corpus/sha256.h"
#include "corpus/text.h"
#include "normalize/normalized_row.h"
#include "normalize/resolve.h"
#include "normalize/same_table.h"

namespace versus {
namespace {

// Names repeat all over a document: each is resolved once.
class Resolver {
 public:
  Resolver(const Findings& findings, const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
    std::set<std::string> seen;
    auto add = [&](const std::string& name) {
      if (!name.empty() && seen.insert(name).second) entities_.push_back(name);
    };
    for (const std::string& subject : findings.subjects) add(subject);
    for (const FeatureRow& row : findings.rows) {
      if (row.kind != RowKind::claim) add(row.entity);  // sentences call their subjects by shorter names
    }
  }

  const NameLink& entity(const std::string& surface) {
    auto [at, added] = entity_links_.try_emplace(surface);
    if (added) at->second = resolve_entity(surface, entities_, vocabulary_);
    return at->second;
  }

  const std::vector<NameLink>& feature(const std::string& surface) {
    auto [at, added] = feature_links_.try_emplace(surface);
    if (added) at->second = resolve_feature(surface, vocabulary_);
    return at->second;
  }

 private:
  const Vocabulary& vocabulary_;
  std::vector<std::string> entities_;
  std::map<std::string, NameLink> entity_links_;
  std::map<std::string, std::vector<NameLink>> feature_links_;
};

// Of what the source says and where, never of what the vocabulary makes of it.
std::string row_id(const std::string& sha256, const FeatureRow& row) {
  std::string content = sha256;
  for (const Span& span : row.evidence.segments) content += fmt::format("\n{}-{}", span.begin, span.end);
  content += fmt::format("\n{}\n{}\n{}\n{}\n{}\n{}\n{}", row_kind_name(row.kind), row.entity, row.opponent, row.feature,
                         direction_name(row.direction), row.evidence.table_row, row.evidence.table_column);
  return content_id("r_", content);
}

// A rating's scale is the header's, or its own ("9/10"); what a cell says of itself is nearer.
void type_value(NormalizedRow& out) {
  FeatureRow& row = out.row;
  if (row.kind == RowKind::claim || row.kind == RowKind::advantage) return;
  out.typed = parse_value(strip_footnote_marks(out.value));
  bool rated = row.kind == RowKind::rating || row.kind == RowKind::stated_total;
  if (!rated || !out.typed.number) return;
  if (out.typed.type == ValueType::number) out.typed.type = ValueType::rating;
  if (out.typed.scale) {
    row.scale = out.typed.scale;
  } else {
    out.typed.scale = row.scale;
  }
}

NormalizedRow normalize_row(FeatureRow row, const std::string& sha256, Resolver& resolver) {
  NormalizedRow out;
  out.row_id = row_id(sha256, row);
  out.value = row.value.text();
  if (!row.entity.empty()) out.entity = resolver.entity(row.entity);
  if (!row.opponent.empty()) out.opponent = resolver.entity(row.opponent);
  for (const std::string& candidate : row.candidates) out.candidates.push_back(resolver.entity(candidate));
  if (!row.feature.empty()) {
    out.feature_links = resolver.feature(row.feature);
    out.feature = out.feature_links.front();
  }
  out.row = std::move(row);
  type_value(out);
  return out;
}

}  // namespace

NormalizedDocument normalize(const Source& source, const Document& document, Findings findings,
                             const Vocabulary& vocabulary) {
  NormalizedDocument out;
  out.source = source.path;
  out.doc_id = "d_" + source.sha256.substr(0, 16);
  out.sha256 = source.sha256;
  out.bytes = source.bytes;
  out.media = media_name(source.media);
  out.offsets_in = source.offsets_in;
  out.encoding = source.encoding;
  out.title = document.title;
  out.author = document.author;
  out.published = document.published;
  out.language = document.language;
  out.url = document.url.empty() ? source.url : document.url;
  out.shingles = shingle_sketch(article_text(document));
  out.usable = source.usable;
  out.tables = findings.tables;
  Resolver resolver(findings, vocabulary);
  LineIndex lines(source.text);
  std::set<std::string> ids;
  for (FeatureRow& row : findings.rows) {
    if (!row.evidence.segments.empty()) row.evidence.line = lines.line_of(row.evidence.segments.front().begin);
    NormalizedRow normalized = normalize_row(std::move(row), source.sha256, resolver);
    if (ids.insert(normalized.row_id).second)
      out.rows.push_back(std::move(normalized));  // else: said once, found twice
  }
  keep_rows_of_a_table_apart(out.rows, out.tables, vocabulary);
  for (const Diagnostics* part :
       std::initializer_list<const Diagnostics*>{&source.diagnostics, &document.diagnostics, &findings.diagnostics}) {
    out.diagnostics.insert(out.diagnostics.end(), part->begin(), part->end());
  }
  return out;
}

NormalizedDocument process(const Source& source, const Vocabulary& vocabulary) {
  Document document = read_document(source, vocabulary);
  return normalize(source, document, find_rows(document, vocabulary), vocabulary);
}

}  // namespace versus
