// SPDX-License-Identifier: GPL-3.0-or-later
// Letters after which nothing is joined.
#include "analysis/word_splits.hpp"

#include <string>

#include "analysis/letters.hpp"
#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

constexpr std::size_t min_letters = 2;
constexpr std::u32string_view article_letters = U"ال";

/// The letters of Unicode (ArabicShaping.txt) that join nothing behind them (types R and U) and that folding
/// leaves, and ه ي, which stand for ة ى as well.
constexpr std::u32string_view gap_letters = U"اءدذرزوهي";

}  // namespace

std::vector<std::size_t> split_points(std::string_view word) {
  std::u32string letters;
  std::vector<std::size_t> offsets;
  for (std::size_t at = 0; at < word.size();) {
    offsets.push_back(at);
    letters.push_back(next_code_point(word, at));
    if (!is_arabic_letter(letters.back())) return {};
  }
  std::vector<std::size_t> points;
  for (std::size_t i = min_letters; i + min_letters <= letters.size(); ++i) {
    const bool gap = gap_letters.find(letters[i - 1]) != std::u32string_view::npos;
    if (gap || letters.compare(i, article_letters.size(), article_letters) == 0) points.push_back(offsets[i]);
  }
  return points;
}

}  // namespace fihrist
