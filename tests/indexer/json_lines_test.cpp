// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of JSON lines: every key, every fault, every way in which such files are broken in practice.
#include "indexer/readers/json_lines.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "schema/record.hpp"
#include "tests/indexer/reading.hpp"
#include "tests/indexer/repeated_pieces.hpp"

namespace fihrist {
namespace {

Reading read(std::string text) { return read_all(JsonLinesReader(), std::move(text)); }

/// The one article of a text; an empty one when it gave another number.
ReadArticle read_one(std::string text) {
  Reading reading = read(std::move(text));
  CHECK(reading.rejects.empty());
  REQUIRE(reading.articles.size() == 1);
  return std::move(reading.articles[0]);
}

bool warns(const ReadArticle& read, std::string_view warning) {
  return std::find(read.warnings.begin(), read.warnings.end(), warning) != read.warnings.end();
}

TEST_CASE("every key of the format reaches its field") {
  const ReadArticle read = read_one(
      R"({"id":"a-1","title":" زر\n الشراء ","text":"أولى\r\n\r\nثانية \n","summary":"خلاصة","author":"محمد حبش",)"
      R"("source":"عالم التقنية","url":"https://example.org/1","alias_urls":["http://ift.tt/x"],)"
      R"("tags":["تويتر","تسوق"],"date":"2017-01-20T16:56","updated":"20 يناير 2018","comments":3,"other":{"id":9}})");
  const Article& article = read.article;
  CHECK(article.id == "a-1");
  CHECK(article.title == "زر الشراء");
  CHECK(article.text == "أولى\nثانية");
  CHECK(article.summary == "خلاصة");
  CHECK(article.authors == std::vector<std::string>{"محمد حبش"});
  CHECK(article.source == "عالم التقنية");
  CHECK(article.url == "https://example.org/1");
  CHECK(article.alias_urls == std::vector<std::string>{"http://ift.tt/x"});
  CHECK(article.tags == std::vector<std::string>{"تويتر", "تسوق"});
  CHECK(to_iso(article.date.value()) == "2017-01-20T16:56");
  CHECK(to_iso(article.updated.value()) == "2018-01-20");
  CHECK(article.comments == 3U);
  CHECK(read.record == 1);
  CHECK(read.offset == 0);
  CHECK_FALSE(read.deleted);
  CHECK(read.withheld.empty());
  CHECK(read.warnings.empty());
}

TEST_CASE("what export writes is the same article when it is read again") {
  const Article article{.id = "a-1",
                        .title = "زر الشراء",
                        .text = "قائمة الموقع\nتويتر تتخلى عن الزر.\nحقوق النشر",
                        .summary = "خلاصة",
                        .authors = {"محمد حبش", "علي حسن"},
                        .source = "عالم التقنية",
                        .url = "https://example.org/1",
                        .alias_urls = {"http://ift.tt/x"},
                        .tags = {"تويتر"},
                        .date = parse_date("2017-01"),
                        .updated = parse_date("2018-01-20T10:00:00+03:00"),
                        .comments = 3,
                        .date_origin = "url",
                        .site_lines = {0, 2}};
  CHECK(to_record(read_one(to_json_line(article)).article) == to_record(article));
}

TEST_CASE("lines of the site that are no lines of the text are a fault") {
  for (const std::string_view lines : {"[2]", "[1,0]", "[0,0]", "[-1]", "[\"a\"]", "3", "[4294967296]"}) {
    CAPTURE(lines);
    const Reading reading = read(R"({"text":"أ\nب","site_lines":)" + std::string(lines) + "}");
    CHECK(reading.articles.empty());
    REQUIRE(reading.rejects.size() == 1);
    CHECK(reading.rejects[0].code == "invalid_field");
  }
  CHECK(read_one(R"({"text":"أ\nب","site_lines":[0,1]})").article.site_lines ==
        std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("keys take the forms that programs write") {
  CHECK(read_one(R"({"id":17,"title":"t"})").article.id == "17");
  CHECK(read_one(R"({"title":"t","author":["أ","","ب"]})").article.authors ==
        std::vector<std::string>{"أ", "ب"});
  CHECK(read_one(R"({"title":"t","tags":"تويتر"})").article.tags == std::vector<std::string>{"تويتر"});
  CHECK(read_one(R"({"title":"t","comments":[{"text":"x"},"y",[1,[2]],3]})").article.comments == 4U);
  CHECK(read_one(R"({"title":"t","comments":[]})").article.comments == 0U);
  CHECK(to_iso(read_one(R"({"title":"t","date":1484931360})").article.date.value()) ==
        "2017-01-20T16:56:00Z");
  CHECK(read_one(R"({"title":"t","html":"<p>أولى</p><p>ثانية &amp; ثالثة</p>"})").article.text ==
        "أولى\nثانية & ثالثة");
  CHECK(read_one(R"({"title":"t","text":"نص","html":"<p>آخر</p>"})").article.text == "نص");
  CHECK(read_one(R"({"title":"a","title":"b"})").article.title == "b");
  CHECK(read_one(R"({"id":"1","deleted":true})").deleted);
}

TEST_CASE("null and empty strings are absent") {
  const Article article =
      read_one(R"({"title":"t","text":null,"author":"","tags":null,"date":"","url":"","comments":null})")
          .article;
  CHECK(article.text.empty());
  CHECK(article.authors.empty());
  CHECK(article.tags.empty());
  CHECK_FALSE(article.date);
  CHECK_FALSE(article.comments);
}

TEST_CASE("a value of the wrong type is refused by the name of its key") {
  for (const std::string_view fields :
       {R"("id":1.5)", R"("id":["a"])", R"("title":5)", R"("text":["a"])", R"("author":{"name":"x"})",
        R"("author":[{"name":"x"}])", R"("tags":[1])", R"("date":["2017"])", R"("url":true)",
        R"("comments":-1)", R"("comments":"3")", R"("comments":99999999999)", R"("comments":{"count":3})",
        R"("deleted":"yes")", R"("summary":{})"}) {
    CAPTURE(fields);
    const Reading reading = read("{" + std::string(fields) + "}");
    CHECK(reading.articles.empty());
    REQUIRE(reading.rejects.size() == 1);
    CHECK(reading.rejects[0].code == "invalid_field");
    const std::string key(fields.substr(0, fields.find(':')));
    CHECK(reading.rejects[0].message.find(key) != std::string::npos);
  }
}

TEST_CASE("a bad record is refused with its place and the next one read") {
  const Reading reading =
      read("{\"title\":\"a\"}\n{bad}\n\n \r\n[1]\n\"text\"\n{}\n{\"title\":\"b\"}\n{\"title\":\"c");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[1].article.title == "b");
  CHECK(reading.articles[1].record == 6);
  CHECK(reading.articles[1].offset == 38);
  struct Fault {
    std::uint64_t record;
    std::uint64_t offset;
    std::string_view code;
  };
  const std::vector<Fault> faults{{2, 14, "invalid_json"},
                                  {3, 24, "invalid_json"},
                                  {4, 28, "invalid_json"},
                                  {5, 35, "no_text"},
                                  {7, 52, "truncated"}};
  REQUIRE(reading.rejects.size() == faults.size());
  for (std::size_t i = 0; i < faults.size(); ++i) {
    CAPTURE(i);
    CHECK(reading.rejects[i].path == "input");
    CHECK(reading.rejects[i].record == faults[i].record);
    CHECK(reading.rejects[i].offset == faults[i].offset);
    CHECK(reading.rejects[i].code == faults[i].code);
    CHECK_FALSE(reading.rejects[i].message.empty());
  }
}

TEST_CASE("a byte order mark, CRLF and a missing last line end change nothing") {
  for (const std::string_view text :
       {"{\"title\":\"a\"}\n{\"title\":\"b\"}\n", "\xEF\xBB\xBF{\"title\":\"a\"}\n{\"title\":\"b\"}\n",
        "{\"title\":\"a\"}\r\n{\"title\":\"b\"}\r\n", "{\"title\":\"a\"}\n\n\n{\"title\":\"b\"}",
        "[{\"title\":\"a\"},{\"title\":\"b\"}]",
        "\xEF\xBB\xBF [ {\"title\":\"a\"}\n ,\n {\"title\":\"b\"}\n]\n"}) {
    CAPTURE(text);
    const Reading reading = read(std::string(text));
    CHECK(reading.rejects.empty());
    REQUIRE(reading.articles.size() == 2);
    CHECK(reading.articles[1].article.title == "b");
  }
}

TEST_CASE("in an array brackets and quotes inside of strings do not end an element") {
  const Reading reading =
      read(R"([{"title":"a ] } \" , [ {","x":[[1,2],{"y":"\\"}]}, {"title":1}, 5, {"title":"b"}])");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[0].article.title == "a ] } \" , [ {");
  REQUIRE(reading.rejects.size() == 2);
  CHECK(reading.rejects[0].code == "invalid_field");
  CHECK(reading.rejects[1].code == "invalid_json");
}

TEST_CASE("an array that stops short loses only its last element") {
  const Reading reading = read(R"([{"title":"a"},{"title":"b"},{"tit)");
  CHECK(reading.articles.size() == 2);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "truncated");
}

TEST_CASE("ill-formed UTF-8 is repaired, told, and not lost") {
  const ReadArticle read = read_one("{\"title\":\"تو\xFFيتر\"}");
  CHECK(read.article.title == "تو\uFFFDيتر");
  CHECK(warns(read, "replaced_bytes"));
}

TEST_CASE("halves of surrogate pairs are replaced, whole pairs and escaped backslashes stay") {
  const ReadArticle read = read_one(R"({"title":"a\ud800b\uDC00 \ud83d\ude00 \\ud800 \ud800\u0041"})");
  CHECK(read.article.title == "a\uFFFDb\uFFFD \U0001F600 \\ud800 \uFFFDA");
  CHECK(warns(read, "replaced_bytes"));
  CHECK_FALSE(warns(read_one(R"({"title":"\ud83d\ude00"})"), "replaced_bytes"));
}

TEST_CASE("controls and bidi overrides do not reach an article") {
  CHECK(read_one(R"({"title":"a\u0000b\u202ec\u0007"})").article.title == "abc");
}

TEST_CASE("a date that cannot be read leaves the article undated and is told") {
  const ReadArticle read = read_one(R"({"title":"t","date":"أمس"})");
  CHECK_FALSE(read.article.date);
  CHECK(warns(read, "bad_date"));
  CHECK(warns(read_one(R"({"title":"t","updated":"soon"})"), "bad_date"));
}

TEST_CASE("an object nested beyond 64 levels is refused") {
  const auto nested = [](std::size_t depth) {
    return "{\"title\":\"t\",\"x\":" + std::string(depth, '[') + std::string(depth, ']') + "}";
  };
  CHECK(read(nested(63)).articles.size() == 1);
  const Reading reading = read(nested(64));
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "invalid_json");
  CHECK(read(nested(1'000'000)).rejects.size() == 1);
}

TEST_CASE("a deletion needs an identity") {
  CHECK(read_one(R"({"url":"https://example.org/1","deleted":true})").deleted);
  const Reading reading = read(R"({"deleted":true})");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "invalid_field");
}

TEST_CASE("a record that is too long is refused and the next one read") {
  RepeatedPieces source("{\"title\":\"a\"}\n{\"title\":\"", std::string(piece_bytes, 'x'),
                        max_json_record_bytes / piece_bytes + 1, "\"}\n{\"title\":\"b\"}\n");
  const Reading reading = read_all(JsonLinesReader(), source);
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[1].article.title == "b");
  CHECK(reading.articles[1].record == 3);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "too_long");
  CHECK(reading.rejects[0].record == 2);
}

TEST_CASE("a message about a bad record stays short") {
  const Reading reading = read("{\"title\":\"" + std::string(1'000'000, 'x') + "\" 5}\n");
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].message.size() < 1000);
}

TEST_CASE("what the index stores is read back as the same article") {
  const Article article{.id = "a",
                        .title = "عنوان",
                        .text = "أولى\nثانية",
                        .summary = "خلاصة",
                        .authors = {"أ", "ب"},
                        .source = "موقع",
                        .url = "https://example.org/",
                        .alias_urls = {"http://ift.tt/x"},
                        .tags = {"وسم"},
                        .date = parse_date("2017-01-20T16:56"),
                        .updated = parse_date("2018"),
                        .comments = 0};
  CHECK(to_record(read_one(to_json_line(article) + "\n").article) == to_record(article));
}

TEST_CASE("an empty input has neither articles nor rejects") {
  for (const std::string_view text : {"", "\n", " \r\n\t\n", "\xEF\xBB\xBF", "[]", "[\n]\n"}) {
    CAPTURE(text);
    const Reading reading = read(std::string(text));
    CHECK(reading.articles.empty());
    CHECK(reading.rejects.empty());
  }
}

}  // namespace
}  // namespace fihrist
