// Golden cases: one folder per lesson with input.{md,html,txt,rst} and rows.tsv (and claims.tsv, where the lesson is
// about claims). `golden_tests --remake LESSON...` writes what the program gives now; read the difference like code.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "corpus/source.h"
#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "normalize/normalized_row.h"

namespace versus {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(VERSUS_SOURCE_DIR) / "tests" / "golden";
constexpr const char* kHeader = "kind\tentity\topponent\tfeature\tsection\tvalue\tdirection\tflags\n";

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::optional<fs::path> input_of(const fs::path& lesson) {
  for (const auto& entry : fs::directory_iterator(lesson))
    if (entry.path().stem() == "input") return entry.path();
  return std::nullopt;
}

std::string flags_of(const NormalizedRow& normalized) {
  const FeatureRow& row = normalized.row;
  std::string flags;
  auto add = [&](const std::string& flag) { flags.append(flags.empty() ? "" : " ").append(flag); };
  if (row.entity_inferred) add("inferred");
  if (row.hedged) add("hedged");
  if (row.negated) add("negated");
  if (row.scale) add("scale=" + row.scale->low.to_string() + ".." + row.scale->high.to_string());
  if (!row.candidates.empty()) add("candidates=" + std::to_string(row.candidates.size()));
  return flags;
}

/// The rows of a lesson's input as TSV, claims or all the others.
std::string rows_of(const fs::path& input, bool claims) {
  Source source = make_source(read_file(input), input.filename().string());
  NormalizedDocument document = process(source, Vocabulary::shipped());
  std::string out = kHeader;
  for (const NormalizedRow& normalized : document.rows) {
    const FeatureRow& row = normalized.row;
    if ((row.kind == RowKind::claim) != claims) continue;
    std::string line(row_kind_name(row.kind));
    for (const std::string& cell : {row.entity, row.opponent, row.feature, row.section, row.value.text(),
                                    std::string(direction_name(row.direction)), flags_of(normalized)})
      line.append("\t").append(fold_space(cell));
    out += line + "\n";
  }
  return out;
}

std::vector<std::string> lessons() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kFolder))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, GivesItsRows) {
  fs::path lesson = kFolder / GetParam();
  std::optional<fs::path> input = input_of(lesson);
  ASSERT_TRUE(input) << lesson << " has no input";
  bool compared = false;
  for (const auto& [file, claims] : {std::pair("rows.tsv", false), std::pair("claims.tsv", true)}) {
    if (!fs::exists(lesson / file)) continue;
    compared = true;
    EXPECT_EQ(rows_of(*input, claims), read_file(lesson / file))
        << "if the new rows are right: golden_tests --remake " << GetParam();
  }
  EXPECT_TRUE(compared) << lesson << " has neither rows.tsv nor claims.tsv";
}

INSTANTIATE_TEST_SUITE_P(Lessons, Golden, testing::ValuesIn(lessons()), [](const auto& instance) {
  std::string name = instance.param;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
});

int remake(int count, char** names) {
  for (int i = 0; i < count; ++i) {
    fs::path lesson = kFolder / names[i];
    std::optional<fs::path> input = fs::is_directory(lesson) ? input_of(lesson) : std::nullopt;
    if (!input) {
      std::cerr << lesson.string() << ": no input\n";
      return 2;
    }
    bool claims_too = fs::exists(lesson / "claims.tsv");
    if (!claims_too || fs::exists(lesson / "rows.tsv"))
      std::ofstream(lesson / "rows.tsv", std::ios::binary) << rows_of(*input, false);
    if (claims_too) std::ofstream(lesson / "claims.tsv", std::ios::binary) << rows_of(*input, true);
  }
  return 0;
}

}  // namespace
}  // namespace versus

int main(int argc, char** argv) {
  if (argc > 1 && std::string(argv[1]) == "--remake") return versus::remake(argc - 2, argv + 2);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
