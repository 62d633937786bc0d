// SPDX-License-Identifier: GPL-3.0-or-later
// fihrist-grow-corpus: a corpus of any size in the likeness of a real one.
//
// An article is whole paragraphs of the seed corpus, as many words as some article there has, so that
// lengths, phrases, word frequencies and Latin names stay natural. They are of two or three articles, the
// longer the likelier: what a text is about it says again and again, a long one more than short ones. One
// word in sixty is replaced by a made-up one: new ones come up by Heaps' law (vocabulary grows as a power of
// the text) and are used again by Zipf's, so that the lexicon grows as it would. Dates rise through the
// years, one article in fifty comes out of order. The same seed, number and corpus give the same bytes.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "bench/race/article_lines.hpp"

namespace {

using namespace fihrist;
using namespace fihrist::bench;

constexpr std::size_t shortest_paragraph_bytes = 80;
constexpr double made_up_share = 1.0 / 60;
constexpr double heaps_exponent = 0.6;
constexpr int first_year = 2005, last_year = 2026;

class Corpus {
 public:
  Corpus(const std::vector<Article>& seeds, std::uint32_t seed) : random_(seed) {
    for (const Article& article : seeds) {
      if (!article.title.empty()) titles_.push_back(article.title);
      std::istringstream lines(article.text);
      std::vector<std::string> paragraphs;
      for (std::string line; std::getline(lines, line);)
        if (line.size() >= shortest_paragraph_bytes) paragraphs.push_back(line);
      if (paragraphs.empty()) continue;
      article_of_.insert(article_of_.end(), paragraphs.size(), paragraphs_.size());
      lengths_.push_back(words_in(paragraphs));
      paragraphs_.push_back(std::move(paragraphs));
    }
    if (titles_.empty() || paragraphs_.empty())
      throw std::runtime_error("the seed corpus has no titles or paragraphs");
  }

  std::string line(std::size_t number, std::size_t all) {
    return nlohmann::json{{"id", fmt::format("made-{:07}", number)},
                          {"title", titles_[pick(titles_.size())]},
                          {"text", text()},
                          {"date", date(number, all)},
                          {"author", fmt::format("كاتب {}", skewed(400))},
                          {"source", fmt::format("موقع {}", skewed(20))},
                          {"tags", {fmt::format("وسم {}", skewed(300)), fmt::format("وسم {}", skewed(300))}}}
        .dump();
  }

 private:
  std::size_t pick(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }
  double chance() { return std::uniform_real_distribution<double>(0, 1)(random_); }

  /// A rank below `ranks`, small ones more often: log-uniform, which is Zipf's law with exponent 1.
  std::size_t skewed(std::size_t ranks) {
    return static_cast<std::size_t>(std::exp(chance() * std::log(static_cast<double>(ranks) + 1.0))) - 1;
  }

  std::string text() {
    const std::size_t wanted = lengths_[pick(lengths_.size())];
    std::string text;
    for (std::size_t words = 0; words < wanted;) {
      std::vector<std::string>& paragraphs = paragraphs_[article_of_[pick(article_of_.size())]];
      std::shuffle(paragraphs.begin(), paragraphs.end(), random_);
      const std::size_t half = words + wanted / 2 + 1;
      for (std::size_t i = 0; i < paragraphs.size() && words < std::min(half, wanted); ++i)
        words += add_paragraph(paragraphs[i], text);
    }
    return text;
  }

  static std::size_t words_in(const std::vector<std::string>& paragraphs) {
    std::size_t words = 0;
    for (const std::string& paragraph : paragraphs) {
      std::istringstream text(paragraph);
      for (std::string word; text >> word;) ++words;
    }
    return words;
  }

  /// Gives the number of its words.
  std::size_t add_paragraph(const std::string& from, std::string& text) {
    std::istringstream paragraph(from);
    if (!text.empty()) text += '\n';
    const std::size_t begin = text.size();
    std::size_t words = 0;
    for (std::string word; paragraph >> word; ++words) {
      if (text.size() > begin) text += ' ';
      text += chance() < made_up_share ? made_up_word() : word;
    }
    return words;
  }

  /// How many made-up words there are follows from how many were asked for.
  std::string made_up_word() {
    const auto known = static_cast<std::size_t>(8 * std::pow(static_cast<double>(++asked_), heaps_exponent));
    return spelled(skewed(known));
  }

  /// Always the same letters for the same number.
  static std::string spelled(std::size_t number) {
    constexpr std::array<std::string_view, 20> letters{"ب", "ت", "ج", "ح", "د", "ر", "ز", "س", "ش", "ص",
                                                       "ط", "ع", "ف", "ق", "ك", "ل", "م", "ن", "ه", "ي"};
    std::string word;
    std::mt19937 random(static_cast<std::uint32_t>(number));
    const std::size_t length = 4 + random() % 4;
    for (std::size_t i = 0; i < length; ++i) {
      word += letters[random() % letters.size()];
      if (i == 1 && random() % 2 == 0) word += "ا";
    }
    return word;
  }

  std::string date(std::size_t number, std::size_t all) {
    const std::size_t place = pick(50) == 0 ? pick(all) : number;
    const double years = static_cast<double>(place) / static_cast<double>(all) * (last_year - first_year + 1);
    const int day = static_cast<int>((years - std::floor(years)) * 336);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", first_year + static_cast<int>(years), 1 + day / 28,
                       1 + day % 28, pick(24), pick(60));
  }

  std::mt19937 random_;
  std::vector<std::string> titles_;
  std::vector<std::vector<std::string>> paragraphs_;  ///< by article
  std::vector<std::size_t> lengths_;                  ///< their words
  std::vector<std::size_t> article_of_;               ///< of each paragraph
  std::size_t asked_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Prints a corpus of any size, as JSON lines, in the likeness of the given one.");
  std::size_t articles = 100'000;
  std::uint32_t seed = 20240501;
  std::vector<std::string> corpora;
  app.add_option("-n,--articles", articles, "How many");
  app.add_option("--seed", seed, "Another one gives other articles");
  app.add_option("corpus", corpora, "JSON lines")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    Corpus corpus(read_articles(corpora), seed);
    for (std::size_t number = 0; number < articles; ++number)
      fmt::print("{}\n", corpus.line(number, articles));
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: {}\n", error.what());
    return 1;
  }
}
