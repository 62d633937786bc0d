// SPDX-License-Identifier: GPL-3.0-or-later
// Latin runs, units and dates keep their order wherever Arabic surrounds them, and no text leaves its place.
#include <doctest/doctest.h>

#include <regex>

#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

constexpr const char* lri = "\xE2\x81\xA6";
constexpr const char* pdi = "\xE2\x81\xA9";
constexpr const char* override_mark = "\xE2\x80\xAE";  // U+202E

/// Articles whose every part mixes directions or attacks the page.
OpenFront& mixed() {
  static OpenFront front = [] {
    nlohmann::json units{{"id", "units"},
                         {"title", "هاتف بذاكرة 6 GB وبطارية 3000 mAh"},
                         {"text", "يدعم لغة C++ ويعمل بنظام Windows 10 منذ 2017-01 بلا توقف."},
                         {"author", "أحمد من The Verge"},
                         {"source", "موقع 9to5Google"},
                         {"date", "2017-01-20"},
                         {"tags", {"لغة C++"}}};
    nlohmann::json attack{
        {"id", std::string("x") + override_mark},
        {"title", std::string("عنوان") + override_mark + "</h1><script>alert(1)</script>"},
        {"text", std::string(10'000, 'w') + " </p></main><script>alert(2)</script> كلمة" + override_mark},
        {"author", std::string("\"><svg onload=alert(3)>") + override_mark},
        {"source", "--><style>*{display:none}</style>"},
        {"tags", {"' onmouseover='alert(4)"}},
        {"url", "javascript:alert(5)"},
        {"date", "2017-01-21"}};
    return OpenFront({}, units.dump() + "\n" + attack.dump() + "\n");
  }();
  return front;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

std::string isolated(const std::string& run) { return lri + run + pdi; }

/// The names of a page's elements in order: its structure without its texts, and without what isolates a
/// query or says that it was cut.
std::string structure_of(const std::string& html) {
  static const std::regex tag("</?(?!bdi|p[ >])[a-z][a-z0-9]*");
  std::string names;
  for (auto at = std::sregex_iterator(html.begin(), html.end(), tag); at != std::sregex_iterator(); ++at)
    names += at->str() + ' ';
  return names;
}

}  // namespace

TEST_CASE("units, products and dates are isolated in bodies, titles, snippets and lists") {
  const std::string article = mixed().get("/article/units").body;
  for (const char* run :
       {R"(<bdi dir="ltr" lang="en" class="unit">6 GB</bdi>)",
        R"(<bdi dir="ltr" lang="en" class="unit">3000 mAh</bdi>)", R"(<bdi dir="ltr" lang="en">C++</bdi>)",
        R"(<bdi dir="ltr" lang="en" class="unit">Windows 10</bdi>)",
        R"(<bdi dir="ltr" lang="en">2017-01</bdi>)"}) {
    CAPTURE(run);
    CHECK(holds(article, run));
  }
  for (const char* target : {"/", "/2017/01", "/search?sort=newest", "/authors", "/sources", "/tags"}) {
    CAPTURE(target);
    CHECK(holds(mixed().get(target).body, R"(<bdi dir="ltr" lang="en")"));
  }
}

TEST_CASE("where no markup can stand, runs are isolated by characters") {
  const std::string article = mixed().get("/article/units").body;
  const std::string title = "هاتف بذاكرة " + isolated("6 GB") + " وبطارية " + isolated("3000 mAh");
  CHECK(holds(article, "<title>" + title));
  CHECK(holds(article, "<meta property=\"og:title\" content=\"" + title));
  CHECK(holds(mixed().get("/feed.atom").body, "<title>" + title));
  CHECK(holds(mixed().get("/2017/01.txt").body, title));
}

TEST_CASE("a query is echoed as it was typed, in a direction of its own") {
  struct Row {
    const char *query, *heading, *box;
  };
  const Row rows[] = {
      {"C++", R"(<bdi><bdi dir="ltr" lang="en">C++</bdi></bdi>)", R"(value="C++" dir="auto")"},
      {"6 GB", R"(<bdi><bdi dir="ltr" lang="en" class="unit">6 GB</bdi></bdi>)",
       R"(value="6 GB" dir="auto")"},
      {"Galaxy S8 هاتف -نوكيا",
       R"(<bdi><bdi dir="ltr" lang="en" class="unit">Galaxy S8</bdi> هاتف -نوكيا</bdi>)",
       R"(value="Galaxy S8 هاتف -نوكيا" dir="rtl")"},
      {"شهر:2017-01", R"(<bdi>شهر:<bdi dir="ltr" lang="en">2017-01</bdi></bdi>)",
       R"(value="شهر:2017-01" dir="rtl")"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.query);
    const std::string page = mixed().get("/search?q=" + encoded(row.query)).body;
    CHECK(holds(page, row.heading));
    CHECK(holds(page, row.box));
  }
}

TEST_CASE("JSON keeps texts as they are, for whoever shows them in their own way") {
  CHECK(mixed().json("/api/v1/articles/units")["title"] == "هاتف بذاكرة 6 GB وبطارية 3000 mAh");
}

TEST_CASE("a hostile article brings no element, no attribute and no direction to any page") {
  const std::string id = encoded("x");
  for (const std::string& target :
       {std::string("/"), std::string("/search?sort=newest"), "/search?q=" + encoded("كلمة"),
        std::string("/2017/01"), std::string("/authors"), std::string("/sources"), std::string("/tags"),
        std::string("/timeline"), "/article/" + id, "/article/" + id + "?q=" + encoded("كلمة"),
        std::string("/feed.atom"), std::string("/sitemap.xml")}) {
    CAPTURE(target);
    const Response response = mixed().ask(target, {.host = "a.example"});
    CHECK(response.status == 200);
    for (const std::string foreign : {"<script>", "<style", "<svg onload", " onmouseover='",
                                      "href=\"javascript:", "</main><", override_mark}) {
      CAPTURE(foreign);
      CHECK_FALSE(holds(response.body, foreign));
    }
  }
}

TEST_CASE("a hostile query changes a page's words and nothing of its structure") {
  OpenFront calm({}, R"({"id":"a","title":"خبر","text":"نص قصير عن الحاسوب."})"
                     "\n");
  const std::string plain = structure_of(calm.get("/search?q=zzzz").body);
  for (const std::string& query :
       {std::string("<script>alert(1)</script>"), std::string("\" autofocus onfocus=alert(1) x=\""),
        std::string("</title></head>"), std::string(override_mark) + "zzzz", std::string(10'000, 'z'),
        std::string("{{{content_html}}}"), std::string("%00%0d%0aX: y")}) {
    CAPTURE(query.substr(0, 40));
    const Response response = calm.get("/search?q=" + encoded(query));
    CHECK(response.status == 200);
    CHECK(structure_of(response.body) == plain);
  }
}
