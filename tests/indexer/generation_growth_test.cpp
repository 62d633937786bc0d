// SPDX-License-Identifier: GPL-3.0-or-later
// What changes in place leave half empty is given back.
#include "indexer/generation_growth.hpp"

#include <doctest/doctest.h>

#include "indexer/generation_builder.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;
using test::SampleArchive;

constexpr std::uint64_t mebibyte = std::uint64_t{1024} * 1024;

/// Makes a file of so many bytes, without writing them.
void make_file(const fs::path& path, std::uint64_t bytes) {
  test::write_file(path, "");
  fs::resize_file(path, bytes);
}

}  // namespace

TEST_CASE("a generation has outgrown its text and what it was when it was built, or is left alone") {
  struct Row {
    std::uint64_t built, now, text;  // MiB
    bool outgrown;
  };
  for (const Row& row : {Row{10, 15, 10, true},    //
                         Row{10, 14, 10, false},   // of 1.45 bytes for each of text
                         Row{20, 25, 10, false},   // large when it was built, and little larger
                         Row{20, 27, 10, true},    //
                         Row{1, 3, 1, false},      // small
                         Row{0, 15, 10, true}}) {  // it does not say what it was
    CAPTURE(row.built);
    CAPTURE(row.now);
    const test::TemporaryDirectory directory;
    const fs::path& generation = directory.path();
    if (row.built > 0) {
      make_file(generation / "table", row.built * mebibyte);
      note_size(generation);
    }
    make_file(generation / "table", row.now * mebibyte);
    CHECK(has_outgrown(generation, row.text * mebibyte) == row.outgrown);
  }
}

TEST_CASE("a packed generation holds the same under the same revision, and the one before is kept") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(300));
  sample.index({"in.jsonl"});
  for (int round = 1; round <= 3; ++round) {
    sample.write("in.jsonl", test::many_articles(100, 100 * round + 50));
    sample.index({"in.jsonl"});
  }
  const auto before = sample.dump();
  const auto grown = sample.layout().current_generation().value();
  const std::uint64_t revision = sample.manifest().revision;
  pack_generation(sample.layout());
  const auto packed = sample.layout().current_generation().value();
  CHECK(packed != grown);
  CHECK(sample.dump() == before);
  CHECK(sample.manifest().revision == revision);
  CHECK(fs::file_size(packed / "postlist.glass") < fs::file_size(grown / "postlist.glass"));
  CHECK(fs::exists(grown));
  sample.write("in.jsonl", test::many_articles(1));
  CHECK(sample.index({"in.jsonl"}).articles == sample.manifest().articles);
}

TEST_CASE("a run that changes a generation which has outgrown its text packs it") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(10));
  sample.index({"in.jsonl"});
  const auto first = sample.layout().current_generation().value();
  make_file(first / "ballast", 5 * mebibyte);
  CHECK(sample.index({"in.jsonl"}).unchanged == 10);
  CHECK(sample.layout().current_generation() == first);  // nothing was changed
  sample.write("in.jsonl", test::many_articles(11));
  CHECK(sample.index({"in.jsonl"}).added == 1);
  const auto second = sample.layout().current_generation().value();
  CHECK(second != first);
  CHECK(sample.database().get_doccount() == 11);
  sample.write("in.jsonl", test::many_articles(12));
  CHECK(sample.index({"in.jsonl"}).added == 1);
  CHECK(sample.layout().current_generation() == second);
}

}  // namespace fihrist
