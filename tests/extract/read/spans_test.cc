// Every text a reader gives stands at its bytes: stripped of markup, they are the text.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "corpus/text.h"
#include "extract/read/character_references.h"
#include "tests/extract/read/reading.h"

namespace versus {
namespace {

namespace fs = std::filesystem;

// Letters and digits alone: what no markup may add, drop or reorder.
std::string letters(std::string_view text) {
  std::string key = squashed_key(text);
  std::erase_if(key, [](char c) { return c == '.' || c == '+' || c == '#'; });
  return key;
}

// The bytes of the spans as letters; entities both as they stand and as what they stand for.
std::string letters_at(std::string_view source, const std::vector<Span>& spans) {
  std::string out;
  for (const Span& span : spans) {
    std::string_view bytes = source.substr(span.begin, span.size());
    std::string plain;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      CharacterReference reference = decode_reference(bytes.substr(i));
      if (reference.size == 0) {
        plain += bytes[i];
        continue;
      }
      plain += std::string(bytes.substr(i, reference.size)) + reference.text;
      i += reference.size - 1;
    }
    out += letters(plain);
  }
  return out;
}

// Is `part` a subsequence of `whole`, in order? Addresses of links and comments are extra bytes.
bool is_subsequence(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (char c : part) {
    at = whole.find(c, at);
    if (at == std::string_view::npos) return false;
    ++at;
  }
  return true;
}

void check_text(const Source& source, const SpannedText& text, const std::string& where) {
  std::vector<Span> spans = text.spans();
  for (std::size_t i = 0; i < spans.size(); ++i) {
    ASSERT_LE(spans[i].begin, spans[i].end) << where;
    ASSERT_LE(spans[i].end, source.text.size()) << where;
    if (i > 0) {
      ASSERT_LE(spans[i - 1].end, spans[i].begin) << where;
    }
  }
  ASSERT_TRUE(is_subsequence(letters(text.text()), letters_at(source.text, spans))) << where << ": " << text.text();
}

void check_document(const Source& source, const std::string& where) {
  Document document = read_document(source);
  std::uint32_t previous = 0;
  for (const Block& block : document.blocks) {
    std::string at = where + ":" + std::to_string(block.line);
    ASSERT_LE(block.span.end, source.text.size()) << at;
    ASSERT_LE(previous, block.span.begin) << at;
    previous = block.span.begin;
    check_text(source, block.text, at);
    for (const Mark& mark : block.marks) {
      ASSERT_LE(mark.begin, mark.end) << at;
      ASSERT_LE(mark.end, block.text.size()) << at;
    }
    if (!block.table) continue;
    ASSERT_EQ(block.table->grid.size(), static_cast<std::size_t>(block.table->n_rows * block.table->n_columns)) << at;
    for (const Cell& cell : block.table->cells) check_text(source, cell.text, at);
  }
}

Source source_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return make_source(std::string(std::istreambuf_iterator<char>(file), {}), path.string());
}

TEST(Spans, TextStandsAtItsBytes) {
  for (auto [media, text] : std::initializer_list<std::pair<MediaType, std::string_view>>{
           {MediaType::markdown, "> **Oak** is\n> [hard](http://x.y) &amp;\n> *old*\n"},
           {MediaType::markdown,
            "* one\n  two `x  y`\n  <b>three</b>\n\n| a \\| b | c |\r\n|---|---|\r\n| **d**<br>e | &lt;f&gt; |\r\n"},
           {MediaType::markdown, "\xEF\xBB\xBF# Oak **vs** Pine #\n\n!!! note\n    Oak\n    burns.\n"},
           {MediaType::text, "+---+----+\n| a | b  |\n|   | c  |\n+---+----+\n| d | <b>e</b> |\n+---+----+\n"},
           {MediaType::text, "a  b   c\nd  e   f\n   g   h\ni  j   k\n"},
       }) {
    Source source;
    source.media = media;
    source.text = text;
    check_document(source, std::string(text));
  }
}

TEST(Spans, AllDocumentsOfThePacks) {
  for (const char* folder : {"packs/documents", "seeds"}) {
    fs::path root = fs::path(VERSUS_SOURCE_DIR) / "../shared" / folder;
    if (!fs::exists(root)) GTEST_SKIP() << "no " << folder;
    for (const fs::directory_entry& entry : fs::directory_iterator(root)) {
      std::string ending = entry.path().extension().string();
      if (ending != ".md" && ending != ".txt" && ending != ".rst") continue;
      check_document(source_of(entry.path()), entry.path().filename().string());
    }
  }
}

// Cut and garbled documents: whatever comes out stands at its bytes, and nothing crashes.
TEST(Spans, CutAndGarbledInput) {
  std::string text =
      "---\ntitle: x\n---\n# Oak [vs](a \"b\") *Pine*\n\n- a **b\n  - c\n\n> q\n> r\n\n| a | b |\n|---|---|\n| c `|` | "
      "<td>d |\n\n"
      "<table><tr><td>x</td></tr></table>\n\n```\ncode\n```\n\n[a]: http://a\n\n+--+--+\n| a | b |\n+--+--+\n\n1. "
      "x\n\n2 Comments\n";
  std::uint32_t state = 1;
  for (int round = 0; round < 400; ++round) {
    std::string bytes = text.substr(0, static_cast<std::size_t>(round) % text.size());
    for (int i = 0; i < round % 7; ++i) {
      state = state * 1664525U + 1013904223U;
      if (bytes.empty()) break;
      constexpr std::string_view kBytes = "|*_`[]()<>&\\\n\t #-+=:!~ \r\"'";
      bytes[(state >> 8) % bytes.size()] = kBytes[(state >> 20) % kBytes.size()];
    }
    for (MediaType media : {MediaType::markdown, MediaType::text}) {
      Source source;
      source.media = media;
      source.text = bytes;
      check_document(source, "round " + std::to_string(round));
    }
  }
}

}  // namespace
}  // namespace versus
