// SPDX-License-Identifier: GPL-3.0-or-later
// What the index holds already.
#include "indexer/indexed_articles.hpp"

#include <doctest/doctest.h>

#include "indexer/run_state.hpp"
#include "tests/indexer/sample_archive.hpp"

namespace fihrist {

using test::article_line;
using test::SampleArchive;

TEST_CASE("articles are found by their id, with their content, origin and lexicon") {
  const SampleArchive sample;
  sample.write("in.jsonl", article_line("a", "أول", "نص") + article_line("b", "ثان", "نص"));
  sample.index({"in.jsonl"});
  const IndexedArticles index(sample.layout().current_generation().value());
  const auto found = index.find("Qa");
  REQUIRE(found.has_value());
  CHECK(index.article(found->docid).title == "أول");
  CHECK(index.id_term(found->docid) == "Qa");
  CHECK(found->content == digest_of(sample.record("a")));
  const Origin origin{.name = std::filesystem::canonical(sample.path("in.jsonl")).string()};
  CHECK(index.origins(found->docid) == std::vector<std::string>{origin_term(origin)});
  std::size_t of_origin = 0;
  index.for_each(origin_term(origin), [&](std::uint32_t) { ++of_origin; });
  CHECK(of_origin == 2);
  CHECK_FALSE(index.find("Qc").has_value());
  CHECK(index.lexicon().size() == index.manifest().word_count);
}

TEST_CASE("a generation whose files are gone or broken is damaged") {
  const SampleArchive sample;
  sample.write("in.jsonl", test::many_articles(20));
  sample.index({"in.jsonl"});
  const auto generation = sample.layout().current_generation().value();
  SUBCASE("no files") {
    for (const auto& entry : std::filesystem::directory_iterator(generation))
      std::filesystem::remove(entry.path());
  }
  SUBCASE("no manifest") {
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN);
    database.set_metadata(manifest_key, "");
    database.commit();
  }
  SUBCASE("no words") {
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_OPEN);
    database.set_metadata(lexicon_key(0), "");
    database.commit();
  }
  SUBCASE("another file where the table was") {
    test::write_file(generation / "postlist.glass", std::string(9000, 'x'));
  }
  CHECK(test::code_of([&] { IndexedArticles(generation).lexicon(); }) ==
        static_cast<int>(ErrorCode::damaged));
}

}  // namespace fihrist
