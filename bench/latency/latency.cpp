// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-latency: the same questions to Fihrist and to plain Xapian, in turn, in one run.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "bench/latency/plain_xapian.hpp"
#include "bench/latency/workload.hpp"
#include "searcher/searcher.hpp"

namespace {

using namespace fihrist;
using namespace fihrist::bench;
using Kind = QuestionClass::Kind;

std::vector<Article> read_articles(const std::vector<std::string>& paths) {
  std::vector<Article> articles;
  for (const std::string& path : paths) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    for (std::string line; std::getline(in, line);) {
      const nlohmann::json record = nlohmann::json::parse(line);
      articles.push_back({.id = record.value("id", ""),
                          .title = record.value("title", ""),
                          .text = record.value("text", ""),
                          .date = parse_date(record.value("date", ""))});
    }
  }
  return articles;
}

SearchRequest request_of(Kind kind, const Question& question) {
  SearchRequest request;
  const char* between = kind == Kind::any ? " OR " : " ";
  for (const std::string& word : question.words) {
    if (!request.text.empty()) request.text += between;
    request.text += word;
  }
  if (kind == Kind::phrase) request.text = "\"" + request.text + "\"";
  if (kind == Kind::filtered) request.text += fmt::format(" year:{}", question.year);
  if (kind == Kind::newest || kind == Kind::newest_everything) request.sort = Sort::newest;
  if (kind == Kind::oldest) request.sort = Sort::oldest;
  request.facets = kind == Kind::faceted;
  request.related = false;
  request.afresh = true;
  return request;
}

double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

struct Times {
  std::vector<double> values;
  double at(double share) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1,
                           static_cast<std::size_t>(share * static_cast<double>(values.size())))];
  }
};

struct Timings {
  Times ours, match, page;
};

void print(const std::string& name, Timings& times) {
  auto& [ours, match, page] = times;
  fmt::print("{:<12} {:8.3f} {:8.3f} {:8.3f}   {:8.3f} {:8.3f} {:8.3f}   {:8.3f} {:8.3f} {:8.3f}   {:6.2f}\n",
             name, ours.at(.5), ours.at(.95), ours.at(.99), match.at(.5), match.at(.95), match.at(.99),
             page.at(.5), page.at(.95), page.at(.99), ours.at(.5) / page.at(.5));
}

/// Times a class, and adds its times to those of all classes.
void compare(const QuestionClass& asked, Searcher& searcher, PlainXapian& plain, int passes, Timings& all) {
  Timings times;
  auto& [ours, match, page] = times;
  for (int pass = 0; pass <= passes; ++pass)
    for (const Question& question : asked.questions) {
      const SearchRequest request = request_of(asked.kind, question);
      const double our_time = milliseconds([&] { searcher.search(request); });
      const double match_time = milliseconds([&] { plain.match(asked.kind, question); });
      const double page_time = milliseconds([&] { plain.page(asked.kind, question); });
      if (pass == 0) continue;  // warms the caches
      ours.values.push_back(our_time);
      match.values.push_back(match_time);
      page.values.push_back(page_time);
    }
  print(asked.name, times);
  for (const auto& [from, to] :
       {std::pair{&ours, &all.ours}, std::pair{&match, &all.match}, std::pair{&page, &all.page}})
    to->values.insert(to->values.end(), from->values.begin(), from->values.end());
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Times the same questions in Fihrist (a whole page: hits, records, snippets) and in plain Xapian.");
  std::string archive_path, plain_path;
  std::vector<std::string> articles_paths;
  std::size_t each = 25;
  int passes = 3;
  app.add_option("-C,--archive", archive_path, "An archive indexed from the same articles")->required();
  app.add_option("--plain", plain_path, "Where the plain Xapian index is, or is to be built")->required();
  app.add_option("--each", each, "Questions a class");
  app.add_option("--passes", passes, "Counted passes over all questions");
  app.add_option("articles", articles_paths, "JSON lines")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    const std::vector<Article> articles = read_articles(articles_paths);
    std::uint64_t text = 0;
    for (const Article& article : articles) text += article.title.size() + article.text.size();
    PlainXapian plain(plain_path, articles);
    Archive archive(archive_path);
    Searcher searcher(archive);
    const std::uint64_t ours = searcher.stats().index_bytes;
    fmt::print(
        "articles {}   text {:.1f} MB   index/text: fihrist {:.2f}, plain Xapian {:.2f}{}\n", articles.size(),
        static_cast<double>(text) / 1e6, static_cast<double>(ours) / static_cast<double>(text),
        static_cast<double>(plain.bytes()) / static_cast<double>(text),
        plain.seconds_to_build() > 0 ? fmt::format("   plain built in {:.1f} s", plain.seconds_to_build())
                                     : "");
    fmt::print("{:<12} {:>26}   {:>26}   {:>26}   {}\n", "ms", "fihrist p50 p95 p99", "xapian match",
               "xapian page", "p50 ratio of pages");
    Timings all;
    for (const QuestionClass& asked : make_workload(articles, each, 7))
      compare(asked, searcher, plain, passes, all);
    print("mixed", all);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
