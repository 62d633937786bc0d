// SPDX-License-Identifier: GPL-3.0-or-later
// What lists say of pages: found by the address of a page when everything is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fihrist {

/// Where in the read spool each address of a list stands (ListedPage). 16 bytes an address, and at most
/// `most` of them, so that no list takes more memory than that.
class ListedPages {
 public:
  static constexpr std::size_t most = 4'000'000;

  struct Entry {
    std::uint64_t address = 0;  ///< hash_of(normalised_url(…))
    std::uint64_t place = 0;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };

  /// False when there are too many: it is left out.
  bool add(Entry entry);
  /// To be called once between the last add() and the first of().
  void sort();
  /// Of one address, in the order of the input. By any number of threads.
  std::span<const Entry> of(std::uint64_t address) const;
  bool empty() const noexcept { return entries_.empty(); }

 private:
  std::vector<Entry> entries_;
};

}  // namespace fihrist
