// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata that pages hold as JSON-LD of schema.org.
#pragma once

#include "indexer/extraction/page_metadata.hpp"

namespace fihrist {

/// Takes the first Article, BlogPosting, NewsArticle or the like of the page's scripts, in arrays and under
/// @graph too; references by @id are followed. Scripts that are no JSON are passed over.
void read_json_ld(const PageTree& tree, PageMetadata& found);

}  // namespace fihrist
