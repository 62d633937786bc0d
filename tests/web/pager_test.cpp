// SPDX-License-Identifier: GPL-3.0-or-later
// Ways through long lists.
#include "web/pager.hpp"

#include <doctest/doctest.h>

#include "tests/web/rendering.hpp"

using namespace fihrist;

TEST_CASE("the first, the last and the neighbours of a page are shown, with gaps of two or more") {
  struct Row {
    std::uint32_t current, last;
    std::vector<std::uint32_t> shown;
  };
  const Row rows[] = {
      {1, 1, {1}},
      {1, 2, {1, 2}},
      {1, 6, {1, 2, 0, 6}},
      {2, 6, {1, 2, 3, 0, 6}},
      {3, 6, {1, 2, 3, 4, 5, 6}},  // 5 alone is no gap
      {5, 12, {1, 0, 4, 5, 6, 0, 12}},
      {12, 12, {1, 0, 11, 12}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.current);
    CAPTURE(row.last);
    CHECK(page_numbers(row.current, row.last) == row.shown);
  }
}

TEST_CASE("the last page is bounded by how deep relevance goes") {
  CHECK(last_page(0, 10) == 1);
  CHECK(last_page(10, 10) == 1);
  CHECK(last_page(11, 10) == 2);
  CHECK(last_page(1'000'000, 10) == SearchRequest::max_offset / 10 + 1);
}

TEST_CASE("newer and older point the right way in both orders") {
  const auto cursor_of = [](const SearchAddress& address) { return address.after + "/" + address.before; };
  SearchResults results{.sort = Sort::newest, .next = "on", .previous = "back"};
  CHECK(date_steps(results, {}, cursor_of).older_url == "on/");
  CHECK(date_steps(results, {}, cursor_of).newer_url == "/back");
  results.sort = Sort::oldest;
  CHECK(date_steps(results, {}, cursor_of).newer_url == "on/");
  CHECK(date_steps(results, {}, cursor_of).older_url == "/back");
  results.next.reset();
  CHECK(date_steps(results, {}, cursor_of).newer_url.empty());
}

TEST_CASE("newer stands before older in the page, so that it is at the start side") {
  Model model;
  set_date_steps(model, {.newer_url = "/newer", .older_url = "/older"});
  model.set("hits", Model(ModelList{}));
  CHECK(test::in_order(test::render("list", model), {"/newer", "مقالات أحدث", "/older", "مقالات أقدم"}));
}

TEST_CASE("both ends of a list by date are a link away, and no link leads to where one is") {
  const auto cursor_of = [](const SearchAddress& address) { return address.after + "/" + address.before; };
  const std::string end = to_text(end_cursor(Sort::newest));
  SearchResults results{.sort = Sort::newest, .next = "on", .previous = "back"};
  CHECK(date_steps(results, {}, cursor_of).newest_url == "/");
  CHECK(date_steps(results, {}, cursor_of).oldest_url == "/" + end);
  results.sort = Sort::oldest;
  CHECK(date_steps(results, {}, cursor_of).newest_url == "/" + to_text(end_cursor(Sort::oldest)));
  CHECK(date_steps(results, {}, cursor_of).oldest_url == "/");
  results.previous.reset();
  CHECK(date_steps(results, {}, cursor_of).oldest_url.empty());
  results.next.reset();
  CHECK(date_steps(results, {}, cursor_of).newest_url.empty());
}

TEST_CASE("the form that jumps keeps what the address asks for") {
  Model model;
  set_jump(model, {.sort = Sort::newest, .next = "N"}, "/search?q=a%20b&sort=newest&lang=en", test::arabic());
  model.set("hits", Model(ModelList{}));
  CHECK(test::in_order(test::render("list", model),
                       {"action=\"/search\"", "name=\"jump\"", "name=\"q\" value=\"a b\"",
                        "name=\"sort\" value=\"newest\"", "name=\"lang\" value=\"en\""}));
}
