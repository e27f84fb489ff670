// The names of the five seed articles, where they lie beside this repository.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "normalize/resolve.h"

namespace versus {
namespace {

using nlohmann::json;

class SeedNames : public testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(VERSUS_SOURCE_DIR "/../shared/features.json");
    if (!in) GTEST_SKIP() << "no ../shared/features.json";
    gold_ = json::parse(in);
  }
  static std::vector<NameLink> feature(const std::string& surface) {
    return resolve_feature(surface, Vocabulary::shipped());
  }
  static std::string entity(const std::string& surface) {
    return resolve_entity(surface, {"PyTorch", "Keras"}, Vocabulary::shipped()).id;
  }
  json gold_;
};

TEST_F(SeedNames, EveryFrameworkSurfaceIsItsFramework) {
  int n = 0;
  for (const auto& [id, framework] : gold_["frameworks"]["canonical"].items()) {
    std::string expected = entity(framework["label"]);
    for (const std::string surface : framework["accept"]) {
      EXPECT_EQ(entity(surface), expected) << surface;
      ++n;
    }
  }
  EXPECT_GT(n, 50);
}

TEST_F(SeedNames, NoProductIsAFramework) {
  std::set<std::string> frameworks;
  for (const auto& [id, framework] : gold_["frameworks"]["canonical"].items())
    frameworks.insert(entity(framework["label"]));
  for (const auto& [id, products] : gold_["frameworks"]["must_not_map"].items()) {
    for (const std::string product : products) EXPECT_FALSE(frameworks.contains(entity(product))) << product;
  }
}

TEST_F(SeedNames, FeaturesMergeExactlyWhereTheyAreTheSame) {
  std::set<std::pair<std::string, std::string>> must, may;
  auto pair_of = [](const json& pair) {
    std::pair<std::string, std::string> names(pair[0][1], pair[1][1]);
    if (names.second < names.first) std::swap(names.first, names.second);
    return names;
  };
  for (const json& pair : gold_["table_names"]["must_link"]) must.insert(pair_of(pair));
  for (const json& pair : gold_["table_names"]["may_link"]) may.insert(pair_of(pair));
  std::set<std::string> names;
  for (const json& feature : gold_["features"]) {
    for (const json& member : feature["members"]) {
      if (member["kind"] != "prose") names.insert(member["surface"].get<std::string>());
    }
  }
  EXPECT_EQ(names.size(), 41u);
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      if (!(a < b) || may.contains({a, b})) continue;
      EXPECT_EQ(feature(a).front().id == feature(b).front().id, must.contains({a, b})) << a << " ~ " << b;
    }
  }
}

TEST_F(SeedNames, CompositeAndRelatedNamesAreLinkedNotMerged) {
  for (const json& gold : gold_["features"]) {
    std::string id = feature(gold["label"]).front().id;
    for (const json& member : gold["members"]) {
      std::string match = member["match"];
      std::vector<NameLink> links = feature(member["surface"]);
      for (NameLink& link : related_features(links.front(), Vocabulary::shipped())) links.push_back(std::move(link));
      if (match != "composite" && match != "related") {
        EXPECT_EQ(links.front().id, id) << member["surface"];
        continue;
      }
      EXPECT_NE(links.front().id, id) << member["surface"];
      bool linked = false;
      for (const NameLink& link : links) linked = linked || (link.id == id && relation_name(link.relation) == match);
      EXPECT_TRUE(linked) << member["surface"] << " " << match << " " << id;
    }
  }
}

}  // namespace
}  // namespace versus
