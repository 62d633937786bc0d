// SPDX-License-Identifier: GPL-3.0-or-later
// What `explain` shows of a web page: which parts are text and which are not, and where fields come from.
#pragma once

#include <string>
#include <vector>

#include "indexer/extraction/page_metadata.hpp"
#include "indexer/extraction/web_page.hpp"

namespace fihrist {

struct PagePiece {
  std::string reason;  ///< "kept", or name_of(DropReason)
  std::string place;   ///< the element: "div#comments.list"
  std::string text;    ///< its beginning
};

struct PageExplanation {
  std::vector<FieldOrigin> origins;
  std::vector<PagePiece> pieces;  ///< in the order of the page; parts without text are left out
};

/// Reads the page as read_web_page() does. Empty for pages whose markup costs too much.
PageExplanation explain_web_page(const WebPage& page);

}  // namespace fihrist
