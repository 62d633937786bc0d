// SPDX-License-Identifier: GPL-3.0-or-later
// Articles to records and back.
#include "schema/record.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "analysis/utf8.hpp"
#include "schema/error.hpp"

namespace fihrist {

TEST_CASE("an article comes back from its record with every field") {
  const Article article{.id = "a\"1\\",
                        .title = "عنوان «بين» قوسين",
                        .text = "فقرة أولى\nفقرة ثانية\twith 😀",
                        .summary = "ملخص",
                        .authors = {"سلمى", "Karim"},
                        .source = "مجلة",
                        .url = "https://example.com/a?b=c",
                        .alias_urls = {"https://e.com/1", "https://e.com/2"},
                        .tags = {"هواتف", "5G"},
                        .date = Date{.year = 2017,
                                     .month = 1,
                                     .day = 20,
                                     .hour = 16,
                                     .minute = 56,
                                     .precision = DatePrecision::minute},
                        .updated = Date{.year = 2018, .month = 2, .precision = DatePrecision::month},
                        .comments = 0};
  const Article back = from_record(to_record(article));
  CHECK(back.id == article.id);
  CHECK(back.title == article.title);
  CHECK(back.text == article.text);
  CHECK(back.summary == article.summary);
  CHECK(back.authors == article.authors);
  CHECK(back.source == article.source);
  CHECK(back.url == article.url);
  CHECK(back.alias_urls == article.alias_urls);
  CHECK(back.tags == article.tags);
  CHECK(back.date == article.date);
  CHECK(back.updated == article.updated);
  CHECK(back.comments == article.comments);
}

TEST_CASE("empty fields are left out of the record") {
  CHECK(to_json_line({.id = "x"}) == R"({"id":"x"})");
  CHECK(to_record({.id = "x", .text = "سطر\nآخر"}) == "{\"id\":\"x\"}\nسطر\nآخر");
  const Article back = from_record("{\"id\":\"x\"}\n");
  CHECK_FALSE(back.date.has_value());
  CHECK_FALSE(back.comments.has_value());
  CHECK(back.authors.empty());
}

TEST_CASE("a record of an article with broken bytes is still valid JSON") {
  const Article broken{.id = "x", .title = "\xFF", .text = "a\xFF\xC3"};
  CHECK(nlohmann::json::accept(to_json_line(broken)));
  CHECK(is_valid_utf8(to_record(broken)));
}

TEST_CASE("bytes that are no record are a damaged index") {
  for (const std::string& hostile :
       std::vector<std::string>{"", "{\n", "[]\n", "null\n", "{\"id\":1}\n", "{\"author\":\"x\"}\n",
                                "\xFF\xFE\n", "{\"id\":\"x\",\"comments\":\"many\"}\n", "{\"id\":\"x\"}"}) {
    CAPTURE(hostile);
    try {
      from_record(hostile);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::damaged);
      CHECK_FALSE(error.hint().empty());
    }
  }
}

}  // namespace fihrist
