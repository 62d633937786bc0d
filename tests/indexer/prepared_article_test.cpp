// SPDX-License-Identifier: GPL-3.0-or-later
// Articles between reading and writing.
#include "indexer/prepared_article.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"
#include "schema/facet_values.hpp"

namespace fihrist {

TEST_CASE("a prepared article comes back from its bytes") {
  const PreparedArticle article{
      .id_term = "Qa",
      .record = R"({"id":"a"})",
      .content = digest_of("a"),
      .likeness = "l",
      .cluster = 0x8000000000000001,
      .sort_key = std::string("\x80\0\0", 3),
      .facets = "f",
      .filters = {"XAx", "XN"},
      .words = "w",
      .word_uses = {{.word = 5, .in_title = 1, .in_text = 0}, {.word = 300, .in_text = 7}}};
  const PreparedArticle back = prepared_from_bytes(to_bytes(article));
  CHECK(back.id_term == article.id_term);
  CHECK(back.record == article.record);
  CHECK(back.content == article.content);
  CHECK(back.likeness == article.likeness);
  CHECK(back.cluster == article.cluster);
  CHECK(back.sort_key == article.sort_key);
  CHECK(back.facets == article.facets);
  CHECK(back.filters == article.filters);
  CHECK(back.words == article.words);
  REQUIRE(back.word_uses.size() == 2);
  CHECK(back.word_uses[1].word == 300);
  CHECK(back.word_uses[1].in_text == 7);
  CHECK(back.word_uses[0].in_title == 1);
}

TEST_CASE("bytes that are cut short are refused") {
  const std::string bytes = to_bytes({.id_term = "Qa", .record = "r", .word_uses = {{.word = 1}}});
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(prepared_from_bytes(std::string_view(bytes).substr(0, size)), Error);
  }
}

TEST_CASE("filters are the folded names, the site, and the date as far as it is known") {
  struct Row {
    Article article;
    std::vector<std::string> filters;
  };
  const Date second{.year = 2017, .month = 1, .day = 5, .precision = DatePrecision::second};
  for (const auto& [article, filters] : {
           Row{{.authors = {"سَلمى أحمد", "سلمى احمد"}, .date = second},
               {"XAسلمي احمد", "XD20170105", "XM201701", "XY2017"}},
           Row{{.source = "مجلة", .tags = {"هواتف", " هواتف ", "5G"}}, {"XN", "XSمجله", "XT5g", "XTهواتف"}},
           Row{{.url = "http://www.Example.com/x"}, {"XHexample.com", "XN"}},
           Row{{.date = Date{.year = 2017, .month = 3, .precision = DatePrecision::month}},
               {"XM201703", "XY2017"}},
           Row{{.date = Date{.year = 2017, .precision = DatePrecision::year}}, {"XY2017"}},
           Row{{.authors = {"", " "}, .url = "no address"}, {"XN"}},
       })
    CHECK(filters_of(article) == filters);
}

TEST_CASE("facets are the names as written, and the month only when it is known") {
  const FacetValues dated =
      unpack_facets(facets_of({.authors = {"سَلمى"},
                               .tags = {"5G"},
                               .date = Date{.year = 2017, .month = 3, .precision = DatePrecision::month}}));
  CHECK(dated.authors == std::vector<std::string>{"سَلمى"});
  CHECK(dated.tags == std::vector<std::string>{"5G"});
  CHECK(dated.year == 2017);
  CHECK(dated.month == 3);
  CHECK(unpack_facets(facets_of({.date = Date{.year = 2017, .precision = DatePrecision::year}})).month == 0);
  CHECK(unpack_facets(facets_of({})).year == 0);
}

}  // namespace fihrist
