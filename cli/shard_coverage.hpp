// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs do where only some shards of an archive answer.
#pragma once

#include "cli/console.hpp"
#include "searcher/searcher.hpp"

namespace fihrist {

/// Tells whoever reads the results of the call before that some are missing; nothing when none is.
void tell_missing_shards(const Searcher& searcher, const Console& console);

/// For results that are kept or counted on: throws Error(failed) when the call before read some shards alone.
void require_every_shard(const Searcher& searcher);

}  // namespace fihrist
