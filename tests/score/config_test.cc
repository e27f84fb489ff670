#include "score/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/diagnostic.h"

namespace versus {
namespace {

using testing::ElementsAre;

TEST(Config, ReadsEveryKey) {
  Config config = parse_config(R"(
[dataset]
name = "frontend"
title = "Frontend frameworks"
description = "d"
homepage = "https://example.org"
version = "1"
license = "CC-BY-4.0"
[words]
tie = ["neck and neck", "kif-kif"]
[weights]
"old/blog.html" = 0.5
"none.md" = 0
[thresholds]
number_tolerance = 0.05
rating_gap = 0.3
near_copy = 1
[scores]
bootstrap = 200
seed = 7
)",
                               "versus.toml");
  EXPECT_EQ(config.name, "frontend");
  EXPECT_EQ(config.title, "Frontend frameworks");
  EXPECT_EQ(config.license, "CC-BY-4.0");
  EXPECT_THAT(config.tie_words, ElementsAre("neck and neck", "kif-kif"));
  EXPECT_EQ(config.source_weights.at("old/blog.html"), 0.5);
  EXPECT_EQ(config.source_weights.at("none.md"), 0);
  EXPECT_EQ(config.number_tolerance, 0.05);
  EXPECT_EQ(config.near_copy, 1);
  EXPECT_EQ(config.bootstrap, 200);
  EXPECT_EQ(config.seed, 7u);
  EXPECT_EQ(parse_config("", "x"), Config());
}

TEST(Config, SaysLineAndSuggestion) {
  struct Case {
    const char* text;
    const char* message;
  };
  for (const Case& bad : {
           Case{"[thresholds]\nnumber_tolerence = 0.1\n",
                "v.toml:2: unknown key 'thresholds.number_tolerence': did you mean 'number_tolerance'?"},
           Case{"\n[treshold]\n", "v.toml:2: unknown key 'treshold': did you mean 'thresholds'?"},
           Case{
               "[dataset]\ncolour = 1\n",
               "v.toml:2: unknown key 'dataset.colour'; there is description, homepage, license, name, title, version"},
           Case{"[thresholds]\n\nrating_gap = \"0.2\"\n",
                "v.toml:3: 'thresholds.rating_gap' is not a number from 0 to 1"},
           Case{"[thresholds]\nrating_gap = 2\n", "v.toml:2: 'thresholds.rating_gap' is not a number from 0 to 1"},
           Case{"[thresholds]\nrating_gap = nan\n", "v.toml:2: 'thresholds.rating_gap' is not a number from 0 to 1"},
           Case{"[dataset]\nname = \"With Space\"\n",
                "v.toml:2: 'dataset.name' is not a name of lower-case letters, digits, '-', '_' and '.'"},
           Case{"[words]\ntie = \"draw\"\n", "v.toml:2: 'words.tie' is not a list of words"},
           Case{"[words]\ntie = [1]\n", "v.toml:2: 'words.tie' is not a list of words"},
           Case{"[weights]\n\"a.html\" = -1\n", "v.toml:2: 'weights.a.html' is not a weight from 0 to 1000"},
           Case{"[scores]\nbootstrap = 1.5\n", "v.toml:2: 'scores.bootstrap' is not a whole number from 100 to 100000"},
           Case{"dataset = 3\n", "v.toml:1: 'dataset' is not a section: write [dataset] on a line of its own"},
       }) {
    try {
      parse_config(bad.text, "v.toml");
      ADD_FAILURE() << "read: " << bad.text;
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), bad.message);
    }
  }
}

TEST(Config, ASyntaxErrorSaysItsLine) {
  try {
    parse_config("[dataset]\ntitle = \n", "v.toml");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::StartsWith("v.toml:2: "));
  }
  EXPECT_THROW(read_config("/no/such/file.toml"), Error);
}

}  // namespace
}  // namespace versus
