// SPDX-License-Identifier: GPL-3.0-or-later
// Which stems belong together as spellings of one name, in the stems of one collection.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/word_tables.hpp"

namespace fihrist {

/// A spelling of a name as stems in order; one or several.
using StemSequence = std::vector<std::string>;

/// Groups of names by stem. Immutable and safe to share between threads.
class StemGroups {
 public:
  /// Gives the stems of a text's words, as the collection files them.
  using Stemming = std::function<StemSequence(const std::string& text)>;
  StemGroups(const std::vector<std::vector<NameSpelling>>& names, const Stemming& stems_of);

  /// The other spellings of the name that these stems spell. A spelling that is also an ordinary word spells
  /// no name by itself: nothing for it.
  std::vector<StemSequence> other_spellings(const StemSequence& spelling) const;
  /// Words of the longest spelling.
  std::size_t longest_spelling() const noexcept { return longest_; }

 private:
  void add_name(const std::vector<NameSpelling>& group, const Stemming& stems_of);

  std::vector<std::vector<StemSequence>> names_;
  std::unordered_map<std::string, std::vector<std::size_t>> names_of_;  ///< by stems joined with blanks
  std::size_t longest_ = 1;
};

}  // namespace fihrist
