// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of exports of blogs and wikis: posts become articles, everything else is passed over by name.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/readers/blogger.hpp"
#include "indexer/readers/mediawiki.hpp"
#include "indexer/readers/registry.hpp"
#include "indexer/readers/sitemap.hpp"
#include "indexer/readers/wxr.hpp"
#include "tests/indexer/reading.hpp"

namespace fihrist {
namespace {

std::string wxr(std::string_view items) {
  return "<rss version='2.0' xmlns:excerpt='http://wordpress.org/export/1.2/excerpt/' "
         "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
         "xmlns:dc='http://purl.org/dc/elements/1.1/' "
         "xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>عالم الشبكات</title>"
         "<wp:base_blog_url>https://example.org</wp:base_blog_url><wp:author><wp:author_login>salma</"
         "wp:author_login>"
         "<wp:author_display_name>سلمى حداد</wp:author_display_name></wp:author>" +
         std::string(items) + "</channel></rss>";
}

std::string post(std::string_view status, std::string_view type = "post", std::string_view more = {}) {
  return "<item><title>زرّ الشراء</title><link>https://example.org/buy/</link><dc:creator>salma</dc:creator>"
         "<content:encoded><![CDATA[أولى\n\nثانية]]></content:encoded><excerpt:encoded><![CDATA[خلاصة]]></"
         "excerpt:encoded>"
         "<wp:post_id>7</wp:post_id><wp:post_date>2017-01-20 16:56:00</wp:post_date>"
         "<wp:post_date_gmt>2017-01-20 13:56:00</wp:post_date_gmt><wp:status>" +
         std::string(status) + "</wp:status><wp:post_type>" + std::string(type) +
         "</wp:post_type><category domain='category' nicename='shop'>تسوق</category>"
         "<category domain='post_tag' nicename='t'>تويتر</category><category "
         "domain='post_format'>Video</category>"
         "<category domain='category' nicename='uncategorized'>غير مصنف</category>" +
         std::string(more) + "</item>";
}

TEST_CASE("every field of a WordPress post reaches the article") {
  const Reading reading = read_all(
      WxrReader(),
      wxr(post(
          "publish", "post",
          "<wp:comment><wp:comment_approved>1</wp:comment_approved><wp:comment_content>ت</wp:comment_content>"
          "</wp:comment><wp:comment><wp:comment_approved>spam</wp:comment_approved></wp:comment>")));
  REQUIRE(reading.articles.size() == 1);
  const Article& article = reading.articles[0].article;
  CHECK(article.id == "https://example.org/?p=7");
  CHECK(article.title == "زرّ الشراء");
  CHECK(article.text == "أولى\nثانية");
  CHECK(article.summary == "خلاصة");
  CHECK(article.authors == std::vector<std::string>{"سلمى حداد"});
  CHECK(article.source == "عالم الشبكات");
  CHECK(article.tags == std::vector<std::string>{"تسوق", "تويتر"});
  CHECK(to_iso(article.date.value()) == "2017-01-20T16:56:00+03:00");
  CHECK(article.comments == 1U);
  CHECK(reading.articles[0].withheld.empty());
}

TEST_CASE("what WordPress does not show is withheld, and what is no post is a skip") {
  struct Row {
    std::string_view status;
    std::string_view withheld;
  };
  for (const Row& row : {Row{"publish", ""}, Row{"draft", "draft"}, Row{"pending", "draft"},
                         Row{"future", "scheduled"}, Row{"private", "private"}, Row{"trash", "trashed"}}) {
    CAPTURE(row.status);
    const Reading reading = read_all(WxrReader(), wxr(post(row.status)));
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].withheld == row.withheld);
  }
  const Reading locked =
      read_all(WxrReader(), wxr(post("publish", "post", "<wp:post_password>x</wp:post_password>")));
  REQUIRE(locked.articles.size() == 1);
  CHECK(locked.articles[0].withheld == "password");
  const Reading page = read_all(WxrReader(), wxr(post("publish", "page")));
  CHECK(page.articles.empty());
  REQUIRE(page.skips.size() == 1);
  CHECK(page.skips[0].code == "not_article");
}

TEST_CASE("a draft of WordPress without a date is no bad date") {
  const Reading reading = read_all(
      WxrReader(),
      wxr("<item><title>ع</title><pubDate>Wed, 30 Nov -0001 00:00:00 "
          "+0000</pubDate><wp:status>draft</wp:status>"
          "<wp:post_date>0000-00-00 00:00:00</wp:post_date><wp:post_type>post</wp:post_type></item>"));
  REQUIRE(reading.articles.size() == 1);
  CHECK_FALSE(reading.articles[0].article.date);
  CHECK(reading.articles[0].warnings.empty());
}

constexpr std::string_view takeout =
    "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>"
    "<id>tag:blogger.com,1999:blog-1</id><title>مدونة</title><entry><id>tag:blogger.com,1999:blog-1.post-7</"
    "id>"
    "<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><author><name>سلمى</name></author>"
    "<title>قالت &amp;quot;نعم&amp;quot;</title><content type='html'>&lt;p&gt;نص&lt;/p&gt;</content>"
    "<blogger:metaDescription>وصف</blogger:metaDescription><published>2017-01-20T16:56:00.001Z</published>"
    "<category scheme='tag:blogger.com,1999:blog-1' term='تسوق'/><category/><link/></entry></feed>";

constexpr std::string_view classic =
    "<n:feed xmlns:n='http://www.w3.org/2005/Atom'><n:entry><n:id>tag:blogger.com,1999:blog-1.post-7</n:id>"
    "<n:category scheme='http://schemas.google.com/g/2005#kind' "
    "term='http://schemas.google.com/blogger/2008/kind#post'/>"
    "<n:category scheme='http://www.blogger.com/atom/ns#' term='تسوق'/><n:title type='text'>قالت "
    "\"نعم\"</n:title>"
    "<n:content "
    "type='html'>&lt;p&gt;نص&lt;/p&gt;</n:content><n:published>2017-01-20T16:56:00.001Z</n:published>"
    "<n:link rel='alternate' type='text/html' href='https://x.blogspot.com/2017/01/a.html'/>"
    "<n:author><n:name>سلمى</n:name></n:author></n:entry></n:feed>";

TEST_CASE("a post of Blogger is the same article in both layouts") {
  for (const std::string_view layout : {takeout, classic}) {
    CAPTURE(layout);
    const Reading reading = read_all(BloggerReader(), std::string(layout));
    REQUIRE(reading.articles.size() == 1);
    const Article& article = reading.articles[0].article;
    CHECK(article.id == "tag:blogger.com,1999:blog-1.post-7");
    CHECK(article.title == "قالت \"نعم\"");
    CHECK(article.text == "نص");
    CHECK(article.tags == std::vector<std::string>{"تسوق"});
    CHECK(article.authors == std::vector<std::string>{"سلمى"});
    CHECK(to_iso(article.date.value()) == "2017-01-20T16:56:00Z");
  }
}

TEST_CASE("the state of a Blogger post is respected and what is no post is a skip") {
  const auto entry = [](std::string_view type, std::string_view status) {
    return "<feed xmlns='http://www.w3.org/2005/Atom' "
           "xmlns:b='http://schemas.google.com/blogger/2018'><entry>"
           "<title>ع</title><b:type>" +
           std::string(type) + "</b:type><b:status>" + std::string(status) + "</b:status></entry></feed>";
  };
  struct Row {
    std::string_view status;
    std::string_view withheld;
  };
  for (const Row& row : {Row{"LIVE", ""}, Row{"DRAFT", "draft"}, Row{"SCHEDULED", "scheduled"},
                         Row{"SOFT_TRASHED", "trashed"}}) {
    CAPTURE(row.status);
    const Reading reading = read_all(BloggerReader(), entry("POST", row.status));
    REQUIRE(reading.articles.size() == 1);
    CHECK(reading.articles[0].withheld == row.withheld);
  }
  for (const std::string_view type : {"PAGE", "COMMENT"}) {
    const Reading reading = read_all(BloggerReader(), entry(type, "LIVE"));
    CHECK(reading.articles.empty());
    CHECK(reading.skips.size() == 1);
  }
}

TEST_CASE("a wiki's articles are read in their last revision") {
  const Reading reading =
      read_all(MediaWikiReader(),
               "<mediawiki "
               "xmlns='http://www.mediawiki.org/xml/export-0.10/'><siteinfo><sitename>موسوعة</"
               "sitename><dbname>w</dbname>"
               "<base>https://example.org/wiki/Main</base></siteinfo>"
               "<page><title>لغة برمجة</title><ns>0</ns><id>5</id>"
               "<revision><timestamp>2016-01-01T00:00:00Z</timestamp><text>قديم</text></revision>"
               "<revision><timestamp>2017-01-20T16:56:00Z</timestamp><contributor><username>سلمى</username></"
               "contributor>"
               "<text>'''جديد'''\n[[تصنيف:حوسبة]]</text></revision></page>"
               "<page><title>ب</title><ns>0</ns><redirect "
               "title='x'/></page><page><title>نقاش:ج</title><ns>1</ns></page></mediawiki>");
  REQUIRE(reading.articles.size() == 1);
  const Article& article = reading.articles[0].article;
  CHECK(article.id == "w:5");
  CHECK(article.text == "جديد");
  CHECK(article.url == "https://example.org/wiki/لغة_برمجة");
  CHECK(article.tags == std::vector<std::string>{"حوسبة"});
  CHECK(article.authors == std::vector<std::string>{"سلمى"});
  CHECK(to_iso(article.date.value()) == "2017-01-20T16:56:00Z");
  REQUIRE(reading.skips.size() == 2);
  CHECK(reading.skips[0].code == "redirect");
  CHECK(reading.skips[1].code == "not_article");
}

TEST_CASE("a sitemap gives skips only") {
  const Reading reading = read_all(SitemapReader(),
                                   "<urlset "
                                   "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://"
                                   "example.org/</loc></url></urlset>");
  CHECK(reading.articles.empty());
  CHECK(reading.rejects.empty());
  CHECK(reading.skips.size() == 1);
}

TEST_CASE("each XML format is known by its beginning") {
  struct Row {
    std::string_view head;
    std::string_view format;
  };
  for (const Row& row :
       {Row{takeout, "blogger"}, Row{classic, "blogger"},
        Row{"<rss xmlns:wp='http://wordpress.org/export/1.0/'><channel>", "wxr"},
        Row{"<rss><channel>", "feed"}, Row{"<mediawiki xml:lang='ar'>", "mediawiki"},
        Row{"<sitemapindex>", "sitemap"}, Row{"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"}}) {
    CAPTURE(row.head);
    const Reader* reader = choose_reader(row.head, "x.xml");
    REQUIRE(reader != nullptr);
    CHECK(reader->format() == row.format);
  }
}

}  // namespace
}  // namespace fihrist
