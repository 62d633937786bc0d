// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata in the body of a page: microdata, hAtom and its kin, <time>, headings.
#pragma once

#include "indexer/extraction/page_metadata.hpp"

namespace fihrist {

/// itemprop=headline, datePublished, author …; the classes of hAtom (entry-title, published, author, fn);
/// rel=author, rel=tag; <time datetime>; the first <h1>; <title> without the name of the site.
/// References: schema.org, microformats.org/wiki/hatom.
void read_microdata(const PageTree& tree, PageMetadata& found);

}  // namespace fihrist
