// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of JSON that other programs write: each field in its place, whatever wraps it.
#include "indexer/readers/json_dialects.hpp"

#include <doctest/doctest.h>

#include "indexer/byte_sources.hpp"
#include "indexer/readers/json_lines.hpp"

namespace fihrist {
namespace {

using Texts = std::vector<std::string>;

struct Reading {
  std::vector<ReadArticle> articles;
  std::vector<Reject> rejects;
  std::vector<Skip> skips;
};

Reading read(const std::string& text) {
  Reading reading;
  const auto source = open_text(text);
  JsonLinesReader().read(*source, "in.json",
                         {.article = [&](ReadArticle&& one) { reading.articles.push_back(std::move(one)); },
                          .reject = [&](Reject&& one) { reading.rejects.push_back(std::move(one)); },
                          .skip = [&](Skip&& one) { reading.skips.push_back(std::move(one)); }});
  return reading;
}

ReadArticle read_one(const std::string& text) {
  Reading reading = read(text);
  CHECK(reading.rejects.empty());
  REQUIRE(reading.articles.size() == 1);
  return std::move(reading.articles[0]);
}

const std::string wordpress_post =
    R"({"id":7,"date":"2017-01-20T16:56:07","date_gmt":"2017-01-20T13:56:07","modified_gmt":"2017-01-21T10:00:00",)"
    R"("status":"publish","type":"post","link":"https://example.org/1","title":{"rendered":"زر &#8220;الشراء&#8221;"},)"
    R"("content":{"rendered":"<p>أولى</p>\n<p>ثانية</p>","protected":false},"excerpt":{"rendered":"<p>خلاصة</p>"},)"
    R"("author":3,"categories":[4],"tags":[5,6],)"
    R"("_embedded":{"author":[{"name":"محمد حبش"}],"wp:term":[[{"name":"أخبار"}],[{"name":"تويتر"}]]}})";

TEST_CASE("a post of WordPress is read alone, indented, in lines and in an array") {
  const std::string indented =
      "{\n  \"title\": {\"rendered\": \"زر\"},\n  \"content\": {\"rendered\": \"<p>نص</p>\"}\n}\n";
  for (const std::string& text : {wordpress_post, "[" + wordpress_post + "]"}) {
    const ReadArticle one = read_one(text);
    CHECK(one.article.title == "زر “الشراء”");
    CHECK(one.article.text == "أولى\nثانية");
    CHECK(one.article.summary == "خلاصة");
    CHECK(to_iso(one.article.date.value()) == "2017-01-20T13:56:07Z");
    CHECK(to_iso(one.article.updated.value()) == "2017-01-21T10:00:00Z");
    CHECK(one.article.url == "https://example.org/1");
    CHECK(one.article.authors == Texts{"محمد حبش"});
    CHECK(one.article.tags == Texts{"أخبار", "تويتر"});
    CHECK(one.withheld.empty());
  }
  CHECK(read_one(indented).article.text == "نص");
  CHECK(read(indented + indented).articles.size() == 2);
  CHECK(read(wordpress_post + "\n" + wordpress_post + "\n").articles.size() == 2);
}

TEST_CASE("what WordPress does not show is withheld, and pictures are no articles") {
  const auto post = [](const std::string& status, const std::string& guarded) {
    return R"({"title":{"rendered":"زر"},"content":{"rendered":"نص","protected":)" + guarded +
           R"(},"status":")" + status + "\"}";
  };
  CHECK(read_one(post("draft", "false")).withheld == "draft");
  CHECK(read_one(post("private", "false")).withheld == "private");
  CHECK(read_one(post("future", "false")).withheld == "scheduled");
  CHECK(read_one(post("publish", "true")).withheld == "password");
  CHECK(read(R"({"type":"attachment","title":{"rendered":"صورة"}})").skips.size() == 1);
}

TEST_CASE("the items of a JSON Feed are read one by one, wherever its list stands") {
  const std::string items =
      R"("items":[{"id":1,"url":"https://example.org/1","title":"زر","content_html":"<p>نص</p>",)"
      R"("date_published":"2017-01-20T16:56:07+03:00","authors":[{"name":"محمد حبش"}],"tags":["تويتر"]},)"
      R"({"id":"b","external_url":"https://example.net/x","content_text":"نص آخر","author":{"name":"سلمى"}}])";
  const std::string version = R"("version":"https://jsonfeed.org/version/1.1","title":"عالم التقنية")";
  const Reading reading = read("{" + version + "," + items + R"(,"more":{"items":[1]}})");
  CHECK(reading.rejects.empty());
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].article.title == "زر");
  CHECK(reading.articles[0].article.text == "نص");
  CHECK(reading.articles[0].article.authors == Texts{"محمد حبش"});
  CHECK(to_iso(reading.articles[0].article.date.value()) == "2017-01-20T16:56:07+03:00");
  CHECK(reading.articles[1].article.url == "https://example.net/x");
  CHECK(reading.articles[1].article.authors == Texts{"سلمى"});
  CHECK(read("{\n " + version + ",\n " + items + "\n}\n").articles.size() == 2);
}

TEST_CASE("Blogger's feeds and its API are read") {
  const std::string entry =
      R"({"id":{"$t":"tag:blogger.com,1999:blog-1.post-2"},"published":{"$t":"2017-01-20T16:56:00.001-08:00"},)"
      R"("title":{"type":"text","$t":"زر"},"content":{"type":"html","$t":"<p>نص</p>"},)"
      R"("category":[{"scheme":"http://www.blogger.com/atom/ns#","term":"تويتر"},)"
      R"({"scheme":"http://schemas.google.com/g/2005#kind","term":"http://schemas.google.com/blogger/2008/kind#post"}],)"
      R"("link":[{"rel":"self","href":"x"},{"rel":"alternate","href":"http://b.blogspot.com/2017/01/x.html"}],)"
      R"("author":[{"name":{"$t":"محمد حبش"}}]})";
  const ReadArticle one =
      read_one(R"({"version":"1.0","feed":{"title":{"$t":"مدونة"},"entry":[)" + entry + "]}}");
  CHECK(one.article.title == "زر");
  CHECK(one.article.text == "نص");
  CHECK(one.article.id == "tag:blogger.com,1999:blog-1.post-2");
  CHECK(one.article.url == "http://b.blogspot.com/2017/01/x.html");
  CHECK(one.article.tags == Texts{"تويتر"});
  CHECK(one.article.authors == Texts{"محمد حبش"});
  const ReadArticle post = read_one(
      R"({"kind":"blogger#postList","items":[{"kind":"blogger#post","id":"2","title":"زر","content":"<p>نص</p>",)"
      R"("url":"http://b.blogspot.com/x","author":{"displayName":"سلمى"},"labels":["تويتر"],"replies":{"totalItems":"3"}}]})");
  CHECK(post.article.authors == Texts{"سلمى"});
  CHECK(post.article.tags == Texts{"تويتر"});
  CHECK(post.article.comments == 3U);
}

TEST_CASE("an object of our own keys is ours, whatever lists it holds beside them") {
  CHECK(read_one(R"({"title":"زر","text":"نص","items":[1,2]})").article.text == "نص");
}

TEST_CASE("what is nested without end is no harm") {
  std::string deep = R"({"title":{"rendered":"زر"},"content":{"rendered":"نص"},"x":)";
  deep += std::string(100'000, '[') + std::string(100'000, ']') + "}";
  const Reading reading = read(deep);
  CHECK(reading.articles.size() + reading.rejects.size() == 1);
}

}  // namespace
}  // namespace fihrist
