// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of copies among many articles.
#include "indexer/near_copies.hpp"

#include <doctest/doctest.h>

#include <string>

#include "indexer/passages.hpp"

namespace fihrist {
namespace {

/// Sentences of ten words, all different but for `story` and their numbers.
std::string sentences(const std::string& story, int first, int last) {
  std::string text;
  for (int i = first; i < last; ++i) {
    const std::string mark = story + "ج" + std::to_string(i);
    text += "أعلنت الشركة" + mark + " عن هاتف" + mark + " جديد بشاشة" + mark + " كبيرة وبطارية" + mark +
            " تدوم طويلا" + mark + " في السوق\n";
  }
  return text;
}

}  // namespace

TEST_CASE(
    "copies are found among many articles that share a quarter of their text, which are not read for that") {
  constexpr std::size_t articles = 2000, copies_every = 100;
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < articles; ++i) {
    const bool is_copy = i % copies_every == 1;
    const std::string story = std::to_string(is_copy ? i - 1 : i);
    texts.push_back(sentences("موقع", 0, 6) + sentences(story, 0, is_copy ? 17 : 18));
  }
  const auto article_of = [&](std::size_t place) {
    return Article{.id = std::to_string(place), .text = texts[place]};
  };
  std::vector<NearCopyCandidate> candidates;
  for (std::size_t i = 0; i < articles; ++i)
    candidates.push_back(
        {.passages = FoldedArticle(article_of(i)).likeness().passages, .first_of_cluster = i + 1});

  std::size_t read = 0;
  const std::vector<std::uint64_t> clusters = near_copies(candidates, [&](std::size_t place) {
    ++read;
    return article_of(place);
  });
  REQUIRE(clusters.size() == articles);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < articles; ++i) {
    const std::size_t of = i % copies_every;
    wrong += clusters[i] == (of < 2 ? i - of + 1 : 0) ? 0U : 1U;
  }
  CHECK(wrong == 0);
  CHECK(read < articles / 2);
}

}  // namespace fihrist
