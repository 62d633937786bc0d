// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the archive that sound like a word it does not hold: proposals, never more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/lexicon.hpp"

namespace fihrist {

/// The lexicon's words by their code (analysis/name_code.hpp). Immutable and safe to share between threads;
/// the lexicon must outlive it. ArchiveState builds it when it is first asked for.
class NameCandidates {
 public:
  explicit NameCandidates(const Lexicon& lexicon);

  /// Words that share a code of three consonants or more with a folded word of either script and are near
  /// to it, in the other script or spelled otherwise; the nearest first, of equally near ones the most
  /// frequent. Not the word itself.
  ///   shopify -> شوبيفاي     تلجرام -> تيليجرام, telegram
  std::vector<std::string> like(std::string_view word, std::size_t limit) const;

 private:
  void add(WordId id);
  std::vector<WordId> alike(const std::vector<std::string>& codes) const;

  const Lexicon& lexicon_;
  std::vector<std::pair<std::uint64_t, WordId>> words_;  ///< by the hash of a code, sorted
};

}  // namespace fihrist
