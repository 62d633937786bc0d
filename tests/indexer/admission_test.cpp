// SPDX-License-Identifier: GPL-3.0-or-later
// What a run learns of names from the articles that pass.
#include <doctest/doctest.h>

#include "schema/mined_names.hpp"
#include "tests/indexer/sample_archive.hpp"

using namespace fihrist;

namespace {

std::vector<MinedName> mined(const test::SampleArchive& sample) {
  return MinedNames::load(sample.database().get_metadata(mined_names_key)).list();
}

}  // namespace

TEST_CASE("names are learned in whatever run brings them, and counted by article") {
  const test::SampleArchive sample;
  sample.write("first.jsonl", test::article_line("a", "منصة شوبيفاي Shopify", "نص"));
  sample.index({"first.jsonl"});
  REQUIRE(mined(sample).size() == 1);
  CHECK_FALSE(is_certain(mined(sample).front()));

  sample.write("second.jsonl", test::article_line("b", "خبر", "منصة شوبيفاي Shopify"));
  sample.index({"second.jsonl"});
  CHECK(is_certain(mined(sample).front()));
  CHECK(mined(sample).front().adjacent == 2);
  CHECK(mined(sample).front().articles == std::vector<std::string>{"a", "b"});
}

TEST_CASE("an article that has not changed is not counted again, and another version is one article still") {
  const test::SampleArchive sample;
  sample.write("in.jsonl", test::article_line("a", "منصة شوبيفاي Shopify", "نص"));
  sample.index({"in.jsonl"});
  sample.index({"in.jsonl"});
  CHECK(mined(sample).front().adjacent == 1);
  sample.write("in.jsonl", test::article_line("a", "منصة شوبيفاي Shopify", "نص آخر"));
  sample.index({"in.jsonl"});
  CHECK_FALSE(is_certain(mined(sample).front()));
}
