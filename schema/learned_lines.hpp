// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that an archive's pages have in common, as the index keeps them for later runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// Lines by the hash of their group and their masked words, and how many pages each group is known to have.
/// A group is the pages of one site or one folder.
class LearnedLines {
 public:
  bool contains(std::uint64_t line) const noexcept;
  std::size_t size() const noexcept { return lines_.size(); }
  bool empty() const noexcept { return lines_.empty(); }
  std::uint32_t pages_of(std::uint64_t group) const noexcept;

  /// What was learned before stays learned; a group has as many pages as the largest run met.
  void add(std::vector<std::uint64_t> lines);
  void set_pages(std::uint64_t group, std::uint32_t pages);

  /// Value of the metadata key; the same for the same content. Empty when nothing was learned.
  std::string save() const;
  /// The inverse; empty bytes have none. Throws Error(damaged).
  static LearnedLines load(std::string_view bytes);

  friend bool operator==(const LearnedLines&, const LearnedLines&) = default;

 private:
  std::vector<std::uint64_t> lines_;  ///< sorted
  std::map<std::uint64_t, std::uint32_t> pages_;
};

inline constexpr const char* learned_lines_key = "site-lines";

}  // namespace fihrist
