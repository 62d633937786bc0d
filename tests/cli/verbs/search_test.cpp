// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of `fihrist search`, `show`, `stats`, `check`, `test` and `explain` on a real archive.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/cli/archive_fixture.hpp"

using namespace fihrist::test;
using nlohmann::json;

TEST_CASE("a query finds its article in every format") {
  const ArchiveFixture fixture;
  const Run text = fixture.run({"search", "هواتف", "سامسونغ"});
  CHECK(text.code == 0);
  CHECK(holds(text.out, "2017-03-29  s8\n     سامسونج تعلن عن هاتف Galaxy S8\n"));

  json object = json::parse(fixture.run({"search", "--json", "هاتف"}).out);
  CHECK(object["total"] == 1);
  CHECK(object["hits"][0]["id"] == "s8");
  json same = json::parse(fixture.run({"search", "--format", "json", "هاتف"}).out);
  object.erase("took_ms");
  same.erase("took_ms");
  CHECK(object == same);

  CHECK(fixture.run({"search", "--format", "tsv", "هاتف"}).out.starts_with("1\ts8\t2017-03-29\t"));
}

TEST_CASE("a search is to be had as a feed, under the archive's own name") {
  const ArchiveFixture fixture;
  fixture.write("archive/fihrist.toml", "[archive]\ntitle = \"أرشيفي\"\n");
  const Run feed = fixture.run({"search", "--format", "atom", "هاتف"});
  CHECK(feed.code == 0);
  CHECK(feed.out.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed "));
  CHECK(holds(feed.out, "<title>هاتف · أرشيفي</title>"));
  CHECK(holds(feed.out, "<id>urn:x-fihrist:article:s8</id>"));
  CHECK(holds(feed.out, "href=\"https://example.org/s8\""));
  CHECK(feed.out.ends_with("</feed>\n"));
  CHECK(
      holds(fixture.run({"search", "--format", "atom", "--sort", "oldest"}).out, "<content type=\"text\">"));
}

TEST_CASE("an excluded Arabic word is a word and no option, and a verb's name may be searched for") {
  const ArchiveFixture fixture;
  CHECK(json::parse(fixture.run({"search", "--json", "الجديد", "-سامسونج"}).out)["hits"][0]["id"] == "py");
  const Run verb = fixture.run({"search", "index"});
  CHECK(verb.code == 0);
  CHECK(holds(verb.err, "Nothing found."));
}

TEST_CASE("nothing found is no failure, unless it was asked for") {
  const ArchiveFixture fixture;
  const Run nothing = fixture.run({"search", "زرافة"});
  CHECK(nothing.code == 0);
  CHECK(holds(nothing.err, "Nothing found."));
  CHECK(fixture.run({"search", "--exit-code", "زرافة"}).code == 4);
  CHECK(fixture.run({"search", "--exit-code", "هاتف"}).code == 0);
}

TEST_CASE("without a query the whole archive is listed, and can be narrowed") {
  const ArchiveFixture fixture;
  const auto total = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"search", "--json"});
    return json::parse(fixture.run(options).out)["total"].get<int>();
  };
  CHECK(total({}) == 3);
  CHECK(total({"--from", "2018"}) == 1);
  CHECK(total({"--to", "2017-03"}) == 1);
  CHECK(total({"--author", "فريق التحرير"}) == 1);
  CHECK(total({"--author", "فريق التحرير", "--author", "محرر الهواتف"}) == 2);
  CHECK(total({"--source", "مدار الهواتف", "--tag", "هواتف"}) == 1);
}

TEST_CASE("a date that is none and a cursor that is none are usage errors") {
  const ArchiveFixture fixture;
  const Run date = fixture.run({"search", "--from", "أمس", "x"});
  CHECK(date.code == 2);
  CHECK(holds(date.err, "--from: \"أمس\" is no date\nWrite it as"));
  CHECK(fixture.run({"search", "--sort", "newest", "--after", "not a cursor"}).code == 2);
}

TEST_CASE("a file of queries becomes a run, in its order") {
  const ArchiveFixture fixture;
  fixture.write("queries.tsv", "q2\tبايثون\nq1\tهاتف\n");
  const Run trec = fixture.run({"search", "--queries", fixture.path("queries.tsv"), "--format", "trec"});
  CHECK(trec.code == 0);
  CHECK(trec.out.starts_with("q2 Q0 py 1 "));
  CHECK(holds(trec.out, "\nq1 Q0 s8 1 "));
  CHECK(fixture.run({"search", "--queries", fixture.path("queries.tsv")}).code == 2);
  CHECK(fixture.run({"search", "--queries", fixture.path("none.tsv"), "--format", "trec"}).code == 1);
}

TEST_CASE("show prints one article, and an unknown id is a failure with a hint") {
  const ArchiveFixture fixture;
  const Run shown = fixture.run({"show", "s8"});
  CHECK(shown.code == 0);
  CHECK(shown.out.starts_with("سامسونج تعلن عن هاتف Galaxy S8\nid        s8\ndate      2017-03-29\n"));
  CHECK(shown.out.ends_with("\n\nيصل الهاتف إلى الأسواق في أبريل.\n"));
  CHECK(json::parse(fixture.run({"show", "--json", "s8"}).out)["id"] == "s8");
  const Run unknown = fixture.run({"show", "nobody"});
  CHECK(unknown.code == 1);
  CHECK(holds(unknown.err, "no article has the id nobody"));
}

TEST_CASE("stats count the archive, and check finds it sound") {
  const ArchiveFixture fixture;
  const json stats = json::parse(fixture.run({"stats", "--json"}).out);
  CHECK(stats["articles"] == 3);
  CHECK(stats["undated"] == 1);
  CHECK(stats["year"][0]["value"] == "2020");
  CHECK(fixture.run({"stats"}).out.starts_with("3 articles, 1 of them undated\n"));

  const Run check = fixture.run({"check", "--json"});
  CHECK(check.code == 0);
  CHECK(json::parse(check.out)["ok"] == true);
}

TEST_CASE("an expectation that is not met is told with its line, and is exit code 4") {
  const ArchiveFixture fixture;
  fixture.write("good.tsv", "هواتف\tmust\ts8\nبايثون\tnot\ts8\n");
  CHECK(fixture.run({"test", fixture.path("good.tsv")}).code == 0);
  fixture.write("bad.tsv", "هواتف\tmust\ts8\nبايثون\ttop 1\ts8\n");
  const Run bad = fixture.run({"test", fixture.path("bad.tsv")});
  CHECK(bad.code == 4);
  CHECK(holds(bad.out, "bad.tsv:2: "));
  CHECK(holds(bad.out, "2 expectations, 1 not met"));
}

TEST_CASE("explain tells words, files and articles apart") {
  const ArchiveFixture fixture;
  const json words = json::parse(fixture.run({"explain", "--json", "والهاتف Galaxy"}).out);
  REQUIRE(words["words"].size() == 2);
  CHECK(words["words"][0]["written"] == "والهاتف");
  CHECK(words["words"][1]["word"] == "galaxy");

  const Run file = fixture.run({"explain", fixture.input()});
  CHECK(file.code == 0);
  CHECK(holds(file.out, "format jsonl"));
  CHECK(holds(file.out, "record 3\n"));

  fixture.write(
      "page.txt",
      "هاتف جديد\n\nكشفت الشركة عن هاتف جديد في معرض هذا العام، وقالت إنه أسرع من سابقه.\n\nإرسال تعليق\n");
  const Run page = fixture.run({"explain", fixture.path("page.txt")});
  CHECK(holds(page.out, "format text"));
  CHECK(holds(page.out, "lines that are not in the text:\n"));
  CHECK(holds(page.out, "page_end     إرسال تعليق\n"));

  CHECK(fixture.run({"explain", "py"}).out.starts_with("صدور لغة بايثون 3.9\nid        py\n"));
}

TEST_CASE("the settings of the archive hold where the command line is silent") {
  const ArchiveFixture fixture;
  fixture.write("archive/fihrist.toml", "[index]\nmax_reject_ratio = 0.1\n");
  fixture.write("bad.jsonl", "{broken\n");
  CHECK(fixture.run({"index", fixture.path("bad.jsonl")}).code == 4);
  CHECK(fixture.run({"index", "--max-reject-ratio", "1", fixture.path("bad.jsonl")}).code == 3);
  fixture.write("archive/fihrist.toml", "[serve]\nlisen = \"x\"\n");
  CHECK(fixture.run({"serve"}).code == 2);
}

TEST_CASE("an archive that is not there is a failure that says what to do") {
  const ArchiveFixture fixture;
  for (const char* verb : {"search", "stats", "check", "export", "serve"}) {
    CAPTURE(verb);
    const Run result = run({"-C", fixture.path("nowhere"), verb});
    CHECK(result.code == 1);
    CHECK(result.out.empty());
    CHECK(result.err.starts_with("error: "));
    CHECK(holds(result.err, "fihrist index"));
  }
}
