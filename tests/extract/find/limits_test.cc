// What one document may take, whatever its bytes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "corpus/source.h"
#include "extract/findings.h"

namespace versus {
namespace {

Findings find(const std::string& markdown) {
  Document document = read_document(make_source(markdown, "a.md", "markdown"));
  return find_rows(document, Vocabulary::shipped());
}

bool is_cut(const Findings& found) {
  return std::any_of(found.diagnostics.begin(), found.diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.code == "too-many-rows"; });
}

TEST(Limits, ADocumentGivesNoMoreThanItsShareOfRows) {
  std::string table = "# PyTorch vs Keras\n\n| Feature | PyTorch | Keras |\n|---|---|---|\n";
  for (int i = 0; i < 10'001; ++i) table += "| f" + std::to_string(i) + " | 1 | 2 |\n";
  Findings found = find(table + "\nPyTorch is faster than Keras.\n");
  EXPECT_EQ(found.rows.size(), 20'000U);
  EXPECT_TRUE(is_cut(found));
}

TEST(Limits, RowsQuoteNoMoreThanTheirShareOfText) {
  std::string text = "# PyTorch vs Keras\n\n| Feature | PyTorch | Keras |\n|---|---|---|\n";
  std::string cell(1 << 20, 'x');
  for (int i = 0; i < 10; ++i) text += "| f" + std::to_string(i) + " | " + cell + " | " + cell + " |\n";
  Findings found = find(text);
  EXPECT_LE(found.rows.size(), 16U);
  EXPECT_TRUE(is_cut(found));
}

TEST(Limits, ASentenceWithoutEndIsNoClaim) {
  std::string text = "PyTorch vs Keras\n\n";
  for (int i = 0; i < 100'000; ++i) text += "PyTorch is faster than Keras and ";
  EXPECT_TRUE(find(text).rows.empty());
}

TEST(Limits, WhatPeopleWriteIsWhole) {
  Findings found = find("# PyTorch vs Keras\n\nPyTorch is faster than Keras.\n");
  EXPECT_EQ(found.rows.size(), 1U);
  EXPECT_FALSE(is_cut(found));
}

}  // namespace
}  // namespace versus
