// SPDX-License-Identifier: GPL-3.0-or-later
// All that extraction found on one page: the article, and what `explain` tells of it.
#pragma once

#include <string_view>

#include "indexer/extraction/main_content.hpp"
#include "indexer/extraction/page_metadata.hpp"
#include "indexer/extraction/web_page.hpp"

namespace fihrist {

struct ExtractedPage {
  PageMetadata metadata;
  MainContent content;
  std::optional<Date> captured;  ///< when the page was fetched or saved
  std::string_view list_kind;    ///< why it is no article (page_kind.hpp); empty when it is one
};

/// `html` is what the tree was parsed from; the tree must outlive the result.
ExtractedPage extract_page(const PageTree& tree, std::string_view html, const WebPage& page);

}  // namespace fihrist
