// SPDX-License-Identifier: GPL-3.0-or-later
// Ways out of the archive: where an article was published, its short links, its copy at the Internet Archive.
#pragma once

#include "schema/article.hpp"
#include "web/wording.hpp"

namespace fihrist {

/// Rows of link_url, link_label and link_host_html. Only http and https URLs become links.
ModelList original_links(const Article& article, const Wording& wording);

/// The Internet Archive's copy nearest to the article's date: an address, not a promise.
std::string internet_archive_link(const Article& article);

}  // namespace fihrist
