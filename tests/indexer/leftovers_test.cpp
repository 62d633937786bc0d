// SPDX-License-Identifier: GPL-3.0-or-later
// What runs that were killed leave on the disk.
#include <doctest/doctest.h>

#include <filesystem>

#include "indexer/generation_builder.hpp"
#include "schema/archive_layout.hpp"
#include "tests/indexer/sample_archive.hpp"

using namespace fihrist;
using namespace fihrist::test;

TEST_CASE("a run clears away what killed ones left: half an index, half a rebuild, half a list of rejects") {
  const SampleArchive sample;
  sample.write("one.jsonl", article_line("a", "أول", "نص"));
  sample.index({"one.jsonl"});
  const ArchiveLayout layout(sample.archive());
  const std::vector<std::filesystem::path> leftovers{
      layout.index() / "gen-000009.building", building_site(layout), layout.rejects().string() + ".new"};
  std::filesystem::create_directories(leftovers[0]);
  std::filesystem::create_directories(leftovers[1] / "index");
  write_file(leftovers[1] / "articles.jsonl", "{");
  write_file(leftovers[2], "{\"path\":\"one");
  sample.index({"one.jsonl"});
  for (const auto& leftover : leftovers) {
    CAPTURE(leftover);
    CHECK_FALSE(std::filesystem::exists(leftover));
  }
  CHECK(sample.holds("a"));
}
