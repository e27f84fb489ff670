#include <gmock/gmock.h>

#include "corpus/source.h"
#include "extract/document.h"
#include "extract/find/subjects.h"

namespace versus {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> joined(const std::string& title, const std::string& text) {
  return names_joined_in_title(read_document(make_source("# " + title + "\n\n" + text + "\n", "a.md")));
}

TEST(NamesJoinedInTitle, AreBelievedWhenTheTextUsesThemAsNames) {
  const char* prose =
      "It is slower than Oakly, and some prefer Pinefree. Others like LogIt; and LogIt is fine with AX1.";
  EXPECT_THAT(joined("Oakly or Pinefree?", prose), ElementsAre("Oakly", "Pinefree"));
  EXPECT_THAT(joined("Oakly, Pinefree and LogIt side by side", prose), ElementsAre("Oakly", "Pinefree", "LogIt"));
  EXPECT_THAT(joined("Oakly compared with Pinefree", prose), ElementsAre("Oakly", "Pinefree"));
}

TEST(NamesJoinedInTitle, WordsThatOnlyBeginSentencesAreNotNames) {
  const char* prose = "Setup is easy. Usage is easier. The setup takes a minute, and the usage none.";
  EXPECT_THAT(joined("Setup and Usage", prose), IsEmpty());
  EXPECT_THAT(joined("Setup and Usage", "| Setup | Usage |\n|---|---|\n| easy | easy |\n"), IsEmpty());
}

TEST(NamesJoinedInTitle, HeadsOfATableAreNamesBesideAName) {
  const char* table = "Some prefer Oakly.\n\n| | Oakly | Pinefree |\n|---|---|---|\n| Weight | 1 | 2 |\n";
  EXPECT_THAT(joined("Oakly and Pinefree", table), ElementsAre("Oakly", "Pinefree"));
}

TEST(NamesJoinedInTitle, ALanguageThatCapitalisesNounsTellsNothing) {
  Document document = read_document(make_source(
      "---\nlang: de\n---\n# Aufbau und Betrieb\n\nWir loben den Aufbau, und der Betrieb ist leicht.\n", "a.md"));
  EXPECT_THAT(names_joined_in_title(document), IsEmpty());
}

std::vector<std::string> mentioned(const std::string& text, const std::string& sentence) {
  Document document = read_document(make_source("# Oakly Table 2 vs Pinefree LX9\n\n" + text + "\n", "a.md"));
  Subjects subjects = find_subjects(document, Vocabulary::shipped());
  add_short_names(document, subjects);
  std::vector<std::string> names;
  for (const SubjectMention& mention : subjects.find_mentions(sentence))
    names.push_back(subjects.all[static_cast<std::size_t>(mention.subject)].name);
  return names;
}

TEST(ShortNames, StandAloneAfterAnArticle) {
  EXPECT_THAT(mentioned("We like the Oakly. The LX9 wobbles.", "The LX9 is lighter than the Oakly."),
              ElementsAre("Pinefree LX9", "Oakly Table 2"));
}

TEST(ShortNames, BeforeANounAreSomethingElse) {
  EXPECT_THAT(mentioned("We like the Oakly app and the Pinefree company.", "The Oakly is lighter than the Pinefree."),
              IsEmpty());
}

}  // namespace
}  // namespace versus
