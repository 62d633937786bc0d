// SPDX-License-Identifier: GPL-3.0-or-later
// The first pass of a run: what is read, rejected, warned of and told on the way.
#include "indexer/intake.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <map>

#include "analysis/utf8.hpp"
#include "indexer/identification.hpp"
#include "schema/record.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;
using test::article_line;
using test::line;
using test::SampleArchive;

}  // namespace

TEST_CASE("records that give no article are listed, and the others are indexed") {
  const SampleArchive sample;
  sample.write("in.jsonl", "{broken\n" + article_line("a", "أول", "نص") + "[1]\n");
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.added == 1);
  CHECK(report.rejected == 2);
  CHECK(report.rejects.size() == 2);
  const std::string file = test::read_file(sample.layout().rejects());
  CHECK(std::count(file.begin(), file.end(), '\n') == 2);
  sample.write("in.jsonl", article_line("a", "أول", "نص"));
  sample.index({"in.jsonl"});
  CHECK_FALSE(fs::exists(sample.layout().rejects()));
}

TEST_CASE("the report holds the first hundred rejects, the file all of them") {
  const SampleArchive sample;
  std::string lines;
  for (int i = 0; i < 150; ++i) lines += "{broken\n";
  sample.write("in.jsonl", lines);
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.rejected == 150);
  CHECK(report.rejects.size() == 100);
  const std::string file = test::read_file(sample.layout().rejects());
  CHECK(std::count(file.begin(), file.end(), '\n') == 150);
}

TEST_CASE("a run that is stopped commits what it read, and the next one takes up the rest") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(50));
  const std::atomic<bool> stop = true;
  const IndexReport report = run_index(sample.request({"in.jsonl"}), {}, &stop);
  CHECK(report.interrupted);
  CHECK(report.added < 50);
  CHECK(sample.manifest().articles == report.added);
  const IndexReport rest = sample.index({"in.jsonl"});
  CHECK_FALSE(rest.interrupted);
  CHECK(rest.articles == 50);
  CHECK(rest.unchanged == report.added);
}

TEST_CASE("progress is told while a run lasts") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(10));
  std::vector<IndexProgress> told;
  run_index(sample.request({"in.jsonl"}), [&](const IndexProgress& progress) { told.push_back(progress); });
  REQUIRE_FALSE(told.empty());
  CHECK(told.front().bytes_total == fs::file_size(sample.path("in.jsonl")));
  CHECK_FALSE(told.front().current.empty());
  CHECK(told.front().to_write == 0);
  CHECK(told.back().articles == 10);
  CHECK(told.back().written == 10);
  CHECK(told.back().to_write == 10);
}

TEST_CASE("warnings count what is missing from articles that were written") {
  const SampleArchive sample;
  sample.write("in.jsonl", line({{"id", "a"}, {"text", "نص"}}) + article_line("b", "عنوان", "نص"));
  const auto expected =
      std::map<std::string, std::uint64_t>{{"no_author", 1}, {"no_date", 1}, {"no_title", 1}};
  CHECK(sample.index({"in.jsonl"}).warnings == expected);
  CHECK(sample.index({"in.jsonl"}).warnings.empty());
}

TEST_CASE("articles that name no source get the one that was asked for") {
  const SampleArchive sample;
  sample.write("in.jsonl",
               line({{"id", "a"}, {"text", "نص"}}) + line({{"id", "b"}, {"text", "نص"}, {"source", "مجلة"}}));
  IndexRequest request = sample.request({"in.jsonl"});
  request.source = "أرشيف";
  run_index(request);
  CHECK(from_record(sample.record("a")).source == "أرشيف");
  CHECK(from_record(sample.record("b")).source == "مجلة");
}

TEST_CASE("a file of no known format is rejected, a picture passed over, and the others are read") {
  const SampleArchive sample;
  sample.write("in/a.jsonl", article_line("a", "أول", "نص"));
  sample.write("in/b.pdf", "%PDF-1.4");
  sample.write("in/c.png", std::string("\x89PNG\r\n\x1A\n\0\0", 10));
  IndexRequest request = sample.request({"in"});
  request.format = "auto";
  const IndexReport report = run_index(request);
  CHECK(report.added == 1);
  REQUIRE(report.rejects.size() == 1);
  CHECK(report.rejects[0].code == "unknown_format");
}

TEST_CASE("a file that cannot be read to its end is rejected and the others are read") {
  const SampleArchive sample;
  sample.write("in/b.jsonl", article_line("b", "ثان", "نص"));
  // Opens like a file, and every read of its first bytes fails.
  fs::create_symlink("/proc/self/mem", sample.path("in/a.jsonl"));
  const IndexReport report = sample.index({"in"});
  CHECK(report.added == 1);
  REQUIRE(report.rejects.size() == 1);
  CHECK(report.rejects[0].code == "unreadable");
}

TEST_CASE("what its source withholds is not indexed, and goes when it was") {
  const SampleArchive sample;
  const Tombstones none(sample.path("tombstones"));
  for (const std::string withheld : {"draft", "private", "scheduled", "trashed", "password"}) {
    CAPTURE(withheld);
    const Identified identified =
        identify({.read = {.article = {.id = "a", .title = "عنوان"}, .withheld = withheld}}, none, "");
    CHECK(identified.meeting.takes_away);
  }
  CHECK_FALSE(identify({.read = {.article = {.id = "a", .title = "عنوان"}}}, none, "").meeting.takes_away);
}

TEST_CASE("a long text is cut at the end of a word, and that is told") {
  const SampleArchive sample;
  const Tombstones none(sample.path("tombstones"));
  std::string text;
  while (text.size() < 5 * max_text_letters) text += "كلمات ";
  const Identified cut = identify({.read = {.article = {.id = "a", .text = text}}}, none, "");
  const Article& article = cut.incoming.read.article;
  CHECK(count_code_points(article.text) <= max_text_letters);
  CHECK(article.text.ends_with("كلمات"));
  CHECK(cut.incoming.read.warnings == std::vector<std::string>{"cut_text"});
}

TEST_CASE("a rejected record is told with its beginning") {
  CHECK(reject_excerpt("{\"id\":\n\"a") == "{\"id\": \"a");
  const std::string cut = reject_excerpt(std::string(199, 'x') + "عربي");
  CHECK(cut == std::string(199, 'x'));
  CHECK(reject_excerpt("\xFF"
                       "a\x1B[31m") == "\uFFFDa[31m");
}

}  // namespace fihrist
