// SPDX-License-Identifier: GPL-3.0-or-later
// What readers gave, through a file and back.
#include "indexer/read_spool.hpp"

#include <doctest/doctest.h>

#include "tests/schema/temporary_directory.hpp"

namespace fihrist {
namespace {

const ReadArticle sample{.article = {.id = "a", .title = "عنوان", .text = "نص\nآخر", .site_lines = {1}},
                         .record = 7,
                         .offset = 9,
                         .withheld = "draft",
                         .date_origin = "url",
                         .captured = -1,
                         .framed = true,
                         .warnings = {"bad_date"}};

}  // namespace

TEST_CASE("deliveries come back as they were, each by its place and all in order") {
  const test::TemporaryDirectory directory;
  ReadSpool spool(directory / "spool", 0);
  const auto first = spool.add({.file = 3, .folder = 5, .format = "text", .what = sample});
  spool.add(
      {.file = 4,
       .what = Reject{.path = "p", .record = 1, .offset = 2, .code = "c", .message = "m", .excerpt = "e"}});
  spool.add({.file = 4, .what = Skip{.path = "p", .code = "redirect", .message = "m"}});
  const auto listed = spool.add({.file = 4,
                                 .what = ListedPage{.url = "https://example.org/1",
                                                    .title = "عنوان",
                                                    .date = parse_date("2017-01-20T16:56:00+03:00")}});
  spool.flush();
  const Delivery delivery = spool.read(first);
  CHECK(delivery.file == 3);
  CHECK(delivery.folder == 5);
  CHECK(delivery.format == "text");
  const auto& read = std::get<ReadArticle>(delivery.what);
  CHECK(read.article.title == sample.article.title);
  CHECK(read.article.text == sample.article.text);
  CHECK(read.article.site_lines == sample.article.site_lines);
  CHECK(read.record == 7);
  CHECK(read.offset == 9);
  CHECK_FALSE(read.deleted);
  CHECK(read.withheld == "draft");
  CHECK(read.date_origin == "url");
  CHECK(read.captured == -1);
  CHECK(read.framed);
  CHECK(read.warnings == sample.warnings);
  std::string kinds;
  spool.for_each([&](Delivery&& one, std::uint64_t) { kinds += std::to_string(one.what.index()); });
  CHECK(kinds == "0123");
  const auto page = std::get<ListedPage>(spool.read(listed).what);
  CHECK(page.url == "https://example.org/1");
  CHECK(page.title == "عنوان");
  CHECK(page.date == parse_date("2017-01-20T16:56:00+03:00"));
  CHECK(std::get<Reject>(spool.read(spool.size_at(first) + 8).what).excerpt == "e");
}

TEST_CASE("what lies beyond the kept bytes is thrown away, and a spool without a name leaves nothing") {
  const test::TemporaryDirectory directory;
  std::uint64_t kept = 0;
  std::string whole;
  {
    ReadSpool spool(directory / "spool", 0);
    spool.add({.what = sample});
    spool.sync();
    kept = spool.bytes();
    spool.add({.what = sample});
    spool.flush();
    whole = test::read_file(directory / "spool/read");
  }
  CHECK(std::filesystem::is_empty(directory / "spool"));
  test::write_file(directory / "spool/read", whole);
  ReadSpool again(directory / "spool", kept);
  std::size_t count = 0;
  again.for_each([&](Delivery&&, std::uint64_t) { ++count; });
  CHECK(count == 1);
  ReadSpool nameless;
  CHECK(nameless.add({.what = sample}) == 0);
  nameless.flush();
  CHECK(std::get<ReadArticle>(nameless.read(0).what).record == 7);
}

}  // namespace fihrist
