// SPDX-License-Identifier: GPL-3.0-or-later
// /concordance: every place where the words of a query stand, as a page, TSV and JSON.
#pragma once

#include <string>

#include "searcher/concordance.hpp"
#include "web/visit.hpp"

namespace fihrist {

/// The page, by the parameters of /search; 400 with the form kept when a limit is no date.
Response show_concordance(const Visit& visit);

/// The same places as data; `limit` places (50, at most SearchRequest::max_limit), the rest in a Link header.
/// 400 for a date or an order that is none.
Response concordance_tsv(const Visit& visit);
Response concordance_json(const Visit& visit);

/// A line for the names of the columns and one for each place: date, id, title, where (title or text),
/// before, match, after, url. No cell holds a tab or a line feed; one that a spreadsheet would take for a
/// formula begins with an apostrophe.
std::string tsv_of(const std::vector<Occurrence>& occurrences);

}  // namespace fihrist
