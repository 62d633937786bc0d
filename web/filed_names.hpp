// SPDX-License-Identifier: GPL-3.0-or-later
// All names of an archive by their letters, filed once a commit and not once a request.
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "searcher/searcher.hpp"
#include "web/letter_index.hpp"

namespace fihrist {

/// What lists of names are made of. Shared by all threads of a server.
class FiledNames {
 public:
  struct Names {
    std::vector<FacetValue> by_count;  ///< most frequent first
    std::vector<LetterGroup> by_letter;
  };

  /// The authors, sources or tags of the searcher's archive as they are now. Thread-safe; what was given
  /// stays as it is for as long as it is held. Throws what Searcher::names() throws.
  std::shared_ptr<const Names> of(Searcher& searcher, Field field);

 private:
  struct Filed {
    std::uint64_t revision = 0;
    std::shared_ptr<const Names> names;
  };

  std::mutex mutex_;
  std::map<Field, Filed> filed_;
};

}  // namespace fihrist
