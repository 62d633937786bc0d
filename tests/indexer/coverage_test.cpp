// SPDX-License-Identifier: GPL-3.0-or-later
// What formats gave, counted.
#include "indexer/coverage.hpp"

#include <doctest/doctest.h>

namespace fihrist {

TEST_CASE(
    "every record of a format is an article, withheld, no article, or rejected, with three examples at "
    "most") {
  Coverage coverage;
  const auto text = coverage.number_of("text");
  CHECK(coverage.number_of("") != text);
  for (std::uint64_t record = 1; record <= 5; ++record)
    coverage.met(text, {.article = {.title = "عنوان"}, .record = record, .warnings = {"bad_date"}}, "a.txt");
  coverage.met(text, {.article = {.id = "x"}, .withheld = "draft"}, "b.txt");
  coverage.skipped(text, {.path = "c.txt", .record = 1, .code = "not_article", .message = "a list"});
  coverage.rejected(text, {.path = "d.txt", .record = 1, .code = "no_text", .message = "no prose"});
  const FormatCoverage& all = coverage.formats().at(text);
  CHECK(all.records == 8);
  CHECK(all.articles == 5);
  CHECK(all.counts.at("no_date") == 5);
  CHECK(all.counts.at("bad_date") == 5);
  CHECK(all.counts.at("withheld") == 1);
  CHECK(all.counts.at("not_article") == 1);
  CHECK(all.counts.at("rejected") == 1);
  CHECK_FALSE(all.counts.contains("no_title"));
  CHECK(all.examples.at("no_date").size() == FormatCoverage::most_examples);
  CHECK(all.examples.at("withheld").front().text == "x (draft)");
}

}  // namespace fihrist
