// SPDX-License-Identifier: GPL-3.0-or-later
// What a run has met.
#include "indexer/run_ledger.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace fihrist {
namespace {

/// Feeds versions of one article to a ledger: a letter is a version, '-' a deletion. `indexed` is the letter
/// that the index holds, or ' '. Gives counts and the letters that would be written.
std::string run(const std::string& versions, char indexed) {
  RunLedger ledger;
  const std::optional<Digest> in_index =
      indexed == ' ' ? std::nullopt : std::optional(digest_of(std::string(1, indexed)));
  std::string kept;
  for (const char version : versions) {
    if (version == '-') {
      ledger.meet_deletion({.id_term = "Qa", .indexed = in_index});
      continue;
    }
    const auto ruling =
        ledger.meet({.id_term = "Qa", .content = digest_of(std::string(1, version)), .indexed = in_index});
    if (ruling.keep) kept += version;
  }
  std::string written;
  for (std::size_t entry = 0; entry < kept.size(); ++entry)
    if (!ledger.superseded()[entry]) written += kept[entry];
  std::ostringstream result;
  for (const auto& [outcome, name] : {std::pair{Outcome::added, "added"},
                                      {Outcome::updated, "updated"},
                                      {Outcome::unchanged, "unchanged"},
                                      {Outcome::removed, "removed"},
                                      {Outcome::skipped, "skipped"}})
    if (ledger.count(outcome) > 0) result << name << ' ' << ledger.count(outcome) << ' ';
  result << "writes " << (written.empty() ? "nothing" : written);
  if (!ledger.deleted().empty()) result << ", deletes";
  return result.str();
}

}  // namespace

TEST_CASE("the last version wins, copies are skipped, and what ends as it was in the index is unchanged") {
  struct Row {
    std::string versions;
    char indexed;
    std::string result;
  };
  for (const auto& [versions, indexed, result] : {
           Row{"a", ' ', "added 1 writes a"},
           Row{"a", 'a', "unchanged 1 writes nothing"},
           Row{"a", 'b', "updated 1 writes a"},
           Row{"aa", ' ', "added 1 skipped 1 writes a"},
           Row{"aa", 'a', "unchanged 1 skipped 1 writes nothing"},
           Row{"ab", ' ', "added 1 updated 1 writes b"},
           Row{"ab", 'b', "unchanged 1 skipped 1 writes nothing"},  // a second run over the row above
           Row{"ab", 'c', "updated 2 writes b"},
           Row{"aba", ' ', "added 1 updated 2 writes a"},
           Row{"aba", 'a', "unchanged 1 skipped 2 writes nothing"},
           Row{"ab", 'a', "updated 1 skipped 1 writes b"},
           Row{"-", ' ', "skipped 1 writes nothing"},
           Row{"-", 'a', "removed 1 writes nothing, deletes"},
           Row{"--", 'a', "removed 1 skipped 1 writes nothing, deletes"},
           Row{"a-", ' ', "skipped 2 writes nothing"},
           Row{"a-", 'a', "removed 1 skipped 1 writes nothing, deletes"},
           Row{"a-", 'b', "removed 1 skipped 1 writes nothing, deletes"},
           Row{"-a", ' ', "added 1 skipped 1 writes a"},
           Row{"-a", 'a', "unchanged 1 skipped 1 writes nothing"},
           Row{"-a", 'b', "updated 1 skipped 1 writes a"},
           Row{"a-a", ' ', "added 1 skipped 2 writes a"},
       }) {
    CAPTURE(versions);
    CAPTURE(indexed);
    CHECK(run(versions, indexed) == result);
  }
}

TEST_CASE("a copy tells which entry holds the same") {
  RunLedger ledger;
  ledger.meet({.id_term = "Qx", .content = digest_of("x")});
  const auto first = ledger.meet({.id_term = "Qa", .content = digest_of("a")});
  const auto copy = ledger.meet({.id_term = "Qa", .content = digest_of("a")});
  CHECK(first.entry == 1);
  CHECK(copy.same_entry == 1);
  CHECK(copy.outcome == Outcome::skipped);
  const auto later = ledger.meet({.id_term = "Qa", .content = digest_of("b")});
  CHECK(later.replaced == 1);
  CHECK(later.entry == 2);
}

TEST_CASE("what was met is held, what the input deletes is not") {
  RunLedger ledger;
  ledger.meet({.id_term = "Qa", .content = digest_of("a"), .indexed = digest_of("a")});
  ledger.meet_deletion({.id_term = "Qb", .indexed = digest_of("b")});
  CHECK(ledger.holds("Qa"));
  CHECK_FALSE(ledger.holds("Qb"));
  CHECK_FALSE(ledger.holds("Qc"));
  CHECK(ledger.deleted() == std::vector<std::string>{"Qb"});
}

}  // namespace fihrist
