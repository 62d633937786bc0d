// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of cursors.
#include "searcher/cursor.hpp"

#include <doctest/doctest.h>

#include "schema/sort_key.hpp"

namespace fihrist {
namespace {

TEST_CASE("a cursor comes back from its text, whatever the id") {
  for (const std::string& id :
       {std::string("a"), std::string("مقالة 1"), std::string("\xFF\x00/?&", 5), std::string(240, 'x')})
    for (const Sort sort : {Sort::newest, Sort::oldest})
      for (const auto& date : {parse_date("2017-01-20"), std::optional<Date>{}}) {
        const Cursor cursor{.sort = sort, .key = sort_key(date, id)};
        const std::string text = to_text(cursor);
        CAPTURE(text);
        CHECK(parse_cursor(text) == cursor);
        CHECK(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
              std::string::npos);
      }
}

TEST_CASE("text that is no cursor gives none") {
  const std::string good = to_text({.sort = Sort::newest, .key = sort_key(parse_date("2017"), "id")});
  for (const std::string& bad :
       {std::string(""), std::string("A"), std::string("!!!!"), good + "=", good + "A", good.substr(0, 8),
        std::string("مؤشر"), std::string(5000, 'A')}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_cursor(bad));
  }
}

TEST_CASE("a cursor of another version or direction is none") {
  CHECK_FALSE(parse_cursor(
      to_text({.sort = Sort::newest, .key = sort_key(parse_date("2017"), "id")}).replace(0, 2, "Ag")));
}

}  // namespace
}  // namespace fihrist
