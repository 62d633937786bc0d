// SPDX-License-Identifier: GPL-3.0-or-later
// An article between its reading and its writing: everything of its document but the stems, which are known
// only when the whole input was read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/digest.hpp"
#include "schema/article.hpp"
#include "schema/word_sequence.hpp"

namespace fihrist {

/// How often an article uses a word, alternatives included.
struct WordUse {
  WordId word = 0;
  std::uint32_t in_title = 0;
  std::uint32_t in_text = 0;
};

struct PreparedArticle {
  std::string id_term;
  std::string record;
  Digest content{};
  std::string likeness;       ///< packed
  std::uint64_t cluster = 0;  ///< 0 for none
  std::string sort_key;
  std::string facets;                ///< packed
  std::vector<std::string> filters;  ///< boolean terms, the id's not among them
  std::string words;                 ///< WordSequence, packed
  std::vector<WordUse> word_uses;    ///< each word once
};

/// The boolean terms of an article, without id and origin: author, source, site, tag, year, month, day or
/// undated. Sorted, each once.
std::vector<std::string> filters_of(const Article& article);

/// FacetValues of an article, packed.
std::string facets_of(const Article& article);

/// One article in bytes, and back. The inverse throws Error(failed): the bytes are a file of this very run.
std::string to_bytes(const PreparedArticle& article);
PreparedArticle prepared_from_bytes(std::string_view bytes);

/// PreparedArticle::record and words of these bytes, without a copy. They throw the same.
std::string_view record_in(std::string_view bytes);
std::string_view words_in(std::string_view bytes);

}  // namespace fihrist
