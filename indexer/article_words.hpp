// SPDX-License-Identifier: GPL-3.0-or-later
// The words of one article, before they have numbers in the lexicon.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/analyzer.hpp"
#include "analysis/name_sightings.hpp"
#include "schema/article.hpp"

namespace fihrist {

/// A word of the article, once however often it occurs. Alternatives (Token::alternative) count as
/// occurrences: they are indexed although they were not written.
struct ArticleWord {
  std::string text;
  std::uint32_t in_title = 0;  ///< occurrences
  std::uint32_t in_text = 0;
  std::uint32_t hamzas = 0;  ///< occurrences with Token::hamza
  std::string written;  ///< at its first occurrence, see written_word(); empty: as folded, or an alternative
};

/// What was written, in order, as places in `distinct`; alternatives have no place in it.
struct ArticleWords {
  std::vector<ArticleWord> distinct;  ///< in the order of their first occurrence, title first
  std::vector<std::uint32_t> title;
  std::vector<std::uint32_t> text;
  std::vector<std::uint32_t> places;  ///< WordSequence::places
  std::vector<NameSighting> names;    ///< of title and text
};

ArticleWords words_of(const Article& article, const Analyzer& analyzer);

}  // namespace fihrist
