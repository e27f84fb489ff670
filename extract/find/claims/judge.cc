#include "extract/find/claims/judge.h"

#include <algorithm>
#include <cmath>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

// A claim less likely than this is not made. Chosen on labelled sentences that no rule was made from
// (weights/README.md).
constexpr double kLikelyGrammar = 0.5;
constexpr double kLikelyLearned = 0.8;
constexpr std::size_t kMostPairs = 3;  // of a sentence that names many: a list of names compares nothing

struct Voice {
  PairScores scores{};
  bool found = false;
  bool turned = false;
};

// What the model says of the sentence's mentions, each pair and each alone asked once.
class Voices {
 public:
  Voices(const SentenceView& view, const std::vector<Claim>& claims, const ClaimLexicon& lexicon,
         const ClaimModel& model)
      : view_(view), claims_(claims), lexicon_(lexicon), model_(model) {}

  /// Of two mentions, or of `subject` against the other of two when `object` is -1.
  Voice of(int subject, int object) {
    if (subject < 0 || subject == object) return {};
    int first = object < 0 ? subject : std::min(subject, object);
    int second = object < 0 ? -1 : std::max(subject, object);
    auto asked = std::find_if(asked_.begin(), asked_.end(),
                              [&](const Asked& one) { return one.first == first && one.second == second; });
    if (asked == asked_.end()) asked = asked_.insert(asked_.end(), {first, second, ask(first, second)});
    return {asked->scores, true, object >= 0 && object < subject};
  }

 private:
  struct Asked {
    int first = -1;
    int second = -1;
    PairScores scores{};
  };

  PairScores ask(int first, int second) const {
    bool both = second >= 0;
    std::vector<std::uint32_t> features;
    if (view_.mentions.size() == (both ? 2 : 1)) {  // nothing else is named: as it was read
      features = pair_features(view_.tokens, both, claims_, view_.subject_of(0));
    } else {
      const ClaimMention& a = view_.mentions[static_cast<std::size_t>(first)];
      PairInSentence pair{view_.sentence, a.begin, a.end, view_.sentence.size(), view_.sentence.size()};
      if (both) {
        const ClaimMention& b = view_.mentions[static_cast<std::size_t>(second)];
        pair.b_begin = b.begin;
        pair.b_end = b.end;
      }
      features = pair_features(pair, lexicon_);
    }
    return score_pair(features, model_.pairs, model_.scale);
  }

  const SentenceView& view_;
  const std::vector<Claim>& claims_;
  const ClaimLexicon& lexicon_;
  const ClaimModel& model_;
  std::vector<Asked> asked_;
};

// The first mention of each subject.
std::vector<int> first_mentions(const std::vector<ClaimMention>& mentions) {
  std::vector<int> first;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    bool known = std::any_of(first.begin(), first.end(), [&](int k) {
      return mentions[static_cast<std::size_t>(k)].subject == mentions[i].subject;
    });
    if (!known) first.push_back(static_cast<int>(i));
  }
  return first;
}

bool is_compared(const std::vector<Claim>& claims, int a, int b) {
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    return claim.object >= 0 && ((claim.subject == a && (b < 0 || claim.object == b)) ||
                                 (claim.object == a && (b < 0 || claim.subject == b)));
  });
}

void add_learned(std::vector<WeighedClaim>& out, const SentenceView& view, Voices& voices, int subject, int object,
                 int implied, const SentenceFlags& flags) {
  Voice voice = voices.of(subject, object);
  PairVerdict verdict = verdict_of(voice.scores);
  if (verdict.label == PairLabel::none) return;
  Claim claim;
  bool wins = verdict.label == PairLabel::better;
  claim.subject_mention = wins || object < 0 ? subject : object;
  claim.object_mention = object < 0 ? -1 : wins ? object : subject;
  claim.subject = view.subject_of(claim.subject_mention);
  claim.object = object < 0 ? implied : view.subject_of(claim.object_mention);
  claim.direction = wins || object >= 0 ? Direction::better : Direction::worse;
  claim.pattern = ClaimPattern::learned;
  claim.implied = object < 0;
  describe_claim(view, claim);
  WeighedClaim one{claim,
                   confidence_inputs(claim, &voice.scores, claim.subject_mention == object && object >= 0, flags)};
  out.push_back(std::move(one));
}

}  // namespace

ClaimModel shipped_claim_model() {
  return {shipped_pair_weights(), shipped_pair_scale(), shipped_confidence_weights()};
}

std::vector<WeighedClaim> weigh_claims(const SentenceView& view, const std::vector<Claim>& claims,
                                       const ClaimLexicon& lexicon, const ClaimModel& model) {
  std::vector<WeighedClaim> out;
  SentenceFlags flags = flags_of(view.tokens);
  Voices voices(view, claims, lexicon, model);
  // of one thing the model was taught where no other is named
  bool one_named = std::all_of(view.mentions.begin(), view.mentions.end(), [&](const ClaimMention& mention) {
    return mention.subject == view.mentions.front().subject;
  });
  for (const Claim& claim : claims) {
    bool alone = one_named && claim.object_mention < 0 && claim.direction != Direction::attribute;
    Voice voice;
    if (claim.object_mention >= 0 || alone) voice = voices.of(claim.subject_mention, claim.object_mention);
    out.push_back({claim, confidence_inputs(claim, voice.found ? &voice.scores : nullptr, voice.turned, flags)});
  }
  if (view.mentions.empty() || view.size() == 0 || view.is_question || view.token(view.size() - 1).punctuation == ':')
    return out;
  const ClaimContext& context = view.context;
  std::vector<int> first = first_mentions(view.mentions);
  const bool alone = first.size() == 1;
  std::erase_if(first, [&](int k) {
    return std::find(context.candidates.begin(), context.candidates.end(), view.subject_of(k)) ==
           context.candidates.end();
  });
  if (alone && !first.empty()) {
    int subject = view.subject_of(first[0]);
    const std::vector<int>& compared = context.compared;
    bool of_two =
        compared.size() == 2 && !context.compared_by_heading && (compared[0] == subject || compared[1] == subject);
    if (of_two && !is_compared(claims, subject, -1))
      add_learned(out, view, voices, first[0], -1, compared[0] == subject ? compared[1] : compared[0], flags);
    return out;
  }
  if (first.size() > kMostPairs) return out;
  for (std::size_t i = 0; i < first.size(); ++i)
    for (std::size_t k = i + 1; k < first.size(); ++k)
      if (!is_compared(claims, view.subject_of(first[i]), view.subject_of(first[k])))
        add_learned(out, view, voices, first[i], first[k], -1, flags);
  return out;
}

std::vector<Claim> judge_claims(std::string_view sentence, const std::vector<ClaimMention>& mentions,
                                const ClaimContext& context, const ClaimLexicon& lexicon, const ClaimModel& model,
                                int* spoken_of) {
  SentenceView view = view_sentence(sentence, mentions, context, lexicon);
  std::vector<Claim> out;
  bool learned = false;
  for (WeighedClaim& one : weigh_claims(view, read_claims(view, spoken_of), lexicon, model)) {
    double confidence = confidence_of(one.inputs, model.confidence);
    bool by_model = one.claim.pattern == ClaimPattern::learned;
    bool compares = one.claim.direction != Direction::attribute;
    if (compares && confidence < (by_model ? kLikelyLearned : kLikelyGrammar)) continue;
    one.claim.confidence = std::round(confidence * 1000) / 1000;
    learned = learned || by_model;
    out.push_back(std::move(one.claim));
  }
  if (learned)  // what was taken for a description is the comparison
    std::erase_if(out, [&](const Claim& claim) {
      return claim.direction == Direction::attribute && is_compared(out, claim.subject, -1);
    });
  return out;
}

}  // namespace versus
