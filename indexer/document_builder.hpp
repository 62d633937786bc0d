// SPDX-License-Identifier: GPL-3.0-or-later
// From a prepared article to the document that Xapian stores (docs/index-format.md). Private to the room.
#pragma once

#include <xapian.h>

#include "indexer/prepared_article.hpp"
#include "schema/lexicon.hpp"
#include "schema/record_codec.hpp"

namespace fihrist {

/// Titles say what an article is about: their words count this many times in the text's terms.
inline constexpr std::uint32_t title_weight = 3;

/// Every word of the article must have a stem in the lexicon. No term is longer than Xapian allows.
Xapian::Document build_document(const PreparedArticle& article, const Lexicon& lexicon,
                                const RecordCodec& codec);

}  // namespace fihrist
