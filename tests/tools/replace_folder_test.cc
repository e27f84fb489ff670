#include "tools/versus/replace_folder.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "corpus/diagnostic.h"
#include "corpus/suggest.h"
#include "corpus/walk.h"

namespace versus {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

class ReplaceFolder : public testing::TestWithParam<Exchange> {
 protected:
  ReplaceFolder() : root_(fs::temp_directory_path() / ("versus_replace_" + std::to_string(getpid()))) {
    fs::create_directories(root_);
  }
  ~ReplaceFolder() override { fs::remove_all(root_); }

  static void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  void replace(const Files& files) {
    replace_folder(
        folder(),
        [&](const fs::path& stage) {
          for (const auto& [name, text] : files) write(stage / name, text);
        },
        GetParam());
  }
  // Everything but the state folder.
  Files content() const {
    Files files;
    for (const auto& entry : fs::recursive_directory_iterator(folder())) {
      std::string name = entry.path().lexically_relative(folder()).generic_string();
      std::ifstream input(entry.path(), std::ios::binary);
      if (entry.is_regular_file() && !name.starts_with(kStateFolder))
        files[name] = {std::istreambuf_iterator<char>(input), {}};
    }
    return files;
  }
  fs::path folder() const { return root_ / "out"; }
  fs::path root_;
};

TEST_P(ReplaceFolder, TheNewTakesThePlaceOfTheOld) {
  replace({{"a.csv", "1"}, {"b.csv", "1"}});
  EXPECT_EQ(content(), (Files{{"a.csv", "1"}, {"b.csv", "1"}}));
  replace({{"a.csv", "2"}, {"c.csv", "2"}});
  EXPECT_EQ(content(), (Files{{"a.csv", "2"}, {"c.csv", "2"}}));
  EXPECT_EQ(std::distance(fs::directory_iterator(root_), fs::directory_iterator()), 1);
}

TEST_P(ReplaceFolder, WhatIsNotOursStays) {
  replace({{"a.csv", "1"}});
  write(folder() / "notes.txt", "mine");
  write(folder() / "sub/more.txt", "mine too");
  replace({{"a.csv", "2"}});
  EXPECT_EQ(content(), (Files{{"a.csv", "2"}, {"notes.txt", "mine"}, {"sub/more.txt", "mine too"}}));
}

TEST_P(ReplaceFolder, AFailureLeavesTheOldWhole) {
  replace({{"a.csv", "1"}});
  try {
    replace_folder(
        folder(),
        [&](const fs::path& stage) {
          write(stage / "a.csv", "2");
          throw Error("No space left on device");
        },
        GetParam());
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()),
              folder().string() + ": No space left on device; the previous dataset is untouched");
  }
  EXPECT_EQ(content(), (Files{{"a.csv", "1"}}));
  EXPECT_EQ(std::distance(fs::directory_iterator(root_), fs::directory_iterator()), 1);
}

TEST_P(ReplaceFolder, WhatAKilledRunLeftIsHealed) {
  replace({{"a.csv", "1"}, {"b.csv", "1"}});
  write(root_ / ".out.versus-123/a.csv", "half");  // killed while writing beside
  write(folder() / ".versus-new/a.csv", "half");   // killed while writing inside
  heal_folder(folder());
  EXPECT_EQ(content(), (Files{{"a.csv", "1"}, {"b.csv", "1"}}));
  write(folder() / ".versus-commit/a.csv", "2");  // killed after the commit, one file already moved
  write(folder() / "c.csv", "2");
  write(folder() / ".versus-commit/.versus/files", "a.csv\nc.csv\n");
  heal_folder(folder());
  EXPECT_EQ(content(), (Files{{"a.csv", "2"}, {"c.csv", "2"}}));
  EXPECT_EQ(std::distance(fs::directory_iterator(root_), fs::directory_iterator()), 1);
}

INSTANTIATE_TEST_SUITE_P(, ReplaceFolder, testing::Values(Exchange::when_possible, Exchange::never));

TEST_F(ReplaceFolder, ForeignFoldersAreRefused) {
  refuse_foreign_folder(folder());  // not there yet
  fs::create_directories(folder());
  refuse_foreign_folder(folder());  // empty
  write(folder() / "thesis.txt", "mine");
  EXPECT_THROW(refuse_foreign_folder(folder()), Error);
  EXPECT_THROW(refuse_foreign_folder(folder() / "thesis.txt"), Error);
}

TEST(Suggest, SlipsOfTheFingers) {
  const std::vector<std::string> commands = {"build", "diff", "show", "check", "tables", "read"};
  EXPECT_EQ(nearest("bulid", commands), "build");
  EXPECT_EQ(nearest("dif", commands), "diff");
  EXPECT_EQ(nearest("tabels", commands), "tables");
  EXPECT_EQ(nearest("frobnicate", commands), "");
  EXPECT_EQ(nearest("", commands), "");
}

}  // namespace
}  // namespace versus
