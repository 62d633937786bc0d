// SPDX-License-Identifier: GPL-3.0-or-later
// Dates inside queries: year:, month:, before: and after: as nodes.
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query.hpp"
#include "searcher/query_lexer.hpp"

namespace fihrist {

/// The node of a dated qualifier, nothing when the value is no date, or a day where a month or a year is
/// asked. The value's own precision decides: month:2017 is the year, year:2017-05 the month. before:D ends
/// where D begins, after:D begins there, so that «after:2017 before:2018» is the year 2017.
std::optional<QueryNode> dated_node(const Qualifier& qualifier, std::string_view value);

}  // namespace fihrist
