// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of `fihrist index`, `remove` and `export` on a real archive.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/archive_fixture.hpp"

using namespace fihrist::test;
using nlohmann::json;

TEST_CASE("indexing tells what it did, and a second run changes nothing") {
  const ArchiveFixture fixture;
  CHECK(fixture.first_run.code == 0);
  CHECK(holds(fixture.first_run.out, "3 added, 0 updated, 0 unchanged, 0 removed, 0 skipped, 0 rejected"));
  CHECK(holds(fixture.first_run.out, "1 article without a date"));

  const Run again = fixture.run({"index", "--json", fixture.input()});
  CHECK(again.code == 0);
  const json report = json::parse(again.out);
  CHECK(report["unchanged"] == 3);
  CHECK(report["added"] == 0);
  CHECK(report["articles"] == 3);
}

TEST_CASE("a missing path is an error, never silence") {
  const ArchiveFixture fixture;
  const Run missing = fixture.run({"index", fixture.path("nowhere")});
  CHECK(missing.code == 1);
  CHECK(missing.out.empty());
  CHECK(holds(missing.err, "nowhere"));
}

TEST_CASE("a bad record is told and the rest is kept") {
  const ArchiveFixture fixture(std::string("{broken\n") + three_articles);
  CHECK(fixture.first_run.code == 3);
  CHECK(holds(fixture.first_run.out, "3 added"));
  CHECK(holds(fixture.first_run.out, "1 rejected"));
  CHECK(holds(fixture.first_run.out, "record 1"));
}

TEST_CASE("too many bad records change nothing") {
  const ArchiveFixture fixture;
  fixture.write("bad.jsonl", "{broken\n{\"title\":\"جديد\",\"text\":\"نص\"}\n");
  CHECK(fixture.run({"index", "--max-reject-ratio", "0.1", fixture.path("bad.jsonl")}).code == 4);
  CHECK(json::parse(fixture.run({"stats", "--json"}).out)["articles"] == 3);
}

TEST_CASE("a dry run writes nothing, not even the archive directory") {
  const ArchiveFixture fixture;
  const std::string other = fixture.path("other");
  const Run dry = run({"-C", other, "index", "-n", fixture.input()});
  CHECK(dry.code == 0);
  CHECK(holds(dry.out, "3 added"));
  CHECK(dry.out.ends_with("Nothing was written.\n"));
  CHECK_FALSE(std::filesystem::exists(other));
}

TEST_CASE("quiet indexing prints nothing") {
  const ArchiveFixture fixture;
  const Run quiet = fixture.run({"index", "-q", fixture.input()});
  CHECK(quiet.code == 0);
  CHECK(quiet.out.empty());
  CHECK(quiet.err.empty());
}

TEST_CASE("what is exported is indexed again as the same articles") {
  const ArchiveFixture fixture;
  const Run exported = fixture.run({"export"});
  REQUIRE(exported.code == 0);
  CHECK(std::count(exported.out.begin(), exported.out.end(), '\n') == 3);
  CHECK(json::parse(exported.out.substr(0, exported.out.find('\n')))["id"] == "py");  // the newest first

  const ArchiveFixture copy(exported.out);
  CHECK(copy.first_run.code == 0);
  CHECK(copy.run({"export"}).out == exported.out);
}

TEST_CASE("an article that is removed for ever stays away; one that is only removed comes back") {
  const ArchiveFixture fixture;
  CHECK(fixture.run({"remove", "py"}).code == 0);
  CHECK(fixture.run({"remove", "--forever", "--reason", "test", "https://example.org/s8"}).code == 0);
  CHECK(fixture.run({"show", "py"}).code == 1);
  CHECK(fixture.run({"show", "s8"}).code == 1);
  fixture.run({"index", fixture.input()});
  CHECK(fixture.run({"show", "py"}).code == 0);
  CHECK(fixture.run({"show", "s8"}).code == 1);
}

TEST_CASE("removing what is not there fails, and a reason without a tombstone is a usage error") {
  const ArchiveFixture fixture;
  const Run unknown = fixture.run({"remove", "nobody"});
  CHECK(unknown.code == 1);
  CHECK(holds(unknown.err, "nobody"));
  CHECK(fixture.run({"remove", "--reason", "x", "py"}).code == 2);
  CHECK(fixture.run({"show", "py"}).code == 0);
}
