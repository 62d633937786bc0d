// SPDX-License-Identifier: GPL-3.0-or-later
// Years, months and other lists of a real archive.
#include "web/list_pages.hpp"

#include <doctest/doctest.h>

#include "tests/web/open_front.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("a year lists its twelve months, those without articles without a link") {
  const std::string page = shared().get("/2017").body;
  CHECK(in_order(page, {"4 مقالات في 2017", "أقدم: 2016", "href=\"/2017/01\">يناير</a>", "3",
                        "<span>فبراير</span>", "href=\"/2017/03\"", "<span>ديسمبر</span>"}));
}

TEST_CASE("a month lists its articles from the newest and leads to the nearest months that have some") {
  CHECK(in_order(shared().get("/2017/01").body, {"يناير 2017: 3 مقالات", "href=\"/2017/03\">أحدث: مارس 2017",
                                                 "href=\"/2016/12\">أقدم: ديسمبر 2016", "/article/s8",
                                                 "20 يناير</time>", "/article/hostile", "/article/nokia"}));
}

TEST_CASE("undated articles have a page of their own and only they are on it") {
  const std::string page = shared().get("/undated").body;
  CHECK(page.find("/article/undated") != page.npos);
  CHECK(page.find("/article/s8") == page.npos);
}

TEST_CASE("a strange id is reached by the link that a list gives") {
  const std::string page = shared().get("/2016/12").body;
  const std::string link = "/article/" + encoded("a/b?c&d=%25 é");
  CHECK(page.find(link) != page.npos);
  CHECK(shared().get(link).body.find("مقال معرّفه غريب") != std::string::npos);
}

TEST_CASE("a page in another language keeps its language in its links") {
  const std::string page = shared().get("/2017/01?lang=en").body;
  CHECK(in_order(page, {"<html lang=\"en\" dir=\"ltr\">", "January 2017: 3 articles", "Newer: March 2017"}));
  CHECK(page.find("href=\"/article/s8?lang=en\"") != page.npos);
  CHECK(shared().get("/?lang=xx").body.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
}
