// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of web pages: the article of a page, its fields, and what is none.
#include "indexer/extraction/web_page.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

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

ReadArticle article_of(const std::string& html, std::string_view url = {},
                       const std::optional<Date>& captured = {}) {
  const WebPageResult result = read_web_page({.bytes = html, .url = url, .captured = captured});
  REQUIRE(std::holds_alternative<ReadArticle>(result));
  return std::get<ReadArticle>(result);
}

TEST_CASE("of a page longer than any article all text is taken, and that is told") {
  const ReadArticle read =
      article_of("<p>" + std::string(first_paragraph) + "</p>" + std::string(9'000'000, 'x'));
  CHECK(read.warnings == std::vector<std::string>{"html_budget"});
  CHECK(read.article.text.starts_with(first_paragraph));
}

TEST_CASE("a date that counts from when the page was seen is read when that is known") {
  const std::string dated =
      page("<title>تحديث جديد</title>",
           "<article><h1>تحديث جديد</h1><p>محمد حبش — منذ يومين</p>" + paragraphs() + "</article>");
  CHECK_FALSE(article_of(dated).article.date.has_value());
  const ReadArticle read = article_of(dated, "http://example.org/1", parse_date("2017-01-20T10:00:00Z"));
  REQUIRE(read.article.date.has_value());
  CHECK(to_iso(*read.article.date) == "2017-01-18");
  CHECK(read.date_origin == "text");
  CHECK(read.captured == 1484906400);
  CHECK(read.framed);
  const ReadArticle saved = article_of(dated +
                                       "<!-- Mirrored from example.org/1 by HTTrack Website Copier/3.x "
                                       "[XR&CO'2014], Fri, 03 Mar 2017 03:27:37 GMT -->");
  CHECK(saved.captured == 1488511657);
  CHECK(to_iso(saved.article.date.value()) == "2017-03-01");
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

TEST_CASE("a page that lists articles is none, however that shows") {
  struct Row {
    std::string_view head;
    std::string_view body;
    std::string_view url;
    std::string_view message;
  };
  std::string teasers;
  for (int i = 0; i < 6; ++i)
    teasers += "<h2><a href='/" + std::to_string(i) + "'>خبر جديد رقم " + std::to_string(i) +
               "</a></h2><p>مقدمة قصيرة للخبر، وفيها ما يكفي من الكلمات لتظهر في الصفحة.</p>";
  const std::string article = "<article>" + paragraphs() + "</article>";
  const std::string frames = "</head><frameset><frame src='a.html'></frameset>";
  for (const Row& row :
       {Row{R"(<script type="application/ld+json">{"@type":"CollectionPage"}</script>)", article, "",
            "a list of articles, as its markup says"},
        Row{"", article, "https://example.com/tag/twitter/", "a list of articles, by its address"},
        Row{"", article, "https://example.com/?s=x", "a list of articles, by its address"},
        Row{"", article, "https://example.com/blog/page/3/", "a list of articles, by its address"},
        Row{"", teasers, "https://example.com/", "a list of articles, by its links"},
        Row{frames, "", "", "a set of frames"}}) {
    CAPTURE(row.message);
    CAPTURE(row.url);
    const std::string html = page(row.head, row.body);
    const WebPageResult result = read_web_page({.bytes = html, .url = row.url});
    REQUIRE(std::holds_alternative<Skip>(result));
    CHECK(std::get<Skip>(result).code == "not_article");
    CHECK(std::get<Skip>(result).message == row.message);
  }
  const std::string wordpress =
      "<html><body class='rtl archive category category-5'>" + paragraphs() + "</body></html>";
  CHECK(std::holds_alternative<Skip>(read_web_page({.bytes = wordpress})));
}

TEST_CASE("what a page declares goes before what its address looks like") {
  const std::string html =
      page("<meta property='og:type' content='article'>", "<article>" + paragraphs() + "</article>");
  CHECK(article_of(html, "https://example.com/tag/twitter/").article.text == text());
}

TEST_CASE("the footer of a feed names the site and the address of the original") {
  const std::string html = page(
      "<link rel='canonical' href='https://copy.example/2017/01/post.html'>",
      "<div class='post-body'>" + paragraphs() +
          "<p>التدوينة <a href='https://first.example/twitter'>تويتر تتخلى عن زر الشراء</a> ظهرت أولاً على <a "
          "href='https://first.example'>عالم التقنية</a>.</p></div>");
  const ReadArticle read = article_of(html);
  CHECK(read.article.text == text());
  CHECK(read.article.source == "عالم التقنية");
  CHECK(read.article.url == "https://first.example/twitter");
  CHECK(read.article.alias_urls == std::vector<std::string>{"https://copy.example/2017/01/post.html"});
}

TEST_CASE("a date is taken from the lines around the text, else from the address") {
  const std::string with_line = page("", "<div><h1>عنوان</h1><div>بقلم محمد حبش في 20 يناير 2017</div><div>" +
                                             paragraphs() + "</div></div>");
  const ReadArticle visible = article_of(with_line, "https://example.com/2017/01/post.html");
  CHECK(to_iso(visible.article.date.value()) == "2017-01-20");
  CHECK(visible.date_origin == "text");
  CHECK(visible.article.authors == std::vector<std::string>{"محمد حبش"});
  const ReadArticle from_address =
      article_of(page("", "<div>" + paragraphs() + "</div>"), "https://example.com/2017/01/post.html");
  CHECK(to_iso(from_address.article.date.value()) == "2017-01");
  CHECK(from_address.date_origin == "url");
  CHECK_FALSE(
      article_of(page("", "<div>" + paragraphs() + "</div>"), "https://example.com/2017/x").article.date);
}

TEST_CASE("within the text go sharing, related links, captions, bylines and the title once more") {
  const std::string html = page(
      "<meta property='og:title' content='تحديث جديد'>",
      "<article><h1>تحديث جديد</h1><p>20 يناير 2017</p><p>" + std::string(first_paragraph) +
          "</p><figure><img src='a.png'><figcaption>شعار الشركة على مبناها</figcaption></figure>"
          "<div class='related-posts'><ul><li><a href='/1'>مقال آخر</a></li><li><a "
          "href='/2'>وآخر</a></li></ul></div>"
          "<p><a href='/3'>شاهد الصور من الحدث</a></p><p>اقرأ أيضا: <a href='/4'>كيف تحدث هاتفك</a></p><p>" +
          std::string(second_paragraph) +
          "</p><p>المصدر: <a href='https://a.example'>موقع</a></p></article>");
  CHECK(article_of(html).article.text == text());
}

TEST_CASE("lists, tables, code and quotations within the text stay") {
  const std::string html =
      page("", "<article>" + paragraphs() +
                   "<ul><li>أولاً: حدّث النظام</li><li>ثانياً: أعد التشغيل</li></ul><pre>sudo apt update\n  "
                   "sudo reboot</pre>"
                   "<table><tr><th>الاسم</th><th>السعر</th></tr><tr><td>الأول</td><td>10</td></tr></table>"
                   "<blockquote>قال المدير: هذا أهم تحديث لنا.</blockquote></article>");
  CHECK(article_of(html).article.text == text() +
                                             "\nأولاً: حدّث النظام\nثانياً: أعد التشغيل\nsudo apt update\n  "
                                             "sudo reboot\nالاسم السعر\nالأول 10\nقال المدير: "
                                             "هذا أهم تحديث لنا.");
}

TEST_CASE("an article in pieces beside each other is whole") {
  const std::string html = page(
      "", "<div class='page'><div class='chunk'><div>" + paragraphs() +
              "</div></div><div class='chunk'><div><p>" + std::string(first_paragraph) +
              " والآن أيضاً.</p><p>" + std::string(second_paragraph) + " وهكذا انتهى.</p></div></div></div>");
  CHECK(article_of(html).article.text == text() + "\n" + std::string(first_paragraph) + " والآن أيضاً.\n" +
                                             std::string(second_paragraph) + " وهكذا انتهى.");
}

TEST_CASE("text that is only parted by <br> is found and keeps its lines") {
  const std::string html =
      page("", "<table><tr><td><a href='/'>الرئيسية</a></td><td><font>" + std::string(first_paragraph) +
                   "<br><br>" + std::string(second_paragraph) + "</font></td></tr></table>");
  CHECK(article_of(html).article.text == text());
}

}  // namespace
}  // namespace fihrist
