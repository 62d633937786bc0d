// SPDX-License-Identifier: GPL-3.0-or-later
// The measures, the bootstrap and the randomisation test.
#include "bench/retrieval/scorer.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>
#include <sstream>
#include <stdexcept>

namespace fihrist::bench {
namespace {

constexpr std::size_t shallow = 10;
constexpr std::size_t deep = 100;

[[noreturn]] void refuse(const char* what, std::size_t line) {
  throw std::runtime_error(std::string(what) + " in line " + std::to_string(line));
}

double gain(int relevance, std::size_t rank_from_0) {
  return (std::exp2(relevance) - 1) / std::log2(static_cast<double>(rank_from_0) + 2);
}

double ideal_gain(const std::map<std::string, int>& judged) {
  std::vector<int> grades;
  for (const auto& [document, grade] : judged)
    if (grade > 0) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>());
  double sum = 0;
  for (std::size_t i = 0; i < std::min(grades.size(), shallow); ++i) sum += gain(grades[i], i);
  return sum;
}

QueryScore score_query(const std::map<std::string, int>& judged, const std::vector<std::string>& ranked) {
  QueryScore result;
  double relevant = 0;
  for (const auto& [document, grade] : judged) relevant += grade > 0;
  for (std::size_t i = 0; i < std::min(ranked.size(), deep); ++i) {
    const auto found = judged.find(ranked[i]);
    if (found == judged.end() || found->second <= 0) continue;
    result.recall100 += 1 / relevant;
    if (i >= shallow) continue;
    result.ndcg10 += gain(found->second, i);
    if (result.mrr10 == 0) result.mrr10 = 1 / static_cast<double>(i + 1);
    if (i == 0) result.success1 = 1;
  }
  result.ndcg10 /= ideal_gain(judged);
  return result;
}

}  // namespace

Judgments read_judgments(std::istream& in) {
  Judgments judgments;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    std::istringstream columns(line);
    std::string query, document, grade;
    if (!std::getline(columns, query, '\t') || !std::getline(columns, document, '\t') ||
        !std::getline(columns, grade, '\t'))
      refuse("not three columns", number);
    try {
      judgments[query][document] = std::stoi(grade);
    } catch (const std::exception&) {
      refuse("no number for the relevance", number);
    }
  }
  return judgments;
}

std::set<std::string> read_query_ids(std::istream& in) {
  std::set<std::string> ids;
  for (std::string line; std::getline(in, line);)
    if (const std::size_t tab = line.find('\t'); tab != std::string::npos) ids.insert(line.substr(0, tab));
  return ids;
}

Run read_run(std::istream& in) {
  std::map<std::string, std::vector<std::pair<double, std::string>>> scored;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    std::istringstream columns(line);
    std::string query, q0, document, tag;
    long rank = 0;
    double value = 0;
    if (!(columns >> query >> q0 >> document >> rank >> value >> tag)) refuse("not a run line", number);
    scored[query].emplace_back(value, document);
  }
  Run run;
  for (auto& [query, documents] : scored) {
    std::stable_sort(documents.begin(), documents.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [value, document] : documents) run[query].push_back(std::move(document));
  }
  return run;
}

std::map<std::string, QueryScore> score(const Judgments& judgments, const Run& run) {
  static const std::vector<std::string> nothing;
  std::map<std::string, QueryScore> scores;
  for (const auto& [query, judged] : judgments) {
    const bool judged_at_all =
        std::any_of(judged.begin(), judged.end(), [](const auto& entry) { return entry.second > 0; });
    if (!judged_at_all) continue;
    const auto answered = run.find(query);
    scores[query] = score_query(judged, answered == run.end() ? nothing : answered->second);
  }
  return scores;
}

QueryScore mean(const std::map<std::string, QueryScore>& scores) {
  QueryScore sum;
  if (scores.empty()) return sum;
  for (const auto& [query, one] : scores) {
    sum.ndcg10 += one.ndcg10;
    sum.mrr10 += one.mrr10;
    sum.success1 += one.success1;
    sum.recall100 += one.recall100;
  }
  const auto count = static_cast<double>(scores.size());
  return {sum.ndcg10 / count, sum.mrr10 / count, sum.success1 / count, sum.recall100 / count};
}

Interval bootstrap95(const std::vector<double>& values) {
  if (values.empty()) return {};
  constexpr std::size_t resamples = 2000;
  std::mt19937 random(20170120);
  std::uniform_int_distribution<std::size_t> pick(0, values.size() - 1);
  std::vector<double> means(resamples);
  for (double& resampled : means) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) sum += values[pick(random)];
    resampled = sum / static_cast<double>(values.size());
  }
  std::sort(means.begin(), means.end());
  return {means[resamples * 25 / 1000], means[resamples * 975 / 1000 - 1]};
}

double randomisation_p(const std::vector<double>& a, const std::vector<double>& b, int rounds) {
  if (a.size() != b.size()) throw std::invalid_argument("the two runs differ in their queries");
  std::vector<double> difference(a.size());
  std::transform(a.begin(), a.end(), b.begin(), difference.begin(), std::minus<>());
  const double observed = std::abs(std::accumulate(difference.begin(), difference.end(), 0.0));
  std::mt19937_64 random(20170120);
  int as_large = 0;
  for (int round = 0; round < rounds; ++round) {
    double sum = 0;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < difference.size(); ++i) {
      if (i % 64 == 0) bits = random();
      sum += (bits >> (i % 64)) & 1 ? difference[i] : -difference[i];
    }
    as_large += std::abs(sum) >= observed - 1e-12;
  }
  // The observed labelling is one of the possible ones, so p is never 0 (Davison, Hinkley 1997).
  return static_cast<double>(as_large + 1) / static_cast<double>(rounds + 1);
}

}  // namespace fihrist::bench
