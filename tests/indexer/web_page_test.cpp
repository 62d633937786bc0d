// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of web pages: the article of a page, its fields, and what is none.
#include "indexer/extraction/web_page.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>

namespace fihrist {
namespace {

constexpr std::string_view first_paragraph =
    "أعلنت الشركة أمس عن تحديث جديد لنظامها يصل إلى جميع المستخدمين في الأسابيع القادمة، ويضيف عدداً من "
    "المزايا التي طال انتظارها، ومنها البحث في الصور دون اتصال بالشبكة.";
constexpr std::string_view second_paragraph =
    "ويمكن لكل من لديه حساب أن يجرب النسخة الأولى من الآن، على أن تصدر النسخة النهائية في نهاية العام، وقد "
    "قال مدير المشروع إن الفريق يعمل عليها منذ سنتين.";

std::string text() { return std::string(first_paragraph) + "\n" + std::string(second_paragraph); }

std::string paragraphs() {
  return "<p>" + std::string(first_paragraph) + "</p>\n<p>" + std::string(second_paragraph) + "</p>";
}

std::string page(std::string_view head, std::string_view body) {
  return "<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\"><head>" + std::string(head) + "</head><body>" +
         std::string(body) + "</body></html>";
}

ReadArticle article_of(const std::string& html, std::string_view url = {}) {
  const WebPageResult result = read_web_page({.bytes = html, .url = url});
  REQUIRE(std::holds_alternative<ReadArticle>(result));
  return std::get<ReadArticle>(result);
}

TEST_CASE("the article is what stays when menus, asides and footers go") {
  const std::string html =
      page("<title>تحديث جديد</title>",
           "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/news'>الأخبار</a></li></ul></nav>"
           "<div class='main-content'><article><h1>تحديث جديد</h1><div class='entry-content'>" +
               paragraphs() +
               "<div class='share-buttons'><a href='#'>شارك</a></div></div></article></div>"
               "<aside>" +
               paragraphs() + "</aside><footer>جميع الحقوق محفوظة</footer>");
  const ReadArticle read = article_of(html);
  CHECK(read.article.title == "تحديث جديد");
  CHECK(read.article.text == text());
  CHECK(read.warnings.empty());
}

TEST_CASE("metadata is believed in the order JSON-LD, Open Graph, microdata") {
  const std::string json_ld =
      R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},)"
      R"({"@type":["NewsArticle"],"headline":"من البيانات","datePublished":"2017-01-20T16:56:00+01:00",)"
      R"("author":{"@id":"#a"},"keywords":["تويتر","تجارة"]},{"@id":"#a","name":"محمد حبش"}]}</script>)";
  const std::string open_graph =
      "<meta property='og:title' content='من الوسوم'><meta property='og:site_name' content='عالم التقنية'>"
      "<meta property='article:published_time' content='2016-01-01'><link rel='canonical' "
      "href='https://example.com/a'>";
  const std::string body = "<article>" + paragraphs() + "</article>";
  const ReadArticle both = article_of(page(json_ld + open_graph, body));
  CHECK(both.article.title == "من البيانات");
  CHECK(to_iso(*both.article.date) == "2017-01-20T16:56:00+01:00");
  CHECK(both.article.authors == std::vector<std::string>{"محمد حبش"});
  CHECK(both.article.tags == std::vector<std::string>{"تويتر", "تجارة"});
  CHECK(both.article.source == "عالم التقنية");
  CHECK(both.article.url == "https://example.com/a");
  CHECK(both.date_origin == "field");
  const ReadArticle one = article_of(page(open_graph, body));
  CHECK(one.article.title == "من الوسوم");
  CHECK(to_iso(*one.article.date) == "2016-01-01");
}

TEST_CASE("a page in windows-1256 is read by its bytes, whatever its doctype and label say") {
  std::string html = page("<meta charset='iso-8859-1'>", "<p>");
  for (int i = 0; i < 12; ++i) html += "\xE3\xD1\xCD\xC8\xC7\xA1 \xE5\xD0\xC7 \xE4\xD5 \xDD\xED ";
  const ReadArticle read = article_of(html);
  CHECK(read.article.text.starts_with("مرحبا، هذا نص في مرحبا"));
}

TEST_CASE("markup that costs too much gives its text with a warning") {
  std::string html = "<title>قنبلة</title>";
  for (int i = 0; i < 3000; ++i) html += "<font color=c" + std::to_string(i) + "><p>";
  html += first_paragraph;
  const ReadArticle read = article_of(html);
  CHECK(read.warnings == std::vector<std::string>{"html_budget"});
  CHECK(read.article.text.find(first_paragraph) != std::string::npos);
}

TEST_CASE("a page without text is refused") {
  for (const std::string_view html : {"<html></html>", "<p> <br> </p>", "<script>var a;</script>", ""}) {
    CAPTURE(html);
    const WebPageResult result = read_web_page({.bytes = html});
    REQUIRE(std::holds_alternative<Reject>(result));
    CHECK(std::get<Reject>(result).code == "no_text");
  }
}

}  // namespace
}  // namespace fihrist
