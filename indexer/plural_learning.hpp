// SPDX-License-Identifier: GPL-3.0-or-later
// Broken plurals learned from a collection: by the shapes of words and by how they are used.
#pragma once

#include <functional>
#include <vector>

#include "analysis/word_tables.hpp"
#include "schema/learned_plural.hpp"
#include "schema/lexicon.hpp"
#include "schema/word_sequence.hpp"

namespace fihrist {

/// Calls a function with the words of each article, in an order that depends on the articles only.
using ArticleWordsWalk = std::function<void(const std::function<void(const WordSequence&)>&)>;

/// Pairs of words of the lexicon, which must have its stems, that are singular and broken plural by all
/// signs; best first, ties by spelling. Those below what is joined are suggestions for a person to judge.
/// Words that the tables explain are left to them. Deterministic.
///   1 shape       both words are plain nouns, and possible_plurals() allows the pair
///   2 attestation both are written with the article now and then
///   3 neighbours  they stand beside the same words: «جهاز جديد», «أجهزة جديدة»
///   4 agreement   the plural goes with the feminine singular and behind numbers, the singular does not
std::vector<LearnedPlural> learn_plurals(const Lexicon& lexicon, const WordTables& tables,
                                         const ArticleWordsWalk& for_each_article);

}  // namespace fihrist
