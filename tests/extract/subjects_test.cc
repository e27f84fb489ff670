#include "extract/find/subjects.h"

#include <gmock/gmock.h>

#include "extract/find/names.h"

namespace versus {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Names, TrimTakesOffWhatSurroundsAName) {
  EXPECT_EQ(trim_name("🥇 **PyTorch**:"), "PyTorch");
  EXPECT_EQ(trim_name("2. Webpack"), "Webpack");
  EXPECT_EQ(trim_name("(3) Tensor Flow"), "Tensor Flow");
  EXPECT_EQ(trim_name(":zap: zap"), "zap");
  EXPECT_EQ(trim_name("`node-fetch`"), "node-fetch");
  EXPECT_EQ(trim_name("C++"), "C++");
  EXPECT_EQ(trim_name("3D access"), "3D access");
  EXPECT_EQ(trim_name(""), "");
}

TEST(Names, BaseTakesOffParenthesisAndVersion) {
  EXPECT_EQ(base_name("Keras (Rating 1-10)"), "Keras");
  EXPECT_EQ(base_name("MySQL 8"), "MySQL");
  EXPECT_EQ(base_name("Sharp 2.0"), "Sharp");
  EXPECT_EQ(base_name("log15"), "log15");
  EXPECT_EQ(base_name("(n/a)"), "(n/a)");
}

TEST(Names, ProperNamesAreToldFromPhrases) {
  for (const char* name : {"PyTorch", "date-fns", "Amazon Web Services", "zerolog", "apex/log", "Bank of America"})
    EXPECT_TRUE(looks_like_proper_name(name)) << name;
  for (const char* other : {"Very fast", "It is easy to learn.", "large and active community", "", "!"})
    EXPECT_FALSE(looks_like_proper_name(other)) << other;
}

TEST(TitleNames, VersusTitles) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  struct Case {
    const char* title;
    std::vector<std::string> names;
  };
  const Case cases[] = {
      {"Kettles vs Urns", {"Kettles", "Urns"}},
      {"Battle of the Brewers: Foo vs. Bar – Who Comes Out on Top?", {"Foo", "Bar"}},
      {"Brewing Tools: Foo vs Bar vs Baz", {"Foo", "Bar", "Baz"}},
      {"Foo vs Bar — Detailed Comparison (With Summaries)", {"Foo", "Bar"}},
      {"Message Box vs Event Pipe: Which to Use?", {"Message Box", "Event Pipe"}},
      {"What are the pros and cons of using Foo vs Bar according to users?", {"Foo", "Bar"}},
      {"Foo, Bar versus Baz in 2031", {"Foo", "Bar", "Baz"}},
      {"Foo 2.0 vs Bar", {"Foo 2.0", "Bar"}},
      {"The differences between Foo and Bar", {"Foo", "Bar"}},
      {"Why Foo over Bar", {"Foo", "Bar"}},
  };
  for (const Case& c : cases)
    EXPECT_THAT(names_in_title(c.title, vocabulary), testing::ElementsAreArray(c.names)) << c.title;
}

TEST(TitleNames, OtherTitlesNameNothing) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  for (const char* title : {"", "vs", "Introduction", "Installing Foo and Bar", "Salt and pepper", "How to use it"})
    EXPECT_THAT(names_in_title(title, vocabulary), IsEmpty()) << title;
}

Subjects with_names(std::initializer_list<const char*> names) {
  Subjects subjects;
  for (const char* name : names) subjects.add(name, NamedIn::title);
  return subjects;
}

std::vector<std::string> mentioned(const Subjects& subjects, std::string_view text) {
  std::vector<std::string> out;
  for (const SubjectMention& mention : subjects.find_mentions(text))
    out.emplace_back(text.substr(mention.begin, mention.end - mention.begin));
  return out;
}

TEST(Subjects, FindsDecoratedWholeNames) {
  Subjects subjects = with_names({"FooFlow", "Bar 2.0"});
  EXPECT_EQ(subjects.find("Foo Flow (Rating 1-10)"), 0);
  EXPECT_EQ(subjects.find("**fooflow**"), 0);
  EXPECT_EQ(subjects.find("BAR"), 1);
  EXPECT_EQ(subjects.find("FooFlow Serving"), -1);
  EXPECT_EQ(subjects.find(""), -1);
}

TEST(Subjects, MentionsRespectWordsAndCase) {
  Subjects subjects = with_names({"FooFlow", "Sharp", "got", "date-fun", "Foo"});
  EXPECT_THAT(mentioned(subjects, "FooFlow's speed, fooflow and Foo."), ElementsAre("FooFlow", "fooflow", "Foo"));
  EXPECT_THAT(mentioned(subjects, "a sharp knife, SHARP code, Sharpness"), ElementsAre("SHARP"));
  EXPECT_THAT(mentioned(subjects, "I have got date-fun"), ElementsAre("date-fun"));
  EXPECT_THAT(mentioned(subjects, "Foo.js and MyFoo and x/Foo"), IsEmpty());
}

TEST(Subjects, TheTitleOutweighsProse) {
  Subjects subjects = with_names({"Quux", "Corge"});
  subjects.add("Grault", NamedIn::prose);
  subjects.sort();
  EXPECT_EQ(subjects.all[0].name, "Quux");
  EXPECT_FALSE(subjects.all[2].compared);
  EXPECT_TRUE(subjects.is_compared("corge"));
}

}  // namespace
}  // namespace versus
