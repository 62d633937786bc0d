// SPDX-License-Identifier: GPL-3.0-or-later
// Search-quality assertions: what a query must find, and what it must not.
#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "searcher/search.hpp"

namespace fihrist {

/// One line "query<TAB>must|top N|not<TAB>id".
///   must    the article is among the hits, that is, holds every word in some form
///   top N   it is one of the first N of hits and then related ones, as a reader sees them
///   not     it is not among the hits
struct Expectation {
  enum class Kind { must, top, must_not };
  std::size_t line = 0;  ///< from 1
  std::string query;
  Kind kind = Kind::must;
  std::size_t top = 0;  ///< N, for `top`
  std::string id;
};

/// Reads a file of them; empty lines and lines that begin with "# " are passed over, columns behind the
/// third are comments. `name` is the file's. Throws Error(failed) for a line that is none.
std::vector<Expectation> read_expectations(std::istream& lines, const std::string& name);

/// What is wrong, as a sentence; nothing when the results are as expected.
std::optional<std::string> disappointment(const Expectation& expectation, const SearchResults& results);

}  // namespace fihrist
