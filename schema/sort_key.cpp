// SPDX-License-Identifier: GPL-3.0-or-later
// Times as bytes that compare like them.
#include "schema/sort_key.hpp"

namespace fihrist {

std::string sort_key_floor(std::int64_t civil_seconds) {
  // With the sign bit flipped, unsigned order is signed order.
  std::uint64_t bits = static_cast<std::uint64_t>(civil_seconds) ^ (std::uint64_t{1} << 63U);
  std::string key(sort_key_time_bytes, '\0');
  for (auto byte = key.rbegin(); byte != key.rend(); ++byte, bits >>= 8U)
    *byte = static_cast<char>(bits & 0xFFU);
  return key;
}

std::string sort_key(const std::optional<Date>& date, std::string_view id) {
  std::string key = date ? sort_key_floor(civil_seconds(*date)) : std::string(sort_key_time_bytes, '\0');
  return key.append(id);
}

}  // namespace fihrist
