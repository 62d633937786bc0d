// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of results for people.
#include "cli/result_text.hpp"

#include <doctest/doctest.h>

#include "tests/cli/string_console.hpp"

using namespace fihrist;
using fihrist::test::StringConsole;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("highlights count code points, and are bold on a coloured terminal") {
  StringConsole streams;
  streams.console.colored = streams.console.out_is_terminal = true;
  CHECK(highlighted("هاتف S8 جديد", {{0, 4}, {5, 7}}, streams.console) ==
        "\x1b[1mهاتف\x1b[0m \x1b[1mS8\x1b[0m جديد");
}

TEST_CASE("highlights beyond the text do no harm") {
  StringConsole streams;
  streams.console.colored = streams.console.out_is_terminal = true;
  CHECK(highlighted("ab", {{1, 900}}, streams.console) == "a\x1b[1mb\x1b[0m");
}

TEST_CASE("a hit shows its place, date and id before its Arabic") {
  StringConsole streams;
  SearchResults results;
  results.total = 1;
  results.hits = {
      {.id = "s8", .title = "سامسونج تعلن عن Galaxy S8", .authors = {"محرر الهواتف"}, .source = "مدار"}};
  const std::string text = result_text(results, streams.console);
  CHECK(holds(text, "1 article ("));
  CHECK(holds(text, "  1  undated  s8\n     سامسونج تعلن عن Galaxy S8\n     مدار · محرر الهواتف\n"));
}

TEST_CASE("related hits stand under a heading of their own and go on counting") {
  StringConsole streams;
  SearchResults results;
  results.hits = {{.id = "a"}};
  results.related = {{.id = "b"}};
  CHECK(holds(result_text(results, streams.console),
              "Related: these hold only some of the words\n\n  2  undated  b"));
}

TEST_CASE("the way to the next page is told when there is one") {
  StringConsole streams;
  SearchResults results;
  results.total = 2;
  results.hits = {{.id = "a"}};
  CHECK(holds(result_text(results, streams.console), "Next page: --offset 1\n"));
  results.next = "CURSOR";
  CHECK(holds(result_text(results, streams.console), "Next page: --after CURSOR\n"));
  results.next.reset();
  results.total = 1;
  CHECK_FALSE(holds(result_text(results, streams.console), "Next page"));
}
