// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of what is proposed for a name that the archive does not hold.
#include "searcher/name_candidates.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace fihrist {
namespace {

using Words = std::vector<std::string>;

Lexicon lexicon_of(const Words& words) {
  Lexicon lexicon;
  for (const std::string& word : words) lexicon.count(lexicon.intern(word), false);
  return lexicon;
}

TEST_CASE("a name is found in the other script and in another spelling, the nearest first") {
  const Lexicon lexicon = lexicon_of({"شوبيفاي", "تيليجرام", "telegram", "كاسبرسكي", "هاتف", "ذاكره"});
  const NameCandidates candidates(lexicon);
  CHECK(candidates.like("shopify", 3) == Words{"شوبيفاي"});
  CHECK(candidates.like("kasperski", 3) == Words{"كاسبرسكي"});
  CHECK(candidates.like("telegram", 3) == Words{"تيليجرام"});
  const Words other = candidates.like("تلقرام", 3);
  REQUIRE(other.size() == 2);
  CHECK(std::is_permutation(other.begin(), other.end(), Words{"telegram", "تيليجرام"}.begin()));
}

TEST_CASE("of equally near words the most frequent comes first, and no more than were asked for") {
  Lexicon lexicon = lexicon_of({"سامسونق", "سامسونج", "سامسونغ"});
  lexicon.count(*lexicon.find("سامسونج"), false);
  const NameCandidates candidates(lexicon);
  CHECK(candidates.like("samsung", 1) == Words{"سامسونج"});
  CHECK(candidates.like("samsung", 0).empty());
}

TEST_CASE("short words, words without sounds and words that no article holds any more propose nothing") {
  Lexicon lexicon = lexicon_of({"ابو", "سوني", "s8"});
  lexicon.intern("شوبيفاي");
  const NameCandidates candidates(lexicon);
  for (const char* word : {"oppo", "sony", "s9", "", "shopify", "日本"}) {
    CAPTURE(word);
    CHECK(candidates.like(word, 5).empty());
  }
}

TEST_CASE("an ordinary Arabic word is proposed only when it is very near") {
  const Lexicon lexicon = lexicon_of({"ذاكره"});
  const NameCandidates candidates(lexicon);
  CHECK(candidates.like("dakerah", 5) == Words{"ذاكره"});
  CHECK(candidates.like("docker", 5).empty());
}

}  // namespace
}  // namespace fihrist
