// How many sentences a second are judged by the grammar and the model of claims, beside what ICU alone takes to cut the
// same text into sentences.
//
//   claims_benchmark FILE.jsonl...   lines with "sentence" or "text" (the prose packs); Google Benchmark's flags work
//
// The rate to compare is items_per_second: sentences.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extract/find/claims/judge.h"
#include "extract/find/claims/split.h"

namespace versus {
namespace {

std::vector<std::string> paragraphs;  // ten sentences each

void read_files(int argc, char** argv) {
  std::string paragraph;
  int n = 0;
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i]);
    for (std::string line; std::getline(in, line);) {
      nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
      if (!json.is_object()) continue;
      paragraph += json.value("sentence", json.value("text", std::string())) + ' ';
      if (++n % 10 == 0) paragraphs.push_back(std::move(paragraph)), paragraph.clear();
    }
  }
  if (!paragraph.empty()) paragraphs.push_back(paragraph);
}

void split_only(benchmark::State& state) {
  std::int64_t sentences = 0;
  for (auto _ : state)
    for (const std::string& text : paragraphs) sentences += static_cast<std::int64_t>(split_sentences(text).size());
  state.SetItemsProcessed(sentences);
}
BENCHMARK(split_only)->Unit(benchmark::kMillisecond);

// Every sentence has two entities, at its first and its middle word: the most that the patterns can be asked.
void split_and_judge(benchmark::State& state) {
  ClaimLexicon lexicon(Vocabulary::shipped());
  ClaimContext context;
  context.compared = context.candidates = {0, 1};
  ClaimModel model = shipped_claim_model();
  std::int64_t sentences = 0;
  std::size_t claims = 0;
  for (auto _ : state) {
    for (const std::string& text : paragraphs) {
      for (auto [begin, end] : split_sentences(text)) {
        std::string_view sentence = std::string_view(text).substr(begin, end - begin);
        std::vector<ClaimMention> mentions;
        std::size_t first = sentence.find(' ');
        std::size_t middle = sentence.find(' ', sentence.size() / 2);
        if (first != std::string_view::npos && first > 0) mentions.push_back({0, first, 0});
        if (middle != std::string_view::npos && first < middle)
          mentions.push_back({middle + 1, std::min(sentence.find(' ', middle + 1), sentence.size()), 1});
        if (!mentions.empty() && mentions.back().begin >= mentions.back().end) mentions.pop_back();
        claims += judge_claims(sentence, mentions, context, lexicon, model).size();
        ++sentences;
      }
    }
  }
  benchmark::DoNotOptimize(claims);
  state.SetItemsProcessed(sentences);
}
BENCHMARK(split_and_judge)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace versus

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  versus::read_files(argc, argv);
  if (versus::paragraphs.empty()) {
    std::fprintf(stderr, "claims_benchmark: no sentences; name JSON-lines files with \"sentence\" or \"text\"\n");
    return 2;
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
