// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that are killed, and the ones that go on behind them.
#include "indexer/checkpoint.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

using test::SampleArchive;

/// Runs in a child that kills itself at the first progress for which `when` is true; false when it never was.
template <typename When>
bool index_and_die(const IndexRequest& request, When&& when) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      run_index(request, [&](const IndexProgress& progress) {
        if (when(progress)) ::raise(SIGKILL);
      });
    } catch (...) {
    }
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

std::vector<std::string> without_origins(const SampleArchive& sample) {
  auto parts = sample.dump();
  for (std::string& part : parts)
    for (std::size_t at = part.find("\nXO"); at != std::string::npos; at = part.find("\nXO"))
      part.erase(at, part.find('\n', at + 1) - at);
  return parts;
}

}  // namespace

TEST_CASE(
    "a run that is killed while it reads, analyses or writes is taken up, and ends like one that was not") {
  const SampleArchive whole;
  const std::string input = test::many_articles(600) + "{broken\n" + test::many_articles(10);
  whole.write("in.jsonl", input);
  whole.index({"in.jsonl"});

  for (const unsigned jobs : {1U, 2U}) {
    const SampleArchive sample;
    sample.write("in.jsonl", input);
    IndexRequest request = sample.request({"in.jsonl"});
    request.jobs = jobs;
    request.checkpoint_every = 20;
    request.progress_every = {};
    int kills = 0;
    const auto die = [&](const auto& when, unsigned by_jobs) {
      IndexRequest dying = request;
      dying.jobs = by_jobs;
      kills += index_and_die(dying, when) ? 1 : 0;
    };
    die([](const IndexProgress& at) { return at.articles > 100; }, jobs);
    CHECK(std::filesystem::exists(sample.layout().spool() / "checkpoint"));
    die([](const IndexProgress& at) { return at.to_analyse > 0 && at.analysed > 100; }, jobs);
    // So few articles are one segment, of which the thread that is told of progress sees nothing when another
    // writes it.
    die([](const IndexProgress& at) { return at.to_write > 0; }, 1);
    CHECK(kills == 3);
    CHECK_FALSE(sample.layout().current_generation().has_value());

    const IndexReport report = run_index(request);
    CHECK(report.resumed);
    CHECK(report.added == 600);
    CHECK(report.skipped == 10);
    CHECK(report.rejected == 1);
    CHECK(without_origins(sample) == without_origins(whole));
    CHECK(std::filesystem::is_empty(sample.layout().spool()));
    CHECK(run_index(request).unchanged == 600);
  }
}

TEST_CASE("what a run has analysed is not analysed again by the one that goes on") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(600));
  IndexRequest request = sample.request({"in.jsonl"});
  request.checkpoint_every = 100;
  REQUIRE(index_and_die(request, [](const IndexProgress& at) { return at.to_write > 0; }));
  // Every word of the articles before the checkpoint came from there: the spool begins with what it was.
  const std::string before = test::read_file(sample.layout().spool() / "articles");
  const auto checkpoint = test::read_file(sample.layout().spool() / "checkpoint");
  CHECK(checkpoint.find("\"complete\":true") != std::string::npos);
  CHECK(checkpoint.find("\"analysed\":0") == std::string::npos);
  const auto inode = [&] { return std::filesystem::last_write_time(sample.layout().spool() / "read"); };
  const auto read_at = inode();
  REQUIRE(index_and_die(request, [&](const IndexProgress& at) { return at.to_write > 0; }));
  CHECK(
      test::read_file(sample.layout().spool() / "articles").starts_with(before.substr(0, before.size() / 2)));
  // All was read: nothing was added to what had been.
  CHECK(std::filesystem::file_size(sample.layout().spool() / "read") > 0);
  CHECK(inode() >= read_at);
  CHECK(run_index(request).added == 600);
}

TEST_CASE("a checkpoint counts for the same inputs, options and index only") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(400));
  IndexRequest request = sample.request({"in.jsonl"});
  request.checkpoint_every = 100;
  request.progress_every = {};
  REQUIRE(index_and_die(request, [](const IndexProgress& at) { return at.articles > 300; }));
  SUBCASE("another input") {
    sample.write("in.jsonl", test::many_articles(401));
    const IndexReport report = run_index(request);
    CHECK_FALSE(report.resumed);
    CHECK(report.added == 401);
  }
  SUBCASE("another source") {
    request.source = "مجلة";
    CHECK_FALSE(run_index(request).resumed);
  }
  SUBCASE("a checkpoint that is damaged") {
    test::write_file(sample.layout().spool() / "checkpoint", "{");
    const IndexReport report = run_index(request);
    CHECK_FALSE(report.resumed);
    CHECK(report.added == 400);
  }
  SUBCASE("the same again") { CHECK(run_index(request).resumed); }
  CHECK(sample.database().get_doccount() >= 400);
}

TEST_CASE("too many rejects leave nothing, also when the run was cut short before") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(400) + "{broken\n");
  IndexRequest request = sample.request({"in.jsonl"});
  request.checkpoint_every = 100;
  request.progress_every = {};
  request.max_reject_ratio = 0.0001;
  REQUIRE(index_and_die(request, [](const IndexProgress& at) { return at.articles > 300; }));
  CHECK(test::code_of([&] { run_index(request); }) == static_cast<int>(ErrorCode::expectation));
  CHECK_FALSE(sample.layout().current_generation().has_value());
  CHECK(std::filesystem::is_empty(sample.layout().spool()));
}

}  // namespace fihrist
