// SPDX-License-Identifier: GPL-3.0-or-later
// What a run has met so far: which article is new, changed, the same, or met before.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fihrist {

/// 16 bytes of record_digest().
using Digest = std::array<char, 16>;

Digest digest_of(std::string_view bytes);

enum class Outcome : std::uint8_t { added, updated, unchanged, removed, skipped };

/// Decides, article by article in the order of the input, and counts. The last version of an article wins,
/// wherever the input repeats it, so that a second run over the same input finds nothing to do.
///
/// Memory: some 80 bytes an article met.
class RunLedger {
 public:
  static constexpr std::uint32_t no_entry = std::numeric_limits<std::uint32_t>::max();

  struct Meeting {
    std::string_view id_term;  ///< term_of(Field::id, …)
    Digest content{};
    std::optional<Digest> indexed;  ///< of the version that the index holds
  };

  /// What is to be done with the version that was met.
  struct Ruling {
    Outcome outcome = Outcome::skipped;
    bool keep = false;                    ///< it goes into the index
    std::uint32_t entry = no_entry;       ///< its number, from 0 in the order of keeping
    std::uint32_t same_entry = no_entry;  ///< a copy: the entry that holds the same
    std::uint32_t replaced = no_entry;    ///< the entry that it replaces, which is not written
  };

  Ruling meet(const Meeting& meeting);
  Ruling meet_deletion(const Meeting& meeting);
  /// Something that is no article of its own.
  void skip() { ++count_[static_cast<std::size_t>(Outcome::skipped)]; }

  std::uint64_t count(Outcome outcome) const { return count_[static_cast<std::size_t>(outcome)]; }
  /// True for articles that were met and not deleted by the input.
  bool holds(std::string_view id_term) const;
  /// Entries that a later version replaced.
  const std::vector<bool>& superseded() const noexcept { return superseded_; }
  /// Id terms that the input deletes from the index.
  std::vector<std::string> deleted() const;

 private:
  struct State {
    Digest content{};
    std::uint32_t entry = no_entry;
    Outcome outcome = Outcome::skipped;
  };
  struct DigestHash {
    std::size_t operator()(const Digest& digest) const noexcept;
  };

  std::uint64_t& counter(Outcome outcome) { return count_[static_cast<std::size_t>(outcome)]; }
  Ruling settle(State& state, const Meeting& meeting, Outcome outcome);
  std::uint32_t withdraw(State& state);
  void take_back(State& state);

  std::unordered_map<Digest, State, DigestHash> states_;
  std::array<std::uint64_t, 5> count_{};
  std::vector<bool> superseded_;
  std::unordered_map<Digest, std::string, DigestHash> deleted_;
};

}  // namespace fihrist
