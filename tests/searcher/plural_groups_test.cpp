// SPDX-License-Identifier: GPL-3.0-or-later
// What is searched for a noun besides itself.
#include "searcher/plural_groups.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "schema/error.hpp"
#include "tests/searcher/index_fixture.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

using Ids = std::vector<std::string>;

const WordTables table("عمل\tأعمال\nجهاز\tأجهزة\n", "", "", "");

PluralGroups groups(const ArchivePlurals& of_archive) {
  static const NoEvidence evidence;
  return {table, of_archive, [](const std::string& word) { return word; }, evidence};
}

LearnedPlural learned(const std::string& singular, const std::string& plural, bool joined) {
  return {.singular = singular, .plural = plural, .joined = joined};
}

std::vector<Article> works() {
  return {article("work", "عمل"),
          article("works", "أعمال"),
          article("coin", "العملة"),
          article("coins", "العملات"),
          article("the-coin", "سعر العملة اليوم"),
          article("the-work", "العمل عن بعد")};
}

}  // namespace

TEST_CASE("a plural finds its singular and the other way round") {
  OpenedIndex index(works());
  CHECK(index.found("أعمال") == index.found("الأعمال"));
  const Ids of_work = index.found("العمل");
  CHECK(std::ranges::find(of_work, "works") != of_work.end());
  const Ids of_works = index.found("أعمال");
  CHECK(std::ranges::find(of_works, "work") != of_works.end());
}

TEST_CASE("a noun that shares the stem of another does not get its plurals") {
  OpenedIndex index(works());
  for (const char* query : {"عملة", "العملة", "عملات", "والعملات"}) {
    CAPTURE(query);
    const Ids found = index.found(query);
    CHECK(std::ranges::find(found, "coins") != found.end());
    CHECK(std::ranges::find(found, "works") == found.end());
  }
}

TEST_CASE("shipped, learned and own plurals are joined, suggestions are not") {
  const PluralGroups all =
      groups({.learned = {learned("زنبور", "زنابير", true), learned("طقس", "طقوس", false)},
              .own = {{.singular = "خرطوشة", .plurals = {"خراطيش"}}}});
  CHECK(all.plurals_of("اجهزه", "اجهزه") == Ids{"جهاز"});
  CHECK(all.plurals_of("زنبور", "زنبور") == Ids{"زنابير"});
  CHECK(all.plurals_of("زنابير", "زنابير") == Ids{"زنبور"});
  CHECK(all.plurals_of("خراطيش", "خراطيش") == Ids{"خرطوشه"});
  CHECK(all.plurals_of("طقس", "طقس").empty());
  CHECK(all.plurals_of("بيت", "بيت").empty());
}

TEST_CASE("what the owner forbids is not joined, whoever says so") {
  const ArchivePlurals known{.learned = {learned("زنبور", "زنابير", true)},
                             .own = {{.singular = "زنبور", .plurals = {"زنابير"}, .forbidden = true},
                                     {.singular = "أجهزة", .plurals = {"جهاز"}, .forbidden = true}}};
  CHECK(groups(known).plurals_of("زنبور", "زنبور").empty());
  CHECK(groups(known).plurals_of("جهاز", "جهاز").empty());
  CHECK(groups(known).plurals_of("عمل", "عمل") == Ids{"اعمال"});
}

TEST_CASE("the owner's file counts when the archive is opened, and a wrong row stops it") {
  const IndexFixture index({article("one", "خرطوشة حبر"), article("many", "خراطش كثيرة")});
  write_file(index.path() / "plurals.tsv", "خرطوشة\tخراطش\n");
  {
    Archive archive(index.path());
    CHECK(Searcher(archive).search({.text = "خرطوشة"}).total == 2);
  }
  write_file(index.path() / "plurals.tsv", "خرطوشة\n");
  CHECK_THROWS_AS(Archive(index.path()), Error);
}
