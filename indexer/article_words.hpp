// SPDX-License-Identifier: GPL-3.0-or-later
// The words of one article, before they have numbers in the lexicon.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "schema/article.hpp"

namespace fihrist {

/// A word of the article, once however often it occurs.
struct ArticleWord {
  std::string text;
  std::uint32_t occurrences = 0;
  std::uint32_t hamzas = 0;  ///< occurrences with Token::hamza
};

/// The four lists hold places in `distinct`. Alternatives (Token::alternative) are kept apart, because
/// they are indexed but were not written.
struct ArticleWords {
  std::vector<ArticleWord> distinct;  ///< in the order of their first occurrence, title first
  std::vector<std::uint32_t> title;
  std::vector<std::uint32_t> text;
  std::vector<std::uint32_t> title_alternatives;
  std::vector<std::uint32_t> text_alternatives;
};

ArticleWords words_of(const Article& article, const Analyzer& analyzer);

}  // namespace fihrist
