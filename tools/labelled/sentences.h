// Sentences with the claims that a person reads in them (tests/extract/data), and how claims are held against them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "extract/find/claims/claim.h"

namespace versus {

struct WantedClaim {
  int subject = -1;
  int object = -1;
  std::string direction;
  std::string feature;
  bool hedged = false;
  bool negated = false;
  bool optional = false;                                  // counts neither way
  std::vector<std::pair<std::string, int>> alternatives;  // direction and object that count as right
};

struct LabelledSentence {
  std::string sentence;
  std::vector<std::string> names;  // by subject number
  std::vector<ClaimMention> mentions;
  ClaimContext context;
  std::vector<WantedClaim> wanted;
};

/// Throws nlohmann::json::exception when a member is missing.
LabelledSentence read_labelled(const nlohmann::json& line, const Vocabulary& vocabulary);

struct ClaimMatches {
  std::vector<int> wanted_of;  // by claim: the wanted one it is, -1: none
  std::vector<char> found;     // by wanted claim
};

/// Subject, object and direction equal, or the pair turned round; those of the same feature first, optional ones last.
ClaimMatches match_sentence(const LabelledSentence& labelled, const std::vector<Claim>& found);

bool same_pair(const WantedClaim& wanted, const Claim& claim);
/// Subject, object and direction of the claim, or of one of its alternatives.
bool same_direction(const WantedClaim& wanted, const Claim& claim);
bool shares_word(const std::string& a, const std::string& b);  // the first five letters of a word longer than three

}  // namespace versus
