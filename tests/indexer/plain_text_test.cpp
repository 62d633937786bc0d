// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of tidy text: paragraphs of one line, nothing invisible, and tidying twice changes nothing.
#include "indexer/plain_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace fihrist {
namespace {

constexpr std::string_view samples[] = {"",
                                        " ",
                                        "أ",
                                        " أ  ب ",
                                        "أ\n\n ب\r\nج\rد\u2028ه\u2029و\u0085ز",
                                        "\tأ\u00A0",
                                        "  code  {\n    x\n  }",
                                        "\u202Eأ\u0007",
                                        "\xFF\xFE",
                                        "\v\f\n"};

TEST_CASE("a line has single blanks and no ends") {
  CHECK(tidy_line(" زر\n\t الشراء \r\n") == "زر الشراء");
  CHECK(tidy_line("\u00A0أ\u00A0") == "أ");
  CHECK(tidy_line("\n").empty());
}

TEST_CASE("a text has one line a paragraph and keeps its indentation") {
  CHECK(tidy_text("أ\r\n\r\n\r\nب \rج\u2028د") == "أ\nب\nج\nد");
  CHECK(tidy_text("if x:\n    y\t\n") == "if x:\n    y");
}

TEST_CASE("lines end wherever in a long text their end stands") {
  for (const std::string_view end : {"\n", "\r", "\r\n", "\u2028", "\u2029"})
    for (std::size_t length = 1; length < 70; ++length) {
      const std::string line(length, 'x');
      const std::string text =
          line + std::string(end) + "نص" + line + std::string(end) + std::string(end) + "ي";
      CAPTURE(length);
      CHECK(tidy_text(text) == line + "\nنص" + line + "\nي");
    }
}

TEST_CASE("tidying twice changes nothing") {
  for (const std::string_view sample : samples) {
    CAPTURE(sample);
    CHECK(tidy_line(tidy_line(sample)) == tidy_line(sample));
    CHECK(tidy_text(tidy_text(sample)) == tidy_text(sample));
  }
}

TEST_CASE("replacements are counted") {
  std::size_t replaced = 0;
  CHECK(tidy_text("a\xFF"
                  "b",
                  &replaced) == "a\uFFFDb");
  CHECK(replaced == 1);
}

}  // namespace
}  // namespace fihrist
