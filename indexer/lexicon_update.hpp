// SPDX-License-Identifier: GPL-3.0-or-later
// How an article's words enter the lexicon, and how new words get their stems.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/analyzer.hpp"
#include "indexer/article_words.hpp"
#include "indexer/word_dictionary.hpp"
#include "schema/lexicon.hpp"

namespace fihrist {

/// Numbers of the words of ArticleWords::distinct, in their order; new words are added. With `count`, each
/// word is counted as held by one more article (new words always are); it counts as written with hamza
/// when half of its occurrences are.
std::vector<WordId> enter(const ArticleWords& words, bool count, Lexicon& lexicon);

/// Gives every word from number `first` on its stem. To be called when all words of the run are counted,
/// because the stemmer asks what the collection attests. The result does not depend on `jobs`.
/// `dictionary` vouches for words that the collection has not met.
void set_stems(Lexicon& lexicon, std::size_t first, const Analyzer& analyzer,
               const WordDictionary& dictionary, unsigned jobs);

}  // namespace fihrist
