// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline of a search counts every dated match once, and leads to it.
#include "web/timeline_page.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("years and months of a search stand in lists with links, newest year first") {
  const std::string page = shared().get("/timeline?q=" + encoded("هاتف")).body;
  CHECK(in_order(
      page,
      {"عن «", "<h2 id=\"y2017\"><a href=\"/search?q=" + encoded("هاتف") + "&amp;from=2017&amp;to=2017\"",
       "مقالان", "from=2017-01&amp;to=2017-01", "يناير", ">2<", "<h2 id=\"y2016\">", "ديسمبر"}));
}

TEST_CASE("undated articles are counted apart, without months") {
  CHECK(in_order(
      shared().get("/timeline").body,
      {"<h2 id=\"y2016\">", "<h2 id=\"yundated\"><a href=\"/undated\"", "بلا تاريخ</a>", "مقال واحد"}));
}

TEST_CASE("limits stay in the timeline and are removed there") {
  const std::string page = shared().get("/timeline?author=" + encoded("أحمد منصور")).body;
  CHECK(in_order(page, {"الكاتب: ", "href=\"/timeline\"", "id=\"y2017\""}));
  CHECK(page.find("id=\"y2016\"") == page.npos);
}

TEST_CASE("a search without matches has an empty timeline, and a date that is none is refused") {
  CHECK(shared().get("/timeline?q=zzzz").status == 200);
  CHECK(shared().get("/timeline?from=soon").status == 400);
}

TEST_CASE("within one year the results count its months, first to last") {
  const std::string page = shared().get("/search?from=2017&to=2017").body;
  CHECK(in_order(page, {"<h2>الشهر</h2>", "from=2017-01&amp;to=2017-01\"", "يناير", "from=2017-03", "مارس"}));
}
