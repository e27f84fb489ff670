#include "corpus/vocabulary.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace versus {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A vocabulary folder that lives as long as the test.
class Folder {
 public:
  Folder() {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::temp_directory_path() / (std::string("versus_") + info->name() + std::to_string(getpid()));
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder& with(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
    return *this;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string entity_id(const Vocabulary& vocabulary, std::string_view name) {
  auto match = vocabulary.find_entity(name);
  return match ? match->entry->id : "";
}

std::vector<std::string> mentions(std::string_view text) {
  std::vector<std::string> found;
  for (const NameMention& mention : Vocabulary::shipped().find_mentions(text)) {
    found.push_back(std::string(text.substr(mention.begin, mention.end - mention.begin)) + "=" + mention.entry->id);
  }
  return found;
}

TEST(ShippedVocabulary, HasNoProblems) {
  for (const Diagnostic& problem : Vocabulary::shipped().check()) ADD_FAILURE() << problem.message;
}

TEST(FindEntity, CaseSpacesAndPunctuationDoNotMatter) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  for (const char* name : {"TensorFlow", "tensorflow", "Tensor Flow", "tensor-flow", "TENSORFLOW", "TensorFlow\xC2\xAE",
                           "TensorFlow:", "TensorFlow 2", "TensorFlow 2.x", "TensorFlow (2.15)", "TensorFlow v2.1",
                           "TensorFlow (Rating 1-10)", "Google TensorFlow", "TensorFlow framework", "TF"}) {
    EXPECT_EQ(entity_id(vocabulary, name), "tensorflow") << name;
  }
}

TEST(FindEntity, AProductIsNotItsFramework) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  for (const char* name : {"TensorFlow Serving", "TFServing", "Pytorch Mobile", "TorchServe", "KerasNLP", "Caffe2",
                           "Caffe 2", "Torch7", "torch", "TensorFlow Something", "PyTorch Foo Bar"}) {
    for (const char* framework : {"tensorflow", "pytorch", "keras", "caffe"}) {
      EXPECT_NE(entity_id(vocabulary, name), framework) << name;
    }
  }
}

TEST(FindEntity, TheVersionIsKept) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  EXPECT_EQ(vocabulary.find_entity("Keras (3.x)")->version, "3.x");
  EXPECT_EQ(vocabulary.find_entity("PyTorch v2.1")->version, "2.1");
  EXPECT_EQ(vocabulary.find_entity("Keras 2.15")->version, "2.15");
  EXPECT_EQ(vocabulary.find_entity("Keras")->version, "");
}

TEST(FindEntity, NamesInContextAreNotNamesAlone) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  EXPECT_EQ(entity_id(vocabulary, "torch"), "");
  ASSERT_FALSE(vocabulary.find_in_context("torch").empty());
  EXPECT_EQ(vocabulary.find_in_context("Torch").front()->id, "pytorch");
}

TEST(FindMentions, TheLongestNameWins) {
  EXPECT_THAT(mentions("We moved from TensorFlow Serving to TorchServe, and PyTorch stayed."),
              ElementsAre("TensorFlow Serving=tensorflow-serving", "TorchServe=torchserve", "PyTorch=pytorch"));
  EXPECT_THAT(mentions("Keras's API beats Tensor Flow; scikit-learn is for the rest"),
              ElementsAre("Keras=keras", "Tensor Flow=tensorflow", "scikit-learn=scikit-learn"));
}

TEST(FindMentions, PiecesOfIdentifiersAreNotNames) {
  for (const char* text : {"keras.layers.Dense", "import my_keras", "https://pytorch.org/docs", "run keras-runner now",
                           "std::keras::x", "/usr/lib/keras"}) {
    EXPECT_THAT(mentions(text), IsEmpty()) << text;
  }
  EXPECT_THAT(mentions("a keras-based model"), ElementsAre("keras=keras"));
  EXPECT_THAT(mentions("This is Keras."), ElementsAre("Keras=keras"));
}

TEST(Folders, TheLastWordOnANameWins) {
  Folder folder;
  folder.with("entities/mine.tsv",
              "label\taliases\tid\n"
              "Our Net\tTF; ournet 9000\tour-net\n");
  Vocabulary vocabulary = Vocabulary::with_folders({folder.path()});
  EXPECT_EQ(entity_id(vocabulary, "TF"), "our-net");
  EXPECT_EQ(entity_id(vocabulary, "Ournet-9000"), "our-net");
  EXPECT_EQ(entity_id(vocabulary, "TensorFlow"), "tensorflow");
  EXPECT_NE(vocabulary.fingerprint(), Vocabulary::shipped().fingerprint());
}

TEST(Folders, AnEntryOfTheSameIdIsExtendedAndRenamed) {
  Folder folder;
  folder.with("names.tsv",
              "what\tlabel\taliases\tid\tsame_as\t?why\n"
              "entity\tTensorFlow (Google)\tFlow Net\ttensorflow\t\tour house style\n"
              "feature\tSpeed of light\t\t\tPerformance\tno other speed here\n");
  Vocabulary vocabulary = Vocabulary::with_folders({folder.path()});
  EXPECT_EQ(entity_id(vocabulary, "flow net"), "tensorflow");
  EXPECT_EQ(vocabulary.entity("tensorflow")->label, "TensorFlow (Google)");
  EXPECT_EQ(entity_id(vocabulary, "TF2"), "tensorflow");
  EXPECT_EQ(vocabulary.find_feature("speed of LIGHT")->entry->id, "performance");
}

struct BadCase {
  const char* file;
  const char* text;
  const char* message;
};

TEST(Folders, MistakesNameTheirFileAndLine) {
  const BadCase cases[] = {
      {"entities/a.tsv", "label\tlabel\nX\tY\n", "entities/a.tsv:1: two columns are called 'label'"},
      {"entities/a.tsv", "name\nX\n", "entities/a.tsv: no column 'label'"},
      {"entities/a.tsv", "label\taliasses\nX\tY\n", "entities/a.tsv: unknown column 'aliasses'"},
      {"entities/a.tsv", "# c\nlabel\nX\tY\n", "entities/a.tsv:3: 2 cells for 1 columns"},
      {"entities/a.tsv", "label\taliases\nX\t!!\n", "entities/a.tsv:2: '!!' has no letter or digit to be found by"},
      {"entities/a.tsv", "label\tsame_as\nX\tNobody Knows\n",
       "entities/a.tsv:2: same_as: no entity is called 'Nobody Knows'"},
      {"features/a.tsv", "label\taliases\n\tY\n", "features/a.tsv:2: no label"},
      {"names.tsv", "label\nX\n", "names.tsv: no column 'what' (entity | feature)"},
      {"names.tsv", "what\tlabel\nthing\tX\n", "names.tsv:2: 'thing' is neither entity nor feature"},
      {"words/tie.tsv", "word\nx\ty\n", "words/tie.tsv:2: 2 cells for 1 columns"},
      {"entities/a.tsv", "label\nX\xFF\n", "entities/a.tsv:2: not UTF-8"},
  };
  for (const BadCase& bad : cases) {
    Folder folder;
    folder.with(bad.file, bad.text);
    try {
      Vocabulary::with_folders({folder.path()});
      ADD_FAILURE() << bad.message;
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), testing::EndsWith(bad.message));
    }
  }
  EXPECT_THROW(Vocabulary::with_folders({"/nowhere/at/all"}), Error);
}

TEST(Check, ReportsTwoOwnersAndDeadEntries) {
  Folder folder;
  folder.with("entities/a.tsv",
              "label\taliases\tid\n"
              "Alpha\tFirst; FIRST\t\n"
              "Beta\tfirst\t\n"
              "Gamma\t\talpha\n");
  folder.with("features/a.tsv", "label\tparts\nThis and That\tNo Such Thing\n");
  std::vector<std::string> messages;
  for (const Diagnostic& problem : Vocabulary::with_folders({folder.path()}).check()) {
    messages.push_back(problem.message.substr(folder.path().string().size() + 1));
  }
  EXPECT_THAT(messages, ElementsAre("entities/a.tsv:3: 'first' of Beta belongs to Alpha already (" +
                                        (folder.path() / "entities/a.tsv").string() + ":2)",
                                    HasSubstr("entities/a.tsv:4: alpha is defined at"),
                                    "features/a.tsv:2: parts: 'No Such Thing' names no other feature"));
}

TEST(Check, ReportsAProductShadowedByItsFramework) {
  Folder folder;
  folder.with("names.tsv",
              "what\tlabel\taliases\tid\tsame_as\n"
              "entity\tPyTorch\tTorchServe; PyTorch Serve\tpytorch\t\n"
              "entity\tKerasCV\t\t\tKeras\n");
  std::vector<std::string> messages;
  for (const Diagnostic& problem : Vocabulary::with_folders({folder.path()}).check())
    messages.push_back(problem.message);
  EXPECT_THAT(messages, ElementsAre(testing::ContainsRegex("names.tsv:2: 'TorchServe' of PyTorch shadows TorchServe "
                                                           "\\(vocabulary/entities/deep_learning.tsv:[0-9]+\\)$"),
                                    testing::ContainsRegex("deep_learning.tsv:[0-9]+: no name leads to TorchServe$")));
}

TEST(Features, OfATopicAreRelatedAndNearNamesAreNamesOfNothing) {
  Folder folder;
  folder.with("names.tsv",
              "what\tlabel\tnear\ttopics\n"
              "feature\tZorbling\tzorble types; zorble support\tzorbs; greebles\n"
              "feature\tGreebling\t\tgreebles; Zorbs\n"
              "feature\tFrobbing\t\tfrobs\n");
  Vocabulary vocabulary = Vocabulary::with_folders({folder.path()});
  EXPECT_THAT(vocabulary.feature("zorbling")->related, ElementsAre("greebling"));
  EXPECT_THAT(vocabulary.feature("greebling")->related, ElementsAre("zorbling"));
  EXPECT_TRUE(vocabulary.find_feature("Zorble Types")->is_near);
  EXPECT_TRUE(vocabulary.find_feature_by_words("types of zorbles")->is_near);
  EXPECT_FALSE(vocabulary.find_feature("zorbling")->is_near);
  ASSERT_EQ(vocabulary.check().size(), 1u);
  EXPECT_THAT(vocabulary.check()[0].message, testing::EndsWith("names.tsv:4: topics: no other feature has 'frobs'"));
}

TEST(FindEntity, TheVendorMayStandBehindAndTheNumberMayDiffer) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  for (const auto& [name, id] :
       {std::pair("Lambda (AWS)", "aws-lambda"), std::pair("Azure Function", "azure-functions"),
        std::pair("sveltejs", "svelte"), std::pair("Neo4j graph database", "neo4j")}) {
    EXPECT_EQ(entity_id(vocabulary, name), id) << name;
  }
  for (const char* name : {"Rail", "Lambda (calculus)", "Redisjs", "Java compiler", "Python shell"}) {
    EXPECT_EQ(entity_id(vocabulary, name), "") << name;
  }
}

TEST(Words, AreFoundWhateverTheirCase) {
  const Vocabulary& vocabulary = Vocabulary::shipped();
  for (const char* word : {"same", "Same", "BOTH", "tie", "Equal", "draw", "neutral", " no  difference"}) {
    EXPECT_TRUE(vocabulary.has_word("tie", word)) << word;
  }
  for (const char* word : {"", "PyTorch", "none", "no", "-", "n/a"})
    EXPECT_FALSE(vocabulary.has_word("tie", word)) << word;
  for (const char* word : {"n/a", "N/A", "-", "\xE2\x80\x94", "TBD", "?"}) {
    EXPECT_TRUE(vocabulary.has_word("missing", word)) << word;
  }
  EXPECT_FALSE(vocabulary.has_word("no such list", "same"));
  EXPECT_THAT(vocabulary.words("no such list"), IsEmpty());
}

}  // namespace
}  // namespace versus
