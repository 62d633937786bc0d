// SPDX-License-Identifier: GPL-3.0-or-later
// Every name of the archive is reached from its list.
#include "web/names_page.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

/// An archive with so many tags that each letter has a page.
OpenFront& crowded() {
  static OpenFront front = [] {
    std::string lines;
    for (int i = 0; i < 700; ++i)
      lines += R"({"id":"a)" + std::to_string(i) + R"(","title":"مقال )" + std::to_string(i) +
               R"(","text":"نص قصير هنا.","tags":[")" + (i % 2 == 0 ? "باب " : "Topic ") + std::to_string(i) +
               R"("]})" + "\n";
    return OpenFront({}, lines);
  }();
  return front;
}

}  // namespace

TEST_CASE("names stand under their letters with counts and links") {
  const std::string page = shared().get("/authors").body;
  CHECK(in_order(page, {"<h1>4 كُتّاب</h1>", "href=\"#letter-0\"", "id=\"letter-0\"", "أحمد منصور", "2",
                        "زاوية المطور", "Yassine K."}));
  CHECK(page.find("<b>x") == page.npos);
  CHECK(in_order(shared().get("/sources").body, {"<h1>3 مصادر</h1>", "Engadget", "The Verge"}));
  CHECK(in_order(shared().get("/tags").body, {"<h1>وسمان</h1>", "هواتف"}));
}

TEST_CASE("the lists of names are data too") {
  CHECK(shared().json("/authors.json")[0]["value"] == "أحمد منصور");
  CHECK(shared().json("/authors.json")[0]["count"] == 2);
  CHECK(shared().get("/authors.csv").body.find("name,count\r\n\"أحمد منصور\",2\r\n") == 0);
  CHECK(shared().get("/tags.txt").body.find("هواتف (2)\n") != std::string::npos);
  CHECK(shared().get("/authors.bib").status == 404);
}

TEST_CASE("of many names the commonest are shown, and each letter has its page") {
  const std::string front = crowded().get("/tags").body;
  CHECK(in_order(front, {"700 وسم", "/tags?letter=" + encoded("ب"), "/tags?letter=T", "الأكثر ورودًا"}));
  CHECK(count_of(front, "href=\"/tag/") == 100);
  const std::string letter = crowded().get("/tags?letter=T").body;
  CHECK(count_of(letter, "href=\"/tag/Topic") == 350);
  CHECK(letter.find("aria-current=\"page\"") != letter.npos);
  CHECK(crowded().get("/tags?letter=Q").status == 404);
}

TEST_CASE("an archive that has no such names says so where every page leads") {
  const Response page = crowded().get("/authors");
  CHECK(page.status == 200);
  CHECK(page.body.find("<h1>لا كُتّاب</h1>") != std::string::npos);
  CHECK(page.body.find("class=\"letters\"") == std::string::npos);
  CHECK(crowded().get("/authors?letter=A").status == 200);
  CHECK(crowded().json("/authors.json").empty());
}
