// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of feeds: every vocabulary reaches its field, and damage costs no more than what is damaged.
#include "indexer/readers/feed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "tests/indexer/reading.hpp"

namespace fihrist {
namespace {

Reading read(std::string text) { return read_all(FeedReader(), std::move(text)); }

ReadArticle read_one(std::string text) {
  Reading reading = read(std::move(text));
  CHECK(reading.rejects.empty());
  REQUIRE(reading.articles.size() == 1);
  return std::move(reading.articles[0]);
}

ReadArticle rss_item(std::string_view item) {
  return read_one(
      "<rss version='2.0'><channel><title>مدونة التقنية</title><link>https://example.org/</link><item>" +
      std::string(item) + "</item></channel></rss>");
}

ReadArticle atom_entry(std::string_view entry, std::string_view attributes = {}) {
  return read_one("<feed xmlns='http://www.w3.org/2005/Atom' " + std::string(attributes) +
                  "><title>مدونة التقنية</title><author><name>هيئة التحرير</name></author><entry>" +
                  std::string(entry) + "</entry></feed>");
}

TEST_CASE("every field of an RSS item reaches the article") {
  const ReadArticle read = rss_item(
      "<title>زرّ &amp;amp; شراء</title><link> https://example.org/1 </link><guid "
      "isPermaLink='false'>12</guid>"
      "<dc:creator>سلمى حداد</dc:creator><pubDate>Fri, 20 Jan 2017 16:56:00 +0300</pubDate>"
      "<category>تسوق</category><category>تسوق</category><slash:comments>3</slash:comments>"
      "<description>خلاصة &lt;b&gt;قصيرة&lt;/b&gt;</description>"
      "<content:encoded><![CDATA[<p>الأولى</p><p>الثانية</p>]]></content:encoded>");
  const Article& article = read.article;
  CHECK(article.title == "زرّ & شراء");
  CHECK(article.url == "https://example.org/1");
  CHECK(article.id == "https://example.org/#12");
  CHECK(article.authors == std::vector<std::string>{"سلمى حداد"});
  CHECK(to_iso(article.date.value()) == "2017-01-20T16:56:00+03:00");
  CHECK(read.date_origin == "field");
  CHECK(article.tags == std::vector<std::string>{"تسوق"});
  CHECK(article.comments == 3U);
  CHECK(article.summary == "خلاصة قصيرة");
  CHECK(article.text == "الأولى\nالثانية");
  CHECK(article.source == "مدونة التقنية");
}

TEST_CASE("every field of an Atom entry reaches the article") {
  const ReadArticle read = atom_entry(
      "<id>tag:example.org,2017:1</id><title type='html'>زرّ &lt;i&gt;الشراء&lt;/i&gt;</title>"
      "<link rel='replies' href='r'/><link href='../1?a=b'/><published>2017-01-20T16:56:00Z</published>"
      "<updated>2018-01-01T00:00:00Z</updated><category term='x' label='تسوق'/><summary>خلاصة</summary>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>5 &lt; "
      "6</p><p>الثانية</p></div></content>",
      "xml:base='https://example.org/blog/'");
  const Article& article = read.article;
  CHECK(article.id == "tag:example.org,2017:1");
  CHECK(article.title == "زرّ الشراء");
  CHECK(article.url == "https://example.org/1?a=b");
  CHECK(to_iso(article.date.value()) == "2017-01-20T16:56:00Z");
  CHECK(to_iso(article.updated.value()) == "2018-01-01T00:00:00Z");
  CHECK(article.tags == std::vector<std::string>{"تسوق"});
  CHECK(article.summary == "خلاصة");
  CHECK(article.text == "5 < 6\nالثانية");
  CHECK(article.authors == std::vector<std::string>{"هيئة التحرير"});
}

TEST_CASE("a text may be a value in the bag of content:items") {
  const ReadArticle read = read_one(
      "<r:RDF xmlns='http://purl.org/rss/1.0/' xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns:c='http://purl.org/rss/1.0/modules/content/'><item "
      "r:about='https://example.org/1'><title>عنوان</title>"
      "<description>ملخص</description><c:items><r:Bag><r:li><c:item><r:value/></c:item></r:li><r:li><c:item>"
      "<c:format "
      "r:resource='http://www.w3.org/1999/xhtml'/><r:value>&lt;p&gt;فقرة&lt;/p&gt;&lt;p&gt;أخرى&lt;/p&gt;"
      "</r:value></c:item></r:li></r:Bag></c:items></item></r:RDF>");
  CHECK(read.article.text == "فقرة\nأخرى");
  CHECK(read.article.summary == "ملخص");
}

TEST_CASE("title and text may stand in the group of a film") {
  const ReadArticle read = read_one(
      "<feed xmlns='http://www.w3.org/2005/Atom' "
      "xmlns:m='http://search.yahoo.com/mrss/'><entry><id>yt:video:1</id>"
      "<m:group><m:title>عنوان</m:title><m:description>وصف</m:description></m:group></entry></feed>");
  CHECK(read.article.title == "عنوان");
  CHECK(read.article.text == "وصف");
}

TEST_CASE("RSS 1.0 has its items outside of the channel") {
  const ReadArticle read = read_one(
      "<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns:d='http://purl.org/dc/elements/1.1/'><channel><title>أخبار</title></channel>"
      "<item "
      "rdf:about='https://example.org/1'><title>عنوان</title><d:date>2017-01-20</d:date></item></rdf:RDF>");
  CHECK(read.article.id == "https://example.org/1");
  CHECK(read.article.url == "https://example.org/1");
  CHECK(read.article.source == "أخبار");
  CHECK(to_iso(read.article.date.value()) == "2017-01-20");
}

TEST_CASE("namespaces count and not prefixes") {
  const ReadArticle read = read_one(
      "<x:feed xmlns:x='http://www.w3.org/2005/Atom'><x:entry><x:title>عنوان</x:title>"
      "<title xmlns='https://example.org/other'>سواه</title></x:entry></x:feed>");
  CHECK(read.article.title == "عنوان");
}

TEST_CASE("an address is chosen in the order of trust") {
  CHECK(rss_item("<title>ع</title><guid>https://example.org/g</guid>").article.url ==
        "https://example.org/g");
  CHECK(
      rss_item("<title>ع</title><guid isPermaLink='false'>https://example.org/g</guid>").article.url.empty());
  CHECK(rss_item("<title>ع</title><link>/r</link>").article.url == "https://example.org/r");
  const Article fed = rss_item(
                          "<title>ع</title><link>https://feedproxy.example/1</link>"
                          "<feedburner:origLink>https://example.org/o</feedburner:origLink>")
                          .article;
  CHECK(fed.url == "https://example.org/o");
  CHECK(fed.alias_urls == std::vector<std::string>{"https://feedproxy.example/1"});
}

TEST_CASE("a title is HTML only as far as its tags are") {
  CHECK(rss_item("<title>vector&lt;int&gt; في &lt;b&gt;C++&lt;/b&gt;</title>").article.title ==
        "vector<int> في C++");
  CHECK(atom_entry("<title>vector&lt;b&gt;</title>").article.title == "vector<b>");
}

TEST_CASE("controls that were signs of windows-1252 are these signs in a text as in a title") {
  const ReadArticle read =
      rss_item("<title>قال \u0093نعم\u0094</title><description>قال \u0093نعم\u0094.</description>");
  CHECK(read.article.text == "قال “نعم”.");
}

TEST_CASE("authors are named without their addresses") {
  CHECK(rss_item("<title>ع</title><author>s@example.org (سلمى)</author>").article.authors[0] == "سلمى");
  CHECK(rss_item("<title>ع</title><author>سلمى &lt;s@example.org&gt;</author>").article.authors[0] == "سلمى");
  CHECK(rss_item("<title>ع</title><author>s@example.org</author>").article.authors[0] == "s@example.org");
}

TEST_CASE("the line of syndication names the source and goes") {
  const Article article = rss_item(
                              "<title>ع</title><description>&lt;p&gt;نص&lt;/p&gt;&lt;p&gt;التدوينة ع ظهرت "
                              "أولاً على موقع آخر.&lt;/p&gt;</description>")
                              .article;
  CHECK(article.text == "نص");
  CHECK(article.source == "موقع آخر");
}

TEST_CASE("a tombstone is a deletion and a draft is withheld") {
  Reading reading = read(
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:t='http://purl.org/atompub/tombstones/1.0'>"
      "<t:deleted-entry ref='tag:example.org,2017:1'/>"
      "<entry "
      "xmlns:p='http://www.w3.org/2007/app'><title>ع</title><p:control><p:draft>yes</p:draft></p:control></"
      "entry></feed>");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].deleted);
  CHECK(reading.articles[0].article.id == "tag:example.org,2017:1");
  CHECK(reading.articles[1].withheld == "draft");
}

TEST_CASE("a date that is not understood is told and the next best is taken") {
  const ReadArticle read =
      rss_item("<title>ع</title><pubDate>غدا ربما</pubDate><dc:date>2017-01-20</dc:date>");
  CHECK(to_iso(read.article.date.value()) == "2017-01-20");
  CHECK(read.warnings == std::vector<std::string>{"bad_date"});
}

TEST_CASE("damage costs only what is damaged") {
  struct Row {
    std::string_view text;
    std::string_view titles;
    std::size_t rejects;
  };
  for (const Row& row : {
           Row{"<rss><channel><item><title>أ & ب</title></item><item><title>ج</title></item></channel></rss>",
               "أ & ب|ج", 0},
           Row{"\n\n<?xml version='1.0'?><rss><item><title>أ</title></item></rss>", "أ", 0},
           Row{"<rss><item><title>أ<b></title></item><item><title>ب</title></item></rss>", "أ|ب", 0},
           Row{"<rss><item><title>أ</title><item><title>ب</title></item></rss>", "أ|ب", 0},
           Row{"<rss><item><title>أ</title></item></rss><?xml "
               "version='1.0'?><rss><item><title>ب</title></item></rss>",
               "أ|ب", 0},
           Row{"<rss><item><title>أ</title></item><item><title>ب", "أ", 1},
           Row{"<rss><item><title>أ</title></item>", "أ", 1},
           Row{"<rss><item><title>أ</title></item><item></item></rss>", "أ", 1},
           Row{"<!DOCTYPE r [<!ENTITY x SYSTEM "
               "'file:///etc/passwd'>]><rss><item><title>&x;</title></item></rss>",
               "&x;", 0},
       }) {
    CAPTURE(row.text);
    const Reading reading = read(std::string(row.text));
    std::string titles;
    for (const ReadArticle& one : reading.articles) titles += (titles.empty() ? "" : "|") + one.article.title;
    CHECK(titles == row.titles);
    CHECK(reading.rejects.size() == row.rejects);
  }
}

TEST_CASE("an item that is too long is refused alone") {
  const Reading reading = read("<rss><item><title>أ</title></item><item><description><![CDATA[" +
                               std::string(33 * 1024 * 1024, 'x') +
                               "]]></description></item><item><title>ب</title></item></rss>");
  REQUIRE(reading.articles.size() == 2);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "too_long");
  CHECK(reading.rejects[0].record == 2);
}

TEST_CASE("a record is told with its number and its byte") {
  const std::string text = "<rss><item><title>أ</title></item> <item><title>ب</title></item></rss>";
  const Reading reading = read(text);
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].offset == text.find("<item>"));
  CHECK(reading.articles[1].offset == text.rfind("<item>"));
  CHECK(reading.articles[1].record == 2);
}

TEST_CASE("names are let go of in a long input and items go on") {
  std::string text = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:q='http://purl.org/dc/elements/1.1/'>";
  std::size_t count = 0;
  for (; text.size() < 40'000'000; ++count)
    text += "<entry><title>" + std::to_string(count) + "</title><q:creator>س</q:creator><n" +
            std::to_string(count) + "/>" + std::string(20'000, 'x') + "</entry>";
  text += "</feed>";
  const Reading reading = read(std::move(text));
  REQUIRE(reading.articles.size() == count);
  CHECK(reading.articles.back().article.title == std::to_string(count - 1));
  CHECK(reading.articles.back().article.authors == std::vector<std::string>{"س"});
}

TEST_CASE("feeds are known by their first element") {
  const FeedReader reader;
  CHECK(reader.sniff("<?xml version='1.0'?><!-- x --><rss version='2.0'>", "a") == 90);
  CHECK(reader.sniff("\xEF\xBB\xBF\n<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "a") == 90);
  CHECK(reader.sniff("<html><body>", "a.xml") == 0);
  CHECK(reader.sniff("نص", "a.rss") == 0);
  CHECK(reader.sniff("", "") == 0);
}

}  // namespace
}  // namespace fihrist
