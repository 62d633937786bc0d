// SPDX-License-Identifier: GPL-3.0-or-later
// Passes over matches that do not weigh them, around a fault of Xapian. Internal to this room.
#pragma once

#include <string>

#include "schema/xapian_guard.hpp"

namespace fihrist {

struct IndexView;

// Xapian 1.4.22 puts the list of all documents in the place of a term's that every document has, where
// neither weights nor positions are wanted, and gives it the term's name, by which it does not find its own
// next chunk: with gaps among the numbers of the documents and more than a thousand of them, "Unexpected end
// of posting list" (LocalSubMatch::open_post_list). Hence neither Query(term) in a filter nor BoolWeight in
// this room.

/// Every article. To be used in the place of MatchAll of Xapian::Query, one object for all threads whose
/// references are counted without a lock (query.h): under load that ended the server.
Xapian::Query every_article();

/// Articles with the term, for queries in which it does not weigh.
Xapian::Query term_filter(const IndexView& index, const std::string& term);

/// For an enquire whose matches are not weighed. Shards have no gaps among the numbers of their documents,
/// and their servers know Xapian's own weights alone.
void weigh_nothing(const IndexView& index, Xapian::Enquire& enquire);

/// In the place of BoolWeight: weighs nothing.
class NoWeight final : public Xapian::Weight {
 public:
  NoWeight() { need_stat(WDF); }  // which is what keeps Xapian from changing lists

  NoWeight* clone() const override { return new NoWeight; }  // owned by Xapian from here on
  void init(double) override {}
  std::string name() const override { return "fihrist::NoWeight"; }
  double get_sumpart(Xapian::termcount, Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxpart() const override { return 0; }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }
};

}  // namespace fihrist
