// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses that are read elsewhere: in a sitemap, a citation, what a crawler or another site is told.
#pragma once

#include <string>
#include <string_view>

#include "web/http.hpp"
#include "web/site_settings.hpp"

namespace fihrist {

/// A link of ours with the scheme and the host before it: those that the archive's owner names
/// (SiteSettings::public_url), else those that the request was sent to. Empty when neither is known.
std::string absolute_url(const Request& request, const SiteSettings& site, std::string_view own_url);

/// The scheme and the host of a request; empty unless its Host is one.
std::string origin_of(const Request& request);

}  // namespace fihrist
