// SPDX-License-Identifier: GPL-3.0-or-later
// Draws questions by the frequency of words.
#include "bench/latency/workload.hpp"

#include <algorithm>
#include <functional>
#include <random>
#include <stdexcept>
#include <unordered_map>

#include "analysis/analyzer.hpp"
#include "analysis/utf8.hpp"

namespace fihrist::bench {
namespace {

constexpr std::size_t barred = 120;
constexpr std::size_t common_ranks = 600;
constexpr int most_tries = 100'000;

class Drawer {
 public:
  Drawer(const std::vector<Article>& articles, std::uint32_t seed) : articles_(articles), random_(seed) {
    std::unordered_map<std::string, std::uint32_t> frequency;
    for (const Article& article : articles)
      for (const Token& token : Analyzer().words(article.text)) ++frequency[token.text];
    for (const auto& [word, count] : frequency)
      if (askable(word)) ranked_.emplace_back(count, word);
    std::sort(ranked_.begin(), ranked_.end(), std::greater<>());
    for (std::size_t i = 0; i < ranked_.size(); ++i) rank_[ranked_[i].second] = i;
  }

  std::string common() { return ranked_[pick(barred, std::min(common_ranks, ranked_.size()))].second; }
  std::string rare() { return ranked_[pick(ranked_.size() / 10, ranked_.size() / 3)].second; }

  /// `count` askable words of one article, anywhere or side by side.
  std::vector<std::string> together(std::size_t count, bool adjacent) {
    for (int tries = 0; tries < most_tries; ++tries) {
      const std::vector<Token> tokens = analyzer_.words(articles_[pick(0, articles_.size())].text);
      if (tokens.size() < count + 8) continue;
      std::vector<std::string> words;
      const std::size_t begin = pick(0, tokens.size() - count);
      for (std::size_t i = 0; i < count; ++i) {
        const std::string& word = tokens[adjacent ? begin + i : pick(0, tokens.size())].text;
        const auto rank = rank_.find(word);
        if (rank != rank_.end() && rank->second >= barred) words.push_back(word);
      }
      if (words.size() == count) return words;
    }
    throw std::runtime_error("the articles are too few or too short to ask for several words of one");
  }

  std::int16_t year() {
    for (int tries = 0; tries < most_tries; ++tries)
      if (const auto& date = articles_[pick(0, articles_.size())].date) return date->year;
    throw std::runtime_error("hardly an article has a date to filter by");
  }

 private:
  static bool askable(const std::string& word) { return count_code_points(word) >= 3; }
  std::size_t pick(std::size_t from, std::size_t to) {
    return std::uniform_int_distribution<std::size_t>(from, to - 1)(random_);
  }

  const std::vector<Article>& articles_;
  std::mt19937 random_;
  Analyzer analyzer_;
  std::vector<std::pair<std::uint32_t, std::string>> ranked_;
  std::unordered_map<std::string, std::size_t> rank_;
};

}  // namespace

std::vector<QuestionClass> make_workload(const std::vector<Article>& articles, std::size_t each,
                                         std::uint32_t seed) {
  using Kind = QuestionClass::Kind;
  Drawer draw(articles, seed);
  const auto fill = [&](const char* name, Kind kind, const std::function<Question()>& make) {
    QuestionClass made{.name = name, .kind = kind, .questions = {}};
    for (std::size_t i = 0; i < each; ++i) made.questions.push_back(make());
    return made;
  };
  return {
      fill("term_common", Kind::term, [&] { return Question{.words = {draw.common()}}; }),
      fill("term_rare", Kind::term, [&] { return Question{.words = {draw.rare()}}; }),
      fill("and2", Kind::all, [&] { return Question{.words = draw.together(2, false)}; }),
      fill("and3", Kind::all, [&] { return Question{.words = draw.together(3, false)}; }),
      fill("or3", Kind::any, [&] { return Question{.words = draw.together(3, false)}; }),
      fill("phrase", Kind::phrase, [&] { return Question{.words = draw.together(2, true)}; }),
      fill("filtered", Kind::filtered,
           [&] { return Question{.words = {draw.common()}, .year = draw.year()}; }),
      fill("newest_term", Kind::newest, [&] { return Question{.words = {draw.common()}}; }),
      fill("newest_all", Kind::newest_everything, [&] { return Question{}; }),
      fill("oldest_term", Kind::oldest, [&] { return Question{.words = {draw.common()}}; }),
      fill("faceted", Kind::faceted, [&] { return Question{.words = {draw.common()}}; }),
  };
}

}  // namespace fihrist::bench
