// SPDX-License-Identifier: GPL-3.0-or-later
// What the collection knows about words: the stemmer trusts it more than rules.
#pragma once

#include <cstdint>
#include <string_view>

namespace fihrist {

/// Counts of folded surface words in a collection. Implementations are immutable while a stemmer uses
/// them, and safe to read from several threads.
class Evidence {
 public:
  virtual ~Evidence() = default;
  /// Number of articles that hold this folded word, as written; 0 when it is unknown.
  virtual std::uint32_t document_frequency(std::string_view word) const = 0;
  /// Sum over the definite forms of the word (ال وال بال فال كال لل + word) of their frequencies.
  virtual std::uint32_t definite_frequency(std::string_view word) const = 0;
  /// How many of document_frequency(word) wrote the first letter with hamza or madda (Token::hamza).
  virtual std::uint32_t hamza_frequency(std::string_view word) const = 0;
  /// Of the articles that hold the word, bare or definite, the share that holds a form which most write with
  /// a hamza below an alef: near 1 for اعداد where إعداد and الإعداد are usual, near 0 where الأعداد is.
  virtual double hamza_below_share(std::string_view word) const = 0;
};

/// Knows nothing: what a stemmer falls back on when there is no collection.
class NoEvidence final : public Evidence {
 public:
  std::uint32_t document_frequency(std::string_view) const override { return 0; }
  std::uint32_t definite_frequency(std::string_view) const override { return 0; }
  std::uint32_t hamza_frequency(std::string_view) const override { return 0; }
  double hamza_below_share(std::string_view) const override { return 0; }
};

}  // namespace fihrist
