// What a person says a document contains, and what the program found in it, in the same terms.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace versus {

struct GoldRow {
  std::string entity, canonical_entity, feature, section, kind, value, canonical_value;
  std::vector<std::string> other_features, other_values;
  std::vector<std::string> parts;  // a list: right as one row or as one row per part
  std::optional<double> number;    // rating
  bool optional = false;           // counts neither way
};

struct GoldClaim {
  std::string subject, object, feature, direction, quote;  // object "": none
  std::vector<std::string> other_subjects, other_objects, other_directions;
  bool hedged = false;
  bool negated = false;
  bool optional = false;
};

struct MustNot {
  std::string text, why;
  bool in_value = true;
  bool in_quote = true;
};

enum class ClaimsAnnotated { none, comparative, all };

struct Gold {
  std::string document;
  std::vector<GoldRow> rows;
  std::vector<GoldClaim> claims;
  std::vector<MustNot> must_not;
  bool rows_annotated = true;
  ClaimsAnnotated claims_annotated = ClaimsAnnotated::all;
  std::map<std::string, std::set<std::string>> aliases;  // key of a name -> keys of all names of that entity

  /// The keys of every name that stands for `name`.
  std::set<std::string> names_of(const std::string& name) const;
};

/// Reads one annotation (the format of corpus/gold/README.md). Throws Error with the file's name.
Gold read_gold(const std::filesystem::path& file);

/// Every *.gold.json below `folder`, sorted; *.json when there is none. Throws Error when there is neither.
std::vector<Gold> read_gold_folder(const std::filesystem::path& folder);

/// One row of a dataset's rows.jsonl. Claims are rows of kind "claim": entity is the subject.
struct FoundRow {
  std::string source, kind, entity, canonical_entity, opponent, feature, section, value, direction, quote;
  bool hedged = false;
  bool negated = false;
};

/// The rows of a dataset folder, or of a JSON Lines file. Throws Error with file and line.
std::vector<FoundRow> read_rows(const std::filesystem::path& dataset);

}  // namespace versus
