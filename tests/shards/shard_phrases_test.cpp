// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a quote are looked at here, article by article, since servers of shards cannot: so only so
// many are.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "searcher/phrase_source.hpp"
#include "searcher/searcher.hpp"
#include "tests/shards/served_shards.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

/// More than are looked at, each with «محرك», half of them with «بحث» beside it, a tenth in a row.
std::string articles_of_two_words(std::uint64_t count) {
  std::string lines;
  for (std::uint64_t i = 0; i < count; ++i) {
    const char* words = i % 10 == 0 ? "محرك بحث" : i % 2 == 0 ? "بحث عن محرك" : "محرك وحده";
    lines += fmt::format(R"({{"id":"{0}","title":"خبر رقم{0}","text":"كلمة{0} {1}"}})", i, words) + "\n";
  }
  return lines;
}

bool says_capped(const SearchResults& results) {
  return std::find(results.notices.begin(), results.notices.end(), "verification_capped") !=
         results.notices.end();
}

}  // namespace

TEST_CASE("a quote that more articles of shards may hold than are looked at says that some may be missing") {
  const std::uint64_t looked_at = VerificationBudget{}.shard_articles;
  const std::uint64_t count = looked_at + looked_at / 10;
  const SourceArchive source(articles_of_two_words(count));
  const ServedShards shards(source.path(), 2);
  Archive whole(source.path()), cut(source.path(), RankingOptions{}, shards.options());
  const auto ask = [](Archive& archive, const std::string& text) {
    return Searcher(archive).search({.text = text, .related = false});
  };

  // Half of the articles hold both words: all of them are looked at.
  const SearchResults few = ask(cut, "\"محرك بحث\"");
  CHECK(few.total == count / 10);
  CHECK(few.total_is_exact);
  CHECK_FALSE(says_capped(few));

  // Every article holds the one word.
  const SearchResults many = ask(cut, "\"محرك\"");
  CHECK(many.total == looked_at);
  CHECK_FALSE(many.total_is_exact);
  CHECK(says_capped(many));
  CHECK(many.hits.size() == 10);
  CHECK(ask(whole, "\"محرك\"").total == count);
}
