// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive makes of a query, step by step: for readers who ask why something was found, or was not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/search.hpp"
#include "searcher/search_word.hpp"

namespace fihrist {

/// A form that is searched for a word of the query.
struct ExplainedForm {
  FormOrigin origin = FormOrigin::typed;
  std::vector<std::string> stems;    ///< one, or several side by side
  std::vector<std::string> written;  ///< words of the archive that it finds, as written, the commonest first
  std::uint64_t articles = 0;        ///< that hold it; of several stems, those that hold the rarest
};

struct ExplainedQueryWord {
  std::string typed;  ///< folded; several words that are taken for one have blanks between them
  bool quoted = false;
  std::vector<ExplainedForm> forms;
  std::vector<std::string> near;  ///< stems that are searched for it too where some words may be missing
};

/// A text that was tried instead of the query, and what it finds.
struct ExplainedRepair {
  std::string text;
  std::uint64_t total = 0;
};

struct QueryExplanation {
  std::string tree;  ///< describe() of the parsed query
  std::vector<ExplainedQueryWord> words;
  std::uint64_t total = 0;
  bool total_is_exact = true;
  std::vector<ExplainedRepair>
      repairs;  ///< in the order in which they are tried; offered is the first that finds more
  std::vector<std::string> notices;  ///< see SearchResults
};

/// "typed", "plural", "name", "singular", "together", "apart", "parts": stable words.
std::string_view name_of(FormOrigin origin);

}  // namespace fihrist
