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

TEST_CASE("a dry run tells what each format gave, with examples, and which file to look at") {
  StringConsole streams;
  IndexReport report{.added = 2};
  report.formats = {{.format = "text",
                     .records = 3,
                     .articles = 2,
                     .counts = {{"no_date", 1}, {"not_article", 1}},
                     .examples = {{"no_date", {{.path = "in/a.txt", .record = 1, .text = "عنوان"}}},
                                  {"not_article", {{.path = "in/b.txt", .record = 1, .text = "a list"}}}}}};
  const std::string text = run_summary({.archive = "a", .dry_run = true}, report, streams.console);
  CHECK(holds(text, "text: 3 records, 2 articles"));
  CHECK(holds(text, "1 without a date\n      in/a.txt, record 1: عنوان"));
  CHECK(holds(text, "1 no articles\n      in/b.txt, record 1: a list"));
  CHECK(text.ends_with("Look closer: fihrist explain in/a.txt\nNothing was written.\n"));
  CHECK_FALSE(holds(run_summary({.archive = "a"}, report, streams.console), "in/a.txt"));
}

TEST_CASE("lines of the site and near copies are told, and that a run was taken up") {
  StringConsole streams;
  IndexReport report{
      .site_lines = {.learned = 2, .articles = 50, .lines = 100}, .near_copies = 4, .resumed = true};
  const std::string text = run_summary({.archive = "a"}, report, streams.console);
  CHECK(holds(text, "50 articles hold lines that many pages of their site share"));
  CHECK(holds(text, "4 articles nearly the same as another one"));
  CHECK(holds(text, "went on where a run was cut short"));
}

TEST_CASE("an interrupted run says what is kept and how to go on") {
  StringConsole streams;
  CHECK(holds(run_summary({.archive = "a"}, {.interrupted = true}, streams.console),
              "Run the same command to go on."));
}
