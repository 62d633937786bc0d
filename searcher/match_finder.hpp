// SPDX-License-Identifier: GPL-3.0-or-later
// Where a query's words stand in a text, as the text is written.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
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
  /// Lets maps of texts be asked with views.
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <typename Value>
  using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

  void add_sequence(Sequence sequence);
  std::string_view stem_of(const Token& token, std::deque<std::string>& unknown) const;
  void mark_sequences(const std::vector<Token>& tokens, const std::vector<std::string_view>& stems,
                      std::vector<std::int64_t>& marks) const;

  const ArchiveState& state_;
  ByText<std::uint32_t> stems_;
  std::vector<Sequence> sequences_;
  ByText<std::vector<std::size_t>> sequences_by_first_;
  std::vector<double> weights_;
};

/// Byte offsets as code points.
std::vector<Highlight> in_code_points(std::string_view text, const std::vector<TextMatch>& matches);

}  // namespace fihrist
