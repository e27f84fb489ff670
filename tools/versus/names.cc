// versus names: what a name stands for, and which names nobody knows.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "corpus/text.h"
#include "corpus/vocabulary.h"
#include "normalize/resolve.h"
#include "score/schema.h"
#include "tools/versus/commands.h"
#include "tools/versus/names_review.h"

namespace versus {
namespace {

void print_link(const std::string& surface, const NameLink& link) {
  fmt::print("{}\t{}\t{}\t{}\t{}\t{:.2f}\n", surface, link.id, link.label.empty() ? surface : link.label,
             relation_name(link.relation), link.method, link.score);
}

int resolve_lines(std::istream& in, bool entities, const std::vector<std::string>& compared,
                  const Vocabulary& vocabulary) {
  std::string line;
  while (std::getline(in, line)) {
    std::string surface = fold_space(strip_control(line));
    if (surface.empty()) continue;
    if (entities) {
      print_link(surface, resolve_entity(surface, compared, vocabulary));
    } else {
      std::vector<NameLink> links = resolve_feature(surface, vocabulary);
      for (const NameLink& link : links) print_link(surface, link);
      for (const NameLink& link : related_features(links.front(), vocabulary)) print_link(surface, link);
    }
  }
  return 0;
}

}  // namespace

Run declare_names(CLI::App& app) {
  struct Options {
    std::string dataset, resolve;
    std::vector<std::string> entities, vocabulary;
  };
  auto options = std::make_shared<Options>();
  auto* dataset = app.add_option("DATASET", options->dataset, "a dataset that versus build wrote");
  auto* resolve = app.add_option("--resolve", options->resolve, "read names from standard input, one a line")
                      ->check(CLI::IsMember({"entity", "feature"}))
                      ->excludes(dataset);
  app.add_option("--entities", options->entities, "with --resolve: what the document compares: \"TF\" in its light")
      ->delimiter(',')
      ->needs(resolve);
  app.add_option("--vocabulary", options->vocabulary, "a folder of names of your own, laid over the shipped ones");
  return [options](const Context&) {
    if (options->resolve.empty() && options->dataset.empty()) throw Error("names takes a DATASET or --resolve KIND");
    Vocabulary vocabulary = Vocabulary::with_folders({options->vocabulary.begin(), options->vocabulary.end()});
    if (options->resolve.empty()) {
      fmt::print("{}", review_names(read_dataset(options->dataset), vocabulary));
      return 0;
    }
    return resolve_lines(std::cin, options->resolve == "entity", options->entities, vocabulary);
  };
}

}  // namespace versus
