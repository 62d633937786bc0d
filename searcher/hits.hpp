// SPDX-License-Identifier: GPL-3.0-or-later
// Stored articles as hits. Internal to this room.
#pragma once

#include <optional>
#include <string>

#include "schema/word_sequence.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_finder.hpp"
#include "searcher/search.hpp"

namespace fihrist {

/// The document of an id, its own or one of its copies; nothing when there is none.
std::optional<Xapian::docid> document_of(const Xapian::Database& database, const std::string& id);

/// The ids, beside its own, that an article is known by; a very long one is cut as term_of() cuts it.
std::vector<std::string> other_ids(const Xapian::Database& database, Xapian::docid document);

/// What a list shows of an article; `sort` is the date order that its cursor belongs to.
Hit make_hit(const Article& article, Sort sort);

/// The same, with snippet and highlights; `words` is what the index holds of the article;
/// for a query without words nothing need be known.
Hit make_hit(const Article& article, const WordSequence& words, Sort sort, const MatchFinder& finder);

}  // namespace fihrist
