// SPDX-License-Identifier: GPL-3.0-or-later
// The analyser is one tokenizer, one stemmer and a name for both.
#include "analysis/analyzer.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace fihrist;

TEST_CASE("words and stems of a sentence") {
  const Analyzer analyzer;
  const NoEvidence none;
  std::string stems;
  for (const Token& token : analyzer.words("وللمستخدمين Galaxy S8"))
    stems += analyzer.stem(token.text, token.hamza, none) + " ";
  CHECK(stems == "مستخدم galaxy s8 ");
}

TEST_CASE("the fingerprint is ASCII without blanks and the same each time") {
  const std::string name = Analyzer::fingerprint();
  CHECK(name.starts_with("ar-"));
  CHECK(std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F; }));
  CHECK(name == Analyzer::fingerprint());
}

TEST_CASE("another stemmer can be put in") {
  struct Whole final : Stemmer {
    std::string stem(std::string_view word, bool, const Evidence&) const override {
      return std::string(word);
    }
  };
  const Analyzer analyzer(std::make_unique<Whole>());
  CHECK(analyzer.stem("الهاتف", false, NoEvidence{}) == "الهاتف");
}
