// SPDX-License-Identifier: GPL-3.0-or-later
// A note, or a refusal.
#include "cli/shard_coverage.hpp"

#include <fmt/format.h>

#include "schema/error.hpp"

namespace fihrist {
namespace {

/// Empty when none is missing.
std::string missing_shards(const Searcher& searcher) {
  const auto coverage = searcher.coverage();
  if (!coverage || !coverage->is_partial()) return {};
  return fmt::format("{} of {} shards answer: articles of the others are missing", coverage->answered,
                     coverage->of);
}

}  // namespace

void tell_missing_shards(const Searcher& searcher, const Console& console) {
  if (const std::string missing = missing_shards(searcher); !missing.empty())
    console.message("warning: " + missing);
}

void require_every_shard(const Searcher& searcher) {
  if (const std::string missing = missing_shards(searcher); !missing.empty())
    throw Error(ErrorCode::failed, missing,
                "See that all shards named in fihrist.toml are served, and try again.");
}

}  // namespace fihrist
