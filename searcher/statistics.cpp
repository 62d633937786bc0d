// SPDX-License-Identifier: GPL-3.0-or-later
// Counts read off posting lists, which know their lengths.
#include "searcher/statistics.hpp"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

#include "searcher/calendar_terms.hpp"
#include "searcher/facet_counter.hpp"
#include "searcher/unweighted.hpp"

namespace fihrist {
namespace {

/// Kept beside the counts of queries; no query's key begins so.
constexpr const char* whole_archive_key = "\n*";

/// With every name.
Facets facets_of_all(const IndexView& index) {
  if (const auto known = index.state.counts(index.key(whole_archive_key)); known && known->facets)
    return *known->facets;
  FacetWatch counter(index);
  Xapian::Enquire enquire(index.database);
  enquire.set_query(every_article());
  weigh_nothing(index, enquire);
  enquire.add_matchspy(counter.spy());
  enquire.get_mset(0, 0, std::max(10U, index.database.get_doccount()));
  Facets facets = counter.facets(std::numeric_limits<std::size_t>::max());
  index.state.keep_counts(index.key(whole_archive_key),
                          {.total = index.database.get_doccount(), .facets = facets});
  return facets;
}

std::uint64_t bytes_below(const std::filesystem::path& directory) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code unreadable;  // a file may vanish while a commit is under way
    if (const auto size = at->file_size(unreadable); !unreadable) bytes += size;
  }
  return bytes;
}

}  // namespace

std::vector<Period> count_years(const IndexView& index) {
  const auto years = index.years();
  std::vector<Period> periods;
  for (const std::int16_t year : *years)
    periods.push_back({.year = year, .count = index.frequency(year_term(year))});
  std::reverse(periods.begin(), periods.end());
  if (const auto undated = index.frequency(undated_term()); undated > 0)
    periods.push_back({.count = undated});
  return periods;
}

std::vector<Period> count_months(const IndexView& index, std::int16_t year) {
  std::vector<Period> periods;
  std::uint64_t by_year_only = index.frequency(year_term(year));
  for (std::uint8_t month = 12; month > 0; --month) {
    const std::uint64_t count = index.frequency(month_term(year, month));
    if (count > 0) periods.push_back({.year = year, .month = month, .count = count});
    by_year_only -= std::min(by_year_only, count);
  }
  if (by_year_only > 0) periods.push_back({.year = year, .count = by_year_only});
  return periods;
}

std::vector<FacetValue> count_names(const IndexView& index, Field field) {
  Facets facets = facets_of_all(index);
  switch (field) {
    case Field::author:
      return std::move(facets.author);
    case Field::source:
      return std::move(facets.source);
    case Field::tag:
      return std::move(facets.tag);
    default:
      return {};
  }
}

ArchiveStats count_archive(const IndexView& index) {
  Facets facets = facets_of_all(index);
  for (auto* names : {&facets.author, &facets.source, &facets.tag})
    names->resize(std::min(names->size(), Facets::max_values));
  return {.manifest = index.state.manifest(),
          .articles = index.database.get_doccount(),
          .undated = index.frequency(undated_term()),
          .index_bytes = index.shards ? 0 : bytes_below(index.state.generation()),
          .years = std::move(facets.year),
          .authors = std::move(facets.author),
          .sources = std::move(facets.source),
          .tags = std::move(facets.tag)};
}

}  // namespace fihrist
