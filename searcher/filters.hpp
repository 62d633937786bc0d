// SPDX-License-Identifier: GPL-3.0-or-later
// Conditions without weight: fields and spans of time. Internal to this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "schema/fields.hpp"
#include "schema/xapian_guard.hpp"

namespace fihrist {

struct IndexView;

/// Articles whose field has this value, as typed: names are compared by fold_key(), a site by its host.
Xapian::Query field_filter(const IndexView& index, Field field, const std::string& value);

/// Articles dated in [from, until), civil seconds, either of which may be missing. Years that lie inside
/// whole are boolean terms, some thirty times cheaper than comparing values; only the years at the ends are
/// looked at article by article. Undated articles are in no span.
Xapian::Query time_filter(const IndexView& index, std::optional<std::int64_t> from,
                          std::optional<std::int64_t> until);

}  // namespace fihrist
