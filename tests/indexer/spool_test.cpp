// SPDX-License-Identifier: GPL-3.0-or-later
// Prepared articles on disk.
#include "indexer/spool.hpp"

#include <doctest/doctest.h>

#include "schema/error.hpp"
#include "tests/schema/temporary_directory.hpp"

namespace fihrist {
namespace {

using test::TemporaryDirectory;

PreparedArticle numbered(std::uint32_t number, std::size_t bytes) {
  return {.id_term = "Q" + std::to_string(number), .record = std::string(bytes, 'r')};
}

}  // namespace

TEST_CASE("what was put in comes out in order, part by part, in any order of parts") {
  const TemporaryDirectory directory;
  Spool spool(directory / "spool", {.articles = 3, .bytes = 1'000'000});
  for (std::uint32_t i = 0; i < 8; ++i) spool.add(numbered(i, 10));
  spool.finish();
  REQUIRE(spool.parts().size() == 3);
  std::string ids;
  for (const std::size_t part : {2U, 0U, 1U})
    spool.read(spool.parts()[part], [&](PreparedArticle&& article) { ids += article.id_term; });
  CHECK(ids == "Q6Q7Q0Q1Q2Q3Q4Q5");
  CHECK(spool.articles() == 8);
}

TEST_CASE("a large article ends its part") {
  const TemporaryDirectory directory;
  Spool spool(directory / "spool", {.articles = 100, .bytes = 1000});
  for (std::uint32_t i = 0; i < 3; ++i) spool.add(numbered(i, 5000));
  spool.finish();
  CHECK(spool.parts().size() == 3);
}

TEST_CASE("a spool that was cut short goes on behind the parts that count, and nothing is left behind") {
  const TemporaryDirectory directory;
  std::vector<SpoolPart> kept;
  std::string whole;
  {
    Spool spool(directory / "spool", {.articles = 3, .bytes = 1'000'000});
    for (std::uint32_t i = 0; i < 4; ++i) spool.add(numbered(i, 10));
    spool.sync();
    kept = spool.parts();
    for (std::uint32_t i = 90; i < 95; ++i) spool.add(numbered(i, 10));
    spool.finish();
    whole = test::read_file(directory / "spool/articles");
  }
  CHECK(std::filesystem::is_empty(directory / "spool"));
  test::write_file(directory / "spool/articles", whole);
  Spool spool(directory / "spool", {.articles = 3, .bytes = 1'000'000}, kept);
  for (std::uint32_t i = 4; i < 7; ++i) spool.add(numbered(i, 10));
  spool.finish();
  std::string ids;
  for (const SpoolPart& part : spool.parts())
    spool.read(part, [&](PreparedArticle&& article) { ids += article.id_term; });
  CHECK(ids == "Q0Q1Q2Q3Q4Q5Q6");
  CHECK(spool.parts().size() == 3);
}

TEST_CASE("a spool that cannot be written fails at once") {
  CHECK_THROWS_AS(Spool("/proc/nowhere/spool"), Error);
}

TEST_CASE("a spool that vanished under our hands is an error, not an end") {
  const TemporaryDirectory directory;
  Spool spool(directory / "spool");
  spool.add(numbered(0, 10));
  spool.finish();
  std::filesystem::remove(directory / "spool/articles");
  CHECK_THROWS_AS(spool.read(spool.parts().front(), [](PreparedArticle&&) {}), Error);
}

}  // namespace fihrist
