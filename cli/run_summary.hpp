// SPDX-License-Identifier: GPL-3.0-or-later
// What an indexing run did, told to people.
#pragma once

#include <string>

#include "cli/console.hpp"
#include "indexer/indexer.hpp"

namespace fihrist {

/// Several lines, the last one saying what to do next. The same numbers as to_json(report).
std::string run_summary(const IndexRequest& request, const IndexReport& report, const Console& console);

}  // namespace fihrist
