#include "normalize/resolve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace versus {
namespace {

std::string entity(std::string_view surface, const std::vector<std::string>& compared = {}) {
  return resolve_entity(surface, compared, Vocabulary::shipped()).id;
}

std::string feature(std::string_view surface) { return resolve_feature(surface, Vocabulary::shipped()).front().id; }

struct EntityCase {
  const char* surface;
  std::vector<std::string> compared;
  const char* id;
};

TEST(ResolveEntity, InTheLightOfTheDocument) {
  const EntityCase cases[] = {
      {"torch", {"PyTorch", "Keras"}, "pytorch"},
      {"torch", {"torch", "PyTorch"}, "pytorch"},
      {"torch", {"Torch7", "Keras"}, "torch7"},
      {"torch", {"Torch7", "PyTorch"}, "torch"},  // both are compared: nobody can tell
      {"torch", {}, "torch"},
      {"Keras/TensorFlow", {"PyTorch", "Keras"}, "keras"},
      {"TensorFlow / PyTorch", {"TensorFlow", "Theano"}, "tensorflow"},
      {"TensorFlow / PyTorch", {"TensorFlow", "PyTorch"}, "tensorflowpytorch"},
      {"HAC", {"Hedge Ant Counter", "Bee Tracker"}, "hedgeantcounter"},
      {"HAC", {"Hedge Ant Counter", "Heap Allocation Checker"}, "hac"},
      {"TensorFlow Frobnicator", {"TensorFlow", "PyTorch"}, "tensorflowfrobnicator"},
  };
  for (const EntityCase& c : cases) EXPECT_EQ(entity(c.surface, c.compared), c.id) << c.surface;
}

TEST(ResolveEntity, AnUnknownNameKeepsItsKeyAndLosesOnlyASureVersion) {
  EXPECT_EQ(entity("Zorble DB"), entity("zorble-db"));
  EXPECT_EQ(entity("Zorble 2.1"), entity("Zorble"));
  EXPECT_EQ(entity("Zorble v3"), entity("Zorble"));
  EXPECT_EQ(resolve_entity("Zorble (3.x)", {}, Vocabulary::shipped()).version, "3.x");
  EXPECT_NE(entity("Zorble 7"), entity("Zorble 8"));
  EXPECT_NE(entity("ZRB-7"), entity("ZRB"));
  EXPECT_NE(entity("ZRB-5.4"), entity("ZRB-5.5"));
  EXPECT_NE(entity("!!!"), "");
  EXPECT_NE(entity("!!!"), entity("???"));
}

TEST(ResolveEntity, HowAColumnIsScoredIsNoPartOfAName) {
  EXPECT_EQ(entity("Zorble Mini (Rating 1-5)"), entity("Zorble Mini"));
  EXPECT_EQ(entity("Zorble Mini (options also in its profile)"), entity("Zorble Mini"));
  EXPECT_NE(entity("Zorble Mini (limited edition)"), entity("Zorble Mini"));
  EXPECT_EQ(entity("Zorble Mini (out of 10)"), entity("Zorble Mini"));
  EXPECT_NE(entity("Zorble 5"), entity("Zorble"));
  EXPECT_EQ(resolve_entity("Keras (1-10)", {}, Vocabulary::shipped()).version, "");
  EXPECT_EQ(resolve_entity("Keras (2.1)", {}, Vocabulary::shipped()).version, "2.1");
}

TEST(ResolveEntity, AShortNameIsTheOneComparedNameItBeginsOrEnds) {
  EXPECT_EQ(entity("Quuxly", {"Zorble Quuxly", "Grumbo Prime"}), entity("Zorble Quuxly"));
  EXPECT_EQ(entity("Grumbo", {"Zorble Quuxly", "Grumbo Prime"}), entity("Grumbo Prime"));
  EXPECT_NE(entity("Grumbo", {"Grumbo Lite", "Grumbo Prime"}), entity("Grumbo Prime"));
  EXPECT_NE(entity("Grumbo", {"Grumbo", "Grumbo Prime"}), entity("Grumbo Prime"));
}

TEST(ResolveFeature, TheSameWordsAreTheSameFeature) {
  const std::pair<const char*, const char*> same[] = {{"Performance", "performance:"},
                                                      {"Custom Layers / Ops", "Custom operations and layers"},
                                                      {"JSON support", "Support for JSON"},
                                                      {"Zorble supported", "Zorbles"},
                                                      {"2. Performance", "Performance (1-10)"},
                                                      {"Zorbling (lower is better)", "Zorbling (ms)"},
                                                      {"Organisation of zorbles", "Zorble organization"}};
  for (const auto& [a, b] : same) EXPECT_EQ(feature(a), feature(b)) << a << " ~ " << b;
}

TEST(ResolveFeature, EasierAndHarderToDoAreOneCriterion) {
  const std::pair<const char*, const char*> same[] = {{"easier to use", "Ease of Use"},
                                                      {"much harder to debug", "Debugging"},
                                                      {"difficult to learn", "Learning Curve"},
                                                      {"simpler to deploy", "Deployment"},
                                                      {"harder to zorble", "easy to zorble"}};
  for (const auto& [a, b] : same) EXPECT_EQ(feature(a), feature(b)) << a << " ~ " << b;
  EXPECT_NE(feature("harder to zorble"), feature("zorble"));
  EXPECT_NE(feature("able to debug"), feature("Debugging"));
  EXPECT_NE(feature("ready to deploy"), feature("Deployment"));
}

TEST(ResolveFeature, WhatOnlyLooksAlikeIsNot) {
  const std::pair<const char*, const char*> different[] = {
      {"Ease of Use", "Ease of Zorbling"},         {"Ease of Zorbling", "Zorbling"},
      {"Performance", "Performance (GPU)"},        {"Training Loop", "Training Customization"},
      {"Community", "Community and Ecosystem"},    {"Debugging", "Visualization and Debugging"},
      {"Zorble read speed", "Zorble write speed"}, {"", "Performance"}};
  for (const auto& [a, b] : different) EXPECT_NE(feature(a), feature(b)) << a << " ~ " << b;
}

TEST(ResolveFeature, AHeadIsGenericWhereItIsAHead) {
  const std::pair<const char*, const char*> different[] = {
      {"Support Costs", "Cost"},      {"Enterprise Features", "Enterprise Support"},
      {"In-memory", "Memory"},        {"Syntax and Readability", "Readability"},
      {"--json", "JSON support"},     {"<path>:<name> syntax", "Syntax"},
      {"Designed For", "Designed By"}};
  for (const auto& [a, b] : different) EXPECT_NE(feature(a), feature(b)) << a << " ~ " << b;
  EXPECT_EQ(feature("Supported zorbles"), feature("Zorble support"));
  EXPECT_EQ(feature("Number of zorbles"), feature("Zorbles"));
}

TEST(ResolveFeature, AWiderKnownFeatureIsRelated) {
  auto links = resolve_feature("Zorbling latency", Vocabulary::shipped());
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(links[1].id, "latency");
  EXPECT_EQ(links[1].relation, Relation::related);
}

TEST(ResolveFeature, WhatANameIsAboutIsFoundBeforeItsPrepositionAndBeforeLooseHeads) {
  const std::pair<const char*, const char*> wider[] = {{"Latency under zorbling load", "latency"},
                                                       {"Community size and age model", ""},
                                                       {"Security tools", "security"},
                                                       {"Zorbles in performance", ""},
                                                       {"Zorble size", ""}};
  for (const auto& [name, id] : wider) {
    auto links = resolve_feature(name, Vocabulary::shipped());
    std::string found;
    for (const NameLink& link : links) {
      if (link.relation == Relation::related) found = link.id;
    }
    EXPECT_EQ(found, id) << name;
  }
}

TEST(ResolveFeature, ANearNameIsRelatedAndNeverMerged) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  auto links = resolve_feature("API stability", vocabulary);
  ASSERT_EQ(links.size(), 2u);
  EXPECT_NE(links[0].id, "stability");
  EXPECT_EQ(links[1].id, "stability");
  EXPECT_EQ(links[1].relation, Relation::related);
  EXPECT_EQ(feature("API Stability (1-5)"), feature("stability of API"));
  auto related = related_features(links[0], vocabulary);
  EXPECT_TRUE(std::any_of(related.begin(), related.end(), [](const NameLink& link) { return link.id == "maturity"; }));
  EXPECT_TRUE(related_features({"Zorbling", "zorbling", "", Relation::unknown, "", 0, ""}, vocabulary).empty());
}

TEST(ResolveFeature, ACompositeIsLinkedToItsParts) {
  auto links = resolve_feature("Vision/NLP Libraries", Vocabulary::shipped());
  ASSERT_EQ(links.size(), 3u);
  EXPECT_EQ(links[1].id, feature("Vision Libraries"));
  EXPECT_EQ(links[2].id, feature("NLP Libraries"));
  EXPECT_EQ(links[2].relation, Relation::composite);
  links = resolve_feature("Scalability & Zorbling", Vocabulary::shipped());
  ASSERT_EQ(links.size(), 3u);
  EXPECT_EQ(links[1].id, "scalability");
  EXPECT_EQ(links[2].id, "zorbling");
  EXPECT_EQ(resolve_feature("Zorbling and frobbing", Vocabulary::shipped()).size(), 1u);  // no part is known
}

}  // namespace
}  // namespace versus
