// SPDX-License-Identifier: GPL-3.0-or-later
// How many articles hold a query word. Internal to this room.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "schema/fields.hpp"
#include "schema/xapian_guard.hpp"
#include "searcher/search_word.hpp"

namespace fihrist {

struct IndexView;

/// Articles that hold a term.
using TermFrequency = std::function<Xapian::doccount(const std::string&)>;

/// Articles that hold the word in any of its forms, from above: the sum over its forms. Of several words in a
/// row at most `articles`.
std::uint64_t frequency_of(const SearchWord& word, Field field, Xapian::doccount articles,
                           const TermFrequency& of_term);
/// The same in an index.
std::uint64_t frequency_of(const IndexView& index, const SearchWord& word, Field field);

/// The terms whose frequencies that asks for.
std::vector<std::string> terms_of(const SearchWord& word, Field field);

}  // namespace fihrist
