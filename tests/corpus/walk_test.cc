#include "corpus/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "corpus/glob.h"

namespace versus {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

TEST(Glob, PatternsMatchAsInGitignore) {
  struct {
    const char* pattern;
    const char* path;
    bool matches;
  } cases[] = {
      {"*.md", "a.md", true},
      {"*.md", "x/y/a.md", true},
      {"x/*.md", "x/a.md", true},
      {"x/*.md", "x/y/a.md", false},
      {"x/**", "x/y/a.md", true},
      {"**/a.md", "a.md", true},
      {"**/a.md", "x/y/a.md", true},
      {"x/**/a.md", "x/a.md", true},
      {"**/y/*.md", "x/y/a.md", true},
      {"**/y/*.md", "x/y/z/a.md", false},
      {"?.md", "a.md", true},
      {"?.md", "ab.md", false},
      {"[a-c].md", "b.md", true},
      {"[!a-c].md", "b.md", false},
      {"[", "[", true},
      {"a*b*c", "a-b-c", true},
      {"a*b*c", "a-b-", false},
      {"", "a", false},
      {"/x/a.md", "x/a.md", true},
      {"*", "x/y", true},
      {"a*****************b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false},
  };
  for (const auto& test : cases)
    EXPECT_EQ(matches_glob(test.pattern, test.path), test.matches) << test.pattern << " " << test.path;
}

class Walk : public testing::Test {
 protected:
  Walk() : root_(fs::temp_directory_path() / ("versus_walk_" + std::to_string(getpid()))) {
    fs::create_directories(root_);
  }
  ~Walk() override { fs::remove_all(root_); }

  void write(const std::string& name, const std::string& text = "text") {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name) << text;
  }
  static std::vector<std::string> names(const WalkResult& result) {
    std::vector<std::string> names;
    for (const SourceFile& file : result.files) names.push_back(file.source);
    return names;
  }
  static std::vector<std::string> problems(const WalkResult& result) {
    std::vector<std::string> texts;
    for (const WalkProblem& problem : result.problems)
      texts.push_back(problem.source + ": " + problem.diagnostic.code + ": " + problem.diagnostic.message);
    return texts;
  }
  WalkResult run(const WalkOptions& options = {}) { return walk({root_}, options); }

  fs::path root_;
};

TEST_F(Walk, SortedAndWithoutWhatIsNoArticle) {
  write("b.md");
  write("a.html");
  write("a_files/ad.html");
  write("alone_files/page.html");
  write("sub/c.txt.gz");
  write(".hidden.md");
  write(".git/x.md");
  write("dataset/.versus/state");
  write("dataset/report.html");
  EXPECT_THAT(names(run()), ElementsAre("a.html", "alone_files/page.html", "b.md", "sub/c.txt.gz"));
  EXPECT_THAT(problems(run()), ElementsAre());
}

TEST_F(Walk, FormatsNotReadAreSaid) {
  write("a.pdf");
  write("b.png");
  write("c.php", "<!doctype html><p>");
  write("notes", "A vs B");
  write("program", std::string("\x7f"
                               "ELF\0\0",
                               6));
  EXPECT_THAT(names(run()), ElementsAre("c.php", "notes"));
  EXPECT_THAT(problems(run()), ElementsAre("a.pdf: format-not-read: format not read: pdf",
                                           "b.png: format-not-read: format not read: png",
                                           "program: format-not-read: format not read: no ending, not text"));
}

TEST_F(Walk, IncludeAndExclude) {
  write("a.md");
  write("b.json");
  write("drafts/c.md");
  EXPECT_THAT(names(run({{"*.json"}, {}})), ElementsAre("b.json"));
  EXPECT_THAT(names(run({{}, {"drafts"}})), ElementsAre("a.md"));
  EXPECT_THAT(names(run({{"*.md"}, {"drafts/"}})), ElementsAre("a.md"));
}

TEST_F(Walk, LoopsAndBrokenLinksEnd) {
  write("a/b/c.md");
  fs::create_directory_symlink(root_ / "a", root_ / "a/b/up");
  fs::create_symlink(root_ / "nowhere", root_ / "dangling.md");
  EXPECT_THAT(names(run()), ElementsAre("a/b/c.md"));
  EXPECT_THAT(problems(run()), ElementsAre("a/b/up: directory-loop: a link to a folder above it; not followed",
                                           "dangling.md: unreadable: cannot be read: No such file or directory"));
}

TEST_F(Walk, OrderAndGroupingOfArgumentsDoNotMatter) {
  write("x/a.md");
  write("y/a.md");
  write("y/b.md");
  fs::path x = root_ / "x", y = root_ / "y", b = root_ / "y/b.md";
  EXPECT_THAT(names(walk({x, y, b}, {})), ElementsAre("b.md", "x/a.md", "y/a.md"));
  EXPECT_THAT(names(walk({b, y / "", x, y}, {})), ElementsAre("b.md", "x/a.md", "y/a.md"));
  EXPECT_THAT(names(walk({b, root_}, {})), ElementsAre("x/a.md", "y/a.md", "y/b.md"));
}

TEST_F(Walk, NamesAreUtf8) {
  write("a\xFF.md");
  EXPECT_THAT(names(run()), ElementsAre("a%FF.md"));
}

TEST_F(Walk, AMissingArgumentIsAnError) { EXPECT_THROW(walk({root_ / "nowhere"}, {}), Error); }

}  // namespace
}  // namespace versus
