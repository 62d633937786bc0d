// SPDX-License-Identifier: GPL-3.0-or-later
// /feed.atom: any search as a feed (RFC 4287), newest first.
#pragma once

#include "web/visit.hpp"

namespace fihrist {

Response show_feed(const Visit& visit);

/// Where a feed is to be read from: it says so itself.
enum class FeedPlace {
  server,  ///< links to the pages of this server, relative to the host
  file     ///< links to where the articles were published, since no server is known
};

/// The document itself. `updated` is RFC 3339, UTC; entries without a date of their own carry it.
std::string feed_xml(const SearchResults& results, const SearchAddress& address, const std::string& updated,
                     const Wording& wording, FeedPlace place = FeedPlace::server);

/// When the archive last changed, as a feed says it; the epoch for one that does not know.
std::string feed_updated(const ArchiveStats& stats);

/// RFC 3339 at any precision: what is unknown is the first of its kind, an unknown zone is UTC.
std::string rfc3339(const Date& date);

}  // namespace fihrist
