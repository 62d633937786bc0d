// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes of articles.
#include "schema/article.hpp"

#include <doctest/doctest.h>

#include <set>

#include "schema/record.hpp"

namespace fihrist {
namespace {

Article sample() {
  return {.id = "a1",
          .title = "عنوان",
          .text = "نص المقال",
          .summary = "ملخص",
          .authors = {"سلمى", "كريم"},
          .source = "مجلة",
          .url = "https://example.com/a1",
          .alias_urls = {"https://e.com/1"},
          .tags = {"هواتف"},
          .date = Date{.year = 2017, .month = 1, .day = 20, .precision = DatePrecision::day},
          .updated = Date{.year = 2018, .precision = DatePrecision::year},
          .comments = 3};
}

}  // namespace

TEST_CASE("the short hash is 64-bit FNV-1a, by its authors' test vectors") {
  struct Row {
    const char* text;
    const char* hash;
  };
  for (const auto& [text, hash] :
       {Row{"", "cbf29ce484222325"}, Row{"a", "af63dc4c8601ec8c"}, Row{"foobar", "85944171f73967e8"}}) {
    CAPTURE(text);
    CHECK(short_hash(text) == hash);
  }
}

TEST_CASE("the record's digest is 128-bit FNV-1a in 16 bytes") {
  const std::string digest = record_digest("a");
  REQUIRE(digest.size() == 16);
  CHECK(digest == "\xD2\x28\xCB\x69\x6F\x1A\x8C\xAF\x78\x91\x2B\x70\x4E\x4A\x89\x64");
}

TEST_CASE("every field of an article changes its content hash") {
  std::vector<Article> variants(13, sample());
  variants[1].id = "a2";
  variants[2].title += "!";
  variants[3].text += "!";
  variants[4].summary.clear();
  variants[5].authors = {"سلمى"};
  variants[6].source = "صحيفة";
  variants[7].url += "/";
  variants[8].alias_urls.clear();
  variants[9].tags.push_back("شبكات");
  variants[10].date->precision = DatePrecision::month;
  variants[11].updated.reset();
  variants[12].comments = 0;
  std::set<std::string> hashes;
  for (const Article& article : variants) hashes.insert(content_hash(article));
  CHECK(hashes.size() == variants.size());
  CHECK(content_hash(sample()) == content_hash(sample()));
  CHECK(content_hash(sample()).size() == 32);
}

TEST_CASE("moving a word from one field to the next changes the content hash") {
  CHECK(content_hash({.title = "ab", .text = "c"}) != content_hash({.title = "a", .text = "bc"}));
  CHECK(content_hash({.authors = {"a", "b"}}) != content_hash({.authors = {"ab"}}));
}

}  // namespace fihrist
