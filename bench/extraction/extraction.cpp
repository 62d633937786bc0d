// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-extraction: how well and how fast articles are taken out of pages.
#include <CLI/CLI.hpp>

#include "bench/extraction/measure.hpp"

int main(int argc, char** argv) {
  using namespace fihrist::bench;
  CLI::App app{"Measures the extraction of articles from web pages."};
  app.require_subcommand(1);
  bool reached = true;

  BenchmarkRequest benchmark;
  CLI::App* aeb = app.add_subcommand("aeb", "a folder in the form of article-extraction-benchmark");
  aeb->add_option("FOLDER", benchmark.folder)->required()->check(CLI::ExistingDirectory);
  aeb->add_option("--predictions", benchmark.predictions, "write what evaluate.py of the benchmark reads");
  aeb->add_flag("--each", benchmark.each, "a line a page, worst first");
  aeb->add_option("--floor", benchmark.floor, "fail below this F1");
  aeb->callback([&] { reached = measure_benchmark(benchmark); });

  AnnotatedRequest annotated;
  CLI::App* pages = app.add_subcommand("annotated", "pages whose article is given by paths of elements");
  pages->add_option("ANNOTATIONS", annotated.annotations)->required()->check(CLI::ExistingFile);
  pages->add_option("PAGES", annotated.pages)->required()->check(CLI::ExistingDirectory);
  pages->add_flag("--each", annotated.each, "a line a page, worst first");
  pages->add_option("--floor", annotated.floor, "fail below this F1");
  pages->callback([&] { reached = measure_annotated(annotated); });

  std::filesystem::path trees;
  double floor = 0;
  bool each = false;
  CLI::App* tree = app.add_subcommand("tree", "tree construction tests of html5lib");
  tree->add_option("FOLDER", trees)->required()->check(CLI::ExistingDirectory);
  tree->add_flag("--each", each, "name the tests that fail");
  tree->add_option("--floor", floor, "fail below this share of passes");
  tree->callback([&] { reached = measure_tree_construction(trees, floor, each); });

  CLI::App* bombs = app.add_subcommand("bombs", "markup made to cost much");
  bombs->callback([&] { reached = measure_bombs(); });

  CLI11_PARSE(app, argc, argv);
  return reached ? 0 : 4;
}
