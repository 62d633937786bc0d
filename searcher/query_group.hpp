// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions that stand side by side in a query, and the two queries that they make. Internal to this room.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schema/fields.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/search_word.hpp"

namespace fihrist {

/// A quoted text: the articles that hold it, and its words where not all is required.
struct PhraseCondition {
  Xapian::Query whole;
  std::vector<SearchWord> words;
};

/// One group of conditions, sorted by what becomes of them.
struct QueryGroup {
  std::vector<Xapian::Query> required;                  ///< weighted, never relaxed
  std::vector<SearchWord> words;                        ///< weighted, may be relaxed
  std::vector<PhraseCondition> phrases;                 ///< weighted, may be relaxed to their words
  std::map<Field, std::vector<Xapian::Query>> filters;  ///< any of one field, all fields
  std::vector<Xapian::Query> ranges;
  std::vector<Xapian::Query> excluded;

  /// Is there something to order by?
  bool weighed() const { return !required.empty() || !words.empty() || !phrases.empty(); }
};

Xapian::Query any_of(const std::vector<Xapian::Query>& queries);
Xapian::Query all_of(const std::vector<Xapian::Query>& queries);

/// All that counts as the word, weighed as one term: a plain OR would favour articles that vary their forms.
Xapian::Query synonym(const SearchWord& word, std::size_t first_sequence = 0);

/// Articles that meet every condition. Filters and ranges do not weigh; with nothing else in the group they
/// are all there is.
Xapian::Query strict_query(const QueryGroup& group);
/// Articles that meet what is required and hold one word at least, in its own forms or in those of `near`.
Xapian::Query loose_query(const QueryGroup& group, const std::vector<SearchWord>& near);

}  // namespace fihrist
