// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed query, and the filters beside it, in the terms of one index. Internal to this room.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/phrase_source.hpp"
#include "searcher/query.hpp"
#include "searcher/query_group.hpp"
#include "searcher/search.hpp"
#include "searcher/search_word.hpp"

namespace fihrist {

struct CompiledQuery {
  /// Articles that hold every word, weighted by BM25 over stems.
  Xapian::Query strict;
  std::vector<SearchWord> words;                  ///< asked for (not excluded), in order
  std::vector<std::vector<std::string>> phrases;  ///< folded words, adjacent
  QueryGroup conditions;                          ///< of which `strict` is made
  bool scored = false;  ///< there is something to order by; else only filters or nothing were asked
  std::shared_ptr<VerificationBudget> budget;
  std::vector<std::string> notices;
  std::string key;  ///< equal for requests that match the same articles
};

/// Parses and compiles what a request asks for: its text, and its filters.
CompiledQuery compile(const SearchRequest& request, const IndexView& index);

/// What is asked where the strict query finds too little.
struct LooseQuery {
  /// Articles that hold at least one of the words that may be missing; empty when none may.
  Xapian::Query articles;
  std::vector<SearchWord> near;  ///< what is taken for words that hardly any article holds
};
LooseQuery loosen(const CompiledQuery& query, const IndexView& index);

}  // namespace fihrist
