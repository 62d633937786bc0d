// SPDX-License-Identifier: GPL-3.0-or-later
// A search in a URL: read without ever failing, and written back the same.
#include "web/search_address.hpp"

#include <doctest/doctest.h>

#include "analysis/utf8.hpp"

using namespace fihrist;

namespace {

SearchAddress address_of(const std::string& query) { return parse_address(parse_parameters(query)); }

}  // namespace

TEST_CASE("an address written and read again is the same address") {
  for (const std::string query :
       {"", "q=هاتف Galaxy -نوكيا", "q=a&sort=newest&after=XYZ", "q=a&sort=oldest&before=XYZ&exact=1",
        "q=a&page=7", "author=أ&author=ب&tag=ج&source=The Verge&from=2016&to=2017-01"}) {
    CAPTURE(query);
    const SearchAddress address = address_of(query);
    CHECK(parse_address(parameters_of(address)) == address);
  }
}

TEST_CASE("a page that is no number is the first") {
  for (const char* page : {"-1", "0", "x", "", "1e3", "99999999999999", "2 ", "+2"}) {
    CAPTURE(page);
    CHECK(address_of("q=a&page=" + percent_encode(page)).page == 1);
  }
  CHECK(address_of("q=a&page=3").page == 3);
}

TEST_CASE("an order that is none is the usual one, and without words newest comes first") {
  CHECK(address_of("q=a&sort=random").order() == Sort::relevance);
  CHECK(address_of("q=a&sort=oldest").order() == Sort::oldest);
  CHECK(address_of("sort=relevance").order() == Sort::newest);
  CHECK(address_of("").order() == Sort::newest);
}

TEST_CASE("unknown parameters are passed over") { CHECK(address_of("q=a&utm=1&x[]=2") == address_of("q=a")); }

TEST_CASE("a question is cut at 1,024 code points, and that is known") {
  std::string longest;
  for (int i = 0; i < 1024; ++i) longest += "ا";
  CHECK_FALSE(address_of("q=" + longest).cut);
  const SearchAddress cut = address_of("q=" + longest + "ا");
  CHECK(cut.cut);
  CHECK(count_code_points(cut.text) == 1024);
}

TEST_CASE("dates that are none are named, and never reach the searcher") {
  CHECK(bad_dates(address_of("from=2017&to=2017-01")).empty());
  const SearchAddress wrong = address_of("from=soon&to=2017");
  CHECK(bad_dates(wrong) == std::vector<std::string>{"from"});
  CHECK_FALSE(to_request(wrong, 10).from.has_value());
  CHECK(to_request(wrong, 10).to.has_value());
}

TEST_CASE("pages become offsets by relevance and cursors by date, never both") {
  const SearchRequest by_relevance = to_request(address_of("q=a&page=3&after=X"), 10);
  CHECK(by_relevance.offset == 20);
  CHECK(by_relevance.after.empty());
  const SearchRequest by_date = to_request(address_of("q=a&sort=newest&page=3&after=X"), 10);
  CHECK(by_date.offset == 0);
  CHECK(by_date.after == "X");
}

TEST_CASE("the largest page number does not overflow") {
  CHECK(to_request(address_of("q=a&page=4294967295"), 10).offset == SearchRequest::max_offset);
}

TEST_CASE("the same question from its first page keeps everything but the place") {
  const SearchAddress first = address_of("q=a&author=b&exact=1&page=4&after=X&before=Y").first_page();
  CHECK(first == address_of("q=a&author=b&exact=1"));
}
