// SPDX-License-Identifier: GPL-3.0-or-later
// Distinct strings with numbers: a hash table over an arena, for millions of short words.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fihrist {

/// Numbers strings from 0 in the order of their first appearance. Views it gives live as long as the
/// table, also when it grows or is moved. Not thread-safe while it grows.
class StringTable {
 public:
  StringTable();

  std::size_t size() const noexcept { return strings_.size(); }
  std::string_view operator[](std::uint32_t number) const noexcept { return strings_[number]; }
  std::optional<std::uint32_t> find(std::string_view text) const noexcept;
  /// The number of a string, which is added when it is new.
  std::uint32_t intern(std::string_view text);
  /// The numbers of many in turn, as intern() would give them. What is not in the processor's caches is asked
  /// for together, which in a table of many strings takes half of the time away.
  std::vector<std::uint32_t> intern_all(std::span<const std::string_view> texts);

 private:
  struct Cell {
    std::uint32_t hash = 0;
    std::uint32_t number_plus_one = 0;  ///< 0: free
  };

  std::size_t cell_of(std::string_view text, std::uint32_t hash) const noexcept;
  std::uint32_t intern(std::string_view text, std::uint32_t hash);
  std::string_view keep(std::string_view text);
  void grow();

  std::vector<Cell> cells_;  ///< open addressing; its size is a power of two
  std::vector<std::string_view> strings_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_left_ = 0;
  char* block_end_ = nullptr;
};

}  // namespace fihrist
