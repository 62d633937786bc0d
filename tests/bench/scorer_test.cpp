// SPDX-License-Identifier: GPL-3.0-or-later
// The scorer against cases computed by hand.
#include "bench/retrieval/scorer.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <sstream>

using namespace fihrist::bench;

namespace {

QueryScore score_one(const std::map<std::string, int>& judged, const std::vector<std::string>& ranked) {
  return score({{"q", judged}}, {{"q", ranked}}).at("q");
}

std::vector<std::string> relevant_at(std::size_t rank) {
  std::vector<std::string> ranked;
  for (std::size_t i = 1; i < rank; ++i) ranked.push_back("noise" + std::to_string(i));
  ranked.emplace_back("d");
  return ranked;
}

}  // namespace

TEST_CASE("one relevant document scores by its rank as computed by hand") {
  struct Row {
    std::size_t rank;
    double ndcg, mrr, success, recall;
  };
  const Row rows[] = {
      {1, 1.0, 1.0, 1, 1},
      {2, 0.6309297535714574, 0.5, 0, 1},   // 1 / log2(3)
      {3, 0.5, 1.0 / 3, 0, 1},              // 1 / log2(4)
      {10, 0.2890648263178879, 0.1, 0, 1},  // 1 / log2(11)
      {11, 0, 0, 0, 1},
      {100, 0, 0, 0, 1},
      {101, 0, 0, 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.rank);
    const QueryScore scored = score_one({{"d", 1}}, relevant_at(row.rank));
    CHECK(scored.ndcg10 == doctest::Approx(row.ndcg));
    CHECK(scored.mrr10 == doctest::Approx(row.mrr));
    CHECK(scored.success1 == doctest::Approx(row.success));
    CHECK(scored.recall100 == doctest::Approx(row.recall));
  }
}

TEST_CASE("graded relevance is measured against the ideal order") {
  // DCG 1/log2(2) + 7/log2(3) + 0 + 3/log2(5); ideal 7 + 3/log2(3) + 1/log2(4)
  const QueryScore scored = score_one({{"a", 3}, {"b", 2}, {"c", 1}}, {"c", "a", "x", "b"});
  const double dcg = 1 + 7 / std::log2(3.0) + 3 / std::log2(5.0);
  const double ideal = 7 + 3 / std::log2(3.0) + 0.5;
  CHECK(scored.ndcg10 == doctest::Approx(dcg / ideal));
  CHECK(scored.mrr10 == doctest::Approx(1));
  CHECK(scored.recall100 == doctest::Approx(1));
}

TEST_CASE("a query that the run does not answer counts as zero and one without judgments not at all") {
  const auto scores = score({{"answered", {{"d", 1}}}, {"silent", {{"d", 1}}}, {"unjudged", {{"d", 0}}}},
                            {{"answered", {"d"}}, {"other", {"d"}}});
  CHECK(scores.size() == 2);
  CHECK(mean(scores).ndcg10 == doctest::Approx(0.5));
}

TEST_CASE("a run is ordered by its scores and not by its ranks") {
  std::istringstream lines("q Q0 second 1 1.5 t\nq Q0 first 2 2.5 t\nq Q0 third 3 1.5 t\n");
  CHECK(read_run(lines).at("q") == std::vector<std::string>{"first", "second", "third"});
}

TEST_CASE("a line that is no run line or no judgment is refused with its number") {
  std::istringstream run("q Q0 d 1 2.5 t\nq Q0 d\n");
  CHECK_THROWS_WITH(read_run(run), "not a run line in line 2");
  std::istringstream judgments("q\td\tmany\n");
  CHECK_THROWS_WITH(read_judgments(judgments), "no number for the relevance in line 1");
}

TEST_CASE("only lines with a tab are queries") {
  std::istringstream lines("q1\tهاتف\n\nq2\tحاسوب محمول\n");
  CHECK(read_query_ids(lines) == std::set<std::string>{"q1", "q2"});
}

TEST_CASE("equal runs do not differ and runs that differ on every query do") {
  const std::vector<double> low(50, 0.1), high(50, 0.9);
  CHECK(randomisation_p(low, low) == doctest::Approx(1));
  CHECK(randomisation_p(low, high) < 0.001);
}

TEST_CASE("a difference that one flipped sign undoes has the p value of a coin") {
  // Two queries, differences +1 and +1: |sum| = 2 in 2 of the 4 sign patterns.
  CHECK(randomisation_p({1, 1}, {0, 0}) == doctest::Approx(0.5).epsilon(0.05));
}

TEST_CASE("the bootstrap interval holds the mean and is a point when nothing varies") {
  std::vector<double> values;
  for (int i = 0; i < 200; ++i) values.push_back(i % 4 == 0 ? 1 : 0);
  const Interval interval = bootstrap95(values);
  CHECK(interval.low < 0.25);
  CHECK(interval.high > 0.25);
  CHECK(interval.high - interval.low < 0.15);
  const Interval point = bootstrap95(std::vector<double>(10, 0.5));
  CHECK(point.low == doctest::Approx(0.5));
  CHECK(point.high == doctest::Approx(0.5));
}
