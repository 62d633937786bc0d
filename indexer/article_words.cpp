// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens gathered into distinct words and the places where they stand.
#include "indexer/article_words.hpp"

#include "schema/string_table.hpp"

namespace fihrist {
namespace {

class Gatherer {
 public:
  explicit Gatherer(const Analyzer& analyzer) : analyzer_(analyzer) {}

  void gather(std::string_view text, std::vector<std::uint32_t>& written,
              std::vector<std::uint32_t>& alternatives) {
    for (const Token& token : analyzer_.words(text))
      (token.alternative ? alternatives : written).push_back(place_of(token));
  }

  ArticleWords words;

 private:
  std::uint32_t place_of(const Token& token) {
    const std::uint32_t place = places_.intern(token.text);
    if (place == words.distinct.size()) words.distinct.push_back({.text = token.text});
    ArticleWord& word = words.distinct[place];
    ++word.occurrences;
    if (token.hamza) ++word.hamzas;
    return place;
  }

  const Analyzer& analyzer_;
  StringTable places_;
};

}  // namespace

ArticleWords words_of(const Article& article, const Analyzer& analyzer) {
  Gatherer gatherer(analyzer);
  gatherer.gather(article.title, gatherer.words.title, gatherer.words.title_alternatives);
  gatherer.gather(article.text, gatherer.words.text, gatherer.words.text_alternatives);
  return std::move(gatherer.words);
}

}  // namespace fihrist
