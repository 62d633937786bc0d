// SPDX-License-Identifier: GPL-3.0-or-later
// Taking one article out.
#include <doctest/doctest.h>

#include "indexer/indexer.hpp"
#include "indexer/write_lock.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

using test::line;
using test::SampleArchive;

void index_three(const SampleArchive& sample) {
  sample.write("in.jsonl",
               line({{"id", "a"}, {"title", "أول"}, {"text", "نص"}, {"url", "https://example.com/a"}}) +
                   line({{"title", "ثان"}, {"text", "نص"}, {"url", "https://example.com/b"}}) +
                   line({{"id", "c"}, {"title", "ثالث"}, {"text", "نص"}}));
  sample.index({"in.jsonl"});
}

}  // namespace

TEST_CASE("an article is removed by its id, or by its address however it is spelled") {
  for (const std::string what :
       {"a", "https://example.com/a", "http://EXAMPLE.com/a/", "https://example.com/b#x"}) {
    CAPTURE(what);
    const SampleArchive sample;
    index_three(sample);
    const auto bytes = sample.manifest().text_bytes;
    CHECK(remove_article(sample.archive(), what, false, ""));
    CHECK(sample.database().get_doccount() == 2);
    CHECK(sample.manifest().articles == 2);
    CHECK(sample.manifest().revision == 2);
    CHECK(sample.manifest().text_bytes < bytes);
    CHECK_FALSE(remove_article(sample.archive(), what, false, ""));
  }
}

TEST_CASE("an article that was removed comes back with the next run") {
  const SampleArchive sample;
  index_three(sample);
  remove_article(sample.archive(), "a", false, "");
  CHECK(sample.index({"in.jsonl"}).added == 1);
}

TEST_CASE("an article that was removed for good does not come back, under any id with its address") {
  const SampleArchive sample;
  index_three(sample);
  CHECK(remove_article(sample.archive(), "a", true, "بطلب الكاتب"));
  const IndexReport report = sample.index({"in.jsonl"});
  CHECK(report.added == 0);
  CHECK(report.skipped == 1);
  CHECK(report.articles == 2);
  CHECK(report.notes.size() == 1);
  sample.write("in.jsonl", line({{"id", "new"}, {"text", "نص"}, {"url", "http://example.com/a"}}));
  CHECK(sample.index({"in.jsonl"}).skipped == 1);
  const auto tombstone = nlohmann::json::parse(test::read_file(sample.layout().tombstones()));
  CHECK(tombstone["id"] == "a");
  CHECK(tombstone["reason"] == "بطلب الكاتب");
  CHECK(tombstone["time"].get<std::string>().ends_with("Z"));
}

TEST_CASE("what is not there is not removed and leaves no tombstone") {
  const SampleArchive sample;
  index_three(sample);
  CHECK_FALSE(remove_article(sample.archive(), "غائب", true, ""));
  CHECK_FALSE(remove_article(sample.archive(), "https://example.com/zzz", true, ""));
  CHECK_FALSE(std::filesystem::exists(sample.layout().tombstones()));
}

TEST_CASE("an archive without an index is an error and stays as it is") {
  const SampleArchive sample;
  CHECK(test::code_of([&] { remove_article(sample.archive(), "a", false, ""); }) ==
        static_cast<int>(ErrorCode::failed));
  CHECK_FALSE(std::filesystem::exists(sample.archive()));
}

TEST_CASE("nothing is removed while another process writes") {
  const SampleArchive sample;
  index_three(sample);
  const WriteLock lock(sample.layout());
  CHECK(test::code_of([&] { remove_article(sample.archive(), "a", false, ""); }) ==
        static_cast<int>(ErrorCode::locked));
}

}  // namespace fihrist
