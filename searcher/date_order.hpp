// SPDX-License-Identifier: GPL-3.0-or-later
// Matches in the order of time, a page at a time. Internal to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/search.hpp"

namespace fihrist {

struct DatedMatch {
  Xapian::docid document = 0;
  std::string key;  ///< sort_key()
};

/// The list of a query's matches, newest or oldest first, undated ones last by id in either direction. It is
/// walked by the calendar's terms, so a page costs what its own months hold, however deep it lies.
class DateOrder {
 public:
  DateOrder(const IndexView& index, Xapian::Query query, Sort sort);

  /// How many matches the list has, where that is known without walking it.
  std::optional<std::uint64_t> total() const { return total_; }

  /// From the beginning of the list, passing over `offset` matches.
  std::vector<DatedMatch> from_start(std::size_t offset, std::size_t count) const;
  /// Those behind the article with this key, whether it is still there or not.
  std::vector<DatedMatch> behind(const std::string& key, std::size_t count) const;
  /// The last ones before it, in the order of the list.
  std::vector<DatedMatch> before(const std::string& key, std::size_t count) const;

 private:
  const IndexView& index_;
  Xapian::Query query_;
  Sort sort_;
  std::optional<std::uint64_t> total_;
  double density_;  ///< share of the articles that match, as Xapian estimates it
};

}  // namespace fihrist
