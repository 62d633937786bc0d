// SPDX-License-Identifier: GPL-3.0-or-later
// Counting matches by year, author, source and tag in one pass. Internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "searcher/index_view.hpp"
#include "searcher/search.hpp"

namespace fihrist {

/// Watches a match: one value read an article serves all facets.
class FacetCounter final : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;
  std::string get_description() const override { return "fihrist::FacetCounter"; }

  /// Names that differ only in spelling count as one, under their commonest spelling; at most `most_names` of
  /// each kind.
  Facets facets(std::size_t most_names = Facets::max_values) const;

 private:
  /// Articles by their packed facets, which many share; unpacked once each at the end.
  std::unordered_map<std::string, std::uint64_t> counts_;
};

}  // namespace fihrist
