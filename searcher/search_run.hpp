// SPDX-License-Identifier: GPL-3.0-or-later
// One search on one state of the index. Internal to this room.
#pragma once

#include <optional>
#include <string>

#include "searcher/index_view.hpp"
#include "searcher/query_explanation.hpp"
#include "searcher/ranking_options.hpp"
#include "searcher/reranker.hpp"
#include "searcher/search.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {

/// What a search needs beside its question.
struct SearchContext {
  IndexView index;
  const RankingOptions& options;
  RerankerMemo& memo;
};

/// Everything but took_ms. Throws Error(usage) for a cursor that is none.
SearchResults run_search(const SearchContext& context, const SearchRequest& request);

/// See Searcher::explain.
QueryExplanation explain_query(const SearchContext& context, const std::string& text);

/// See Searcher::place.
std::optional<PlaceInResults> find_place(const SearchContext& context, const SearchRequest& request,
                                         const std::string& id, std::uint32_t deepest);

}  // namespace fihrist
