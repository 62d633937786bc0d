// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of `fihrist plurals` on a real archive.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/archive_fixture.hpp"

using namespace fihrist::test;

namespace {

/// خراطش is no word that the program ships as a plural.
constexpr const char* cartridges =
    R"({"id":"one","title":"خرطوشة حبر"}
{"id":"many","title":"خراطش الحبر"}
{"id":"device","title":"جهاز"}
{"id":"devices","title":"أجهزة"}
)";

std::string hits(const ArchiveFixture& fixture, const std::string& query) {
  return fixture.run({"search", "--json", query}).out;
}

}  // namespace

TEST_CASE("an added plural is found without indexing again") {
  const ArchiveFixture fixture(cartridges);
  CHECK_FALSE(holds(hits(fixture, "خرطوشة"), R"("many")"));
  CHECK(fixture.run({"plurals", "add", "خرطوشة", "خراطش"}).code == 0);
  CHECK(holds(hits(fixture, "خرطوشة"), R"("many")"));
  CHECK(holds(fixture.run({"plurals", "list"}).out, "own\tخرطوشة\tخراطش\n"));
}

TEST_CASE("a removed plural is not joined any more, and added again it is") {
  const ArchiveFixture fixture(cartridges);
  CHECK(holds(hits(fixture, "جهاز"), R"("devices")"));
  CHECK(fixture.run({"plurals", "remove", "جهاز", "أجهزة"}).code == 0);
  CHECK_FALSE(holds(hits(fixture, "جهاز"), R"("devices")"));
  CHECK(holds(fixture.run({"plurals", "list"}).out, "forbidden\tجهاز\tأجهزة\n"));
  CHECK(fixture.run({"plurals", "add", "جهاز", "أجهزة"}).code == 0);
  CHECK(holds(hits(fixture, "جهاز"), R"("devices")"));
  CHECK_FALSE(holds(fixture.run({"plurals", "list"}).out, "forbidden"));
}

TEST_CASE("the list tells where a pair is from, as lines and as JSON") {
  const ArchiveFixture fixture(cartridges);
  const Run lines = fixture.run({"plurals", "list"});
  CHECK(lines.code == 0);
  CHECK(holds(lines.out, "shipped\tجهاز\tاجهزه\n"));
  const Run json = fixture.run({"plurals", "list", "--json"});
  const auto row = nlohmann::json::parse(json.out.substr(0, json.out.find('\n')));
  CHECK(row["origin"] == "shipped");
  CHECK(row["plurals"].is_array());
}

TEST_CASE("suggestions can be told from what is joined") {
  const ArchiveFixture fixture(cartridges);
  const Run suggestions = fixture.run({"plurals", "suggest"});
  CHECK(suggestions.code == 0);
  CHECK_FALSE(holds(suggestions.out, "shipped"));
}

TEST_CASE("wrong words and archives that are not there are refused") {
  const ArchiveFixture fixture(cartridges);
  CHECK(fixture.run({"plurals"}).code == 2);
  CHECK(fixture.run({"plurals", "burn"}).code == 2);
  CHECK(fixture.run({"plurals", "add", "خرطوشة"}).code == 2);
  CHECK(fixture.run({"plurals", "add", "خرطوشة", "خرطوشه"}).code == 2);
  CHECK(fixture.run({"plurals", "add", "خرطوشة", "خراطش الحبر"}).code == 2);
  CHECK(run({"-C", fixture.path("nowhere"), "plurals", "list"}).code == 1);
  CHECK(run({"-C", fixture.path("nowhere"), "plurals", "add", "خرطوشة", "خراطش"}).code == 1);
}

TEST_CASE("a damaged file of plurals is named with its line") {
  const ArchiveFixture fixture(cartridges);
  fixture.write("archive/plurals.tsv", "خرطوشة\n");
  const Run list = fixture.run({"plurals", "list"});
  CHECK(list.code == 1);
  CHECK(holds(list.err, "plurals.tsv:1"));
}
