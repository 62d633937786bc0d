// SPDX-License-Identifier: GPL-3.0-or-later
// What lists of pages say of pages that other inputs hold.
#include "indexer/listed_pages.hpp"

#include <doctest/doctest.h>

#include "indexer/readers/page_list.hpp"
#include "indexer/readers/registry.hpp"
#include "schema/record.hpp"
#include "tests/indexer/article_paragraphs.hpp"
#include "tests/indexer/packed_files.hpp"
#include "tests/indexer/reading.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

std::string page(const std::string& url, const std::string& head = "<title>تحديث جديد</title>") {
  return "<!DOCTYPE html><html lang=\"ar\"><head>" + head + "<link rel=\"canonical\" href=\"" + url +
         "\"></head><body><article>" + std::string(article_paragraphs) + "</article></body></html>";
}

std::string sitemap(const std::string& entries) {
  return "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
         "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>" +
         entries + "</urlset>";
}

std::string entry(const std::string& url, const std::string& date) {
  return "<url><loc>" + url + "</loc><lastmod>" + date + "</lastmod></url>";
}

IndexRequest request_for(const test::SampleArchive& sample, const std::vector<std::string>& inputs) {
  IndexRequest request = sample.request(inputs);
  request.format = "auto";
  return request;
}

Article only_article(const test::SampleArchive& sample) {
  const Xapian::Database all = sample.database();
  REQUIRE(all.get_doccount() == 1);
  const RecordCodec codec(all.get_metadata(record_dictionary_key));
  return from_record(codec.expand(
      all.get_document(*all.postlist_begin("")).get_value(static_cast<Xapian::valueno>(Slot::record))));
}

std::string date_of(const Article& article) { return article.date ? to_iso(*article.date) : ""; }

}  // namespace

TEST_CASE("an address is found however often and in whatever order it was listed") {
  ListedPages listed;
  CHECK(listed.add({.address = 7, .place = 30}));
  CHECK(listed.add({.address = 3, .place = 10}));
  CHECK(listed.add({.address = 7, .place = 20}));
  listed.sort();
  REQUIRE(listed.of(7).size() == 2);
  CHECK(listed.of(7)[0].place == 20);
  CHECK(listed.of(7)[1].place == 30);
  CHECK(listed.of(3).size() == 1);
  CHECK(listed.of(5).empty());
}

TEST_CASE("a page without a date has that of the sitemap, wherever the sitemap stands among the inputs") {
  for (const bool before : {true, false}) {
    CAPTURE(before);
    const test::SampleArchive sample;
    sample.write("page.html", page("https://example.org/2"));
    sample.write("map.xml", sitemap(entry("http://example.org/1", "2016-05-05") +
                                    entry("http://example.org/2/", "2017-01-20T16:56:00+03:00")));
    const auto inputs = before ? std::vector<std::string>{"map.xml", "page.html"}
                               : std::vector<std::string>{"page.html", "map.xml"};
    const IndexReport report = run_index(request_for(sample, inputs));
    CHECK(report.added == 1);
    CHECK(report.warnings.count("no_date") == 0);
    for (const FormatCoverage& format : report.formats) CHECK(format.counts.count("no_date") == 0);
    CHECK(date_of(only_article(sample)) == "2017-01-20T16:56:00+03:00");
    CHECK(only_article(sample).date_origin == "list");
    CHECK(run_index(request_for(sample, inputs)).unchanged == 1);
  }
}

TEST_CASE("the date that a page has itself stays, and one that no list knows has none") {
  const test::SampleArchive sample;
  sample.write("page.html", page("https://example.org/1",
                                 "<title>تحديث</title><meta "
                                 "property=\"article:published_time\" "
                                 "content=\"2015-03-04\">"));
  sample.write("map.xml", sitemap(entry("https://example.org/1", "2017-01-20")));
  run_index(request_for(sample, {"page.html", "map.xml"}));
  CHECK(date_of(only_article(sample)) == "2015-03-04");

  const test::SampleArchive other;
  other.write("page.html", page("https://example.org/1"));
  other.write("map.xml", sitemap(entry("https://example.org/2", "2017-01-20")));
  CHECK(run_index(request_for(other, {"page.html", "map.xml"})).warnings.at("no_date") == 1);
}

TEST_CASE("a sitemap of news tells when an article appeared") {
  const test::SampleArchive sample;
  sample.write("page.html", page("https://example.org/1"));
  sample.write("map.xml",
               sitemap("<url><loc>https://example.org/1</loc><lastmod>2020-01-01</lastmod><news:news>"
                       "<news:publication_date>2017-01-20</news:publication_date>"
                       "<news:title>تحديث</news:title></news:news></url>"));
  run_index(request_for(sample, {"page.html", "map.xml"}));
  CHECK(date_of(only_article(sample)) == "2017-01-20");
}

TEST_CASE("a capture without a title has that of the pages of its WACZ") {
  const std::string body = page("https://example.org/1", "");
  const std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body;
  const std::string record =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\n"
      "WARC-Date: 2017-01-20T10:00:00Z\r\nContent-Length: " +
      std::to_string(answer.size()) + "\r\n\r\n" + answer + "\r\n\r\n";
  const test::SampleArchive sample;
  sample.write(
      "in.wacz",
      test::packed({{"archive/data.warc", record},
                    {"pages/pages.jsonl",
                     "{\"format\": \"json-pages-1.0\", \"id\": \"pages\", \"title\": \"All Pages\"}\n"
                     "{\"id\": \"1\", \"url\": \"https://example.org/1\", \"ts\": \"2017-01-20T10:00:00Z\", "
                     "\"title\": \"عنوان من القائمة\"}\n"},
                    {"datapackage.json", "{}"}},
                   "zip"));
  const IndexReport report = run_index(request_for(sample, {"in.wacz"}));
  CHECK(report.added == 1);
  CHECK(report.rejected == 0);
  CHECK(only_article(sample).title == "عنوان من القائمة");
  for (const FormatCoverage& format : report.formats) CHECK(format.counts.count("no_title") == 0);
}

TEST_CASE("a list of pages gives skips, and rejects what is no page") {
  const std::string list =
      "{\"format\": \"json-pages-1.0\", \"id\": \"pages\"}\n"
      "{\"url\": \"https://example.org/1\", \"title\": \"عنوان\"}\nلا\n";
  CHECK(choose_reader(list, "pages.jsonl")->format() == "page_list");
  CHECK(choose_reader("{\"title\": \"json-pages-1.0\"}\n", "pages.jsonl")->format() == "jsonl");
  const Reading reading = read_all(PageListReader(), list);
  CHECK(reading.articles.empty());
  CHECK(reading.skips.size() == 1);
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "invalid_json");
}

}  // namespace fihrist
