// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of syndication footers: title and source as written, in the languages that feeds have them.
#include "indexer/readers/syndication.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace fihrist {
namespace {

TEST_CASE("a footer names the title and the source as they are written") {
  struct Row {
    std::string_view line;
    std::string_view title;
    std::string_view source;
  };
  for (const Row& row : {
           Row{"التدوينة تحديثٌ كبير ظهرت أولاً على عالم التقنية.", "تحديثٌ كبير", "عالم التقنية"},
           Row{"المقالة تحديث كبير ظهرت أولا في عالم التقنية", "تحديث كبير", "عالم التقنية"},
           Row{"الخبر تحديث كبير نُشر أولًا على The Tech World.", "تحديث كبير", "The Tech World"},
           Row{"التدوينة «ظهرت أولاً على الشاشة» ظهرت أولاً على دفتر.", "«ظهرت أولاً على الشاشة»", "دفتر"},
           Row{"The post A Big Update appeared first on Tech World.", "A Big Update", "Tech World"},
           Row{"ظهر هذا الموضوع أولاً على عالم التقنية", "", "عالم التقنية"},
       }) {
    CAPTURE(row.line);
    const auto footer = read_syndication(row.line);
    REQUIRE(footer);
    CHECK(footer->title == row.title);
    CHECK(footer->source == row.source);
  }
}

TEST_CASE("other sentences are no footer") {
  for (const std::string_view line :
       {"", "التدوينة", "التدوينة ظهرت أولاً على", "التدوينة تحديث كبير", "ظهرت أولاً على عالم التقنية",
        "تقول التدوينة تحديث كبير ظهرت أولاً على عالم التقنية", "The post office",
        "The post A appeared first on"}) {
    CAPTURE(line);
    CHECK_FALSE(read_syndication(line));
  }
}

}  // namespace
}  // namespace fihrist
