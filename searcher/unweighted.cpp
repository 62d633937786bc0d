// SPDX-License-Identifier: GPL-3.0-or-later
// Terms that every article has are all articles, said so.
#include "searcher/unweighted.hpp"

namespace fihrist {

Xapian::Query every_article() { return Xapian::Query(std::string()); }

Xapian::Query term_filter(const Xapian::Database& database, const std::string& term) {
  const bool is_everywhere = database.get_termfreq(term) == database.get_doccount();
  return is_everywhere ? every_article() : Xapian::Query(term);
}

}  // namespace fihrist
