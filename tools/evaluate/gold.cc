#include "tools/evaluate/gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/diagnostic.h"
#include "tools/evaluate/compare.h"

namespace versus {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* name) {
  auto found = object.find(name);
  return found == object.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

// Entries that are null become "": an object that may be missing.
std::vector<std::string> texts_of(const Json& object, const char* name) {
  std::vector<std::string> texts;
  auto found = object.find(name);
  if (found == object.end()) return texts;
  for (const Json& text : *found) texts.push_back(text.is_string() ? text.get<std::string>() : std::string());
  return texts;
}

bool flag_of(const Json& object, const char* name) {
  auto found = object.find(name);
  return found != object.end() && found->is_boolean() && found->get<bool>();
}

GoldRow row_of(const Json& json) {
  GoldRow row;
  row.entity = text_of(json, "entity");
  row.canonical_entity = text_of(json, "canonical_entity");
  row.feature = text_of(json, "feature");
  row.section = text_of(json, "section");
  row.kind = text_of(json, "kind");
  row.value = text_of(json, "value");
  row.canonical_value = text_of(json, "canonical_value");
  row.other_features = texts_of(json, "feature_alt");
  row.other_values = texts_of(json, "value_alt");
  row.parts = texts_of(json, "parts");
  if (row.kind == "rating") row.number = json.contains("num") ? json["num"].get<double>() : first_number(row.value);
  row.optional = flag_of(json, "optional");
  return row;
}

GoldClaim claim_of(const Json& json) {
  GoldClaim claim;
  claim.subject = text_of(json, "subject");
  claim.object = text_of(json, "object");
  claim.feature = text_of(json, "feature");
  claim.direction = text_of(json, "direction");
  claim.quote = text_of(json, "quote");
  claim.other_subjects = texts_of(json, "alt_subjects");
  claim.other_objects = texts_of(json, "alt_objects");
  claim.other_directions = texts_of(json, "alt_directions");
  claim.hedged = flag_of(json, "hedge");
  claim.negated = flag_of(json, "negated");
  claim.optional = flag_of(json, "optional");
  return claim;
}

MustNot must_not_of(const Json& json) {
  MustNot must_not{text_of(json, "text"), text_of(json, "why")};
  if (json.contains("fields")) {
    std::vector<std::string> fields = texts_of(json, "fields");
    must_not.in_value = std::find(fields.begin(), fields.end(), "value") != fields.end();
    must_not.in_quote = std::find(fields.begin(), fields.end(), "quote") != fields.end();
  }
  return must_not;
}

Gold gold_of(const Json& json) {
  Gold gold;
  gold.document = json.at("document").get<std::string>();
  for (const Json& row : json.value("rows", Json::array())) gold.rows.push_back(row_of(row));
  for (const Json& claim : json.value("claims", Json::array())) gold.claims.push_back(claim_of(claim));
  for (const Json& text : json.value("must_not", Json::array())) gold.must_not.push_back(must_not_of(text));
  for (const Json& entity : json.value("entities", Json::array())) {
    std::set<std::string> names{comparison_key(text_of(entity, "canonical"))};
    for (const std::string& surface : texts_of(entity, "surface")) names.insert(comparison_key(surface));
    for (const std::string& name : names) gold.aliases[name].insert(names.begin(), names.end());
  }
  if (json.contains("rows_annotated")) gold.rows_annotated = flag_of(json, "rows_annotated");
  if (auto annotated = json.find("claims_annotated"); annotated != json.end()) {
    if (annotated->is_string()) gold.claims_annotated = ClaimsAnnotated::comparative;
    if (annotated->is_boolean() && !annotated->get<bool>()) gold.claims_annotated = ClaimsAnnotated::none;
  }
  return gold;
}

}  // namespace

std::set<std::string> Gold::names_of(const std::string& name) const {
  std::string key = comparison_key(name);
  std::set<std::string> names{key};
  if (auto found = aliases.find(key); found != aliases.end()) names.insert(found->second.begin(), found->second.end());
  return names;
}

Gold read_gold(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) throw Error(fmt::format("{}: cannot be read", file.string()));
  try {
    return gold_of(Json::parse(stream));
  } catch (const Json::exception& error) {
    throw Error(fmt::format("{}: {}", file.string(), error.what()));
  }
}

std::vector<Gold> read_gold_folder(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> annotations, others;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end; entry != end; entry.increment(error)) {
    std::string name = entry->path().filename().string();
    if (name.ends_with(".gold.json"))
      annotations.push_back(entry->path());
    else if (name.ends_with(".json"))
      others.push_back(entry->path());
  }
  if (annotations.empty()) annotations = others;
  if (annotations.empty()) throw Error(fmt::format("{}: no annotated documents here", folder.string()));
  std::sort(annotations.begin(), annotations.end());
  std::vector<Gold> gold;
  for (const std::filesystem::path& file : annotations) gold.push_back(read_gold(file));
  return gold;
}

std::vector<FoundRow> read_rows(const std::filesystem::path& dataset) {
  std::filesystem::path file = std::filesystem::is_directory(dataset) ? dataset / "rows.jsonl" : dataset;
  std::ifstream stream(file);
  if (!stream) throw Error(fmt::format("{}: cannot be read", file.string()));
  std::vector<FoundRow> rows;
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) throw Error(fmt::format("{}:{}: not a JSON object", file.string(), number));
    FoundRow row;
    row.source = text_of(json, "source");
    row.kind = text_of(json, "kind");
    if (row.kind == "stated_total") row.kind = "rating";  // a person reads both as a score
    row.entity = text_of(json, "entity_surface");
    row.canonical_entity = text_of(json, "entity");
    row.opponent = text_of(json, "opponent_surface");
    row.feature = text_of(json, "feature_surface");
    row.section = text_of(json, "section");
    row.value = text_of(json, "value");
    row.direction = text_of(json, "direction");
    row.quote = text_of(json, "quote");
    row.hedged = flag_of(json, "hedged");
    row.negated = flag_of(json, "negated");
    if (row.kind != "claim") row.direction.clear();
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace versus
