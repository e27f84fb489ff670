#include "score/derive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "score/schema.h"
#include "score/write/write.h"
#include "tests/score/sample.h"

namespace versus {
namespace {

using sample::known;
using testing::Contains;
using testing::Not;

const NameLink kA = known("a", "A"), kB = known("b", "B");

NameLink feature(int number) {
  std::string name = "feature ";
  name += std::to_string(number);
  return known(name, name);
}

/// A document that says of each feature who wins: 1 a, 0 tie, -1 b.
NormalizedDocument document_of(const std::string& name, const std::vector<int>& signs, NameLink a = kA,
                               NameLink b = kB) {
  NormalizedDocument out = sample::document(name);
  for (std::size_t i = 0; i < signs.size(); ++i) {
    NameLink about = feature(static_cast<int>(i));
    if (signs[i] == 0) sample::advantage(out, a, b, about, Direction::equal);
    if (signs[i] != 0) sample::advantage(out, signs[i] > 0 ? a : b, signs[i] > 0 ? b : a, about);
  }
  return out;
}

const ScoreRecord* find(const Dataset& dataset, std::string_view scope, std::string_view metric,
                        std::string_view entity = "", std::string_view opponent = "") {
  for (const ScoreRecord& score : dataset.scores) {
    if (score.scope == scope && score.metric == metric && score.entity_id == entity && score.opponent_id == opponent) {
      return &score;
    }
  }
  return nullptr;
}

std::string printed(const Dataset& dataset) {
  std::string out;
  for (const TableView& table : tables_of(dataset)) out += to_jsonl(table);
  return out;
}

Dataset merge(const std::vector<NormalizedDocument>& documents) {
  return merge_documents(documents, Vocabulary::shipped());
}

std::vector<int> seventeen() { return {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, -1, -1, -1, -1}; }

TEST(Derive, OneSourceGivesTheWorkedNumbers) {
  Dataset dataset = merge({document_of("x", seventeen())});
  EXPECT_EQ(find(dataset, "document:d_x", "wins", "a", "b")->value, 8);
  EXPECT_EQ(find(dataset, "document:d_x", "ties", "a", "b")->value, 5);
  EXPECT_EQ(find(dataset, "document:d_x", "losses", "a", "b")->value, 4);
  const ScoreRecord& rate = *find(dataset, "document:d_x", "win_rate", "a", "b");
  EXPECT_EQ(rate.value, .617647);
  EXPECT_EQ(rate.low, .403921);
  EXPECT_EQ(rate.high, .831373);
  EXPECT_EQ(find(dataset, "document:d_x", "decisive_win_rate", "a", "b")->low, .390622);
  EXPECT_EQ(find(dataset, "document:d_x", "sign_test_p", "b", "a")->value, .387695);
  EXPECT_EQ(find(dataset, "document:d_x", "strength", "a", "b")->value, .693147);
  EXPECT_EQ(find(dataset, "document:d_x", "strength_se", "a", "b")->value, .612372);
  EXPECT_EQ(find(dataset, "document:d_x", "tie_parameter", "a", "b")->value, .883883);
  // One source: nothing to leave out, nobody leads.
  EXPECT_THAT(find(dataset, "all", "strength", "a", "b")->flags, Not(Contains("leader")));
}

TEST(Derive, OrderOfDocumentsAndRowsLeavesNoTrace) {
  std::vector<NormalizedDocument> documents{document_of("x", {1, 1, 0, -1}), document_of("y", {1, -1, 0, 0, 1}),
                                            document_of("z", {1, 1, 1, 1, 1, 1})};
  std::string expected = printed(merge(documents));
  std::mt19937 generator(3);
  for (int i = 0; i < 4; ++i) {
    std::shuffle(documents.begin(), documents.end(), generator);
    for (NormalizedDocument& document : documents) std::shuffle(document.rows.begin(), document.rows.end(), generator);
    EXPECT_EQ(printed(merge(documents)), expected);
  }
}

TEST(Derive, SwappingTheEntitiesMirrorsEveryScore) {
  // The names decide which of the two is a of the pair; the numbers must not.
  NameLink z = known("z", "Z");
  Dataset one = merge({document_of("x", seventeen(), kA, kB), document_of("y", {1, 0, 1, -1, 1}, kA, kB)});
  Dataset other = merge({document_of("x", seventeen(), z, kB), document_of("y", {1, 0, 1, -1, 1}, z, kB)});
  int compared = 0;
  for (const ScoreRecord& score : one.scores) {
    if (score.entity_id.empty() || score.opponent_id.empty() || score.metric == "consensus") continue;
    auto renamed = [](const std::string& id) { return id == "a" ? std::string("z") : id; };
    const ScoreRecord* mirror =
        find(other, score.scope, score.metric, renamed(score.entity_id), renamed(score.opponent_id));
    if (!mirror) mirror = find(other, score.scope, score.metric, renamed(score.opponent_id), renamed(score.entity_id));
    ASSERT_TRUE(mirror) << score.metric;
    auto near = [](std::optional<double> x, std::optional<double> y) {
      return x.has_value() == y.has_value() && (!x || std::abs(*x - *y) < 2e-6);
    };
    EXPECT_TRUE(near(score.value, mirror->value)) << score.scope << " " << score.metric;
    EXPECT_TRUE(near(score.low, mirror->low)) << score.scope << " " << score.metric;
    ++compared;
  }
  EXPECT_GT(compared, 20);
}

TEST(Derive, DisconnectedGraphsAreNotCompared) {
  NameLink c = known("c", "C"), d = known("d", "D");
  Dataset dataset = merge({document_of("x", {1, 1, -1}), document_of("y", {1, 0, -1, 1}, c, d)});
  EXPECT_TRUE(find(dataset, "all", "strength", "a", "b")->value);
  EXPECT_TRUE(find(dataset, "all", "strength", "c", "d")->value);
  EXPECT_FALSE(find(dataset, "all", "strength", "a", "c"));
  const ScoreRecord* apart = find(dataset, "all", "strength", "c", "a");
  ASSERT_TRUE(apart);
  EXPECT_FALSE(apart->value);
  EXPECT_EQ(apart->reason, "disconnected");
}

TEST(Derive, SmallAndFlatDataGiveReasonsNotNumbers) {
  Dataset none = merge({sample::document("x")});
  EXPECT_TRUE(none.outcomes.empty());
  Dataset one = merge({document_of("x", {1})});
  EXPECT_EQ(find(one, "document:d_x", "win_rate", "a", "b")->reason, "too_few");
  EXPECT_FALSE(find(one, "document:d_x", "win_rate", "a", "b")->low);
  EXPECT_EQ(find(one, "document:d_x", "strength", "a", "b")->reason, "separated");
  Dataset two = merge({document_of("x", {1, -1})});
  EXPECT_TRUE(find(two, "document:d_x", "win_rate", "a", "b")->low);
  Dataset flat = merge({document_of("x", {1, 1, 1})});
  EXPECT_EQ(find(flat, "document:d_x", "win_rate", "a", "b")->reason, "no_variance");
  Dataset ties = merge({document_of("x", {0, 0, 0})});
  EXPECT_EQ(find(ties, "document:d_x", "decisive_win_rate", "a", "b")->reason, "too_few");
  EXPECT_EQ(find(ties, "document:d_x", "strength", "a", "b")->reason, "separated");
  EXPECT_EQ(find(ties, "all", "strength", "b", "a")->reason, "no_variance");
  for (const ScoreRecord& score : ties.scores) EXPECT_TRUE(score.value || !score.reason.empty()) << score.metric;
}

TEST(Derive, ALeaderNeedsMoreThanOneSource) {
  std::vector<int> clear(20, 1);
  clear[0] = -1;
  clear[1] = 0;
  Dataset alone = merge({document_of("x", clear)});
  EXPECT_THAT(find(alone, "all", "strength", "a", "b")->flags, Not(Contains("leader")));
  Dataset three = merge({document_of("x", clear), document_of("y", clear), document_of("z", clear)});
  EXPECT_THAT(find(three, "all", "strength", "a", "b")->flags, Contains("leader"));
  EXPECT_THAT(find(three, "all", "strength", "b", "a")->flags, Not(Contains("leader")));
}

TEST(Derive, ANearCopyDoesNotVote) {
  NormalizedDocument x = document_of("x", {1, 1, -1}), copy = document_of("y", {1, 1, -1});
  for (std::uint64_t i = 0; i < 200; ++i) x.shingles.push_back(i), copy.shingles.push_back(i);
  Dataset dataset = merge({x, copy});
  EXPECT_EQ(dataset.outcomes.size(), 3u);
  EXPECT_EQ(dataset.rows.size(), 6u);
}

TEST(Derive, ContradictionsConsensusAndAgreementOfSources) {
  Dataset dataset = merge({document_of("x", {1, -1, -1, -1, 0, 0}), document_of("y", {1, 1, -1, -1, 0, 1})});
  EXPECT_EQ(std::count_if(dataset.conflicts.begin(), dataset.conflicts.end(),
                          [](const auto& conflict) { return conflict.conflict_class == "contradict"; }),
            1);
  std::string scope = "documents:d_x+d_y";
  EXPECT_EQ(find(dataset, scope, "alpha_nominal")->value, .531915);
  EXPECT_EQ(find(dataset, scope, "alpha_ordinal")->value, .501653);
  EXPECT_THAT(find(dataset, scope, "alpha_ordinal")->flags, Contains("low_n"));
  EXPECT_EQ(find(dataset, scope, "share_agree")->value, round(4.0 / 6 * 1e6) / 1e6);
  EXPECT_EQ(find(dataset, "feature:feature 0", "consensus", "a", "b")->value, 1);
  EXPECT_EQ(find(dataset, "feature:feature 1", "consensus", "a", "b")->reason, "split");
}

NormalizedRow& fact(NormalizedDocument& document, const std::string& value, ValueType type,
                    std::optional<Decimal> number = {}, const std::string& unit = "") {
  NormalizedRow& row = sample::add(document, RowKind::text, kA, known("thing", "Thing"), value);
  row.typed.type = type;
  row.typed.number = number;
  row.typed.unit = unit;
  return row;
}

/// The conflict classes and the matrix state of one fact told by two documents.
std::string state_of_two(const std::function<void(NormalizedDocument&)>& first,
                         const std::function<void(NormalizedDocument&)>& second) {
  NormalizedDocument x = sample::document("x"), y = sample::document("y");
  first(x);
  second(y);
  Dataset dataset = merge({x, y});
  std::string out = dataset.matrix.at(0).state;
  for (const ConflictRecord& conflict : dataset.conflicts) out += " " + conflict.conflict_class;
  return out;
}

TEST(Facts, TypedValuesAgreeOrContradict) {
  auto yes = [](auto& d) { fact(d, "Yes", ValueType::yes); };
  auto no = [](auto& d) { fact(d, "No", ValueType::no); };
  auto size = [](int kilobytes) {
    return [=](auto& d) {
      std::string value = std::to_string(kilobytes);
      fact(d, value.append(" kB"), ValueType::number, Decimal{kilobytes, 0}, "kB");
    };
  };
  auto text = [](const char* value) { return [=](auto& d) { fact(d, value, ValueType::text); }; };
  EXPECT_EQ(state_of_two(yes, no), "conflict fact");
  EXPECT_EQ(state_of_two(yes, yes), "agree");
  EXPECT_EQ(state_of_two(size(100), size(109)), "agree");
  EXPECT_EQ(state_of_two(size(100), size(120)), "conflict fact");
  EXPECT_EQ(state_of_two(text("1.20.3"), text("v1.21.0")), "conflict fact");
  EXPECT_EQ(state_of_two(text("Virtual DOM"), text("virtual dom")), "agree");
  EXPECT_EQ(state_of_two(text("Virtual DOM"), text("a compiler")), "differ");
  EXPECT_EQ(state_of_two(yes, size(5)), "differ");
}

TEST(Facts, SeveralValuesOfASourceAgreeWhenAnyTwoDo) {
  auto both = [](auto& d) { fact(d, "Yes", ValueType::yes), fact(d, "No", ValueType::no); };
  auto no = [](auto& d) { fact(d, "No", ValueType::no); };
  EXPECT_EQ(state_of_two(both, no), "agree");
}

TEST(Derive, ThreeHundredEntitiesGetFisherIntervalsAgainstTheStrongest) {
  NormalizedDocument x = sample::document("x");
  for (int i = 0; i < 300; ++i) {
    NameLink entity = known(std::to_string(1000 + i), "E"), next = known(std::to_string(1000 + (i + 1) % 300), "N");
    for (int k = 0; k < 3; ++k) sample::advantage(x, k < 2 ? entity : next, k < 2 ? next : entity, feature(k));
  }
  Dataset dataset = merge({x});
  std::size_t contrasts = 0;
  for (const ScoreRecord& score : dataset.scores) {
    if (score.scope != "all" || score.metric != "strength") continue;
    ++contrasts;
    EXPECT_THAT(score.flags, Contains("fisher_interval"));
  }
  EXPECT_EQ(contrasts, 2u * 299);
}

}  // namespace
}  // namespace versus
