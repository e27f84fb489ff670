#include "tools/labelled/sentences.h"

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "corpus/text.h"
#include "extract/find/subjects.h"

namespace versus {
namespace {

using Json = nlohmann::json;

std::string inverse(const std::string& direction) {
  return direction == "better" ? "worse" : direction == "worse" ? "better" : direction;
}

bool same_claim(const WantedClaim& wanted, const Claim& claim, const std::string& direction) {
  auto fits = [&](int subject, int object, const std::string& wanted_direction) {
    if (claim.subject == subject && claim.object == object && direction == wanted_direction) return true;
    return object >= 0 && claim.subject == object && claim.object == subject && direction == inverse(wanted_direction);
  };
  if (fits(wanted.subject, wanted.object, wanted.direction)) return true;
  return std::any_of(wanted.alternatives.begin(), wanted.alternatives.end(),
                     [&](const auto& other) { return fits(wanted.subject, other.second, other.first); });
}

/// The beginnings of the words longer than three letters.
std::vector<std::string> stems(const std::string& text) {
  std::vector<std::string> found;
  std::string key = name_key(text);
  for (std::string_view word : split_words(key))
    if (word.size() > 3) found.emplace_back(word.substr(0, 5));
  return found;
}

/// The names as they are given, wherever they stand as words, and what else the subjects go by.
std::vector<ClaimMention> mentions_in(const std::string& sentence, const std::vector<std::string>& names,
                                      const Subjects& subjects) {
  std::vector<ClaimMention> found;
  auto is_letter = [&](std::size_t i) {
    return i < sentence.size() && (std::isalnum(static_cast<unsigned char>(sentence[i])) != 0 || sentence[i] == '+');
  };
  auto add = [&](std::size_t begin, std::size_t end, int subject) {
    bool free = std::none_of(found.begin(), found.end(),
                             [&](const ClaimMention& other) { return begin < other.end && other.begin < end; });
    if (free && subject >= 0) found.push_back({begin, end, subject});
  };
  for (const SubjectMention& mention : subjects.find_mentions(sentence))
    add(mention.begin, mention.end, mention.subject);
  for (const std::string& name : names)
    for (std::size_t at = sentence.find(name); at != std::string::npos; at = sentence.find(name, at + 1))
      if (!(at > 0 && is_letter(at - 1)) && !is_letter(at + name.size()))
        add(at, at + name.size(), subjects.find(name));
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  return found;
}

}  // namespace

bool same_pair(const WantedClaim& wanted, const Claim& claim) {
  return claim.object >= 0 && ((wanted.subject == claim.subject && wanted.object == claim.object) ||
                               (wanted.subject == claim.object && wanted.object == claim.subject));
}

bool same_direction(const WantedClaim& wanted, const Claim& claim) {
  return same_claim(wanted, claim, std::string(direction_name(claim.direction)));
}

bool shares_word(const std::string& a, const std::string& b) {
  for (const std::string& x : stems(a))
    for (const std::string& y : stems(b))
      if (x == y) return true;
  return false;
}

LabelledSentence read_labelled(const Json& line, const Vocabulary& vocabulary) {
  LabelledSentence out;
  out.sentence = line.at("sentence");
  out.names = line.at("subjects").get<std::vector<std::string>>();
  Subjects subjects;
  subjects.vocabulary = &vocabulary;
  for (const std::string& name : out.names) subjects.add(name, NamedIn::title);
  auto number_of = [&](const Json& name) { return name.is_null() ? -1 : subjects.find(name.get<std::string>()); };
  if (out.names.size() == 2) out.context.compared = {0, 1};
  for (std::size_t i = 0; i < out.names.size(); ++i) out.context.candidates.push_back(static_cast<int>(i));
  if (auto around = line.find("context"); around != line.end()) {
    std::vector<int> before;
    for (const SubjectMention& mention : subjects.find_mentions(around->value("previous", "")))
      if (std::find(before.begin(), before.end(), mention.subject) == before.end()) before.push_back(mention.subject);
    if (!before.empty()) out.context.previous_subject = before[0];
    if (before.size() == 2) out.context.previous_other = before[1];
    std::vector<SubjectMention> above = subjects.find_mentions(around->value("heading", ""));
    if (above.size() == 1) out.context.heading_subject = above[0].subject;
  }
  out.mentions = mentions_in(out.sentence, out.names, subjects);
  for (const Json& claim : line.at("claims")) {
    WantedClaim one{number_of(claim.at("subject")),
                    number_of(claim.at("object")),
                    claim.at("direction"),
                    claim.at("feature"),
                    claim.at("hedged"),
                    claim.at("negated"),
                    claim.value("optional", false),
                    {}};
    for (const Json& other : claim.value("alternatives", Json::array()))
      one.alternatives.emplace_back(other.at("direction"), number_of(other.at("object")));
    out.wanted.push_back(std::move(one));
  }
  return out;
}

ClaimMatches match_sentence(const LabelledSentence& labelled, const std::vector<Claim>& found) {
  ClaimMatches out{std::vector<int>(found.size(), -1), std::vector<char>(labelled.wanted.size(), 0)};
  for (int pass = 0; pass < 3; ++pass) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      std::string direction(direction_name(found[i].direction));
      for (std::size_t k = 0; k < labelled.wanted.size() && out.wanted_of[i] < 0; ++k) {
        const WantedClaim& one = labelled.wanted[k];
        if (out.found[k] || !same_claim(one, found[i], direction)) continue;
        if ((pass == 0 && !shares_word(one.feature, found[i].feature)) || (pass < 2 && one.optional)) continue;
        out.found[k] = 1;
        out.wanted_of[i] = static_cast<int>(k);
      }
    }
  }
  return out;
}

}  // namespace versus
