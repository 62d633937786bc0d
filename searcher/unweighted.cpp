// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that every article has are all articles, said so.
#include "searcher/unweighted.hpp"

#include "searcher/index_view.hpp"

namespace fihrist {

Xapian::Query every_article() { return Xapian::Query(std::string()); }

void weigh_nothing(const IndexView& index, Xapian::Enquire& enquire) {
  if (index.shards)
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  else
    enquire.set_weighting_scheme(NoWeight());
}

Xapian::Query term_filter(const IndexView& index, const std::string& term) {
  if (index.shards) return Xapian::Query(term);
  const bool is_everywhere = index.database.get_termfreq(term) == index.database.get_doccount();
  return is_everywhere ? every_article() : Xapian::Query(term);
}

}  // namespace fihrist
