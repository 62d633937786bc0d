// SPDX-License-Identifier: GPL-3.0-or-later
// What a run did, as JSON (docs/commands.md).
#pragma once

#include <string>

#include "indexer/readers/reader.hpp"

namespace fihrist {

/// One object without line breaks, as rejects.jsonl and the report hold it.
std::string to_json_line(const Reject& reject);

}  // namespace fihrist
