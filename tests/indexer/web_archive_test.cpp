// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of web archives: pages and nothing else, however a crawler packed, cut or mangled them.
#include "indexer/readers/web_archive.hpp"

#include <doctest/doctest.h>
#include <zstd.h>

#include <algorithm>
#include <map>

#include "indexer/byte_sources.hpp"
#include "indexer/readers/http_answer.hpp"
#include "indexer/readers/registry.hpp"
#include "indexer/readers/warc_records.hpp"
#include "tests/indexer/packed_files.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

struct Reading {
  std::vector<ReadArticle> articles;
  std::vector<Reject> rejects;
  std::vector<Skip> skips;
};

Reading read(const std::string& bytes) {
  Reading reading;
  const auto source = open_text(bytes);
  WebArchiveReader().read(*source, "in.warc",
                          {.article = [&](ReadArticle&& one) { reading.articles.push_back(std::move(one)); },
                           .reject = [&](Reject&& one) { reading.rejects.push_back(std::move(one)); },
                           .skip = [&](Skip&& one) { reading.skips.push_back(std::move(one)); }});
  return reading;
}

std::string page(const std::string& title) {
  std::string html = "<!DOCTYPE html><html><head><meta charset=utf-8><title>" + title +
                     "</title></head><body><article><h1>" + title + "</h1>";
  for (int i = 0; i < 4; ++i)
    html +=
        "<p>أعلنت الشركة اليوم أن النسخة الجديدة من التطبيق ستصل إلى جميع المستخدمين خلال أسابيع، وأن العمل "
        "عليها بدأ "
        "منذ عامين بهدف تقليل استهلاك البطارية وتحسين الأمن في الهواتف القديمة التي ما زالت في أيدي "
        "الناس، وهذا " +
        title + ".</p>";
  return html + "</article></body></html>";
}

std::string answer(const std::string& body, const std::string& fields = "", int status = 200) {
  return "HTTP/1.1 " + std::to_string(status) + " X\r\nContent-Type: text/html; charset=utf-8\r\n" + fields +
         "\r\n" + body;
}

std::string record(const std::string& type, const std::string& uri, const std::string& content,
                   const std::string& date = "2017-01-20T10:00:00Z", const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri + "\r\nWARC-Date: " + date +
         "\r\n" + more + "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content +
         "\r\n\r\n";
}

std::string response(const std::string& uri, const std::string& title,
                     const std::string& date = "2017-01-20T10:00:00Z") {
  return record("response", uri, answer(page(title)), date);
}

std::string gzip(const std::string& bytes) { return test::packed({{"x", bytes}}, "raw", "gzip"); }

std::string zstd(const std::string& bytes, const std::string& dictionary = "") {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  out.resize(ZSTD_compress_usingDict(context, out.data(), out.size(), bytes.data(), bytes.size(),
                                     dictionary.data(), dictionary.size(), 3));
  ZSTD_freeCCtx(context);
  return out;
}

std::string dictionary_frame(const std::string& content) {
  std::string frame = "\x5D\x2A\x4D\x18";
  for (unsigned shift = 0; shift < 32; shift += 8)
    frame += static_cast<char>(content.size() >> shift & 0xFFU);
  return frame + content;
}

std::vector<std::string> titles(const Reading& reading) {
  std::vector<std::string> all;
  for (const ReadArticle& one : reading.articles) all.push_back(one.article.title);
  return all;
}

const std::string first = response("http://example.org/1", "الخبر الأول");
const std::string second = response("http://example.org/2", "الخبر الثاني");
const std::vector<std::string> both{"الخبر الأول", "الخبر الثاني"};

TEST_CASE("pages are found in every packing of a web archive, which is known by its content") {
  const std::string dictionary = page("قاموس");
  const std::map<std::string, std::string> packings{
      {"plain", first + second},
      {"a member a record", gzip(first) + gzip(second)},
      {"one member", gzip(first + second)},
      {"padded", gzip(first) + std::string(512, '\0') + gzip(second)},
      {"frames", zstd(first) + zstd(second)},
      {"dictionary", dictionary_frame(dictionary) + zstd(first, dictionary) + zstd(second, dictionary)},
      {"packed dictionary",
       dictionary_frame(zstd(dictionary)) + zstd(first, dictionary) + zstd(second, dictionary)}};
  for (const auto& [name, bytes] : packings) {
    CAPTURE(name);
    const Reader* reader = choose_reader(bytes.substr(0, piece_bytes), "x");
    REQUIRE(reader != nullptr);
    CHECK(reader->format() == "warc");
    const Reading reading = read(bytes);
    CHECK(titles(reading) == both);
    CHECK(reading.rejects.empty());
  }
}

TEST_CASE("a page knows its address, its record and where it begins") {
  const std::string member = gzip(first);
  const Reading reading = read(member + gzip(second));
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[1].article.url == "http://example.org/2");
  CHECK(reading.articles[1].record == 2);
  CHECK(reading.articles[1].offset == member.size());
}

TEST_CASE("an address that is no UTF-8 is mended") {
  const std::string canonical = "<link rel=canonical href='https://example.org/other'>";
  for (const std::string& before : {std::string(), canonical}) {
    const auto reading = read(record("response", "http://exam\xF0le.org/a", answer(before + page("خبر"))));
    REQUIRE(reading.articles.size() == 1);
    const Article& article = reading.articles.front().article;
    CAPTURE(article.url);
    std::vector<std::string> addresses = article.alias_urls;
    addresses.push_back(article.url);
    CHECK(std::find(addresses.begin(), addresses.end(), "http://exam\uFFFDle.org/a") != addresses.end());
  }
}

TEST_CASE("ARC files are read, with blanks in addresses and in both versions") {
  const std::string body = answer(page("الخبر الأول"));
  const std::string length = std::to_string(body.size());
  const std::string info = "1 0 X\nURL IP-address Archive-date Content-type Archive-length\n";
  const std::string head = "filedesc://x.arc 0.0.0.0 20170120100000 text/plain " +
                           std::to_string(info.size()) + "\n" + info + "\n";
  for (const std::string& line :
       {"http://example.org/a b 1.2.3.4 20170120100000 text/html " + length + "\n",
        "http://example.org/a b 1.2.3.4 20170120100000 text/html 200 - - 0 x.arc " + length + "\n"}) {
    const Reading reading = read(head + line + body + "\n");
    CHECK(titles(reading) == std::vector<std::string>{"الخبر الأول"});
    CHECK(reading.articles.at(0).article.url == "http://example.org/a b");
    CHECK(reading.rejects.empty());
  }
}

TEST_CASE("what is no page is skipped with its kind, and notes of the crawler go unmentioned") {
  const Reading reading =
      read(record("warcinfo", "", "software: x") +
           record("request", "http://example.org/", "GET / HTTP/1.1\r\n\r\n") +
           record("metadata", "http://example.org/", "x") +
           record("response", "dns:example.org", "20170120 1.2.3.4") +
           record("response", "http://example.org/r", answer("", "Location: /x\r\n", 301)) +
           record("response", "http://example.org/404", answer(page("لا"), "", 404)) +
           record("response", "http://example.org/robots.txt",
                  "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *") +
           record("revisit", "http://example.org/1", "HTTP/1.1 200 OK\r\n\r\n"));
  CHECK(reading.articles.empty());
  CHECK(reading.rejects.empty());
  std::vector<std::string> codes;
  for (const Skip& skip : reading.skips) codes.push_back(skip.code);
  CHECK(codes == std::vector<std::string>{"redirect", "not_article", "not_article", "copy"});
}

TEST_CASE("of several captures of a page the newest one wins, in whatever order they come") {
  const std::string older = response("http://example.org/1", "قديم", "2016-01-01T00:00:00Z");
  CHECK(titles(read(first + older)) == std::vector<std::string>{"الخبر الأول"});
  const test::SampleArchive sample;
  for (const std::string& bytes : {first + older, older + first}) {
    sample.write("in.warc", bytes);
    IndexRequest request = sample.request({"in.warc"});
    request.format = "auto";
    CHECK(run_index(request).articles == 1);
  }
}

TEST_CASE("chunks and content encodings are undone, announced or not") {
  const std::string html = page("الخبر الأول");
  const std::string chunked = "5\r\n" + html.substr(0, 5) + "\r\n" + "FFFFF;x=y\r\n" + html.substr(5);
  for (const std::string& content :
       {answer(gzip(html), "Content-Encoding: gzip\r\n"), answer(zstd(html), "Content-Encoding: zstd\r\n"),
        answer(html, "Content-Encoding: gzip\r\n"), answer(html, "Transfer-Encoding: chunked\r\n"),
        answer(chunked, "Transfer-Encoding: chunked\r\n"),
        answer(gzip(gzip(html)), "Content-Encoding: gzip, gzip\r\n")})
    CHECK(titles(read(record("response", "<http://example.org/1>", content))) ==
          std::vector<std::string>{"الخبر الأول"});
  const std::vector<HeaderField> brotli{{"content-encoding", "br"}};
  CHECK(decode_body("\x0B\x02\x80hello\x03", brotli, 100).bytes == "hello");
  const std::vector<HeaderField> packed{{"content-encoding", "gzip"}};
  CHECK(decode_body(gzip(std::string(1'000'000, 'x')), packed, 1000).bytes.size() == 1000);
}

TEST_CASE("a damaged member costs itself, and bytes between records are told of") {
  std::string broken = gzip(first);
  broken[broken.size() / 2] = static_cast<char>(~broken[broken.size() / 2]);
  const Reading damaged = read(broken + gzip(second));
  REQUIRE_FALSE(damaged.articles.empty());
  CHECK(damaged.articles.back().article.title == "الخبر الثاني");
  CHECK_FALSE(damaged.rejects.empty());
  const Reading junk = read(first + "not a record\r\nat all\r\n" + second);
  CHECK(titles(junk) == both);
  REQUIRE(junk.rejects.size() == 1);
  CHECK(junk.rejects[0].code == "not_a_record");
  CHECK(junk.rejects[0].record == 1);
  CHECK(junk.rejects[0].offset == first.size());
}

TEST_CASE("what is told of an archive stands in the order of the input, and begins within it") {
  const std::string headless = "WARC/1.0\r\nWARC-Date: 2017\r\n\r\n";
  for (const std::string& bytes :
       {first + headless + second, headless + first, gzip(first + second),
        gzip(first + headless) + gzip(second), gzip(first + "junk\r\n" + second).substr(0, 400)}) {
    std::uint64_t record = 0;
    std::uint64_t offset = 0;
    const auto met = [&](std::uint64_t next_record, std::uint64_t next_offset) {
      CHECK(next_record >= record);
      CHECK(next_offset >= offset);
      CHECK(next_offset < bytes.size());
      record = next_record;
      offset = next_offset;
    };
    const auto source = open_text(bytes);
    WebArchiveReader().read(*source, "in.warc",
                            {.article = [&](ReadArticle&& one) { met(one.record, one.offset); },
                             .reject = [&](Reject&& one) { met(one.record, one.offset); },
                             .skip = [&](Skip&& one) { met(one.record, one.offset); }});
  }
}

TEST_CASE("a truncated archive gives what is there and one reject") {
  for (const bool packed : {false, true}) {
    CAPTURE(packed);
    std::string bytes = packed ? gzip(first) + gzip(second) : first + second;
    bytes.resize(bytes.size() - (packed ? gzip(second).size() / 3 : 300));
    const Reading reading = read(bytes);
    REQUIRE_FALSE(reading.articles.empty());
    CHECK(reading.articles[0].article.title == "الخبر الأول");
    CHECK_FALSE(reading.rejects.empty());
    CHECK(reading.rejects.size() <= 2);
  }
}

TEST_CASE("a header without an end is no record, and reading ends") {
  const std::string arc = "http://example.org/ 1.2.3.4 20170120100000 text/html 5";
  const std::string long_line =
      "http://example.org/ 1.2.3.4 20170120100000 text/html 5" + std::string(600, 'x') + "\n";
  for (const std::string& end :
       {arc, std::string("WARC/1.0"), std::string("WARC/1.0\r\nWARC-Type: response"), long_line}) {
    CAPTURE(end);
    const Reading reading = read(first + end);
    CHECK(titles(reading) == std::vector<std::string>{"الخبر الأول"});
    CHECK(reading.rejects.size() <= 1);
  }
}

TEST_CASE("a length that nobody can hold costs nothing") {
  const Reading reading = read(
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
      "Content-Length: 99999999999999999\r\n\r\n" +
      answer(page("الخبر الأول")));
  CHECK(titles(reading) == std::vector<std::string>{"الخبر الأول"});
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "truncated");
}

TEST_CASE("a page of a web archive has the time of its capture, and lines of its site may be left in it") {
  const Reading reading = read(response("http://example.org/a", "الخبر الأول"));
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].captured == 1484906400);
  CHECK(reading.articles[0].framed);
}

TEST_CASE("a WACZ is a container whose indexes and logs are passed over") {
  const test::SampleArchive sample;
  sample.write("in.wacz", test::packed({{"archive/data.warc.gz", gzip(first) + gzip(second)},
                                        {"pages/pages.jsonl", R"({"format":"json-pages-1.0","title":"x"})"},
                                        {"datapackage.json", "{}"},
                                        {"indexes/index.cdx.gz", gzip("x")}},
                                       "zip"));
  IndexRequest request = sample.request({"in.wacz"});
  request.format = "auto";
  const IndexReport report = run_index(request);
  CHECK(report.added == 2);
  CHECK(report.rejected == 0);
}

}  // namespace
}  // namespace fihrist
