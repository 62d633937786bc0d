// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-micro: what single steps cost, in bytes a second, on articles of one's own.
//
//   fihrist-micro [--benchmark_filter=REGEX …] CORPUS.jsonl
#include <benchmark/benchmark.h>
#include <fmt/core.h>

#include <filesystem>
#include <functional>
#include <span>

#include "analysis/analyzer.hpp"
#include "analysis/evidence.hpp"
#include "analysis/fold.hpp"
#include "bench/race/article_lines.hpp"
#include "indexer/byte_sources.hpp"
#include "indexer/indexer.hpp"
#include "indexer/readers/json_lines.hpp"
#include "searcher/query_parser.hpp"
#include "searcher/searcher.hpp"

namespace {

using namespace fihrist;
namespace fs = std::filesystem;

constexpr std::size_t most_articles = 500;

struct Material {
  std::string path;
  std::vector<Article> articles;
  std::uint64_t text_bytes = 0;
};

Material material_of(const std::string& path) {
  Material material{.path = path};
  const bench::ArticleSource next = bench::articles_of({path});
  while (material.articles.size() < most_articles)
    if (std::optional<Article> article = next())
      material.articles.push_back(std::move(*article));
    else
      break;
  for (const Article& article : material.articles) material.text_bytes += article.text.size();
  if (material.text_bytes == 0) throw std::runtime_error(path + " holds no text");
  return material;
}

/// Every text once an iteration.
void each_text(benchmark::State& state, const Material& material,
               const std::function<void(const std::string&)>& work) {
  for ([[maybe_unused]] const auto& round : state)
    for (const Article& article : material.articles) work(article.text);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(material.text_bytes));
}

void stems(benchmark::State& state, const Material& material) {
  const Analyzer analyzer;
  std::vector<std::string> words;
  for (const Article& article : material.articles)
    for (const Token& token : analyzer.words(article.text)) words.push_back(token.text);
  for ([[maybe_unused]] const auto& round : state)
    for (const std::string& word : words) benchmark::DoNotOptimize(analyzer.stem(word, false, NoEvidence{}));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}

void dates(benchmark::State& state) {
  for ([[maybe_unused]] const auto& round : state)
    for (const char* text : {"January 20, 2017 at 04:56PM", "٢٠ جانفي ٢٠١٧", "2017-01-20T16:56:00+03:00",
                             "Fri, 20 Jan 2017 16:56:00 GMT", "22 ربيع الآخر 1438 هـ"})
      benchmark::DoNotOptimize(parse_date(text));
  state.SetItemsProcessed(state.iterations() * 5);
}

void queries(benchmark::State& state) {
  for ([[maybe_unused]] const auto& round : state)
    for (const char* text :
         {"هاتف ذكي", "\"الذكاء الاصطناعي\" -نوكيا سنة:2017", "(أندرويد أو آيفون) كاتب:\"فريق التحرير\""})
      benchmark::DoNotOptimize(parse_query(text));
  state.SetItemsProcessed(state.iterations() * 3);
}

void json_lines(benchmark::State& state, const Material& material) {
  const JsonLinesReader reader;
  std::uint64_t bytes = 0;
  for ([[maybe_unused]] const auto& round : state) {
    const auto source = open_file(material.path);
    reader.read(*source, material.path,
                {.article = [](ReadArticle&& read) { benchmark::DoNotOptimize(read); },
                 .reject = [](Reject&&) {},
                 .skip = [](Skip&&) {}});
    bytes += source->bytes_read();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

/// A page of ten with records, snippets and highlights, for the first words of titles.
void pages(benchmark::State& state, const Material& material, Searcher& searcher) {
  std::size_t at = 0;
  for ([[maybe_unused]] const auto& round : state) {
    const std::string& title = material.articles[at++ % material.articles.size()].title;
    benchmark::DoNotOptimize(searcher.search({.text = title.substr(0, title.find(' ')), .limit = 10}));
  }
  state.SetItemsProcessed(state.iterations());
}

void run(const Material& material) {
  const fs::path archive = fs::temp_directory_path() / "fihrist-micro";
  fs::remove_all(archive);
  run_index({.archive = archive, .paths = {material.path}});
  Archive opened(archive);
  Searcher searcher(opened);
  const auto texts = [&](const char* name, const std::function<void(const std::string&)>& work) {
    benchmark::RegisterBenchmark(
        name, [&material, work](benchmark::State& state) { each_text(state, material, work); });
  };
  const Analyzer analyzer;
  texts("fold", [](const std::string& text) { benchmark::DoNotOptimize(fold(text)); });
  texts("words", [&](const std::string& text) { benchmark::DoNotOptimize(analyzer.words(text)); });
  texts("highlights", [&](const std::string& text) {
    benchmark::DoNotOptimize(searcher.highlights("الهاتف", false, text));
  });
  benchmark::RegisterBenchmark("stem", [&](benchmark::State& state) { stems(state, material); });
  benchmark::RegisterBenchmark("parse_date", dates);
  benchmark::RegisterBenchmark("parse_query", queries);
  benchmark::RegisterBenchmark("json_lines", [&](benchmark::State& state) { json_lines(state, material); });
  benchmark::RegisterBenchmark("page", [&](benchmark::State& state) { pages(state, material, searcher); });
  benchmark::RunSpecifiedBenchmarks();
  fs::remove_all(archive);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const std::span arguments(argv, static_cast<std::size_t>(argc));
  if (arguments.size() != 2) {
    fmt::print(stderr, "usage: fihrist-micro [--benchmark_filter=REGEX] CORPUS.jsonl\n");
    return 2;
  }
  try {
    run(material_of(arguments[1]));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 1;
  }
}
