// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the progress bar and of its line for logs.
#include "cli/progress_display.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/cli/string_console.hpp"

using namespace fihrist;
using fihrist::test::StringConsole;

TEST_CASE("the bar tells the share, the speed and what is left") {
  const IndexProgress half{.articles = 2000, .bytes_read = 50, .bytes_total = 100, .current = "سامسونج"};
  const std::string bar = progress_bar(half, 10, 120);
  CHECK(bar.starts_with("[##########----------]  50%  2,000 articles  200/s  10 s left  "));
  CHECK(bar.find("سامسونج") != std::string::npos);
}

TEST_CASE("what was read is compared, nobody knows for how long") {
  const IndexProgress at{.articles = 2000, .bytes_read = 100, .bytes_total = 100, .comparing = true};
  CHECK(progress_bar(at, 10, 120) == "comparing 2,000 articles  200/s");
  CHECK(progress_sentence(at, 20) == "2,000 articles after 20 s, comparing those that may be nearly the same");
}

TEST_CASE("what was read is analysed, and the bar begins again") {
  const IndexProgress half{
      .articles = 2000, .bytes_read = 100, .bytes_total = 100, .analysed = 500, .to_analyse = 1000};
  CHECK(progress_bar(half, 10, 120).starts_with("[##########----------]  50%  analysing 2,000 articles"));
  CHECK(progress_sentence(half, 20) == "2,000 articles after 20 s, 50% analysed");
}

TEST_CASE("what was analysed is written, and the bar begins again") {
  const IndexProgress half{.articles = 2000,
                           .bytes_read = 100,
                           .bytes_total = 100,
                           .analysed = 1000,
                           .to_analyse = 1000,
                           .written = 400,
                           .to_write = 800};
  CHECK(progress_bar(half, 10, 120).starts_with("[##########----------]  50%  writing 2,000 articles"));
  CHECK(progress_sentence(half, 20) == "2,000 articles after 20 s, 50% written");
}

TEST_CASE("without a total there is no bar, and never more than a whole one") {
  CHECK(progress_bar({.articles = 7}, 2, 120) == "7 articles  3/s");
  CHECK(progress_bar({.articles = 7, .bytes_read = 200, .bytes_total = 100}, 2, 120)
            .starts_with("[####################] 100%"));
}

TEST_CASE("the bar fits its terminal") {
  const std::string title(500, 'x');
  for (const unsigned columns : {0U, 20U, 60U, 61U, 80U, 200U}) {
    CAPTURE(columns);
    const std::string bar =
        progress_bar({.articles = 7, .bytes_read = 1, .bytes_total = 2, .current = title}, 2, columns);
    const std::size_t titles = static_cast<std::size_t>(std::count(bar.begin(), bar.end(), 'x'));
    const std::size_t cells = titles == 0 ? bar.size() : bar.size() - 6;  // the isolates are no cells
    CHECK((cells < columns || titles == 0));
  }
}

TEST_CASE("a pipe gets no bar, and nothing in the first ten seconds") {
  StringConsole streams;
  {
    ProgressDisplay display(streams.console);
    display.show({.articles = 1});
    display.show({.articles = 2});
  }
  CHECK(streams.err.str().empty());
  CHECK(progress_sentence({.articles = 1200, .bytes_read = 50, .bytes_total = 1000}, 20) ==
        "1,200 articles after 20 s, 5% of 1.0 KB");
}

TEST_CASE("the bar is wiped when the work is over, and quiet draws none") {
  StringConsole streams;
  streams.console.err_is_terminal = true;
  { ProgressDisplay(streams.console).show({.articles = 1}); }
  CHECK(streams.err.str().ends_with("\r\x1b[K"));

  StringConsole quiet;
  quiet.console.err_is_terminal = true;
  quiet.console.quiet = true;
  { ProgressDisplay(quiet.console).show({.articles = 1}); }
  CHECK(quiet.err.str().empty());
}
