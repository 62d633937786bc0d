// SPDX-License-Identifier: GPL-3.0-or-later
// /authors, /sources, /tags: every name with its count, by letter.
#pragma once

#include "web/visit.hpp"

namespace fihrist {

/// All names on one page with a way to each letter; of many the commonest, and a page a letter (?letter=),
/// which is 404 for a letter that begins no name. Gives data to a visit that asks for it: value and count of
/// every name, most frequent first. An archive without such names says so: every page leads here.
Response show_authors(const Visit& visit);
Response show_sources(const Visit& visit);
Response show_tags(const Visit& visit);

/// Above so many names a letter has a page of its own.
inline constexpr std::size_t names_on_one_page = 600;

}  // namespace fihrist
