// SPDX-License-Identifier: GPL-3.0-or-later
// Ways out of an empty list lead somewhere, with the right count.
#include "web/ways_out.hpp"

#include <doctest/doctest.h>

#include "tests/web/indexed_archive.hpp"
#include "tests/web/rendering.hpp"

using namespace fihrist;

namespace {

struct Row {
  SearchAddress address;
  std::vector<std::string> offered;  ///< label, then count
};

}  // namespace

TEST_CASE("each limit is offered to be dropped when that finds something, then the nearest month") {
  const test::IndexedArchive indexed;
  Archive archive(indexed.path());
  Searcher searcher(archive);
  const std::vector<Row> rows{
      {{.text = "سامسونج", .authors = {"Yassine K."}}, {"بلا قيد «الكاتب: Yassine K.»: 1"}},
      {{.text = "سامسونج", .authors = {"Yassine K."}, .sources = {"The Verge"}},
       {"بلا قيد «الكاتب: Yassine K.»: 1", "بلا قيود: 1"}},
      {{.text = "سامسونج", .from = "2015", .to = "2015"},
       {"بلا قيد «التاريخ: 2015»: 1", "أقرب شهر فيه نتائج، يناير 2017: 1"}},
      {{.text = "هاتف", .from = "2016-12-25", .to = "2017-01-17"},
       {"بلا قيد «من 2016-12-25 إلى 2017-01-17»: 4", "أقرب شهر فيه نتائج، ديسمبر 2016: 2"}},
      {{.text = "زقزقزق", .authors = {"Yassine K."}, .from = "2015"}, {}},
      {{.authors = {"Yassine K."}, .from = "2015", .to = "2015"}, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.address.text);
    std::vector<std::string> offered;
    for (const WayOut& way : look_for_ways_out(searcher, row.address, test::arabic())) {
      std::string label;
      bool is_tag = false;
      for (const char c : way.label.markup()) {
        is_tag = is_tag || c == '<';
        if (!is_tag) label += c;
        is_tag = is_tag && c != '>';
      }
      offered.push_back(label + ' ' + std::to_string(way.total));
      CHECK(searcher.search(to_request(way.to, 10)).total == way.total);
    }
    CHECK(offered == row.offered);
  }
}

TEST_CASE("words as written are offered in all their forms") {
  const test::IndexedArchive indexed;
  Archive archive(indexed.path());
  Searcher searcher(archive);
  const auto ways = look_for_ways_out(searcher, {.text = "هواتف", .exact = true}, test::arabic());
  REQUIRE(ways.size() == 1);
  CHECK_FALSE(ways.front().to.exact);
  CHECK(ways.front().total > 0);
}
