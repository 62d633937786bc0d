// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of `fihrist names` on a real archive.
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/archive_fixture.hpp"

using namespace fihrist::test;
using nlohmann::json;

namespace {

constexpr const char* articles =
    R"json({"id":"a","title":"منصة بلوزوردي (Blozordy)","text":"أطلقت الشركة منصتها.","date":"2020-01-01"}
{"id":"b","title":"تحديث","text":"أعلنت كرافلينتا Kraflenta تحديثا.","date":"2020-01-02"}
{"id":"c","title":"خبر","text":"في Blozordy وحدها، وفي سامسونجا وانستغرم.","date":"2020-01-03"}
)json";

int total(const ArchiveFixture& fixture, const std::string& query) {
  return json::parse(fixture.run({"search", "--json", query}).out)["total"].get<int>();
}

std::string names_file(const ArchiveFixture& fixture) {
  std::ostringstream text;
  text << std::ifstream(fixture.archive() + "/names.tsv").rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("a name in brackets is learned and searched for in both scripts") {
  const ArchiveFixture fixture(articles);
  CHECK(total(fixture, "بلوزوردي") == 2);
  CHECK(total(fixture, "blozordy") == 2);
  CHECK(holds(fixture.run({"names", "list"}).out, "blozordy\tبلوزوردي\t\tmined\n"));
  CHECK(holds(fixture.run({"names", "list"}).out, "\tshipped\n"));
}

TEST_CASE("a name that stood beside its other spelling once is suggested with its article") {
  const ArchiveFixture fixture(articles);
  CHECK(total(fixture, "kraflenta") == 1);
  const Run suggested = fixture.run({"names", "suggest"});
  CHECK(suggested.code == 0);
  CHECK(holds(suggested.out, "kraflenta\tكرافلينتا\tside by side\t1\tb\n"));
  CHECK_FALSE(holds(suggested.out, "blozordy"));
  CHECK(holds(suggested.out, "instagram\tانستغرم\tsounds alike\t1\tc\n"));
  const std::string as_json = fixture.run({"names", "suggest", "--json"}).out;
  CHECK(json::parse(as_json.substr(0, as_json.find('\n')))["latin"] == "kraflenta");
}

TEST_CASE("what is added is searched for, what is removed is not, and comments stay") {
  const ArchiveFixture fixture(articles);
  std::ofstream(fixture.archive() + "/names.tsv") << "# ours\n";
  CHECK(total(fixture, "Vertexia") == 0);
  CHECK(fixture.run({"names", "add", "Vertexia", "كرافلينتا"}).code == 0);
  CHECK(total(fixture, "Vertexia") == 1);
  CHECK(names_file(fixture) == "# ours\nVertexia\tكرافلينتا\t\n");
  CHECK(holds(fixture.run({"names", "list"}).out, "vertexia\tكرافلينتا\t\town\n"));

  CHECK(fixture.run({"names", "remove", "vertexia"}).code == 0);
  CHECK(names_file(fixture) == "# ours\n");
  CHECK(total(fixture, "Vertexia") == 0);

  CHECK(fixture.run({"names", "remove", "بلوزوردي"}).code == 0);
  CHECK(names_file(fixture) == "# ours\n\tبلوزوردي\tremoved\n");
  CHECK(total(fixture, "blozordy") == 2);  // in Latin letters in both
  CHECK(total(fixture, "بلوزوردي") == 1);
  CHECK(fixture.run({"names", "add", "بلوزوردي", "Blozordy"}).code == 0);
  CHECK(total(fixture, "بلوزوردي") == 2);
}

TEST_CASE("an own row adds to a shipped name, and says itself what is ambiguous") {
  const ArchiveFixture fixture(articles);
  CHECK(fixture.run({"names", "add", "Samsung", "سامسونجا"}).code == 0);
  CHECK(total(fixture, "سامسونق") == 1);
  const Run ordinary = fixture.run({"names", "add", "Vertexia", "خبر"});
  CHECK(holds(ordinary.err, "ordinary word"));
  CHECK(total(fixture, "Vertexia") == 1);
  CHECK(holds(fixture.run({"names", "list"}).out, "vertexia\tخبر\tخبر\town\n"));
}

TEST_CASE("mistakes are told and change nothing") {
  const ArchiveFixture fixture(articles);
  CHECK(fixture.run({"names"}).code == 2);
  CHECK(fixture.run({"names", "change"}).code == 2);
  CHECK(fixture.run({"names", "add", "Vertexia"}).code == 2);
  CHECK(fixture.run({"names", "add", "Vertexia", "vertexia"}).code == 2);
  CHECK(fixture.run({"names", "add", "Vertexia", "a|b"}).code == 2);
  CHECK(fixture.run({"names", "remove"}).code == 2);
  CHECK(fixture.run({"names", "remove", "nosuchname"}).code == 1);
  CHECK(names_file(fixture).empty());
  CHECK(run({"-C", fixture.path("nowhere"), "names", "add", "a", "ب"}).code == 1);

  std::ofstream(fixture.archive() + "/names.tsv") << "broken\n";
  const Run refused = fixture.run({"names", "list"});
  CHECK(refused.code == 1);
  CHECK(holds(refused.err, "names.tsv:1: "));
}
