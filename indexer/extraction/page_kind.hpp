// SPDX-License-Identifier: GPL-3.0-or-later
// Telling pages with an article from those that list articles.
#pragma once

#include <string_view>

#include "indexer/extraction/main_content.hpp"
#include "indexer/extraction/page_metadata.hpp"

namespace fihrist {

/// What a page is when it is no article: "a list of articles, by its address"; empty when it is one. What the
/// page declares of itself (JSON-LD, og:type) goes before its address and the classes of WordPress, and these
/// before what its text looks like.
std::string_view kind_of_list(const PageTree& tree, const PageMetadata& metadata, const MainContent& content);

}  // namespace fihrist
