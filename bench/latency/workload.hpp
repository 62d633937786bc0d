// SPDX-License-Identifier: GPL-3.0-or-later
// The questions that speed is measured with, drawn from an archive's own words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/article.hpp"

namespace fihrist::bench {

/// One question for every engine: words as written in the archive.
struct Question {
  std::vector<std::string> words;
  std::int16_t year = 0;  ///< 0: no filter
};

/// A class of questions, asked one after the other.
struct QuestionClass {
  enum class Kind { term, all, any, phrase, newest, newest_everything, oldest, filtered, faceted };
  std::string name;
  Kind kind = Kind::term;
  std::vector<Question> questions;
};

/// `each` questions a class: common and rare words, two and three of one article, phrases of two neighbours,
/// newest first with a word and of everything, oldest first with a word, a word within a year, a word with
/// the number of its articles in each year. Words of under three letters and the 120 most frequent ones are
/// not asked. The same articles and seed give the same questions. Throws std::runtime_error when the articles
/// are too few, or have no dates.
std::vector<QuestionClass> make_workload(const std::vector<Article>& articles, std::size_t each,
                                         std::uint32_t seed);

}  // namespace fihrist::bench
