// SPDX-License-Identifier: GPL-3.0-or-later
// Where a query's words stand in a text, as the text is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/archive_state.hpp"
#include "searcher/search.hpp"
#include "searcher/search_word.hpp"

namespace fihrist {

/// A written word of a text that answers a query. Bytes, on code point boundaries.
struct TextMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t word = 0;  ///< which query word
};

/// A text cut into words, with those that answer the query. Matches are in order and apart.
struct MatchedText {
  std::vector<Token> tokens;  ///< without alternatives
  std::vector<TextMatch> matches;
};

/// Finds a query's words again in texts, by the rules by which they were indexed. Immutable; the state must
/// outlive it.
class MatchFinder {
 public:
  MatchFinder(const ArchiveState& state, const std::vector<SearchWord>& words,
              const std::vector<std::vector<std::string>>& phrases);

  MatchedText find(std::string_view text) const;
  /// The matches alone, in code points; neighbours stay apart.
  std::vector<Highlight> highlights(std::string_view text) const;
  /// How much a query word tells: the rarer in the collection, the more.
  double weight(std::uint32_t word) const { return weights_[word]; }
  std::size_t words() const noexcept { return weights_.size(); }

 private:
  struct Sequence {
    std::vector<std::string> parts;  ///< stems, or folded words of a phrase
    std::uint32_t word;
    bool exact;
  };
  void add_sequence(Sequence sequence);
  void mark_sequences(const std::vector<Token>& tokens, const std::vector<std::string>& stems,
                      std::vector<std::int64_t>& marks) const;

  const ArchiveState& state_;
  std::unordered_map<std::string, std::uint32_t> stems_;
  std::vector<Sequence> sequences_;
  std::unordered_multimap<std::string, std::size_t> sequences_by_first_;
  std::vector<double> weights_;
};

/// Byte offsets as code points.
std::vector<Highlight> in_code_points(std::string_view text, const std::vector<TextMatch>& matches);

}  // namespace fihrist
