// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the reader of saved pages: one file, one article.
#include "indexer/readers/html_page.hpp"

#include <doctest/doctest.h>

#include <string>

#include "indexer/extraction/web_page.hpp"
#include "tests/indexer/reading.hpp"

namespace fihrist {
namespace {

Reading read(std::string html) {
  const auto source = open_text(std::move(html));
  return read_all(HtmlPageReader(), *source, "page.html");
}

TEST_CASE("a page is one article, the first record of its file") {
  const Reading reading = read(
      "<html><body><h1>عنوان</h1><p>هذا نص من سطر واحد يكفي لأن يكون مقالاً قصيراً في صفحة "
      "صغيرة.</p></body></html>");
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].record == 1);
  CHECK(reading.rejects.empty());
}

TEST_CASE("an empty file is no fault") {
  const Reading reading = read("");
  CHECK(reading.articles.empty());
  CHECK(reading.rejects.empty());
}

TEST_CASE("a page above the limit is refused by name") {
  const Reading reading = read(std::string(longest_web_page + 1, ' '));
  REQUIRE(reading.rejects.size() == 1);
  CHECK(reading.rejects[0].code == "too_long");
  CHECK(reading.rejects[0].path == "page.html");
}

}  // namespace
}  // namespace fihrist
