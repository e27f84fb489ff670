#include "tools/train/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "corpus/diagnostic.h"
#include "tools/labelled/sentences.h"
#include "tools/train/opposites.h"

namespace versus {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, kPairLabels> kLabels = {"BETTER", "WORSE", "NONE"};
constexpr std::array<const char*, kPairLabels> kVotes = {"better", "worse", "none"};

template <typename Read>
void read_lines(const std::string& file, Read read) {
  std::ifstream in(file);
  if (!in) throw Error(fmt::format("{}: cannot be read", file));
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    try {
      read(Json::parse(line));
    } catch (const Json::exception& error) {
      throw Error(fmt::format("{}:{}: {}", file, number, error.what()));
    }
  }
}

std::size_t label_of(const std::string& name) {
  auto at = std::find(kLabels.begin(), kLabels.end(), name);
  return static_cast<std::size_t>(std::min<std::ptrdiff_t>(at - kLabels.begin(), kPairLabels - 1));
}

// What the claims say of subject `a`, the other being `b` (-1: whoever is implied); -1: nothing that can be learnt.
int label_between(const std::vector<WantedClaim>& claims, int a, int b) {
  bool better = false, worse = false, optional = false, other = false;
  for (const WantedClaim& claim : claims) {
    bool directed = claim.direction == "better" || claim.direction == "worse";
    bool open = claim.object < 0 && directed;  // against all others
    bool of_a = claim.subject == a && (b < 0 || claim.object == b || open);
    bool of_b = (b < 0 ? claim.object == a : claim.subject == b && (claim.object == a || open));
    if (!of_a && !of_b) continue;
    if (claim.optional) {
      optional = true;
    } else if (directed) {
      ((claim.direction == "better") == of_a ? better : worse) = true;
    } else {
      other = true;
    }
  }
  if (better && worse) return -1;
  if (better) return 0;
  if (worse) return 1;
  return optional && !other ? -1 : 2;
}

}  // namespace

std::vector<Example> read_examples(const std::string& file) {
  std::vector<Example> examples;
  read_lines(file, [&](const Json& json) {
    Example example;
    example.sentence = json.at("sentence");
    example.a_begin = json.at("a_span").at(0);
    example.a_end = json.at("a_span").at(1);
    example.b_begin = example.b_end = example.sentence.size();
    if (auto second = json.find("b_span"); second != json.end()) {
      example.b_begin = second->at(0);
      example.b_end = second->at(1);
    }
    std::size_t label = label_of(json.at("label"));
    example.label = static_cast<PairLabel>(label);
    example.votes[label] = 1;
    if (auto votes = json.find("votes"); votes != json.end())
      for (std::size_t k = 0; k < kPairLabels; ++k) example.votes[k] = votes->value(kVotes[k], 0);
    examples.push_back(std::move(example));
  });
  return examples;
}

std::vector<Example> read_labelled_examples(const std::string& file) {
  std::vector<Example> examples;
  read_lines(file, [&](const Json& json) {
    LabelledSentence labelled = read_labelled(json, Vocabulary::shipped());
    std::vector<ClaimMention> first;
    for (const ClaimMention& mention : labelled.mentions)
      if (std::none_of(first.begin(), first.end(), [&](const auto& one) { return one.subject == mention.subject; }))
        first.push_back(mention);
    auto add = [&](const ClaimMention& a, const ClaimMention* b) {
      int label = label_between(labelled.wanted, a.subject, b != nullptr ? b->subject : -1);
      if (label < 0) return;
      Example example;
      example.sentence = labelled.sentence;
      example.a_begin = a.begin;
      example.a_end = a.end;
      example.b_begin = b != nullptr ? b->begin : example.sentence.size();
      example.b_end = b != nullptr ? b->end : example.sentence.size();
      example.label = static_cast<PairLabel>(label);
      example.votes[static_cast<std::size_t>(label)] = 1;
      examples.push_back(std::move(example));
    };
    for (std::size_t i = 0; i < first.size(); ++i)
      for (std::size_t k = i + 1; k < first.size(); ++k) add(first[i], &first[k]);
    if (first.size() == 1 && labelled.names.size() == 2) add(first[0], nullptr);
  });
  return examples;
}

Example opposite_of(const Example& example) {
  bool both = example.b_end > example.b_begin;
  std::vector<std::pair<std::size_t, std::size_t>> places = {{example.a_begin, example.a_end}};
  if (both) places.emplace_back(example.b_begin, example.b_end);
  Turned turned = turn_comparatives(example.sentence, places);
  Example out;
  if (!turned.changed) return out;
  out.sentence = turned.sentence;
  out.a_begin = turned.places[0].first;
  out.a_end = turned.places[0].second;
  out.b_begin = both ? turned.places[1].first : out.sentence.size();
  out.b_end = both ? turned.places[1].second : out.sentence.size();
  out.votes = {example.votes[1], example.votes[0], example.votes[2]};
  out.label = example.label == PairLabel::better  ? PairLabel::worse
              : example.label == PairLabel::worse ? PairLabel::better
                                                  : PairLabel::none;
  return out;
}

}  // namespace versus
