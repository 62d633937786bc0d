// SPDX-License-Identifier: GPL-3.0-or-later
// Counting matches by year, author, source and tag in one pass. Internal to this room.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "searcher/index_view.hpp"
#include "searcher/search.hpp"

namespace fihrist {

/// Watches a match on this machine: one value read an article serves all facets.
class FacetCounter final : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double weight) override;
  std::string get_description() const override { return "fihrist::FacetCounter"; }

  /// Adds what another spy counted of the same value, on whichever machine.
  void add(const Xapian::ValueCountMatchSpy& counted);

  /// Names that differ only in spelling count as one, under their commonest spelling; at most `most_names` of
  /// each kind.
  Facets facets(std::size_t most_names = Facets::max_values) const;

 private:
  /// Articles by their packed facets, which many share; unpacked once each at the end.
  std::unordered_map<std::string, std::uint64_t> counts_;
};

/// Facets of the matches of one enquire, wherever the index lies: servers of shards know Xapian's own spies
/// alone.
class FacetWatch {
 public:
  explicit FacetWatch(const IndexView& index) : is_remote_(index.shards != nullptr) {}

  /// To be added to the enquire, which this must outlive.
  Xapian::MatchSpy* spy() { return is_remote_ ? static_cast<Xapian::MatchSpy*>(&remote_) : &local_; }
  /// Once, when the matches are there.
  Facets facets(std::size_t most_names = Facets::max_values) {
    if (is_remote_) local_.add(remote_);
    return local_.facets(most_names);
  }

 private:
  bool is_remote_;
  FacetCounter local_;
  Xapian::ValueCountMatchSpy remote_{slot_number(Slot::facets)};
};

}  // namespace fihrist
