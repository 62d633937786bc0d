// SPDX-License-Identifier: GPL-3.0-or-later
// /feed.atom: any search as a feed (RFC 4287), newest first.
#pragma once

#include <functional>

#include "web/visit.hpp"

namespace fihrist {

Response show_feed(const Visit& visit);

/// Makes a link of ours absolute: readers that keep a feed no longer know where it came from.
using AbsoluteLink = std::function<std::string(std::string_view own_url)>;

/// The document itself. `updated` is RFC 3339, UTC; entries without a date of their own carry it. Leads to
/// the pages of this server; without `absolute` no server is known, and to where the articles were published.
std::string feed_xml(const SearchResults& results, const SearchAddress& address, const std::string& updated,
                     const Wording& wording, const AbsoluteLink& absolute);

/// When the archive last changed, as a feed says it; the epoch for one that does not know.
std::string feed_updated(const ArchiveStats& stats);

/// RFC 3339 at any precision: what is unknown is the first of its kind, an unknown zone is UTC.
std::string rfc3339(const Date& date);

}  // namespace fihrist
