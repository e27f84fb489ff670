#include <gtest/gtest.h>

#include "extract/find/claims/judge.h"
#include "extract/find/claims/split.h"

namespace versus {
namespace {

const ClaimLexicon& lexicon() {
  static const ClaimLexicon compiled(Vocabulary::shipped());
  return compiled;
}

// Entities are written in capitals: "ALPHA" is subject 0, "BETA" 1, "GAMMA" 2.
std::vector<ClaimMention> mentions_of(std::string_view sentence) {
  std::vector<ClaimMention> found;
  constexpr std::string_view kNames[] = {"ALPHA", "BETA", "GAMMA"};
  for (std::size_t at = 0; at < sentence.size(); ++at)
    for (int k = 0; k < 3; ++k)
      if (sentence.substr(at).starts_with(kNames[k])) found.push_back({at, at + kNames[k].size(), k});
  return found;
}

// "0>1 speed; 1<0 ..." : subject, sign (> better, < worse, = equal, ~ different, : attribute), object, flags.
std::string read(std::string_view sentence, bool two = true, int previous = -1) {
  ClaimContext context;
  if (two) context.compared = {0, 1};
  context.previous_subject = previous;
  std::string out;
  for (const Claim& claim : read_claims(sentence, mentions_of(sentence), context, lexicon())) {
    constexpr std::string_view kSigns[] = {"?", ">", "<", "=", "~", ":"};
    if (!out.empty()) out += "; ";
    out += std::to_string(claim.subject);
    out += kSigns[static_cast<std::size_t>(claim.direction)];
    if (claim.object >= 0) out += std::to_string(claim.object);
    if (claim.negated) out += " not";
    if (claim.hedged) out += " hedged";
  }
  return out;
}

struct Case {
  std::string_view sentence;
  std::string_view claims;
};

TEST(Claims, ComparisonsOfTwo) {
  constexpr Case kCases[] = {
      {"ALPHA is faster than BETA.", "0>1"},
      {"ALPHA is slower than BETA.", "0<1"},
      {"ALPHA usually has better performance but is not as portable as BETA.", "0>1 hedged; 0<1 not"},
      {"Compared with BETA, ALPHA is more verbose.", "0<1"},
      {"ALPHA needs less boilerplate than BETA.", "0>1"},
      {"ALPHA has fewer features than BETA.", "0<1"},
      {"ALPHA has higher latency than BETA and GAMMA.", "0<1; 0<2"},
      {"It is easier to debug in ALPHA than in BETA.", "0>1"},
      {"ALPHA outperforms BETA on small inputs.", "0>1"},
      {"ALPHA is outperformed by BETA.", "0<1"},
      {"I prefer ALPHA over BETA.", "0>1"},
      {"ALPHA is as fast as BETA.", "0=1"},
      {"ALPHA has the same speed as BETA.", "0=1"},
      {"Both offer high performance.", "0=1"},
      {"ALPHA excels at training, while BETA shines in serving.", "0>1; 1>0"},
      {"Performance: ALPHA is generally faster than BETA, but BETA can scale better than ALPHA.", "0>1 hedged; 1>0"},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, WhatLessOfIsGood) {
  constexpr Case kCases[] = {
      {"Beginners find ALPHA less intimidating than BETA.", "0>1"},
      {"Releases tend to be less painful in ALPHA than in BETA.", "0>1 hedged"},
      {"There is a good deal less to configure in ALPHA than in BETA.", "0>1"},
      {"ALPHA has more to offer than BETA.", "0>1"},
      {"ALPHA is harder to get wrong than BETA.", "0>1"},
      {"ALPHA doesn't take as long to start as BETA.", "0>1 not"},
      {"ALPHA isn't as full of bugs as BETA.", "0>1 not"},
      {"Buyers of ALPHA get more memory than those of BETA.", "0>1"},
      {"ALPHA yields bigger bundles than BETA.", "0<1"},
      {"ALPHA is the lower-maintenance choice.", "0>1"},
      {"ALPHA catches more mistakes than BETA.", "0>1"},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, NothingRivals) {
  constexpr Case kCases[] = {
      {"Nothing rivals ALPHA for the sheer number of tutorials.", "0>1 not"},
      {"No other camera comes close to ALPHA in price.", "0>1 not"},
      {"There's no editor whose refactorings come close to those of ALPHA.", "0>1 not"},
      {"No language is as cheap to host as BETA.", "1>0 not"},
      {"BETA is quick, yet nothing rivals ALPHA for tutorials.", "0>1 not"},
      {"ALPHA leaves BETA behind in extensions.", "0>1"},
      {"ALPHA is always a superior camera to BETA.", "0>1"},
      {"ALPHA is $25 more than BETA.", "0<1"},
      {"ALPHA requires a faster machine than BETA.", "0<1"},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, WhoeverWasMovedToIsSpokenOf) {
  constexpr Case kCases[] = {
      {"Switching from BETA to ALPHA made our builds faster.", "0>1"},
      {"Builds got faster when we moved from BETA to ALPHA.", "0>1"},
      {"We replaced BETA with ALPHA and get fewer alerts.", "0>1"},
      {"We dropped BETA for ALPHA and have had fewer outages ever since.", "0>1"},
      {"Moving from BETA to ALPHA is easier than it looks.", ""},
      {"We moved from BETA to ALPHA, but BETA is faster.", "1>0"},
      {"BETA is faster, so we moved from ALPHA to BETA.", "1>0"},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, FragmentsWithoutAVerb) {
  constexpr Case kCases[] = {
      {"Throughput ranking in our lab: ALPHA first, BETA a distant second.", "0>1"},
      {"Log viewer: sluggish in ALPHA, snappy in BETA", "0<1"},
      {"Dark mode - ALPHA yes, BETA no", "0>1"},
      {"Price per 1,000 minutes: ALPHA $20, BETA $15", "0<1"},
      {"Storage cost per month: ALPHA €0.02, BETA €0.05", "0>1"},
      {"ALPHA arranges tensors with channels last by default, BETA with channels first.", ""},
      {"ALPHA raised $20 million, BETA $15 million.", ""},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, Regrets) {
  constexpr Case kCases[] = {
      {"Few people seem to regret leaving ALPHA for BETA.", "1>0 not hedged"},
      {"Nobody on my team would trade ALPHA for BETA again.", "0>1 not"},
      {"For avatars there's nothing to choose between them.", "0=1"},
      {"BETA does more than ALPHA, but ALPHA does its one thing with less memory.", "1>0; 0>1"},
      {"The catalogue of ALPHA is twice the size of BETA's.", "0>1"},
      {"The binary of ALPHA is twice the size of BETA's.", "0<1"},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, Ties) {
  constexpr Case kCases[] = {
      {"On uptime there's nothing between ALPHA and BETA.", "0=1"},
      {"I couldn't tell ALPHA and BETA apart.", "0=1 not"},
      {"There is little to choose between ALPHA and BETA.", "0=1"},
      {"Nobody will notice a difference between ALPHA and BETA.", "0=1 not"},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, AmountsOfEach) {
  constexpr Case kCases[] = {
      {"Loading the file took ALPHA eleven seconds; BETA needed several minutes.", "0>1"},
      {"Installing takes ALPHA six seconds against BETA's twenty-five.", "0>1"},
      {"ALPHA finished an epoch in 212 seconds against 260 for BETA.", "0>1"},
      {"Median latency came to 30 ms with ALPHA compared with 18 ms for BETA.", "0<1"},
      {"ALPHA opens it in under a second, while BETA needs close to ten.", "0>1"},
      {"ALPHA answered in two hours, BETA in twelve minutes.", "0<1"},
      {"ALPHA lasts ten hours, BETA eight hours.", "0:"},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, WhoIsCompared) {
  constexpr Case kCases[] = {
      {"Upgrading tends to go more smoothly with BETA.", "1>0 hedged"},
      {"They are more reliable than ALPHA, less expensive than BETA.", ""},
      {"A small team will be happier with BETA.", "1>0"},
      {"Designers are better off with BETA.", "1>0"},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, ContrastsAndAmounts) {
  constexpr Case kCases[] = {
      {"ALPHA validates requests, which BETA cannot.", "0>1"},
      {"Unlike BETA, ALPHA offers a dry run.", "0>1"},
      {"ALPHA needs half the memory of BETA.", "0>1"},
      {"ALPHA takes twice the disk space that BETA wants.", "0<1"},
      {"ALPHA charges twice as much as BETA.", "0<1"},
      {"ALPHA catches more mistakes than BETA.", "0>1"},
      {"ALPHA wins on speed, BETA on price.", "0>1; 1>0"},
      {"ALPHA offers more control and BETA more protection.", "0>1; 1>0"},
      {"ALPHA is open, but it isn't as mature.", "0<1 not"},
      {"Nobody on the team trusts ALPHA as much as BETA.", "0<1 not"},
      {"Exactly-once delivery favours ALPHA.", "0>1"},
      {"No company that we know prefers ALPHA to BETA.", "0<1 not"},
      {"ALPHA is not on the same level as BETA.", "0<1 not"},
      {"ALPHA outlives BETA by years.", "0>1"},
      {"Loops are clumsier in ALPHA than in BETA.", "0<1"},
      {"I would rather read ALPHA code than BETA code.", "0>1"},
      {"BETA has the widest choice of the two.", "1>0"},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, WhatIsLeftOpen) {
  constexpr Case kCases[] = {
      {"ALPHA isn't necessarily faster than BETA.", ""},
      {"I wouldn't say that ALPHA is slower than BETA.", ""},
      {"Compiling takes ALPHA the better part of an hour.", ""},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, NotClaims) {
  constexpr Case kCases[] = {
      {"Is ALPHA faster than BETA?", ""},
      {"If ALPHA were faster than BETA, nobody would mind.", ""},
      {"Users of faster machines wait more than 10 seconds.", ""},
      {"For more information see the documentation.", ""},
      {"", ""},
      {"ALPHA", ""},
      {"than than than", ""},
  };
  for (const Case& one : kCases) EXPECT_EQ(read(one.sentence), one.claims) << one.sentence;
}

TEST(Claims, AnImpliedOpponentNeedsExactlyTwo) {
  EXPECT_EQ(read("ALPHA offers broader coverage."), "0>1");
  EXPECT_EQ(read("ALPHA offers broader coverage.", false), "0:");
  EXPECT_EQ(read("It has a larger community.", true, 1), "1>0");
}

// The grammar is silent on both; the model hears the one and not the other.
TEST(Claims, TheModelSpeaksOfWhatIsComparedOnly) {
  constexpr std::string_view kSentence = "GC pauses in BETA ruined our tail latency until we migrated to ALPHA.";
  ClaimContext context;
  context.compared = context.candidates = {0, 1};
  std::vector<Claim> claims =
      judge_claims(kSentence, mentions_of(kSentence), context, lexicon(), shipped_claim_model());
  ASSERT_EQ(claims.size(), 1u);
  EXPECT_EQ(claims[0].direction, Direction::better);
  EXPECT_EQ(claims[0].subject, 0);
  EXPECT_GT(claims[0].confidence, 0.5);
  context.candidates = {0};
  for (const Claim& claim : judge_claims(kSentence, mentions_of(kSentence), context, lexicon(), shipped_claim_model()))
    EXPECT_NE(claim.pattern, ClaimPattern::learned);
}

TEST(Sentences, AbbreviationsEndNone) {
  std::string_view text = "ALPHA vs. BETA is old news. Used by e.g. Unity. Really?";
  std::vector<std::string> found;
  for (auto [begin, end] : split_sentences(text)) found.emplace_back(text.substr(begin, end - begin));
  EXPECT_EQ(found, (std::vector<std::string>{"ALPHA vs. BETA is old news.", "Used by e.g. Unity.", "Really?"}));
}

TEST(Sentences, OffsetsAreBytes) {
  std::string_view text = "Größer \xF0\x9F\x9A\x80 ist besser. Kürzer auch.";
  auto found = split_sentences(text);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(text.substr(found[1].first), "Kürzer auch.");
}

}  // namespace
}  // namespace versus
