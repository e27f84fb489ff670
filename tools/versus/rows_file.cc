#include "tools/versus/rows_file.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace versus {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }
const std::string& label(const NameLink& link) { return link.label.empty() ? link.surface : link.label; }

Json describe(const std::string& source, const std::string& doc_id, const NormalizedRow& normalized) {
  const FeatureRow& row = normalized.row;
  Json json;
  json["row_id"] = normalized.row_id;
  json["doc_id"] = doc_id;
  json["source"] = source;
  json["kind"] = row_kind_name(row.kind);
  json["entity"] = text_or_null(label(normalized.entity));
  json["entity_id"] = text_or_null(normalized.entity.id);
  json["entity_surface"] = row.entity;
  json["entity_version"] = text_or_null(normalized.entity.version);
  json["entity_inferred"] = row.entity_inferred;
  json["opponent"] = text_or_null(label(normalized.opponent));
  json["opponent_id"] = text_or_null(normalized.opponent.id);
  json["opponent_surface"] = text_or_null(row.opponent);
  json["candidates"] = row.candidates;
  json["feature"] = text_or_null(label(normalized.feature));
  json["feature_id"] = text_or_null(normalized.feature.id);
  json["feature_surface"] = row.feature;
  json["relation"] = relation_name(normalized.feature.relation);
  json["section"] = text_or_null(row.section);
  json["value"] = normalized.value;
  json["value_type"] = value_type_name(normalized.typed.type);
  json["direction"] = text_or_null(std::string(direction_name(row.direction)));
  json["hedged"] = row.hedged;
  json["negated"] = row.negated;
  json["confidence"] = row.confidence;
  json["finder"] = row.finder;
  json["table_id"] = row.evidence.table;
  json["table_row"] = row.evidence.table_row;
  json["table_column"] = row.evidence.table_column;
  json["line"] = row.evidence.line;
  const auto& segments = row.evidence.segments;
  json["byte_start"] = segments.empty() ? Json() : Json(segments.front().begin);
  json["byte_end"] = segments.empty() ? Json() : Json(segments.back().end);
  json["quote"] = row.evidence.quote;
  return json;
}

}  // namespace

void write_rows(const Dataset& dataset, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  for (const NormalizedDocument& document : dataset.documents)
    for (const NormalizedRow& row : document.rows)
      out << describe(document.source, document.doc_id, row).dump(-1, ' ', false, Json::error_handler_t::replace)
          << '\n';
}

}  // namespace versus
