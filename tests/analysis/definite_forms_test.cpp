// SPDX-License-Identifier: GPL-3.0-or-later
// Words with the article, and without it again.
#include "analysis/definite_forms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {
namespace {

const std::vector<std::string> words{"هاتف", "لغه", "غه", "ليل", "لليل", "يل",
                                     "ل",    "ا",   "ال", "للا", "الف",  "galaxy"};

bool holds(const auto& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

TEST_CASE("behind ل the article loses its alef, and before a lam its lam as well") {
  CHECK(holds(definite_forms("هاتف"), "للهاتف"));
  CHECK(holds(definite_forms("لغه"), "للغه"));
  CHECK_FALSE(holds(definite_forms("لغه"), "لللغه"));
}

TEST_CASE("the bare forms of a definite one hold the word that it was made of") {
  for (const std::string& word : words)
    for (const std::string& form : definite_forms(word)) {
      CAPTURE(word);
      CAPTURE(form);
      CHECK(holds(bare_forms(form), word));
    }
}

TEST_CASE("a form is a definite form of each of its bare forms") {
  std::vector<std::string> forms = words;
  for (const std::string& word : words)
    for (const std::string& form : definite_forms(word)) forms.push_back(form);
  for (const std::string& form : forms)
    for (const std::string_view bare : bare_forms(form)) {
      if (bare.empty()) continue;
      CAPTURE(form);
      CAPTURE(bare);
      CHECK(holds(definite_forms(bare), form));
    }
}

}  // namespace fihrist
