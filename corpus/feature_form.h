// What two spellings of a criterion have in common: "Support for Custom Ops" and "custom operation support".
#pragma once

#include <string>
#include <string_view>

namespace versus {

class Vocabulary;

struct FeatureForm {
  std::string words;  // stems of the words that carry meaning, sorted: "custom operation support"
  std::string core;   // the same without generic heads: "custom operation"; equal to words when nothing would be left
};

/// Abbreviations are expanded (list `abbreviation`), filler dropped (`feature-stop`), plurals and British spellings
/// folded, generic heads taken off the core (`feature-head`). Both are empty for a name without letters and digits.
/// A criterion of ease ("Ease of Use") has an empty form: it never merges by rule.
FeatureForm feature_form(std::string_view name, const Vocabulary& vocabulary);

/// "Numbered" decoration off: "3. Performance" -> "Performance", "b) Price" -> "Price".
std::string_view without_number(std::string_view name);

}  // namespace versus
