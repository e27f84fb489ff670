// The words by which pages name their parts in class and id attributes.
#pragma once

#include <cstdint>
#include <string_view>

namespace versus::html {

/// What an element's class and id say it is. Bits, because "post-comments" says two things.
enum Trait : std::uint32_t {
  kCommentTrait = 1U << 0,
  kNavigationTrait = 1U << 1,
  kFooterTrait = 1U << 2,
  kAsideTrait = 1U << 3,
  kConsentTrait = 1U << 4,
  kNewsletterTrait = 1U << 5,
  kRelatedTrait = 1U << 6,
  kShareTrait = 1U << 7,
  kAuthorTrait = 1U << 8,
  kTagsTrait = 1U << 9,
  kPromoTrait = 1U << 10,
  kBylineTrait = 1U << 11,
  kCaptionTrait = 1U << 12,
  kHiddenTrait = 1U << 13,
  kHeadlineTrait = 1U << 14,
  kContentsTrait = 1U << 15,  // table of contents
  kBodyTrait = 1U << 16,
  kPostTrait = 1U << 17,  // one article of perhaps several
  kForumTrait = 1U << 18,
  kReviewsTrait = 1U << 19,  // what customers and users wrote
  kReplyTrait = 1U << 21,    // comments, but on a forum the posts
  kPanelTrait = 1U << 20,    // shown when the reader asks: tabs, accordions
};
constexpr std::uint32_t kPruneTraits = kNavigationTrait | kFooterTrait | kAsideTrait | kConsentTrait |
                                       kNewsletterTrait | kRelatedTrait | kShareTrait | kAuthorTrait | kTagsTrait |
                                       kPromoTrait | kBylineTrait | kCaptionTrait | kHiddenTrait | kHeadlineTrait |
                                       kContentsTrait;

/// `names` is a class or id attribute: "post-comments js-list", "relatedPosts".
std::uint32_t traits_of(std::string_view names);

/// The role given to a block pruned for one of these traits.
std::string_view role_of(std::uint32_t traits);

}  // namespace versus::html
