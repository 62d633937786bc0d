// SPDX-License-Identifier: GPL-3.0-or-later
// Articles that vanished from their input.
#include "indexer/prune.hpp"

#include <doctest/doctest.h>

#include <atomic>

#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

using test::article_line;
using test::SampleArchive;

IndexReport pruned(const SampleArchive& sample, const std::vector<std::string>& inputs) {
  IndexRequest request = sample.request(inputs);
  request.prune = true;
  return run_index(request);
}

const std::string a = article_line("a", "أول", "نص");
const std::string b = article_line("b", "ثان", "نص");
const std::string c = article_line("c", "ثالث", "نص");

}  // namespace

TEST_CASE("what vanished from an input is removed, what came from another stays") {
  const SampleArchive sample;
  sample.write("one.jsonl", a + b);
  sample.write("two.jsonl", c);
  sample.index({"one.jsonl", "two.jsonl"});
  sample.write("one.jsonl", b);
  const IndexReport report = pruned(sample, {"one.jsonl"});
  CHECK(report.removed == 1);
  CHECK(report.unchanged == 1);
  CHECK(report.articles == 2);
  CHECK_FALSE(sample.holds("a"));
  CHECK(sample.holds("c"));
  CHECK(sample.manifest().text_bytes == std::string("ثاننصثالثنص").size());
}

TEST_CASE("without --prune nothing is removed") {
  const SampleArchive sample;
  sample.write("one.jsonl", a + b);
  sample.index({"one.jsonl"});
  sample.write("one.jsonl", b);
  CHECK(sample.index({"one.jsonl"}).removed == 0);
  CHECK(sample.holds("a"));
}

TEST_CASE("a file that vanished from a folder takes its articles with it") {
  const SampleArchive sample;
  sample.write("in/1.jsonl", a);
  sample.write("in/2.jsonl", b);
  sample.index({"in"});
  std::filesystem::remove(sample.path("in/1.jsonl"));
  CHECK(pruned(sample, {"in"}).removed == 1);
  CHECK_FALSE(sample.holds("a"));
  CHECK(sample.holds("b"));
}

TEST_CASE("an input with rejects was not read whole: nothing of it is removed, and that is said") {
  const SampleArchive sample;
  sample.write("one.jsonl", a + b);
  sample.index({"one.jsonl"});
  sample.write("one.jsonl", b + "{broken\n");
  const IndexReport report = pruned(sample, {"one.jsonl"});
  CHECK(report.removed == 0);
  CHECK(sample.holds("a"));
  CHECK(report.notes.size() == 1);
}

TEST_CASE("a run that was stopped removes nothing") {
  const SampleArchive sample;
  sample.write("one.jsonl", a + b);
  sample.index({"one.jsonl"});
  IndexRequest request = sample.request({"one.jsonl"});
  request.prune = true;
  const std::atomic<bool> stop = true;
  CHECK(run_index(request, {}, &stop).removed == 0);
  CHECK(sample.manifest().articles == 2);
}

TEST_CASE("an article that another input holds too stays, until it has gone from both") {
  const SampleArchive sample;
  sample.write("one.jsonl", a + b);
  sample.write("two.jsonl", a);
  SUBCASE("met by both in one run") { sample.index({"one.jsonl", "two.jsonl"}); }
  SUBCASE("met in two runs") {
    sample.index({"one.jsonl"});
    CHECK(sample.index({"two.jsonl"}).unchanged == 1);
  }
  sample.write("one.jsonl", b);
  CHECK(pruned(sample, {"one.jsonl"}).removed == 0);
  CHECK(sample.holds("a"));
  sample.write("two.jsonl", c);
  CHECK(pruned(sample, {"two.jsonl"}).removed == 1);
  CHECK_FALSE(sample.holds("a"));
}

TEST_CASE("an article that changed keeps the other inputs that hold it") {
  const SampleArchive sample;
  sample.write("one.jsonl", a);
  sample.write("two.jsonl", a);
  sample.index({"one.jsonl", "two.jsonl"});
  sample.write("one.jsonl", article_line("a", "تغير", "نص"));
  sample.index({"one.jsonl"});
  sample.write("one.jsonl", c);
  CHECK(pruned(sample, {"one.jsonl"}).removed == 0);
  CHECK(sample.holds("a"));
}

TEST_CASE("what vanished from two inputs that are pruned together is removed") {
  const SampleArchive sample;
  sample.write("one.jsonl", a + b);
  sample.write("two.jsonl", a + c);
  sample.index({"one.jsonl", "two.jsonl"});
  sample.write("one.jsonl", b);
  sample.write("two.jsonl", c);
  CHECK(pruned(sample, {"one.jsonl", "two.jsonl"}).removed == 1);
  CHECK_FALSE(sample.holds("a"));
}

TEST_CASE("an article that the input deletes and no longer holds is removed once") {
  const SampleArchive sample;
  sample.write("one.jsonl", a + b);
  sample.index({"one.jsonl"});
  sample.write("one.jsonl", b + test::line({{"id", "a"}, {"deleted", true}}));
  const IndexReport report = pruned(sample, {"one.jsonl"});
  CHECK(report.removed == 1);
  CHECK(report.articles == 1);
}

}  // namespace fihrist
