// SPDX-License-Identifier: GPL-3.0-or-later
// Few changes, in the generation that is served.
#include "indexer/in_place_writer.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "tests/indexer/sample_archive.hpp"

namespace fihrist {

using test::SampleArchive;

TEST_CASE("every commit carries a manifest that is true at its time") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(10));
  sample.index({"in.jsonl"});
  // More than a commit holds, yet too few for a new generation.
  sample.write("in.jsonl", test::many_articles(1500));
  CHECK(sample.index({"in.jsonl"}).added == 1490);
  CHECK(sample.manifest().revision == 3);
  CHECK(sample.manifest().articles == 1500);
  CHECK(sample.database().get_doccount() == 1500);
  CHECK(sample.manifest().word_count > 1500);
}

TEST_CASE("a reader that holds the generation open finds it sound after a change") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(10));
  sample.index({"in.jsonl"});
  Xapian::Database reader = sample.database();
  sample.write("in.jsonl", test::many_articles(12));
  sample.index({"in.jsonl"});
  CHECK(reader.get_doccount() == 10);
  CHECK(reader.reopen());
  CHECK(reader.get_doccount() == 12);
}

TEST_CASE("a writer that is killed at any time leaves a sound index, and the next run completes it") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(10));
  sample.index({"in.jsonl"});
  sample.write("in.jsonl", test::many_articles(1900));
  for (int delay = 0; delay < 200; delay += 20) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        sample.index({"in.jsonl"});
      } catch (...) {
        ::_exit(1);
      }
      ::_exit(0);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(delay));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK(sample.manifest().articles == sample.database().get_doccount());
    CHECK(sample.holds("m0"));
  }
  CHECK(sample.index({"in.jsonl"}).articles == 1900);
  CHECK(sample.database().get_doccount() == 1900);
}

namespace {

/// Indexes in a child whose files may not grow beyond `limit` bytes, which fails like a disk that is full.
/// Gives the code of its Error, 0 for none, -1 when Xapian ended the process, as 1.4.22 may inside commit().
int index_with_full_disk(const SampleArchive& sample, rlim_t limit) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::signal(SIGABRT, SIG_DFL);  // doctest would report the child's end as its own
    ::close(STDERR_FILENO);
    const rlimit limits{.rlim_cur = limit, .rlim_max = limit};
    ::setrlimit(RLIMIT_FSIZE, &limits);
    ::_exit(test::code_of([&] { sample.index({"in.jsonl"}); }));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a disk that fills up, early or late, leaves the last commit, and no success is told") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(10));
  sample.index({"in.jsonl"});
  sample.write("in.jsonl", test::many_articles(1900));
  int failures = 0;
  for (rlim_t limit = 100'000; limit < 10'000'000; limit += 400'000) {
    CAPTURE(limit);
    const int code = index_with_full_disk(sample, limit);
    CHECK(sample.manifest().articles == sample.database().get_doccount());
    CHECK(sample.holds("m0"));
    if (code == 0) break;
    CHECK((code == -1 || code == static_cast<int>(ErrorCode::failed)));
    ++failures;
  }
  CHECK(failures >= 3);
  CHECK(sample.manifest().articles == 1900);
}

}  // namespace fihrist
