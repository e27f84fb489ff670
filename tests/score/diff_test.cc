#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "score/diff_builds.h"
#include "score/diff_sources.h"
#include "tests/score/sample.h"

namespace versus {
namespace {

using sample::known;

const NameLink kA = known("a", "A"), kB = known("b", "B");

NameLink feature(const std::string& name) { return known(name, name); }

Dataset merge(const std::vector<NormalizedDocument>& documents) {
  return merge_documents(documents, Vocabulary::shipped());
}

void rate(NormalizedDocument& document, const std::string& about, int a, int b) {
  sample::rating(document, kA, feature(about), a);
  sample::rating(document, kB, feature(about), b);
}

std::pair<NormalizedDocument, NormalizedDocument> two_sources() {
  NormalizedDocument x = sample::document("x"), y = sample::document("y");
  rate(x, "same", 9, 8);
  rate(x, "opposite", 9, 8);
  rate(x, "tied here", 8, 8);
  rate(x, "left alone", 5, 6);
  rate(x, "parts together", 5, 6);
  for (std::size_t i : {8u, 9u}) {
    NameLink part = feature("part");
    part.surface = "parts together";
    part.relation = Relation::composite;
    x.rows[i].feature_links.push_back(part);
  }
  sample::advantage(y, kA, kB, feature("same"));
  sample::advantage(y, kB, kA, feature("opposite"));
  sample::advantage(y, kA, kB, feature("tied here"));
  sample::advantage(y, kA, kB, feature("part"));
  sample::claim(y, kA, kB, feature("only said"), Direction::better);
  return {x, y};
}

TEST(DiffSources, EveryKindIsCountedOnce) {
  auto [x, y] = two_sources();
  Dataset dataset = merge({x, y});
  SourceDiff diff = diff_sources(dataset, find_document(dataset, "x"), find_document(dataset, "y.txt"), std::nullopt,
                                 Vocabulary::shipped());
  using K = SourceDiffKind;
  EXPECT_EQ(diff.count(K::agree, false), 1u);
  EXPECT_EQ(diff.count(K::contradict, false), 1u);
  EXPECT_EQ(diff.count(K::differ, false), 1u);
  EXPECT_EQ(diff.count(K::related, false, true), 1u);
  EXPECT_EQ(diff.count(K::related, false, false), 1u);
  EXPECT_EQ(diff.count(K::only_left, false), 1u);
  EXPECT_EQ(diff.count(K::only_right, false), 0u);
  EXPECT_EQ(diff.count(K::only_right, true), 1u);  // known from a claim alone
  EXPECT_TRUE(diff.has_differences());
  EXPECT_EQ(diff.lines.front().kind, K::contradict);
  EXPECT_EQ(diff.lines.front().left.rows.size(), 2u);
}

TEST(DiffSources, SwappingTheSourcesSwapsTheSides) {
  auto [x, y] = two_sources();
  Dataset dataset = merge({x, y});
  const DocumentRecord &left = find_document(dataset, "y"), &right = find_document(dataset, "x");
  SourceDiff diff = diff_sources(dataset, left, right, std::nullopt, Vocabulary::shipped());
  EXPECT_EQ(diff.count(SourceDiffKind::agree, false), 1u);
  EXPECT_EQ(diff.count(SourceDiffKind::only_right, false), 1u);
  EXPECT_EQ(diff.count(SourceDiffKind::only_left, true), 1u);
}

TEST(DiffSources, ASourceAgainstItselfIsNothing) {
  auto [x, y] = two_sources();
  Dataset dataset = merge({x, y});
  const DocumentRecord& same = find_document(dataset, "x");
  SourceDiff diff = diff_sources(dataset, same, same, std::nullopt, Vocabulary::shipped());
  EXPECT_TRUE(diff.lines.empty());
  EXPECT_FALSE(diff.has_differences());
}

TEST(DiffSources, UnknownNamesAreErrors) {
  Dataset dataset = merge({two_sources().first});
  EXPECT_THROW(find_document(dataset, "nothing"), Error);
  EXPECT_THROW(find_entity(dataset, "nothing"), Error);
  EXPECT_EQ(find_entity(dataset, "A").entity_id, "a");
}

TEST(DiffBuilds, NothingChangedIsNothing) {
  auto [x, y] = two_sources();
  Dataset before = merge({x, y}), after = merge({y, x});
  BuildDiff diff = diff_builds(before, after);
  EXPECT_TRUE(diff.rows.empty());
  EXPECT_FALSE(diff.has_differences());
}

TEST(DiffBuilds, AChangedRatingIsOneRowItsCellAndItsScores) {
  auto [x, y] = two_sources();
  Dataset before = merge({x, y});
  // The file's bytes changed, so every id of it did, and what follows the change moved.
  x.doc_id = "d_other", x.sha256 = "other";
  for (NormalizedRow& row : x.rows) row.row_id += "_other";
  x.rows[0].value = x.rows[0].row.evidence.quote = "7";
  x.rows[0].typed.number = Decimal{7, 0};
  for (std::size_t i = 1; i < x.rows.size(); ++i) x.rows[i].row.evidence.segments[0].begin += 1;
  Dataset after = merge({x, y});
  BuildDiff diff = diff_builds(before, after);
  ASSERT_EQ(diff.count(RowChange::changed), 1u);
  EXPECT_EQ(diff.count(RowChange::moved), 9u);
  EXPECT_EQ(diff.count(RowChange::added) + diff.count(RowChange::removed) + diff.count(RowChange::renamed), 0u);
  ASSERT_EQ(diff.cells.size(), 2u);  // a's rating; and a against b is no longer agreed on
  EXPECT_EQ(diff.cells[0].cell().feature_id, "same");
  ASSERT_FALSE(diff.scores.empty());
  for (const ScoreDiff& score : diff.scores) EXPECT_NE(score.score().scope, "document:d_y");
}

TEST(DiffBuilds, AMovedScoreIsOneLine) {
  auto [x, y] = two_sources();
  Dataset before = merge({x, y});
  sample::advantage(y, kA, kB, feature("new"));
  Dataset after = merge({x, y});
  BuildDiff diff = diff_builds(before, after);
  bool any_pair = false;
  for (const ScoreDiff& moved : diff.scores) {
    const ScoreRecord& score = moved.score();
    EXPECT_FALSE(score.metric.ends_with("_se")) << score.metric;
    if (score.opponent_id.empty()) continue;
    any_pair = true;
    EXPECT_EQ(score.entity_id, "a") << score.metric << ": b against a says the same";
  }
  EXPECT_TRUE(any_pair);
}

TEST(DiffBuilds, ARowAddedAndARowRemoved) {
  auto [x, y] = two_sources();
  Dataset before = merge({x, y});
  y.rows.erase(y.rows.begin());
  sample::advantage(y, kA, kB, feature("new")).row.evidence.quote = "unlike any other";
  y.rows.back().row_id = "r_new";
  Dataset after = merge({x, y});
  BuildDiff diff = diff_builds(before, after);
  EXPECT_EQ(diff.count(RowChange::added), 1u);
  EXPECT_EQ(diff.count(RowChange::removed), 1u);
  EXPECT_EQ(diff.features_added, 1u);
}

TEST(DiffBuilds, AnotherCanonicalNameIsRenamedNotChanged) {
  auto [x, y] = two_sources();
  Dataset before = merge({x, y});
  for (NormalizedRow& row : x.rows) {
    if (row.feature.id == "left alone") row.feature.id = row.feature.label = "something else";
  }
  BuildDiff diff = diff_builds(before, merge({x, y}));
  EXPECT_EQ(diff.count(RowChange::renamed), 2u);
  EXPECT_EQ(diff.count(RowChange::changed), 0u);
  ASSERT_EQ(diff.names.size(), 1u);
  EXPECT_EQ(diff.names[0].surface, "left alone");
  EXPECT_EQ(diff.names[0].old_name, "left alone");
  EXPECT_EQ(diff.names[0].new_name, "something else");
}

// The documents that the project was started from, when they are there: the counts a person found.
TEST(DiffSources, OfTwoRealDocuments) {
  std::filesystem::path seeds = VERSUS_SOURCE_DIR "/../shared/seeds";
  if (!std::filesystem::exists(seeds)) GTEST_SKIP() << "no documents to read";
  std::vector<NormalizedDocument> documents;
  for (const auto& entry : std::filesystem::directory_iterator(seeds)) {
    std::ifstream in(entry.path(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    documents.push_back(process(make_source(bytes, entry.path().filename().string()), Vocabulary::shipped()));
  }
  Dataset dataset = merge(documents);
  SourceDiff diff = diff_sources(dataset, find_document(dataset, "000"), find_document(dataset, "001"), std::nullopt,
                                 Vocabulary::shipped());
  using K = SourceDiffKind;
  EXPECT_EQ(diff.count(K::agree, false), 4u);
  EXPECT_EQ(diff.count(K::contradict, false), 1u);
  EXPECT_EQ(diff.count(K::differ, false), 1u);
  EXPECT_EQ(diff.count(K::related, false, true), 5u);
  EXPECT_EQ(diff.count(K::related, false, false), 8u);
  EXPECT_EQ(diff.count(K::only_left, false), 6u);
  EXPECT_EQ(diff.count(K::only_right, false), 6u);
}

}  // namespace
}  // namespace versus
