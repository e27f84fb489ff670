// What a name costs with the shipped vocabulary and with one ten times its size: the same, as look-ups are by key.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "corpus/vocabulary.h"
#include "normalize/resolve.h"

namespace {

// The shipped vocabulary, and nine made-up names for each of its own.
versus::Vocabulary ten_times() {
  auto folder = std::filesystem::temp_directory_path() / "versus_names_bench";
  std::filesystem::create_directories(folder);
  std::ofstream out(folder / "names.tsv");
  out << "what\tlabel\taliases\n";
  const versus::Vocabulary& shipped = versus::Vocabulary::shipped();
  for (int copy = 1; copy < 10; ++copy) {
    for (const auto& entry : shipped.entities()) {
      out << fmt::format("entity\tQ{0}z {1}\tQ{0}y {1}\n", copy, entry.label);
    }
    for (const auto& entry : shipped.features()) {
      out << fmt::format("feature\tQ{0}z {1}\tQ{0}y {1}\n", copy, entry.label);
    }
  }
  out.close();
  return versus::Vocabulary::with_folders({folder});
}

const versus::Vocabulary& vocabulary_of(std::int64_t size) {
  static const versus::Vocabulary large = ten_times();
  return size == 1 ? versus::Vocabulary::shipped() : large;
}

void resolve_names(benchmark::State& state) {
  const versus::Vocabulary& vocabulary = vocabulary_of(state.range(0));
  const std::vector<std::string> compared{"PyTorch", "Keras"};
  for (auto _ : state) {
    benchmark::DoNotOptimize(versus::resolve_entity("TensorFlow 2.x", compared, vocabulary));
    benchmark::DoNotOptimize(versus::resolve_entity("Nobody Knows It", compared, vocabulary));
    benchmark::DoNotOptimize(versus::resolve_feature("Custom Operations and Layers", vocabulary));
    benchmark::DoNotOptimize(versus::resolve_feature("Things never heard of", vocabulary));
  }
  state.SetItemsProcessed(state.iterations() * 4);
}

void find_mentions(benchmark::State& state) {
  const versus::Vocabulary& vocabulary = vocabulary_of(state.range(0));
  const std::string text =
      "PyTorch usually has better performance than Keras because it has fewer abstractions, but Tensor Flow Serving is "
      "easier to run in production than TorchServe.";
  for (auto _ : state) benchmark::DoNotOptimize(vocabulary.find_mentions(text));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

}  // namespace

BENCHMARK(resolve_names)->Arg(1)->Arg(10)->ArgName("vocabulary");
BENCHMARK(find_mentions)->Arg(1)->Arg(10)->ArgName("vocabulary");
BENCHMARK_MAIN();
