// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-ablation: one archive's queries under several settings of the ranking, each compared with the
// first.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "bench/retrieval/scorer.hpp"
#include "searcher/searcher.hpp"

namespace {

using namespace fihrist;
using namespace fihrist::bench;

struct Setting {
  std::string name;
  RankingOptions options;
};

/// "title=0,exact=.5" changes the defaults; the text is the setting's name.
Setting parse_setting(const std::string& text) {
  Setting setting{.name = text, .options = {}};
  const std::map<std::string, double*> numbers{{"k1", &setting.options.k1},
                                               {"b", &setting.options.b},
                                               {"title", &setting.options.title},
                                               {"exact", &setting.options.exact},
                                               {"four_grams", &setting.options.four_grams},
                                               {"proximity", &setting.options.proximity}};
  std::istringstream changes(text);
  for (std::string change; std::getline(changes, change, ',');) {
    const std::size_t equals = change.find('=');
    if (change == "default") continue;
    if (equals == std::string::npos) throw std::runtime_error("no value in " + change);
    const std::string name = change.substr(0, equals);
    const double value = std::stod(change.substr(equals + 1));
    if (name == "depth")
      setting.options.rerank_depth = static_cast<std::uint32_t>(value);
    else if (const auto number = numbers.find(name); number != numbers.end())
      *number->second = value;
    else
      throw std::runtime_error("unknown setting " + name);
  }
  return setting;
}

std::vector<std::pair<std::string, std::string>> read_queries(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<std::pair<std::string, std::string>> queries;
  for (std::string line; std::getline(in, line);)
    if (const std::size_t tab = line.find('\t'); tab != std::string::npos)
      queries.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  return queries;
}

std::map<std::string, QueryScore> evaluate(const std::string& archive_path, const Setting& setting,
                                           const std::string& queries_path, const Judgments& judgments) {
  Archive archive(archive_path, setting.options);
  Searcher searcher(archive);
  Run run;
  Judgments asked;
  for (const auto& [id, text] : read_queries(queries_path)) {
    const SearchResults results = searcher.search({.text = text, .limit = 100, .snippets = false});
    // One ranking, as `search --format trec` prints it.
    std::vector<Hit> all = results.hits;
    all.insert(all.end(), results.related.begin(), results.related.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const Hit& left, const Hit& right) { return left.score > right.score; });
    for (const Hit& hit : all) run[id].push_back(hit.id);
    if (const auto judged = judgments.find(id); judged != judgments.end()) asked.insert(*judged);
  }
  return score(asked, run);
}

std::vector<double> ndcg_of(const std::map<std::string, QueryScore>& scores) {
  std::vector<double> values;
  for (const auto& [query, one] : scores) values.push_back(one.ndcg10);
  return values;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app(
      "Scores an archive under settings of its ranking, such as: default title=0 exact=0,four_grams=0");
  std::string archive, queries, judgments_path;
  std::vector<std::string> settings;
  app.add_option("archive", archive, "An indexed archive")->required();
  app.add_option("queries", queries, "qid TAB text")->required();
  app.add_option("judgments", judgments_path, "qid TAB docid TAB relevance")->required();
  app.add_option("settings", settings,
                 "default, or NAME=VALUE,…: k1 b title exact four_grams proximity depth")
      ->required();
  CLI11_PARSE(app, argc, argv);
  try {
    std::ifstream in(judgments_path);
    if (!in) throw std::runtime_error("cannot read " + judgments_path);
    const Judgments judgments = read_judgments(in);
    std::vector<double> first;
    for (const std::string& text : settings) {
      const auto scores = evaluate(archive, parse_setting(text), queries, judgments);
      const QueryScore all = mean(scores);
      const std::vector<double> ndcg = ndcg_of(scores);
      if (first.empty()) first = ndcg;
      fmt::print("{:<44} nDCG@10 {:.4f}  MRR@10 {:.4f}  S@1 {:.4f}  R@100 {:.4f}  p {:.4f}\n", text,
                 all.ndcg10, all.mrr10, all.success1, all.recall100, randomisation_p(ndcg, first));
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
