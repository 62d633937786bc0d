// SPDX-License-Identifier: GPL-3.0-or-later
// /2017/01, /undated, /author/{name}, /tag/{name}, /source/{name}: articles of one kind, newest first.
#pragma once

#include "web/visit.hpp"
#include "web/year_page.hpp"

namespace fihrist {

inline constexpr std::uint32_t articles_per_list = 50;

/// Each answers 404 when it would be empty, pages by cursor (?after=, ?before=), and gives data to a visit
/// that asks for it.
Response show_month(const Visit& visit, std::int16_t year, std::uint8_t month);
Response show_undated(const Visit& visit);
Response show_author(const Visit& visit, const std::string& name);
Response show_tag(const Visit& visit, const std::string& name);
Response show_source(const Visit& visit, const std::string& name);

/// The cursor behind which undated articles begin: they come last in both orders, so it is that of the
/// oldest article, read in the other direction. Empty when no article has a date.
std::string end_of_dated(Searcher& searcher);

/// The articles of a year; its page shows the months instead.
Response show_year_data(const Visit& visit, std::int16_t year);

/// A list before it is rendered.
struct ListPage {
  Html heading;
  std::string title;
  std::string url;  ///< of its first page
  SearchResults results;
  SearchAddress found_by;  ///< goes into the articles' links; empty for lists by date
  AdjacentPeriods adjacent;
};

/// What the template list.mustache is filled with.
Model list_model(const ListPage& page, const Wording& wording);

}  // namespace fihrist
