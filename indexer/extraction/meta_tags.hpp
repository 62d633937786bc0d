// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata in the head of a page: <meta>, <link>, <title>.
#pragma once

#include "indexer/extraction/page_metadata.hpp"

namespace fihrist {

/// Open Graph, article:*, canonical and short addresses, author, description.
void read_meta_tags(const PageTree& tree, PageMetadata& found);

/// The many names of <meta> that hold dates of publication: less reliable than what the page shows.
void read_meta_dates(const PageTree& tree, PageMetadata& found);

}  // namespace fihrist
