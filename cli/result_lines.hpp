// SPDX-License-Identifier: GPL-3.0-or-later
// Search results as lines for programs: tab-separated values and TREC runs.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "searcher/search.hpp"

namespace fihrist {

/// One line a hit: rank, id, date (ISO 8601, empty when undated), score, source, authors (separated by
/// "; "), title, URL. Tabs and line ends inside a value become blanks. Related hits are left out.
std::string tsv_lines(const SearchResults& results);

/// "qid Q0 docid rank score fihrist", at most `limit` lines. A run is one ranking, so hits and related ones
/// stand together by score: a long question is rarely held whole by the article that answers it, and pages
/// show the two lists apart. An article that is known by several ids (Hit::other_ids) has a line for each.
/// Scores fall strictly, so that a scorer that sorts by score and breaks ties by docid keeps the order of the
/// ranking. Blanks inside an id become %20, because the format separates by blanks.
std::string trec_lines(const std::string& query_id, const SearchResults& results, std::size_t limit);

struct NumberedQuery {
  std::string id;
  std::string text;
};

/// Lines "qid<TAB>text"; empty lines are passed over. `name` is the file's, for the message.
/// Throws Error(failed) for a line without a tab.
std::vector<NumberedQuery> read_queries(std::istream& lines, const std::string& name);

}  // namespace fihrist
