// SPDX-License-Identifier: GPL-3.0-or-later
// Dropping what is no part of an article: around it before it is sought, within it afterwards.
#pragma once

#include "indexer/extraction/marked_page.hpp"

namespace fihrist {

/// How much is trusted to names and tags; each attempt at a page trusts less than the one before.
enum class Pruning : std::uint8_t {
  strict,  ///< furniture goes by class and id too
  loose,   ///< only what elements and roles say
  none,    ///< only what the page hides
};

/// Before the search: navigation, asides, footers, forms, furniture. Measures afterwards.
void drop_surroundings(MarkedPage& page, Pruning pruning);

/// After it, within `content`: blocks for sharing, related articles, lists of links, promotion. Measures
/// afterwards. Nothing that holds most of the text goes.
void drop_extras(MarkedPage& page, NodeIndex content, Pruning pruning);

}  // namespace fihrist
