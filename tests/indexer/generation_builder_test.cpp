// SPDX-License-Identifier: GPL-3.0-or-later
// Generations, built aside.
#include "indexer/generation_builder.hpp"

#include <doctest/doctest.h>

#include "tests/indexer/sample_archive.hpp"

namespace fihrist {
namespace {

namespace fs = std::filesystem;
using test::SampleArchive;

std::size_t generations(const SampleArchive& sample) {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(sample.layout().index()))
    count += entry.is_directory() ? 1U : 0U;
  return count;
}

}  // namespace

TEST_CASE("what a killed build left is not served, and the next run removes it") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(3));
  sample.index({"in.jsonl"});
  const auto served = sample.layout().current_generation();
  // As a process leaves it that dies while it builds, and one that dies between building and publishing.
  test::write_file(sample.layout().index() / "gen-000002.building/segment-000001/iamglass", "half");
  test::write_file(sample.layout().index() / "current.new", "gen-000002\n");
  CHECK(sample.layout().current_generation() == served);
  CHECK(sample.database().get_doccount() == 3);
  sample.index({"in.jsonl"});
  CHECK_FALSE(fs::exists(sample.layout().index() / "gen-000002.building"));
  CHECK(sample.layout().current_generation() == served);
}

TEST_CASE("a build that fails leaves the served generation and nothing else") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(3));
  sample.index({"in.jsonl"});
  const ArchiveLayout layout = sample.layout();
  Spool spool(sample.path("spool"));
  // An article whose word has no number in the lexicon.
  spool.add({.id_term = "Qx", .word_uses = {{.word = 5, .in_text = 1}}});
  spool.finish();
  const Lexicon lexicon;
  const Changes changes{.spool = spool, .lexicon = lexicon, .removed = {}, .edits = {}};
  CHECK_THROWS(build_generation({.layout = layout, .base = std::nullopt, .jobs = 2}, changes, {}));
  CHECK(generations(sample) == 1);
  CHECK(sample.database().get_doccount() == 3);
}

TEST_CASE("a large addition becomes a new generation, and the one before is kept for the way back") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(10));
  sample.index({"in.jsonl"});
  const auto first = sample.layout().current_generation();
  for (int round = 1; round <= 2; ++round) {
    sample.write("in.jsonl", test::many_articles(2500, 2500 * round));
    CHECK(sample.index({"in.jsonl"}).added == 2500);
    CHECK(sample.layout().current_generation() != first);
    CHECK(generations(sample) == 2);
  }
  CHECK_FALSE(fs::exists(*first));
  CHECK(sample.manifest().articles == 5010);
  CHECK(sample.manifest().revision == 3);
  CHECK(sample.database().get_doccount() == 5010);
  CHECK(sample.holds("m0"));
  CHECK(sample.holds("m7499"));
}

TEST_CASE("a generation of many segments holds every article and all metadata") {
  const SampleArchive sample;
  Spool spool(sample.path("spool"), {.articles = 2, .bytes = 1'000'000});
  Lexicon lexicon;
  lexicon.set_stem(lexicon.intern("هاتف"), "هاتف");
  for (std::uint32_t i = 0; i < 500; ++i)
    spool.add({.id_term = "Q" + std::to_string(i), .record = "{}", .word_uses = {{.word = 0, .in_text = 1}}});
  spool.finish();
  CHECK(spool.parts().size() == 250);
  fs::create_directories(sample.layout().index());
  const Changes changes{.spool = spool, .lexicon = lexicon, .removed = {}, .edits = {}};
  build_generation({.layout = sample.layout(), .base = std::nullopt, .jobs = 2}, changes, {.articles = 500});
  const Xapian::Database database = sample.database();
  CHECK(database.get_doccount() == 500);
  CHECK(database.get_termfreq(term_of(Field::text, "هاتف")) == 500);
  CHECK(database.term_exists("Q499"));
  CHECK_FALSE(database.get_metadata(manifest_key).empty());
  CHECK(database.get_metadata(lexicon_key(0)) == lexicon.save_piece(0));
}

}  // namespace fihrist
