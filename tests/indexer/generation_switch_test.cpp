// SPDX-License-Identifier: GPL-3.0-or-later
// Which generation is served, and what a switch may not lose.
#include "indexer/generation_switch.hpp"

#include <doctest/doctest.h>

#include "indexer/indexer.hpp"
#include "indexer/write_lock.hpp"
#include "schema/seal.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {

using test::SampleArchive;

namespace {

/// An archive of ten articles, with another generation beside the served one, built of its sources.
struct Rebuilt {
  Rebuilt() {
    sample.write("in.jsonl", test::many_articles(10));
    sample.index({"in.jsonl"});
    IndexRequest aside = sample.request({"in.jsonl"});
    aside.archive = sample.path("aside");
    run_index(aside);
    const WriteLock lock(sample.layout());
    built = adopt_generation(sample.archive(), sample.path("aside"));
  }
  void add_one() const {
    sample.write("more.jsonl", test::article_line("late", "مقال متأخر", "كُتب بعد البناء."));
    sample.index({"more.jsonl"});
  }
  SampleArchive sample;
  std::string built;
};

}  // namespace

TEST_CASE("a rebuilt generation is served after the switch, and the one before after the way back") {
  const Rebuilt archive;
  CHECK(archive.sample.layout().current_generation()->filename() == "gen-000001");
  CHECK(switch_forward(archive.sample.archive()).to == archive.built);
  CHECK(archive.sample.layout().current_generation()->filename() == archive.built);
  CHECK(switch_back(archive.sample.archive()).to == "gen-000001");
}

TEST_CASE("a switch never loses what the served generation took in since the other one was built of it") {
  const Rebuilt archive;
  archive.add_one();
  CHECK_THROWS_AS(switch_forward(archive.sample.archive()), Error);
  CHECK(archive.sample.holds("late"));
}

TEST_CASE("neither does a switch forth after the way back") {
  const Rebuilt archive;
  switch_forward(archive.sample.archive());
  switch_back(archive.sample.archive());
  CHECK(switch_forward(archive.sample.archive()).to == archive.built);
  switch_back(archive.sample.archive());
  archive.add_one();
  CHECK_THROWS_AS(switch_forward(archive.sample.archive()), Error);
  CHECK(archive.sample.holds("late"));
}

TEST_CASE("one that is damaged is not served") {
  const Rebuilt archive;
  const auto postings = archive.sample.layout().index() / archive.built / "postlist.glass";
  std::string bytes = test::read_file(postings);
  bytes[bytes.size() / 2] ^= 1;
  test::write_file(postings, bytes);
  CHECK_THROWS_AS(switch_forward(archive.sample.archive()), Error);
  CHECK(archive.sample.layout().current_generation()->filename() == "gen-000001");
}

TEST_CASE("no run writes on a damaged index and seals the damage with it") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(10));
  sample.index({"in.jsonl"});
  const auto generation = sample.layout().current_generation().value();
  const std::string sound = test::read_file(generation / "postlist.glass");
  std::string damaged = sound;
  damaged[damaged.size() - 1] ^= 1;
  test::write_file(generation / "postlist.glass", damaged);
  for (const int articles : {12, 2500}) {  // in place, and as a new generation
    CAPTURE(articles);
    sample.write("in.jsonl", test::many_articles(articles));
    try {
      sample.index({"in.jsonl"});
      FAIL("the run wrote");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::damaged);
    }
  }
  CHECK_THROWS_AS(remove_article(sample.archive(), "m1", false, ""), Error);
  CHECK_FALSE(check_seal(generation).is_sound());
  test::write_file(generation / "postlist.glass", sound);
  CHECK(sample.index({"in.jsonl"}).added == 2490);
}

}  // namespace fihrist
