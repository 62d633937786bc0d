// SPDX-License-Identifier: GPL-3.0-or-later
// Few changes, in the generation that is served.
#include "indexer/in_place_writer.hpp"

#include <doctest/doctest.h>
#include <signal.h>
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

}  // namespace fihrist
