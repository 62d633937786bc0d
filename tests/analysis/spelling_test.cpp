// SPDX-License-Identifier: GPL-3.0-or-later
// Slips of spelling, and what each costs.
#include "analysis/spelling.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/utf8.hpp"

namespace fihrist {
namespace {

struct Slip {
  std::string wrong;
  std::string right;
  double cost = 0;
};

constexpr double far = 10;

bool has_edit(const std::string& word, const std::string& edit) {
  const auto edits = spelling_edits(word);
  return std::ranges::find(edits, edit) != edits.end();
}

TEST_CASE("each slip has its price, whichever word is the wrong one") {
  for (const Slip& slip : std::vector<Slip>{{"نظام", "نظام", 0},
                                            {"نضام", "نظام", 0.4},
                                            {"ضهور", "ظهور", 0.4},
                                            {"اصتناعي", "اصطناعي", 0.4},
                                            {"اثاث", "اتات", 0.8},
                                            {"ذاكره", "زاكره", 0.4},
                                            {"ذاكره", "داكره", 0.4},
                                            {"سوره", "صوره", 0.4},
                                            {"غوغل", "جوجل", 0.8},
                                            {"قوقل", "كوكل", 0.8},
                                            {"هذه", "هذا", 0.4},
                                            {"هذي", "هذا", 0.4},
                                            {"هند", "اند", 1},
                                            {"مسوول", "مسيول", 0.4},
                                            {"سوال", "سءال", 0.4},
                                            {"محرك", "محررك", 0.4},
                                            {"تطبيييق", "تطبيق", 0.8},
                                            {"كمبيوتر", "كمبوتر", 1},
                                            {"انستجرم", "انستجرام", 1},
                                            {"شبكه", "شكبه", 1},
                                            {"شاشه", "ساشه", 0.7},
                                            {"هاتف", "هاتغ", 0.7},
                                            {"هاتف", "هاتم", 1},
                                            {"بنك", "بنج", 0.4},
                                            {"gogle", "google", 0.6},
                                            {"andraid", "android", 0.6},
                                            {"samsng", "samsung", 0.6},
                                            {"windiws", "windows", 0.6},
                                            {"windpws", "windows", 0.7},
                                            {"microsodt", "microsoft", 0.7},
                                            {"micrusoft", "microsoft", 0.6},
                                            {"bitcion", "bitcoin", 1},
                                            {"linax", "linux", 0.6},
                                            {"linux", "lin7x", 1},
                                            {"", "نظام", 4},
                                            {"", "", 0}}) {
    CAPTURE(slip.wrong);
    CAPTURE(slip.right);
    CHECK(spelling_cost(slip.wrong, slip.right, far) == doctest::Approx(slip.cost));
    CHECK(spelling_cost(slip.right, slip.wrong, far) == doctest::Approx(slip.cost));
  }
}

TEST_CASE("a cost within the limit is exact, and beyond it only known to be beyond") {
  const std::vector<std::string> words{"نظام",   "نضام",    "تنظيم",   "شبكه", "شكبه",
                                       "google", "goggles", "كمبيوتر", "حاسوب"};
  for (const std::string& one : words) {
    for (const std::string& other : words) {
      CAPTURE(one);
      CAPTURE(other);
      const double cost = spelling_cost(one, other, far);
      for (const double limit : {0.0, 0.4, 0.8, 1.0, 2.0, 3.0}) {
        const double limited = spelling_cost(one, other, limit);
        if (cost <= limit)
          CHECK(limited == doctest::Approx(cost));
        else
          CHECK(limited > limit);
      }
    }
  }
}

TEST_CASE("edits are one letter left out, put in, replaced or changed with its neighbour") {
  for (const auto& [word, edit] : std::vector<std::pair<std::string, std::string>>{{"انستجرم", "انستجرام"},
                                                                                   {"اصتناعي", "اصطناعي"},
                                                                                   {"نضام", "نظام"},
                                                                                   {"شكبه", "شبكه"},
                                                                                   {"تطبييق", "تطبيق"},
                                                                                   {"نظا", "نظام"},
                                                                                   {"ظام", "نظام"},
                                                                                   {"gogle", "google"},
                                                                                   {"s9pen", "spen"},
                                                                                   {"andriod", "android"}}) {
    CAPTURE(word);
    CHECK(has_edit(word, edit) == (word != "s9pen"));
  }
}

TEST_CASE("every edit is another word at distance one, once, in the letters of the word's script") {
  for (const std::string word : {"نظام", "لا", "و", "ممم", "google", "aa", "gpt4", "c++"}) {
    CAPTURE(word);
    auto edits = spelling_edits(word);
    REQUIRE_FALSE(edits.empty());
    for (const std::string& edit : edits) {
      if (edit.empty() || edit == word || !is_valid_utf8(edit)) FAIL(edit);
      if (spelling_cost(word, edit, far) > 1) FAIL(edit);
    }
    std::ranges::sort(edits);
    CHECK(std::ranges::adjacent_find(edits) == edits.end());
  }
  // n letters: n left out, n - 1 changed with the next, 28 n replaced, 29 (n + 1) - n put in.
  CHECK(spelling_edits("نظام").size() == 4 + 3 + 28 * 4 + 29 * 5 - 4);
}

TEST_CASE("digits and signs are never edited, and words of no script or of two have no edits") {
  CHECK_FALSE(has_edit("s8", "s9"));
  CHECK_FALSE(has_edit("gpt4", "gpt"));
  CHECK_FALSE(has_edit("gpt4", "gp4t"));
  CHECK(has_edit("gtp4", "gpt4"));
  for (const char* word : {"", "2024", "привет", "apiواجهه", "++"}) CHECK(spelling_edits(word).empty());
}

TEST_CASE("the confused spellings of a word are its edits that cost one confusion, and no others") {
  for (const std::string word : {"نظام", "مسوول", "ذاكره", "هذا", "تططبيق", "محركات", "ال", "سامسونج",
                                 "الضوء", "android", "google", "s8", "هاتفs", ""}) {
    INFO(word);
    auto confused = confused_spellings(word);
    std::vector<std::string> expected;
    for (const std::string& edit : spelling_edits(word))
      if (spelling_cost(word, edit, far) <= 0.4) expected.push_back(edit);
    std::ranges::sort(confused);
    std::ranges::sort(expected);
    CHECK(confused == expected);
  }
}

}  // namespace
}  // namespace fihrist
