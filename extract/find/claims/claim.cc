#include "extract/find/claims/claim.h"

#include <algorithm>
#include <array>

#include "extract/find/claims/patterns.h"

namespace versus {
namespace {

constexpr std::array<std::string_view, kClaimPatterns> kPatternNames = {"comparative-than",
                                                                        "comparative-standard",
                                                                        "comparative-contrast",
                                                                        "comparative-implied",
                                                                        "as-as",
                                                                        "beats",
                                                                        "prefers",
                                                                        "superlative",
                                                                        "contrast",
                                                                        "same",
                                                                        "different",
                                                                        "learned",
                                                                        "attribute"};

Direction inverse(Direction direction) {
  if (direction == Direction::better) return Direction::worse;
  if (direction == Direction::worse) return Direction::better;
  return direction;
}

}  // namespace

std::string_view claim_pattern_name(ClaimPattern pattern) { return kPatternNames[static_cast<std::size_t>(pattern)]; }

void set_pair(const SentenceView& view, Claim& claim, int subject_mention, int object_mention) {
  claim.subject_mention = subject_mention;
  claim.object_mention = object_mention;
  claim.subject = view.subject_of(subject_mention);
  claim.object = view.subject_of(object_mention);
}

// The first claim of a pair about a feature stands; "A better than B" and "B worse than A" are one.
void add_claim(std::vector<Claim>& claims, Claim claim) {
  if (claim.subject < 0 || claim.subject == claim.object) return;
  for (const Claim& known : claims) {
    bool same = known.subject == claim.subject && known.object == claim.object && known.direction == claim.direction;
    bool turned =
        known.subject == claim.object && known.object == claim.subject && known.direction == inverse(claim.direction);
    if ((same || turned) && (known.feature == claim.feature || claim.pattern >= ClaimPattern::superlative)) return;
  }
  claims.push_back(std::move(claim));
}

std::vector<Claim> read_claims(std::string_view sentence, const std::vector<ClaimMention>& mentions,
                               const ClaimContext& context, const ClaimLexicon& lexicon, int* spoken_of) {
  return read_claims(view_sentence(sentence, mentions, context, lexicon), spoken_of);
}

std::vector<Claim> read_claims(const SentenceView& view, int* spoken_of) {
  std::vector<Claim> claims;
  if (spoken_of != nullptr) {
    *spoken_of = -1;
    for (const Clause& clause : view.clauses)
      if (*spoken_of < 0 && !clause.intro && !clause.unknown_subject) *spoken_of = clause.subject;
  }
  if (view.size() < 2) return claims;
  find_comparatives(view, claims);
  find_as_as(view, claims);
  find_unrivalled(view, claims);
  find_amounts(view, claims);
  find_verbs(view, claims);
  find_equalities(view, claims);
  find_contrasts(view, claims);
  find_measured(view, claims);
  find_fragments(view, claims);
  find_attributes(view, claims);
  bool doubted = view.is_question;
  for (int i = 0; i < view.size(); ++i) doubted = doubted || view.is(i, kDoubt);
  for (Claim& claim : claims) {
    claim.doubted = doubted;
    claim.implied = claim.object >= 0 && claim.object_mention < 0;
  }
  return claims;
}

}  // namespace versus
