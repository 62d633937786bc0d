// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the summary of an indexing run.
#include "cli/run_summary.hpp"

#include <doctest/doctest.h>

#include "tests/cli/string_console.hpp"

using namespace fihrist;
using fihrist::test::StringConsole;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the summary counts everything and ends with what to do next") {
  StringConsole streams;
  IndexReport report{.added = 1180, .updated = 2, .rejected = 1, .articles = 1182};
  report.warnings["no_date"] = 1;
  report.rejects = {
      {.path = "a.jsonl", .record = 7, .code = "invalid_json", .message = "the line is no JSON object"}};
  const std::string text = run_summary({.archive = "archive", .paths = {"a.jsonl"}}, report, streams.console);
  CHECK(holds(text, "1,180 added, 2 updated, 0 unchanged, 0 removed, 0 skipped, 1 rejected"));
  CHECK(holds(text, "invalid_json in a.jsonl, record 7: the line is no JSON object"));
  CHECK(holds(text, "warning: 1 article without a date"));
  CHECK(text.ends_with("The archive holds 1,182 articles.\nNext: fihrist search WORDS    fihrist serve\n"));
}

TEST_CASE("the next commands name the archive when it is not the default one") {
  StringConsole streams;
  CHECK(run_summary({.archive = "other"}, {}, streams.console)
            .ends_with("Next: fihrist -C other search WORDS    fihrist -C other serve\n"));
}

TEST_CASE("a dry run says that nothing was written") {
  StringConsole streams;
  const std::string text = run_summary({.archive = "a", .dry_run = true}, {.added = 3}, streams.console);
  CHECK(text.starts_with("Would index"));
  CHECK(text.ends_with("Nothing was written.\n"));
}

TEST_CASE("an interrupted run says what is kept and how to go on") {
  StringConsole streams;
  CHECK(holds(run_summary({.archive = "a"}, {.interrupted = true}, streams.console),
              "Run the same command to go on."));
}
