// SPDX-License-Identifier: GPL-3.0-or-later
// Headers by which clients say what they like: "br;q=1, gzip;q=0.8" (RFC 9110, 12.4.2).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

class QualityList {
 public:
  struct Item {
    std::string value;   ///< lower case
    int quality = 1000;  ///< thousandths; 0: not acceptable
  };

  /// Items that are none, or whose quality is none, are passed over; of a long header the first 64 are read.
  explicit QualityList(std::string_view header);

  /// Nothing for a value that is not named. `value` in lower case.
  std::optional<int> quality_of(std::string_view value) const;

  /// Highest quality first, equals as they came, without those that are not acceptable.
  const std::vector<Item>& best_first() const& noexcept { return acceptable_; }
  const std::vector<Item>& best_first() && = delete;  // a loop over it would outlive the list

 private:
  std::vector<Item> items_, acceptable_;
};

}  // namespace fihrist
