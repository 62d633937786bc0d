// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens gathered into distinct words and the places where they stand.
#include "indexer/article_words.hpp"

#include <utility>

#include "analysis/written_word.hpp"
#include "schema/string_table.hpp"
#include "schema/word_sequence.hpp"

namespace fihrist {
namespace {

std::string written_form(const Token& token, std::string_view text) {
  const std::string_view written = text.substr(token.begin, token.end - token.begin);
  if (token.alternative || written == token.text) return {};
  return token.kind == TokenKind::number ? std::string() : written_word(written);
}

class Gatherer {
 public:
  explicit Gatherer(const Analyzer& analyzer) : analyzer_(analyzer) {}

  void title(std::string_view title) {
    gather(title, analyzer_.words(title), words.title, &ArticleWord::in_title);
  }

  void text(std::string_view text) {
    const std::vector<Token> tokens = analyzer_.words(text);
    gather(text, tokens, words.text, &ArticleWord::in_text);
    std::size_t number = 0;
    for (const Token& token : tokens)
      if (!token.alternative && number++ % words_per_place == 0) words.places.push_back(token.begin);
  }

  ArticleWords words;

 private:
  /// `count` is the member of ArticleWord that counts the words of this text.
  void gather(std::string_view text, const std::vector<Token>& tokens, std::vector<std::uint32_t>& written,
              std::uint32_t ArticleWord::*count) {
    for (NameSighting& seen : name_sightings(text, tokens)) words.names.push_back(std::move(seen));
    for (const Token& token : tokens) {
      const std::uint32_t place = places_.intern(token.text);
      if (place == words.distinct.size())
        words.distinct.push_back({.text = token.text, .written = written_form(token, text)});
      ++(words.distinct[place].*count);
      if (token.hamza) ++words.distinct[place].hamzas;
      if (!token.alternative) written.push_back(place);
    }
  }

  const Analyzer& analyzer_;
  StringTable places_;
};

}  // namespace

ArticleWords words_of(const Article& article, const Analyzer& analyzer) {
  Gatherer gatherer(analyzer);
  gatherer.title(article.title);
  gatherer.text(searched_text(article));
  return std::move(gatherer.words);
}

}  // namespace fihrist
