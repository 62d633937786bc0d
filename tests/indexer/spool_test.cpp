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
  return {.entry = number, .id_term = "Q" + std::to_string(number), .record = std::string(bytes, 'r')};
}

}  // namespace

TEST_CASE("what was put in comes out in order, part by part, in any order of parts") {
  const TemporaryDirectory directory;
  Spool spool(directory / "spool", {.articles = 3, .bytes = 1'000'000});
  for (std::uint32_t i = 0; i < 8; ++i) spool.add(numbered(i, 10));
  spool.finish();
  REQUIRE(spool.parts().size() == 3);
  std::vector<std::uint32_t> entries;
  for (const std::size_t part : {2U, 0U, 1U})
    spool.read(spool.parts()[part], [&](PreparedArticle&& article) { entries.push_back(article.entry); });
  CHECK(entries == std::vector<std::uint32_t>{6, 7, 0, 1, 2, 3, 4, 5});
}

TEST_CASE("a large article ends its part") {
  const TemporaryDirectory directory;
  Spool spool(directory / "spool", {.articles = 100, .bytes = 1000});
  for (std::uint32_t i = 0; i < 3; ++i) spool.add(numbered(i, 5000));
  spool.finish();
  CHECK(spool.parts().size() == 3);
}

TEST_CASE("what a killed run left is thrown away, and nothing is left behind") {
  const TemporaryDirectory directory;
  test::write_file(directory / "spool/old", "x");
  {
    const Spool spool(directory / "spool");
    CHECK_FALSE(std::filesystem::exists(directory / "spool/old"));
  }
  CHECK(std::filesystem::is_empty(directory / "spool"));
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
