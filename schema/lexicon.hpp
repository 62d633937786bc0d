// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an archive: their numbers, how often they occur, and the stem each was indexed under.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/evidence.hpp"
#include "schema/word_sequence.hpp"

namespace fihrist {

/// Number of a stem in one loaded lexicon; another, or the same loaded again, may number them otherwise.
using StemId = std::uint32_t;
inline constexpr StemId no_stem = 0xFFFFFFFF;

/// Every folded surface word that the index has seen. A word keeps its number and its stem for as long as
/// the index lives, so that what was indexed and what is asked always meet; only a rebuild, which counts
/// the whole collection afresh, changes stems. Frequencies are those of the last run that updated them.
///
/// It is also the evidence that the stemmer asks. Not thread-safe while it is changed; afterwards any
/// number of threads may read it.
class Lexicon final : public Evidence {
 public:
  Lexicon();
  ~Lexicon() override;
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;

  std::size_t size() const noexcept;
  std::optional<WordId> find(std::string_view word) const;
  std::optional<StemId> find_stem(std::string_view stem) const;
  /// These six throw std::out_of_range for a number that is not below size(). The views live as long as
  /// the lexicon, also while it grows.
  std::string_view word(WordId id) const;
  std::string_view stem(WordId id) const;  ///< empty when none was set
  StemId stem_id(WordId id) const;         ///< no_stem when none was set
  /// Says that these words will be asked for next: what is known of them is fetched all at once. Throws like
  /// those.
  void expect(std::span<const WordId> ids) const;
  std::uint32_t frequency(WordId id) const;
  std::uint32_t hamza_count(WordId id) const;  ///< how many of them wrote it with hamza
  /// As most write it: «الشبكة» for الشبكه, "iPhone" for iphone. What readers are shown.
  std::string_view written(WordId id) const;

  /// The number of a word, added with no stem and zero frequency when it is new.
  WordId intern(std::string_view word);
  /// The same for many in turn: see StringTable::intern_all().
  std::vector<WordId> intern_all(std::span<const std::string_view> words);
  void count(WordId id, bool hamza);  ///< one more article holds it
  void set_stem(WordId id, std::string_view stem);
  /// One article writes the word so (see written_word()). The majority is found by the vote of Boyer and
  /// Moore (MJRTY, 1981): without a majority, one of the usual forms.
  void vote(WordId id, std::string_view written);
  /// The state of these votes, a byte a word, for a run that goes on later: pieces do not hold it.
  std::string votes() const;
  void set_votes(std::string_view votes);

  std::uint32_t document_frequency(std::string_view word) const override;
  std::uint32_t definite_frequency(std::string_view word) const override;
  std::uint32_t hamza_frequency(std::string_view word) const override;
  double hamza_below_share(std::string_view word) const override;

  /// Words that share a stem, most frequent first, as they were at the last call of build_stem_index():
  /// without one the result is empty. Holds until the next.
  void build_stem_index();
  std::span<const WordId> words_of_stem(std::string_view stem) const;

  /// Serialised in pieces of `words_per_piece` words, so that a small change rewrites little.
  static constexpr std::size_t words_per_piece = 4096;
  std::size_t pieces() const noexcept;
  std::string save_piece(std::size_t piece) const;
  /// Pieces that were changed since the last call of this function, in order.
  std::vector<std::size_t> take_changed_pieces();
  /// Appends what save_piece() made; pieces must be loaded in order. Throws Error(damaged).
  void load_piece(std::string_view piece);

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace fihrist
