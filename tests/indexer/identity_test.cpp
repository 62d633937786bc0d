// SPDX-License-Identifier: GPL-3.0-or-later
// Which article an article is.
#include "indexer/identity.hpp"

#include <doctest/doctest.h>

namespace fihrist {

TEST_CASE("an id that was given stays") {
  CHECK(identity_of({.id = " a/1 ", .url = "https://example.com/a"}) == " a/1 ");
}

TEST_CASE("without id the address decides, however it is spelled and whatever the text") {
  const std::string id = identity_of({.title = "x", .url = "https://example.com/a"});
  CHECK(id.size() == 16);
  CHECK(id == identity_of({.title = "y", .text = "z", .url = "http://EXAMPLE.com/a/?utm_source=feed#top"}));
  CHECK(id != identity_of({.title = "x", .url = "https://example.com/b"}));
}

TEST_CASE("without id and address, source, title and text decide") {
  const Article article{.title = "عنوان", .text = "نص", .source = "مجلة"};
  Article other = article;
  other.tags = {"وسم"};
  CHECK(identity_of(article) == identity_of(other));
  for (std::string Article::*field : {&Article::title, &Article::text, &Article::source}) {
    Article changed = article;
    changed.*field += "ا";
    CHECK(identity_of(changed) != identity_of(article));
  }
  CHECK(identity_of({.title = "ab", .text = "c"}) != identity_of({.title = "a", .text = "bc"}));
}

}  // namespace fihrist
