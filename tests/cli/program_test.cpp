// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the program's surface: help, options, usage errors; no archive is needed.
#include "cli/program.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "schema/manifest.hpp"
#include "tests/cli/string_console.hpp"

using namespace fihrist;
using fihrist::test::run;
using fihrist::test::Run;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::vector<std::string> verbs{"index",   "search",  "show",     "serve", "stats",
                                     "remove",  "explain", "check",    "test",  "export",
                                     "rebuild", "swap",    "rollback", "merge", "shard"};

}  // namespace

TEST_CASE("without a verb the program shows its short help, examples first") {
  const Run help = run({});
  CHECK(help.code == 0);
  CHECK(help.err.empty());
  CHECK(help.out.find("Examples:") < help.out.find("Verbs"));
  for (const std::string& verb : verbs) CHECK_MESSAGE(holds(help.out, "\n  " + verb + " "), verb);
  CHECK(run({"-h"}).out == help.out);
  CHECK(run({"help"}).out == help.out);
  CHECK(std::count(help.out.begin(), help.out.end(), '\n') < 40);
}

TEST_CASE("the help of a verb leads with examples and leaves out the options of every verb") {
  for (const std::string& verb : verbs) {
    CAPTURE(verb);
    const Run help = run({verb, "-h"});
    CHECK(help.code == 0);
    CHECK(holds(help.out, "Examples:\n  fihrist "));
    CHECK_FALSE(holds(help.out, "--no-input"));
    CHECK(run({"help", verb}).out == help.out);
  }
}

TEST_CASE("the version names the rules and the format that it reads") {
  const Run version = run({"--version"});
  CHECK(version.code == 0);
  CHECK(version.out.starts_with("fihrist 0."));
  CHECK(holds(version.out, "index format " + std::to_string(format_version)));
}

TEST_CASE("a wrong verb suggests the nearest and runs nothing") {
  const Run wrong = run({"indx", "."});
  CHECK(wrong.code == 2);
  CHECK(wrong.out.empty());
  CHECK(holds(wrong.err, "unknown verb \"indx\". Did you mean index?"));
  CHECK(holds(run({"-q", "serach"}).err, "Did you mean search?"));
  CHECK_FALSE(holds(run({"frobnicate"}).err, "Did you mean"));
}

TEST_CASE("what was typed wrongly is a usage error that names it") {
  struct Row {
    std::vector<std::string> arguments;
    const char* message;
  };
  for (const Row& row : std::initializer_list<Row>{
           {{"search", "--formt", "json", "x"}, "unknown option \"--formt\". Did you mean --format?"},
           {{"search", "--format", "xml", "x"}, "--format"},
           {{"search", "--limit", "-5", "x"}, "--limit"},
           {{"search", "--limit", "many", "x"}, "--limit"},
           {{"search", "--sort", "best", "x"}, "--sort"},
           {{"search", "--author"}, "--author"},
           {{"index"}, "PATH"},
           {{"index", "--max-reject-ratio", "2", "."}, "--max-reject-ratio"},
           {{"show"}, "ID"},
           {{"show", "a", "b"}, "b"},
           {{"stats", "x"}, "unexpected argument \"x\""},
           {{"-q", "-v", "stats"}, "--verbose"},
       }) {
    const Run result = run(row.arguments);
    CAPTURE(row.message);
    CAPTURE(result.err);
    CHECK(result.code == 2);
    CHECK(result.err.starts_with("error: "));
    CHECK(holds(result.err, row.message));
    CHECK(result.out.empty());
  }
}
