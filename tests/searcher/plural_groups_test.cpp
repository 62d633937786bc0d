// SPDX-License-Identifier: GPL-3.0-or-later
// What is searched for a noun besides itself.
#include "searcher/plural_groups.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "analysis/analyzer.hpp"
#include "schema/error.hpp"
#include "tests/searcher/index_fixture.hpp"

using namespace fihrist;
using namespace fihrist::test;

namespace {

using Ids = std::vector<std::string>;

const WordTables table("عمل\tأعمال\nجهاز\tأجهزة\nعدد\tأعداد\nبعد\t>أبعاد\nفرقة\t<فرق\n", "", "", "");

PluralGroups groups(const ArchivePlurals& of_archive, const Evidence& evidence) {
  return {table, of_archive, [](const std::string& word) { return word; }, evidence};
}

PluralGroups groups(const ArchivePlurals& of_archive) {
  static const NoEvidence evidence;
  return groups(of_archive, evidence);
}

/// What is searched besides a written word that is filed under itself.
Ids besides(const PluralGroups& all, const std::string& written) {
  const Token word = Analyzer().words(written).front();
  return all.plurals_of(word, word.text);
}

/// An archive that writes the letters of أعداد oftener as إعداد.
class Preparing final : public Evidence {
 public:
  std::uint32_t document_frequency(std::string_view) const override { return 10; }
  std::uint32_t definite_frequency(std::string_view) const override { return 5; }
  std::uint32_t hamza_frequency(std::string_view) const override { return 10; }
  double hamza_below_share(std::string_view word) const override { return word == "اعداد" ? 0.8 : 0; }
};

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
  CHECK(besides(all, "اجهزه") == Ids{"جهاز"});
  CHECK(besides(all, "زنبور") == Ids{"زنابير"});
  CHECK(besides(all, "زنابير") == Ids{"زنبور"});
  CHECK(besides(all, "خراطيش") == Ids{"خرطوشه"});
  CHECK(besides(all, "طقس").empty());
  CHECK(besides(all, "بيت").empty());
}

TEST_CASE("a row with a sign is joined in one direction only") {
  const PluralGroups all = groups({});
  CHECK(besides(all, "بعد") == Ids{"ابعاد"});
  CHECK(besides(all, "أبعاد").empty());
  CHECK(besides(all, "فرق") == Ids{"فرقه"});
  CHECK(besides(all, "فرقة").empty());
}

TEST_CASE("a plural with hamza above is not the verbal noun with hamza below") {
  const PluralGroups all = groups({});
  CHECK(besides(all, "أعداد") == Ids{"عدد"});
  CHECK(besides(all, "اعداد") == Ids{"عدد"});
  CHECK(besides(all, "إعداد").empty());
  CHECK(besides(all, "عدد") == Ids{"اعداد"});
}

TEST_CASE("where the archive writes it with hamza below, a plural is one only when it is asked for as one") {
  const Preparing archive;
  const PluralGroups all = groups({}, archive);
  CHECK(besides(all, "أعداد") == Ids{"عدد"});
  CHECK(besides(all, "اعداد").empty());
  CHECK(besides(all, "عدد").empty());
  CHECK(besides(all, "عمل") == Ids{"اعمال"});
}

TEST_CASE("what the owner forbids is not joined, whoever says so") {
  const ArchivePlurals known{.learned = {learned("زنبور", "زنابير", true)},
                             .own = {{.singular = "زنبور", .plurals = {"زنابير"}, .forbidden = true},
                                     {.singular = "أجهزة", .plurals = {"جهاز"}, .forbidden = true}}};
  CHECK(besides(groups(known), "زنبور").empty());
  CHECK(besides(groups(known), "جهاز").empty());
  CHECK(besides(groups(known), "عمل") == Ids{"اعمال"});
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
