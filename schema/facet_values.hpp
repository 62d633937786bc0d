// SPDX-License-Identifier: GPL-3.0-or-later
// What facets count, packed into one value so that one read serves all of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fihrist {

/// Display forms, as first met. year 0 means undated.
struct FacetValues {
  std::int16_t year = 0;
  std::uint8_t month = 0;  ///< 1 to 12; 0 when unknown
  std::string source;
  std::vector<std::string> authors;
  std::vector<std::string> tags;
};

std::string pack(const FacetValues& values);
/// Never throws; bytes that pack() did not make give what could be read.
FacetValues unpack_facets(std::string_view packed);

}  // namespace fihrist
