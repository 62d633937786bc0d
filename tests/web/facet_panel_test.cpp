// SPDX-License-Identifier: GPL-3.0-or-later
// Narrowing a search and undoing it.
#include "web/facet_panel.hpp"

#include <doctest/doctest.h>

#include "tests/web/rendering.hpp"

using namespace fihrist;
using test::arabic;

namespace {

/// A model as it stands in another one.
using Part = kainjow::mustache::data;

std::string text_in(const Part& model, const char* name) {
  const Part* value = model.get(name);
  return value && value->is_string() ? value->string_value() : "";
}

Facets facets() {
  return {.year = {{"2017", 21}, {"2016", 42}, {"undated", 1}}, .author = {{"أحمد", 19}, {"Yassine K.", 12}}};
}

/// Row `row` of group `group`.
Part row_of(const ModelList& groups, std::size_t group, std::size_t row) {
  return groups.at(group).get("rows")->list_value().at(row);
}

}  // namespace

TEST_CASE("a facet keeps what was asked and adds its value, from the first page") {
  const SearchAddress address{.text = "هاتف", .page = 3, .tags = {"أمن"}, .exact = true};
  const std::string url = text_in(row_of(facet_groups(facets(), address, arabic()), 1, 0), "value_url");
  const SearchAddress narrowed = parse_address(parse_parameters(url.substr(url.find('?') + 1)));
  CHECK(narrowed == SearchAddress{.text = "هاتف", .authors = {"أحمد"}, .tags = {"أمن"}, .exact = true});
}

TEST_CASE("a year is chosen whole, and undated articles are counted without a link") {
  const ModelList groups = facet_groups(facets(), {.text = "هاتف"}, arabic());
  CHECK(text_in(row_of(groups, 0, 0), "value_url").find("from=2017&to=2017") != std::string::npos);
  CHECK(text_in(row_of(groups, 0, 2), "value_url").empty());
  CHECK(text_in(row_of(groups, 0, 2), "value_html") == "بلا تاريخ");
}

TEST_CASE("a value in force is shown without a link") {
  const ModelList groups =
      facet_groups(facets(), {.authors = {"أحمد"}, .from = "2017", .to = "2017"}, arabic());
  CHECK(text_in(row_of(groups, 0, 0), "value_url").empty());
  CHECK(text_in(row_of(groups, 1, 0), "value_url").empty());
  CHECK_FALSE(text_in(row_of(groups, 1, 1), "value_url").empty());
}

TEST_CASE("bars are as long as their share of the highest count, and never invisible") {
  const ModelList groups = facet_groups({.year = {{"2017", 1}, {"2016", 1000}}}, {}, arabic());
  CHECK(text_in(row_of(groups, 0, 0), "value_percent") == "1");
  CHECK(text_in(row_of(groups, 0, 1), "value_percent") == "100");
}

TEST_CASE("groups without values are left out, and long ones open") {
  Facets many;
  for (int i = 0; i < 20; ++i) many.tag.push_back({"وسم " + std::to_string(i), 1});
  const ModelList groups = facet_groups(many, {}, arabic());
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].get("rows")->list_value().size() == 8);
  CHECK(groups[0].get("more_rows")->list_value().size() == 12);
}

TEST_CASE("each chip removes its own limit and no other") {
  const SearchAddress address{.text = "هاتف",
                              .page = 2,
                              .authors = {"أ", "ب"},
                              .from = "2016",
                              .to = "2017-01",
                              .exact = true,
                              .copies = true,
                              .copies_of = "n1"};
  const ModelList chips = filter_chips(address, arabic());
  REQUIRE(chips.size() == 6);
  std::vector<SearchAddress> expected(6, address.first_page());
  expected[0].from = expected[0].to = "";
  expected[1].authors = {"ب"};
  expected[2].authors = {"أ"};
  expected[3].exact = false;
  expected[4].copies_of = "";
  expected[5].copies = false;
  for (std::size_t i = 0; i < chips.size(); ++i) {
    CAPTURE(i);
    const std::string url = text_in(chips[i], "chip_url");
    CHECK(parse_address(parse_parameters(url.substr(url.find('?') + 1))) == expected[i]);
  }
  CHECK(filter_chips({.text = "هاتف"}, arabic()).empty());
}
