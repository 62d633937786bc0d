// SPDX-License-Identifier: GPL-3.0-or-later
// Spellings of names that the archive's articles taught, with the evidence for each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fihrist {

/// A pair of spellings, folded, that stood side by side and sound alike.
struct MinedName {
  std::string arabic;
  std::string latin;
  std::uint32_t bracketed = 0;        ///< times that one explained the other in brackets
  std::uint32_t adjacent = 0;         ///< times that they stood side by side without
  std::uint32_t distance = 0;         ///< of their sounds, in hundredths
  std::vector<std::string> articles;  ///< ids of the first that hold the pair: two at most, different
  friend bool operator==(const MinedName&, const MinedName&) = default;
};

/// May each be searched for the other? Otherwise a person must look.
bool is_certain(const MinedName& name);

/// All of an archive. An article that is indexed again in another version is counted again, and what is
/// removed stays counted until the archive is built anew: only the two first articles are told apart.
class MinedNames {
 public:
  /// One more place, in the article with this id.
  void add(const MinedName& seen, const std::string& article);

  bool empty() const noexcept { return names_.empty(); }
  /// By Latin spelling, then Arabic.
  std::vector<MinedName> list() const;

  /// The value of the metadata key `mined_names_key`: at most `most_kept` pairs, those with the most
  /// evidence.
  std::string save() const;
  /// The inverse; empty bytes have none. Throws Error(damaged).
  static MinedNames load(std::string_view bytes);

  static constexpr std::size_t most_kept = 20000;

 private:
  std::map<std::pair<std::string, std::string>, MinedName> names_;  ///< by Latin and Arabic spelling
};

inline constexpr const char* mined_names_key = "names";

}  // namespace fihrist
