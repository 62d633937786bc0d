// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-score: one line of scores for a TREC run, compared with a baseline run when one is given.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>

#include "bench/retrieval/scorer.hpp"

namespace {

using namespace fihrist::bench;

template <typename Read>
auto read_file(const std::string& path, Read read) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  try {
    return read(in);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
}

void keep_only(Judgments& judgments, const std::set<std::string>& asked) {
  std::erase_if(judgments, [&](const auto& entry) { return !asked.contains(entry.first); });
}

std::vector<double> ndcg_of(const std::map<std::string, QueryScore>& scores) {
  std::vector<double> values;
  for (const auto& [query, one] : scores) values.push_back(one.ndcg10);
  return values;
}

void print_scores(const std::string& name, const std::map<std::string, QueryScore>& scores) {
  const QueryScore all = mean(scores);
  const Interval interval = bootstrap95(ndcg_of(scores));
  fmt::print("{}\tqueries {}\tnDCG@10 {:.4f} [{:.4f} {:.4f}]\tMRR@10 {:.4f}\tS@1 {:.4f}\tR@100 {:.4f}", name,
             scores.size(), all.ndcg10, interval.low, interval.high, all.mrr10, all.success1, all.recall100);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Scores a TREC run against judgments: nDCG@10 with its 95 % interval, MRR@10, S@1, R@100.");
  std::string name = "run", judgments_path, run_path, baseline_path, queries_path;
  double floor = 0;
  app.add_option("--name", name, "What the line begins with");
  app.add_option("judgments", judgments_path, "qid TAB docid TAB relevance")->required();
  app.add_option("run", run_path, "TREC run")->required();
  app.add_option("--queries", queries_path, "qid TAB text: judge only what was asked");
  app.add_option("--baseline", baseline_path, "A run to compare nDCG@10 with, by paired randomisation");
  app.add_option("--floor", floor, "Exit 4 when nDCG@10 is below");
  CLI11_PARSE(app, argc, argv);
  try {
    Judgments judgments = read_file(judgments_path, read_judgments);
    if (!queries_path.empty()) keep_only(judgments, read_file(queries_path, read_query_ids));
    const auto scores = score(judgments, read_file(run_path, read_run));
    print_scores(name, scores);
    if (!baseline_path.empty()) {
      const auto baseline = score(judgments, read_file(baseline_path, read_run));
      fmt::print("\tbaseline {:.4f}\tdifference {:+.4f}\tp {:.4f}", mean(baseline).ndcg10,
                 mean(scores).ndcg10 - mean(baseline).ndcg10,
                 randomisation_p(ndcg_of(scores), ndcg_of(baseline)));
    }
    fmt::print("\n");
    if (mean(scores).ndcg10 < floor) {
      fmt::print(stderr, "{}: nDCG@10 {:.4f} is below the floor of {:.4f}\n", name, mean(scores).ndcg10,
                 floor);
      return 4;
    }
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "error: " << error.what() << '\n';
    return 1;
  }
}
