// SPDX-License-Identifier: GPL-3.0-or-later
// The article's page, from articles made by hand.
#include "web/article_page.hpp"

#include <doctest/doctest.h>

#include "tests/web/rendering.hpp"
#include "web/original_links.hpp"

using namespace fihrist;
using test::arabic;
using test::in_order;

namespace {

Article an_article() {
  return {.id = "8f3a",
          .title = "سامسونج تعلن عن Galaxy S8",
          .text = "أعلنت سامسونج عن هاتفها.\nذاكرته 6 GB.",
          .authors = {"أحمد منصور"},
          .source = "The Verge",
          .url = "https://www.example.org/s8",
          .alias_urls = {"http://ift.tt/x", "javascript:alert(1)"},
          .tags = {"هواتف"},
          .date = Date{.year = 2017,
                       .month = 1,
                       .day = 20,
                       .hour = 16,
                       .minute = 56,
                       .precision = DatePrecision::minute},
          .comments = 0};
}

std::string page_of(const Article& article, const Surroundings& around = {},
                    const SearchAddress& found_by = {}) {
  return test::render("article", article_model(article, around, found_by, arabic()));
}

Hit neighbour(const std::string& id) {
  return {.id = id, .title = "جار", .date = Date{.year = 2017, .month = 1, .day = 21}};
}

}  // namespace

TEST_CASE("an article shows its title, date, author, comments, paragraphs and origin in this order") {
  CHECK(in_order(
      page_of(an_article()),
      {"<h1>سامسونج تعلن عن <bdi", "datetime=\"2017-01-20T16:56\">20 يناير 2017، 16:56</time>", "/author/",
       "أحمد منصور", "لا تعليقات", "<p>أعلنت سامسونج عن هاتفها.</p>", "6 GB</bdi>.</p>", "عن هذه النسخة",
       "/source/The%20Verge", "الرابط الأصلي", "href=\"https://www.example.org/s8\"",
       "rel=\"noopener noreferrer nofollow\"", "href=\"http://ift.tt/x\"",
       "https://web.archive.org/web/20170120/https://www.example.org/s8", "/tag/"}));
}

TEST_CASE("a link that is neither http nor https is no link") {
  CHECK(page_of(an_article()).find("javascript:") == std::string::npos);
  CHECK(original_links(an_article(), arabic()).size() == 3);
}

TEST_CASE("newer stands first and leads next, older stands last and leads back") {
  const std::string page =
      page_of(an_article(), {.neighbours = {.newer = neighbour("n"), .older = neighbour("o")}});
  CHECK(in_order(page, {"rel=\"next\" href=\"/article/n\"", "أحدث", "21 يناير 2017", "جار",
                        "rel=\"prev\" href=\"/article/o\"", "أقدم", "جار", "كل مقالات يناير 2017"}));
}

TEST_CASE("at the ends of the archive a sentence stands in place of a dead link") {
  const std::string page = page_of(an_article());
  CHECK(in_order(page, {"هذا أحدث مقال في الأرشيف", "هذا أقدم مقال في الأرشيف"}));
  CHECK(page.find("rel=\"next\"") == page.npos);
}

TEST_CASE("the place in the results is told, with the way back to the page it is on") {
  const Surroundings around{
      .place = PlaceInResults{.number = 11, .total = 58, .previous = neighbour("p"), .next = neighbour("x")}};
  const std::string page = page_of(an_article(), around, {.text = "هاتف Galaxy"});
  CHECK(in_order(
      page, {"href=\"/article/p?q=", "النتيجة السابقة", "النتيجة 11 من 58", "href=\"/article/x?q=", "page=2",
             "النتيجة التالية", "href=\"/search?q=", "page=2", "العودة إلى نتائج «<bdi>هاتف"}));
}

TEST_CASE(
    "an article that was found otherwise shows no place but the way back, one reached by itself neither") {
  const std::string found = page_of(an_article(), {}, {.text = "هاتف"});
  CHECK(found.find("العودة إلى نتائج") != found.npos);
  CHECK(found.find("النتيجة 1") == found.npos);
  CHECK(page_of(an_article()).find("العودة") == std::string::npos);
}

TEST_CASE("what was searched is marked in title and text") {
  const Surroundings exact{.title_highlights = {{0, 7}}, .text_highlights = {{6, 13}}};
  CHECK(in_order(page_of(an_article(), exact, {.text = "سامسونج"}),
                 {"<h1><mark>سامسونج</mark>", "أعلنت <mark>سامسونج</mark>"}));
}

TEST_CASE("an article with nothing but an id is a page all the same") {
  const std::string page = page_of({.id = "x"});
  CHECK(in_order(page, {"<h1>بلا عنوان</h1>", "/undated", "بلا تاريخ", "لم يُحفظ نص لهذا المقال"}));
  CHECK(page.find("كل مقالات") == page.npos);
}

TEST_CASE("a date known to the year alone leads to the year") {
  Article article = an_article();
  article.date = Date{.year = 2017, .precision = DatePrecision::year};
  CHECK(in_order(page_of(article), {"datetime=\"2017\">2017</time>", "href=\"/2017\"", "كل مقالات 2017"}));
}

TEST_CASE("no text of an article becomes markup") {
  const std::string payload = "<script>x</script>\"'>";
  const std::string page = page_of({.id = payload,
                                    .title = payload,
                                    .text = payload,
                                    .authors = {payload},
                                    .source = payload,
                                    .url = "https://example.org/\"onclick=\"x",
                                    .tags = {payload}});
  CHECK(test::foreign_scripts(page) == 0);
  CHECK(page.find("\"onclick") == page.npos);
}

TEST_CASE("an article in Latin letters is set from left to right, an Arabic one with much code is not") {
  struct Row {
    const char *title, *text;
    bool is_latin;
  };
  const Row rows[] = {{"Hello, world", "An article in English.", true},
                      {"Hello, world", "An article that says مرحبًا once.", true},
                      {"شرح printf", "انظر:\nint main() { printf(\"hello\"); return 0; }", false},
                      {"Windows 10", "تحديث جديد للنظام من مايكروسوفت.", false},
                      {"مقال", "", false}};
  for (const Row& row : rows) {
    CAPTURE(row.title);
    const std::string page = page_of({.id = "x", .title = row.title, .text = row.text});
    CHECK((page.find("<div class=\"text\" lang=\"en\" dir=\"ltr\">") != page.npos) == row.is_latin);
  }
}
