// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of a page is its article.
#pragma once

#include <vector>

#include "indexer/extraction/marked_page.hpp"

namespace fihrist {

/// Scores paragraphs by length and commas, hands the scores up to their ancestors, takes away the share of
/// links, and gives the best element. Class and id weigh in. `no_node` when no paragraph is left. `page` is
/// measured. Reference: the algorithm of Arc90's Readability (2009).
NodeIndex find_content(const MarkedPage& page);

}  // namespace fihrist
