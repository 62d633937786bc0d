// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of warnings by name, which can be taken back.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace fihrist {

/// Warnings are few and known by name (ReadArticle::warnings); a set of them is a number. Names beyond the
/// 32nd are counted, but cannot be taken back.
class WarningTally {
 public:
  using Set = std::uint32_t;

  /// Counts each; the set is what take_back() wants.
  Set count(const std::vector<std::string>& names);
  void take_back(Set set);
  std::map<std::string, std::uint64_t> counts() const;

 private:
  std::size_t place_of(const std::string& name);

  std::vector<std::string> names_;
  std::vector<std::uint64_t> counts_;
};

}  // namespace fihrist
